"""Tables as CSV."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from l10n.exchange.gate import IncomingFile, Returned
from l10n.exchange.tables import delimited, incoming
from l10n.exchange.tables.kinds import KINDS

TITLE = "CSV"
_KIND = KINDS["csv"]


def recognises(head: bytes, path: Path) -> bool:  # noqa: ARG001 the name says nothing
    """Its first line has the titles of our columns."""
    return delimited.begins_table(head)


def read(path: Path) -> IncomingFile:
    """What its rows say; L10nError with file and line for what is no CSV file in UTF-8."""
    return incoming.incoming(_KIND.read(path))


def leftover(path: Path, refused: Sequence[Returned]) -> bytes | None:
    """A file with the rows of these units."""
    return incoming.leftover(_KIND, path, refused)
