"""For a pull request: the state of each language, and the findings to unfold.

Texts of others are HTML with every sign of Markdown as an entity, in `<code>`, where GitHub and GitLab look for no
mentions, issue numbers or emoji.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import TextIO

from l10n.model import Counts
from l10n.model.findings import UNREADABLE, Checked, Finding, Report, Severity, Unreadable
from l10n.reports.entities import entities
from l10n.reports.excerpt import short
from l10n.reports.figures import amount, counted, in_words, left_out, outcome, tally

_MOST = 50
"""Findings and unreadable files that are shown: a comment on GitHub has room for 65536 characters."""
_ROOM = 120
_FIGURES = ("entries", "untranslated", "drafted", "translated", "reviewed", *(f"{severity}s" for severity in Severity))


def write(report: Report, out: TextIO) -> None:
    """Heading, unreadable files, tables, and the gravest findings in the order of the files.

    `translated` includes `reviewed`.
    """
    out.write(f"## l10n check: {outcome(report)}\n\n")
    out.write("; ".join(filter(None, (counted(report), left_out(report)))) + "\n")
    for block in (*_missing(report.unreadable), *_tables(report.catalogues), *_details(report)):
        out.write("\n" + "\n".join(block) + "\n")


def _missing(files: Sequence[Unreadable]) -> Iterator[list[str]]:
    """Not folded: what is below does not tell of these files."""
    if files:
        yield ["### Could not be read", "", "<ul>", *map(_missing_item, files[:_MOST]), "</ul>"]
    if more := len(files[_MOST:]):
        yield [f"… and {more} more"]


def _missing_item(file: Unreadable) -> str:
    hint = f"<br>hint: {_code(file.hint)}" if file.hint else ""
    position = f"{_code(file.path.as_posix())}, line {file.line}"
    return f"<li><b>{UNREADABLE.severity}</b> {position}: {_code(file.message)}{hint}</li>"


def _tables(catalogues: Sequence[Checked]) -> Iterator[list[str]]:
    """One with a row a language, and one more for each language that has several catalogues."""
    languages: dict[str, list[Checked]] = {}
    for catalogue in catalogues:
        languages.setdefault(catalogue.language, []).append(catalogue)
    if languages:
        rows = [_row([_language(name), _several(group)], group) for name, group in sorted(languages.items())]
        yield [*_head("language", "catalogue"), *rows]
    for name, group in sorted(languages.items()):
        if len(group) > 1:
            rows = [_row([_code(catalogue.document)], [catalogue]) for catalogue in group]
            yield [f"### {_language(name)}", "", *_head("catalogue"), *rows]


def _details(report: Report) -> Iterator[list[str]]:
    """HTML without empty lines: nothing in it is Markdown."""
    ranks = [list(Severity).index(finding.severity) for finding in report.findings]
    room = max(0, _MOST - len(report.unreadable))
    chosen = set(sorted(range(len(ranks)), key=ranks.__getitem__)[:room])
    numbers = count()
    for catalogue in report.catalogues:
        shown = [finding for finding in catalogue.findings if next(numbers) in chosen]
        if shown:
            words = in_words(tally(catalogue.findings))
            title = f"<details><summary>{_code(catalogue.path.as_posix())}: {words}</summary>"
            yield [title, "<ul>", *map(_item, shown), "</ul>", "</details>"]
    if more := len(ranks) - len(chosen):
        yield [f"… and {more} more"]


def _item(finding: Finding) -> str:
    head = f"<b>{finding.severity}</b> {_code(finding.check)}, line {finding.line}: {_code(finding.message)}"
    texts = (f"<br>{name}: {_code(text)}" for name, text in short(finding, _ROOM))
    return f"<li>{head}{''.join(texts)}</li>"


def _head(*names: str) -> list[str]:
    return [_cells((*names, *_FIGURES)), "|" + "---|" * len(names) + "--:|" * len(_FIGURES)]


def _row(names: Iterable[str], catalogues: Sequence[Checked]) -> str:
    counts = sum((catalogue.counts for catalogue in catalogues), Counts())
    severities = tally(finding for catalogue in catalogues for finding in catalogue.findings)
    figures = (counts.segments, counts.untranslated, counts.drafted, counts.translated, counts.reviewed)
    return _cells((*names, *map(str, (*figures, *severities.values()))))


def _cells(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _language(name: str) -> str:
    return _code(name) if name else "unknown"


def _several(catalogues: Sequence[Checked]) -> str:
    return _code(catalogues[0].document) if len(catalogues) == 1 else amount(len(catalogues), "catalogue")


def _code(text: str) -> str:
    return f"<code>{entities(text)}</code>"
