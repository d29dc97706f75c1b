"""The status as one page that needs nothing else: no script, nothing from the network, colours as the reader has them.

The policy in the page forbids whatever is not its own style, by that style's hash.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import accumulate, groupby
from pathlib import Path

from markupsafe import Markup

from l10n import __version__
from l10n.languages import record
from l10n.model import Counts, State, Status
from l10n.reports.characters import visible
from l10n.reports.figures import amount
from l10n.reports.html import policy, templates
from l10n.reports.status.figures import (
    PARTS,
    Total,
    ambiguous,
    amounts,
    change,
    change_in_words,
    progress,
    tenth,
    totals,
    widths,
)

BAR = 240
"""Units of the drawing: width of a bar."""
_LEAST = 4
_HISTOGRAM = 60
"""Height of the longest column."""
_STYLE = files("l10n.reports.status").joinpath("templates", "dashboard.css")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a bar, or a column of a histogram."""

    kind: str
    """What the style knows it by."""
    start: int
    length: int
    number: int


@dataclass(frozen=True, slots=True)
class Cell:
    """How much of a catalogue is in one part of its bar."""

    name: str
    segments: int
    words: int


@dataclass(frozen=True, slots=True)
class Line:
    """A catalogue, or all catalogues of a language."""

    language: str
    """Name of the language: `Russian`."""
    code: str
    percent: int
    done: str
    """What so many percent are: `translated`."""
    catalogues: int
    segments: int
    words: int
    cells: tuple[Cell, ...]
    bar: tuple[Stretch, ...]
    states: str
    """The bar for those who do not see it: `3 reviewed, 60 draft`."""
    trend: str
    """What has changed: `+3 reviewed, −3 draft`; empty if nobody asked."""
    drafts: int
    """Those with a risk."""
    histogram: tuple[Stretch, ...]
    risks: str
    """The histogram for those who do not see it."""
    calibrated: bool
    link: str = ""
    """Address of the catalogue's review page."""
    path: str = ""
    """If another catalogue has the same document and language."""


def page(rows: Sequence[Status], since: str, made: str, links: Mapping[Path, str]) -> str:
    """The dashboard.

    `since` is the revision of the trends, `made` as a PO header has it, and `links` leads to review pages.
    """
    style = _STYLE.read_text("utf-8")
    environment = templates("l10n.reports.status")
    environment.filters |= {"amount": _amount, "number": "{:,}".format}
    languages = [_line(total, total.catalogues) for total in totals(rows)]
    doubtful = ambiguous(rows)
    paths = {row.path: visible(row.path.as_posix()) for row in rows if row.path in doubtful}
    documents = [
        (visible(name), [_line(row, 1, links.get(row.path, ""), paths.get(row.path, "")) for row in group])
        for name, group in groupby(rows, lambda row: row.document)
    ]
    return environment.get_template("dashboard.html").render(
        style=Markup(style),  # noqa: S704  # our own
        policy=policy(style),
        made=made.partition("+")[0],
        version=__version__,
        since=visible(since),
        languages=languages,
        documents=documents,
        catalogues=len(rows),
        parts=[(_kind(part.name), part.name) for part in PARTS],
        linked=bool(links),
        width=BAR,
        height=_HISTOGRAM,
    )


def _amount(number: int, noun: str) -> str:
    return f"{number:,} {amount(number, noun).partition(' ')[2]}"


def _line(row: Status | Total, catalogues: int, link: str = "", path: str = "") -> Line:
    counts = row.counts
    percent, done = progress(counts)
    trend = change_in_words(change(row.before, counts)) if row.before is not None else ""
    trend = re.sub(r"(?<=\d) ", "\N{NO-BREAK SPACE}", trend)
    return Line(
        language=visible(record(row.language).name) or "unknown",
        code=visible(row.language),
        percent=percent,
        done=done,
        catalogues=catalogues,
        segments=counts.segments,
        words=counts.words,
        cells=tuple(_cells(counts)),
        bar=tuple(_bar(counts)),
        states=_listed((counts[state], state.value) for state in reversed(State)),
        trend=trend,
        drafts=sum(row.risks),
        histogram=tuple(_histogram(row.risks)),
        risks=_listed((number, f"of {tenth(index)}") for index, number in enumerate(row.risks)),
        calibrated=row.calibrated,
        link=link,
        path=path,
    )


def _kind(name: str) -> str:
    return name.replace(" ", "-")


def _listed(items: Iterable[tuple[int, str]]) -> str:
    return ", ".join(f"{number:,} {name}" for number, name in items if number)


def _cells(counts: Counts) -> Iterable[Cell]:
    for part, segments, words in zip(PARTS, amounts(counts), amounts(counts.in_words), strict=True):
        yield Cell(part.name, segments, words)


def _bar(counts: Counts) -> Iterable[Stretch]:
    numbers = amounts(counts)
    lengths = widths(numbers, BAR, _LEAST)
    for part, number, end, length in zip(PARTS, numbers, accumulate(lengths), lengths, strict=True):
        if number:
            yield Stretch(_kind(part.name), end - length, length, number)


def _histogram(risks: Sequence[int]) -> Iterable[Stretch]:
    """Columns from the left; what is there at all is seen."""
    step = BAR // len(risks)
    for index, number in enumerate(risks):
        length = max(2, _HISTOGRAM * number // max(risks)) if number else 0
        yield Stretch("drafted", index * step, length, number)
