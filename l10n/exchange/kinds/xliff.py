"""XLIFF 1.2 and 2.x, as programs for translators save it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from l10n.exchange.gate import IncomingFile, Returned
from l10n.exchange.xliff import incoming
from l10n.exchange.xliff.leftover import leftover as remaining

TITLE = "XLIFF"
_ROOT = re.compile(rb"<(?:[\w.-]{1,20}:)?xliff[\s>]")
_SUFFIXES = frozenset({".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".txlf"})


def recognises(head: bytes, path: Path) -> bool:
    """Its outermost element is `<xliff>`; a file of that name is meant to be one."""
    plain = head.replace(b"\0", b"")  # UTF-16
    return _ROOT.search(plain) is not None or path.suffix.lower() in _SUFFIXES


def read(path: Path) -> IncomingFile:
    """What is in the file; L10nError with file and line."""
    return incoming.read(path)


def leftover(path: Path, refused: Sequence[Returned]) -> bytes | None:
    """The file with these units alone."""
    return remaining(path, {unit.unit for unit in refused})
