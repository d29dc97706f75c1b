"""Tables for Word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from l10n.exchange.gate import IncomingFile, Returned
from l10n.exchange.tables import incoming
from l10n.exchange.tables.archive import looks_like
from l10n.exchange.tables.kinds import KINDS

TITLE = "Word (DOCX)"
_KIND = KINDS["docx"]
_MEMBER = re.compile(r"word/document\d*\.xml")


def recognises(head: bytes, path: Path) -> bool:
    """It is a Word document."""
    return looks_like(head, path, _MEMBER, _KIND.suffix)


def read(path: Path) -> IncomingFile:
    """What its rows say; L10nError for a document of others, or a broken one."""
    return incoming.incoming(_KIND.read(path))


def leftover(path: Path, refused: Sequence[Returned]) -> bytes | None:
    """A document with the rows of these units."""
    return incoming.leftover(_KIND, path, refused)
