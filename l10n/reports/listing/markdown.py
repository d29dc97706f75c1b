"""For a pull request or a wiki: a table in which every sign of Markdown in a text is an entity."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from l10n.reports.characters import whole
from l10n.reports.entities import entities
from l10n.reports.listing import Listing, ListingCell


def write(listing: Listing, out: TextIO) -> None:
    """The whole table, sums in bold."""
    rules = ("--:" if numeric else "---" for numeric in listing.numeric())
    lines = [_line(listing.columns), f"|{'|'.join(rules)}|"]
    lines += (_line(_bold(row.cells) if row.is_sum else map(_text, row.cells)) for row in listing.rows)
    out.write("\n".join(lines) + "\n")


def _bold(cells: Iterable[ListingCell]) -> Iterable[str]:
    return (f"**{_text(cell)}**" if cell != "" else "" for cell in cells)


def _text(cell: ListingCell) -> str:
    """In `<code>`, where GitHub and GitLab look for no mentions, issue numbers or emoji."""
    if not isinstance(cell, str):
        return str(cell)
    return f"<code>{entities(whole(cell))}</code>" if cell else ""


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
