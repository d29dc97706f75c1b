"""What people may ask for below the table: the risk of the drafts, and what has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.table import Table
from rich.text import Text

from l10n.model import Counts, Status
from l10n.reports.characters import visible
from l10n.reports.figures import NOT_CALIBRATED, amount
from l10n.reports.status.figures import change, change_in_words, named, risks, tenth, totals

_BAR = 24
_OTHERS, _LANGUAGE = 24, 8
"""Characters a line for the tenth and the sum, and for each language."""


def risk_table(rows: Sequence[Status], width: int) -> Table | str:
    """How many drafts are in each tenth of risk; by language, too, as far as the width allows."""
    tenths = risks(rows)
    if not any(tenths):
        return "no draft has a risk"
    languages = [total for total in totals(rows) if any(total.risks)]
    if _OTHERS + _LANGUAGE * len(languages) + _BAR > width:
        languages = []
    table = _table()
    table.add_column(f"risk of {amount(sum(tenths), 'draft')}", no_wrap=True)
    for total in languages:
        table.add_column(Text(visible(total.language)), justify="right", no_wrap=True)
    table.add_column("all", justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    for index, number in enumerate(tenths):
        length = -(-_BAR * number // max(tenths))
        cells = (str(total.risks[index]) for total in languages)
        table.add_row(tenth(index), *cells, str(number), Text("▒" * length, "yellow"))
    return table


def uncalibrated(rows: Sequence[Status]) -> str:
    """The languages whose risks are an order and no more, in a line; empty if there is none."""
    languages = [visible(total.language) for total in totals(rows) if not total.calibrated]
    return f"{NOT_CALIBRATED}: {', '.join(languages)} (high risk first, but no figure to rely on)" if languages else ""


def trend(rows: Sequence[Status], since: str, words: bool) -> Iterator[Table | Text]:
    """What has changed since that revision, catalogue by catalogue, then the languages that have several."""
    table = _table()
    head = Text(f"since {visible(since)}")
    table.add_column(head)
    table.add_column("", no_wrap=True)
    table.add_column("in words" if words else "")
    unchanged = 0
    for name, row in named(rows):
        before, now = row.before or Counts(), row.counts
        differences = change(before.in_words, now.in_words) if words else change(before, now)
        if differences:
            table.add_row(Text(name), Text(visible(row.language)), change_in_words(differences))
        else:
            unchanged += isinstance(row, Status)
    if table.rows:
        yield table
    if unchanged:
        yield Text(f"no change {head} in {amount(unchanged, 'catalogue')}")


def _table() -> Table:
    return Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
