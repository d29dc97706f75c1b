"""PO entries as the memory takes them: the one place where catalogue and memory meet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from l10n.catalogue.header import REVISED
from l10n.catalogue.search import language_of
from l10n.catalogue.signature import signature
from l10n.catalogue.state import state
from l10n.catalogue.template import neighbours
from l10n.errors import L10nError
from l10n.languages import base
from l10n.memory.unit import Origin, Unit
from l10n.memory.units import Learning
from l10n.model import Catalogue, State

_ORIGINS = {State.TRANSLATED: Origin.HUMAN, State.REVIEWED: Origin.REVIEWED}
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def learnings(path: Path, catalogue: Catalogue, given: str | None, default: str) -> tuple[str, list[Learning]]:
    """The target language and the entries. The source language is the one given, the header's, or the default.

    Entries with plural forms are left out: a sentence has no number to choose one by. Obsolete ones are taken unless
    the catalogue has their key anew. L10nError if nobody can tell the language.
    """
    language = base(language_of(path, catalogue))
    if not language:
        raise L10nError(f"{path}: which language is it in?", 'add "Language: …\\n" to its header')
    header = dict(catalogue.header)
    source = base(given or header.get("X-Source-Language") or default)
    if source == language:
        raise L10nError(f"{path}: source and target language are both '{source}'", "name the source with --from")
    date = _DATE.match(header.get(REVISED, ""))
    return language, list(_learnings(catalogue, source, language, date[0] if date else ""))


def _learnings(catalogue: Catalogue, source: str, language: str, date: str) -> Iterator[Learning]:
    current = {entry.key for entry in catalogue.entries if not entry.obsolete}
    for entry in catalogue.entries:
        if entry.msgid_plural is not None or (entry.obsolete and entry.key in current):
            continue
        origin = _ORIGINS.get(state(entry))
        if origin:
            who, when = signature(entry) or ("", date)
            unit = Unit(entry.msgid, entry.msgstr, source, language, *neighbours(entry), origin, who, when)
            yield Learning(entry.msgctxt, entry.msgid, unit)
        elif not entry.obsolete:
            yield Learning(entry.msgctxt, entry.msgid, None)
