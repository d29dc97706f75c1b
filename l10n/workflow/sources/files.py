"""Paths, folders and patterns -> files, each once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from l10n import documents
from l10n.config import Config
from l10n.files.paths import absolute
from l10n.files.patterns import Pattern
from l10n.workflow.sources.rules import DocumentRules

_OWNER = "~$"
"""How the name of the file begins that Word has beside one that it has open: who that is, and no text."""
_NOTHING = "''"
"""The file whose name is empty, as a message shows it."""


def files(given: Sequence[Path], settings: Config, rules: DocumentRules, apart: Iterable[Path]) -> list[Path]:
    """The files that these paths stand for, else those of the settings, in this order, those of a pattern sorted.

    Of a folder, those of a known format; without folders and files whose names begin with a dot, and without those of
    catalogues and articles, which are `apart`. What stands for no file is left as it is, so that it is named when it
    cannot be read.
    """
    left_out = set(map(absolute, apart))
    suffixes = documents.suffixes()
    texts, base = (list(map(str, given)), Path()) if given else (list(settings.sources), settings.root)
    by_file: dict[str, Path] = {}
    for text in texts:
        pattern = _pattern(text, base)
        matching = [
            path
            for path in pattern.files(left_out)
            if not path.name.startswith(_OWNER)
            and (not pattern.is_open or path.suffix.lower() in suffixes or rules.format(path))
        ]
        for path in matching or [base / (text or _NOTHING)]:
            by_file.setdefault(os.path.realpath(path), path)
    return list(by_file.values())


def patterns(settings: Config) -> list[Pattern]:
    """The patterns of the settings."""
    return [_pattern(text, settings.root) for text in settings.sources]


def _pattern(text: str, base: Path) -> Pattern:
    return Pattern.of(text or _NOTHING, base)
