"""For people, as one file that needs nothing else: charts, and the same figures in tables for screen readers.

No script, nothing from the network, and a policy in the file that would stop both. Colours follow the reader's light or
dark setting.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TextIO

from l10n.evaluation.figures import (
    FIFTHS,
    GROUPS,
    correlation,
    fifth_cells,
    group_cells,
    headline,
    numbers,
    part,
    signatures,
)
from l10n.evaluation.summary import Evaluation, Foretold
from l10n.reports.characters import whole
from l10n.reports.html import policy

_TITLE = "Evaluation of drafts"
_STYLE = """
:root { color-scheme: light dark; --text: #1b1b1b; --ground: #fff; --bar: #2f6fab; --rule: #c4c4c4; }
@media (prefers-color-scheme: dark) { :root { --text: #e8e8e8; --ground: #161616; --bar: #7db4e6; --rule: #4a4a4a; } }
body { font: 1rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--ground); max-width: 64rem;
  margin: 2rem auto; padding: 0 1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
caption { text-align: left; font-weight: bold; }
th, td { padding: .25rem .75rem; border-bottom: 1px solid var(--rule); text-align: left; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
svg { display: block; max-width: 100%; height: auto; }
svg text { fill: var(--text); font: 14px system-ui, sans-serif; }
svg rect { fill: var(--bar); }
code { overflow-wrap: anywhere; }
"""
_ROW, _LABEL, _BAR, _VALUE = 24, 220, 400, 80
"""Pixels: height of a bar with its space; widths of its label, of the longest bar, of the value after it."""
_SHOWN = 28
"""Characters of a label in a chart; the table has the whole."""

Bar = tuple[str, float, str]
"""Label, share of the full width, and the value as text."""


def write(evaluation: Evaluation, out: TextIO) -> None:
    """The page."""
    chrf = [
        (f"{group.language}, {part(group)}", group.scores[0].value / 100, f"{group.scores[0].value:.1f}")
        for group in evaluation.groups
    ]
    body = [
        f"<h1>{_TITLE}</h1>",
        f"<p>{escape(headline(evaluation))}.</p>",
        *_chart("chrf", "chrF of the drafts, by language and part: more is better", chrf),
        *_table("Scores and effort", GROUPS, map(group_cells, evaluation.groups)),
        "<h2>Signatures of sacrebleu</h2>",
        "<ul>",
        *(f"<li>{escape(name)}: <code>{escape(text)}</code></li>" for name, text in signatures(evaluation)),
        "</ul>",
        *(line for number, foretold in enumerate(evaluation.foretold) for line in _risk(number, foretold)),
    ]
    out.write(whole("\n".join((*_head(), "<body>", "<main>", *body, "</main>", "</body>", "</html>", ""))))


def _head() -> Iterable[str]:
    return (
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8"/>',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy(_STYLE))}"/>',
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
        f"<title>{_TITLE}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
    )


def _risk(number: int, foretold: Foretold) -> Iterable[str]:
    bars = [
        (f"risk {fifth.lowest:.2f} to {fifth.highest:.2f}", fifth.edit_rate, f"{100 * fifth.edit_rate:.0f} %")
        for fifth in foretold.fifths
    ]
    return (
        f"<h2>Risk{f' in {escape(foretold.language)}' if foretold.language else ''}</h2>",
        f"<p>{escape(correlation(foretold))}.</p>",
        *_chart(f"risk{number}", "Mean edit rate of each fifth of the drafts by risk", bars),
        *_table("Edits by risk", FIFTHS, fifth_cells(foretold)),
    )


def _chart(name: str, title: str, bars: Sequence[Bar]) -> Iterable[str]:
    """Bars from the left, one below the other; a screen reader hears the title and goes on to the table."""
    width, height = _LABEL + _BAR + _VALUE, _ROW * len(bars)
    yield f'<h2 id="{name}">{escape(title)}</h2>'
    yield f'<svg role="img" aria-labelledby="{name}" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
    for number, (label, share, value) in enumerate(bars):
        top, length = number * _ROW, _BAR * min(max(share, 0.0), 1.0)
        short = label if len(label) <= _SHOWN else f"{label[: _SHOWN - 1]}…"
        yield f'<text x="{_LABEL - 8}" y="{top + 17}" text-anchor="end">{escape(short)}</text>'
        yield f'<rect x="{_LABEL}" y="{top + 4}" width="{length:.1f}" height="{_ROW - 8}"/>'
        yield f'<text x="{_LABEL + length + 6:.1f}" y="{top + 17}">{escape(value)}</text>'
    yield "</svg>"


def _table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterable[str]:
    classes = [' class="number"' if number else "" for number in numbers(columns)]
    yield f'<div class="wide"><table><caption>{caption}</caption>'
    heads = (f'<th scope="col"{style}>{escape(name)}</th>' for name, style in zip(columns, classes, strict=True))
    yield f"<thead><tr>{''.join(heads)}</tr></thead><tbody>"
    for cells in rows:
        row = (f"<td{style}>{escape(cell)}</td>" for cell, style in zip(cells, classes, strict=True))
        yield f"<tr>{''.join(row)}</tr>"
    yield "</tbody></table></div>"
