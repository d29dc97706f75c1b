"""For people: tables on a terminal, or as plain text in a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

from l10n.evaluation.figures import (
    FIFTHS,
    GROUPS,
    correlation,
    fifth_cells,
    group_cells,
    headline,
    numbers,
    signatures,
)
from l10n.evaluation.fitting import Fit
from l10n.evaluation.summary import Evaluation
from l10n.risk.formula import START, TERMS

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

WEIGHTS = ("feature", "before", "after")

_PIPE = 250
"""Characters a line where there is no terminal."""


def write(evaluation: Evaluation, out: TextIO) -> None:
    """The scores with their signatures, then what risk has foretold."""
    console = _console(out)
    console.print(headline(evaluation), style="bold")
    console.print(_table(GROUPS, map(group_cells, evaluation.groups)))
    for metric, signature in signatures(evaluation):
        console.print(f"{metric}: {signature}", style="dim", soft_wrap=True)
    for foretold in evaluation.foretold:
        console.print(f"\n{correlation(foretold)}")
        console.print(_table(FIFTHS, fifth_cells(foretold)))


def write_fit(fit: Fit, out: TextIO) -> None:
    """The weights before and after, and how well risk foretells edits with both."""
    console = _console(out)
    rows = zip(START.terms, fit.weights.terms, TERMS, strict=True)
    pairs = [("constant", START.constant, fit.weights.constant), *((term.name, old, new) for old, new, term in rows)]
    console.print(_table(WEIGHTS, ((name, f"{old:.2f}", f"{new:.2f}") for name, old, new in pairs)))
    before_and_after = "; ".join(
        f"{when} {'none' if value is None else f'{value:+.2f}'}"
        for when, value in (("before", fit.before), ("after (held out)", fit.after))
    )
    console.print(f"\nrank correlation of risk and edit rate ({fit.drafts:,} drafts): {before_and_after}")


def _console(out: TextIO) -> Console:
    from rich.console import Console

    return Console(file=out, width=None if out.isatty() else _PIPE, highlight=False, markup=False, emoji=False)


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for name, number in zip(columns, numbers(columns), strict=True):
        table.add_column(name, justify="right" if number else "left")
    for cells in rows:
        table.add_row(*map(Text, cells))
    return table
