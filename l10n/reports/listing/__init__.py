"""Rows of figures and texts: one module a form, found by its name, with `write(listing, out)`; values only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, TextIO, cast

from l10n import plugins

FAMILY = "l10n.reports.listing"
ListingCell = str | int | float


@dataclass(frozen=True, slots=True)
class ListingRow:
    """A cell for each column; an empty text is nothing, in columns of figures, too."""

    cells: tuple[ListingCell, ...]
    is_sum: bool = False
    """It adds up others, and is left out where a program could add it up with them."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What people read as a table, and spreadsheets as one."""

    columns: tuple[str, ...]
    rows: tuple[ListingRow, ...]

    def numeric(self) -> Iterator[bool]:
        """Of each column: there are figures in it and nothing else."""
        for number in range(len(self.columns)):
            cells = [row.cells[number] for row in self.rows if row.cells[number] != ""]
            yield bool(cells) and not any(isinstance(cell, str) for cell in cells)


class ListingFormat(Protocol):
    """A module of this family."""

    def write(self, listing: Listing, out: TextIO) -> None:
        """Write all rows."""


def load(name: str) -> ListingFormat:
    """The form of this name; L10nError that lists the right ones for a wrong one."""
    return cast(ListingFormat, plugins.load(FAMILY, name))
