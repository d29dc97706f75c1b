"""For spreadsheets: UTF-8, commas, a line a row without the sums.

A spreadsheet takes a cell that begins with `=` for a formula, and works it out: such texts begin with a TAB. Figures
are ours, and stay. Source: RFC 4180; OWASP, "CSV Injection".
"""

from __future__ import annotations

import csv
from typing import TextIO

from l10n.reports.characters import visible, whole
from l10n.reports.formulas import GUARD, SIGNS
from l10n.reports.listing import Listing, ListingCell


def write(listing: Listing, out: TextIO) -> None:
    """Header and rows."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(listing.columns)
    writer.writerows([_guarded(cell) for cell in row.cells] for row in listing.rows if not row.is_sum)


def _guarded(cell: ListingCell) -> ListingCell:
    """On one line, as nobody reads it back."""
    if not isinstance(cell, str):
        return cell
    text = visible(whole(cell))
    return f"{GUARD}{text}" if text.startswith(SIGNS) else text
