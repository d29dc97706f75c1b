"""For people: each finding with its texts and the place marked, in colour where there is colour and always with ^."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from l10n.model.findings import UNREADABLE, Checked, Finding, Report, Severity, Unreadable
from l10n.model.kinds import TextKind
from l10n.reports.characters import isolates, visible
from l10n.reports.excerpt import Excerpt, change, excerpt, texts
from l10n.reports.figures import in_words, left_out, summary, tallies, tally, unread

_PIPE = 120
"""Characters a line where there is no terminal."""
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}
_MENDED = "bold green"
_LABEL = 10
"""Characters before a text."""
_MANY = 10
"""Findings up to which people count by themselves."""


def write(report: Report, out: TextIO) -> None:
    """By file, then what could not be read, then the sum; a finding begins with a place that editors can open."""
    width = None if out.isatty() else _PIPE
    console = Console(file=out, width=width, highlight=False, markup=False, emoji=False, soft_wrap=True)
    for catalogue in report.catalogues:
        if catalogue.findings:
            console.print(_heading(catalogue))
        for finding in catalogue.findings:
            console.print(_headline(finding, console))
            for line in _lines(finding, console.width):
                console.print(line)
            console.print()
    if report.unreadable:
        console.print(unread(report), style="bold underline")
    for file in report.unreadable:
        for line in _missing(file, console):
            console.print(line)
        console.print()
    _sum(report, console)


def _heading(catalogue: Checked) -> Text:
    """The kind of text is told where it makes a difference."""
    kind = catalogue.kind if catalogue.kind is not TextKind.PROSE else ""
    known = ", ".join(filter(None, (catalogue.language, kind)))
    return Text(
        visible(f"{catalogue.document}{f' ({known})' if known else ''}: {in_words(tally(catalogue.findings))}"),
        "bold underline",
    )


def _headline(finding: Finding, console: Console) -> Text:
    position = f"{visible(str(finding.path))}:{finding.line}:{finding.column}"
    return _told(position, finding.severity, finding.check, finding.message, console)


def _told(position: str, severity: Severity, check: str, message: str, console: Console) -> Text:
    """The message goes on in a second line on a terminal; in a pipe there is one line for grep."""
    name = f" {check}:"
    fitting = _fitting(f" {visible(message)}", cell_len(f"{position}: {severity}{name}"), console)
    return Text.assemble((position, "bold"), ": ", (severity, _STYLES[severity]), name, fitting)


def _missing(file: Unreadable, console: Console) -> Iterator[Text]:
    position = f"{visible(str(file.path))}:{file.line}:1"
    yield _told(position, UNREADABLE.severity, UNREADABLE.name, file.message, console)
    if file.hint:
        yield Text.assemble(("  hint:".ljust(_LABEL), "dim"), _fitting(visible(file.hint), _LABEL, console))


def _lines(finding: Finding, width: int) -> Iterator[Text]:
    room = max(width - _LABEL, _LABEL)
    style = _STYLES[finding.severity]
    for name, text, span in texts(finding):
        yield from _marked(name, excerpt(text, span, room, cell_len), style)
    if finding.fix is not None:
        span = change(finding.target, finding.fix)
        yield from _marked("fix", excerpt(finding.fix, span, room, cell_len), _MENDED)


def _marked(name: str, part: Excerpt, style: str) -> Iterator[Text]:
    label = f"  {name}:".ljust(_LABEL)
    opened, closed = isolates(str(part))
    yield Text.assemble((label, "dim"), opened, part.before, (part.marked, f"{style} underline"), part.after, closed)
    if part.marked:
        yield Text(" " * cell_len(label + part.before) + "^" * max(1, cell_len(part.marked)), style)


def _sum(report: Report, console: Console) -> None:
    console.print(summary(report), style="bold")
    if known := left_out(report):
        console.print(known)
    if len(report.findings) > _MANY:
        console.print()
        console.print(_table(report), soft_wrap=False)


def _table(report: Report) -> Table:
    """The checks with the gravest findings first."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("check", no_wrap=True)
    for severity in Severity:
        table.add_column(f"{severity}s", justify="right", no_wrap=True)
    rows = tallies(report.findings, lambda finding: finding.check, ()).items()
    for name, counts in sorted(rows, key=lambda row: [-count for count in row[1].values()]):
        table.add_row(name, *(str(count) for count in counts.values()))
    return table


def _fitting(text: str, used: int, console: Console) -> str:
    """Whole in a pipe; on a terminal as wide as that, but for wider words: of the first line `used` is taken."""
    if not console.is_terminal:
        return text
    taken = "x" * used
    wrapper = textwrap.TextWrapper(
        console.width, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
    )
    return wrapper.fill(taken + text).removeprefix(taken)
