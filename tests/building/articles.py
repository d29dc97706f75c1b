"""Small projects with translated articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from l10n.catalogue import po
from tests.conftest import Run


def translate(run: Run, source: str, texts: Mapping[str, str], lang: str = "ru") -> Path:
    """Bring the catalogue up to date and fill in these translations, by the segments; its path."""
    run("update", source, "--to", lang)
    path = Path("locales", lang, "LC_MESSAGES", Path(source).with_suffix(".po"))
    catalogue = po.read(path)
    entries = (replace(entry, msgstr=texts.get(entry.msgid, entry.msgstr)) for entry in catalogue.entries)
    po.write(path, replace(catalogue, entries=tuple(entries)))
    return path
