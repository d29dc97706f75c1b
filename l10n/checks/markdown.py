"""Markdown was lost: emphasis, code, a link or the mark of a heading.

Without its marks the text loses its form, and a link its target. In the texts of Markdown files this is an error, as
`l10n build` refuses an article of another structure; you may move marks there, let a link lead to a page in the
language, and translate an example in code, which is worth a look. Where `**` would stand between a letter and a
quotation mark, it marks nothing: let it enclose whole words.

Bad:  Das ist **wichtig**. | This is important.
Bad:  Das ist **wichtig**. | This is **important.
Bad:  Siehe [Seite](seite.md). | See Page(seite.md).
Bad:  Nutzen Sie `l10n check`. | Use l10n check.
Good: Das ist **wichtig**. | This is **important**.
Good: 3 * 4 = 12 | 3 * 4 = 12
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from l10n.checks import Hit, mark_hits
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair

RAW = True
SEVERITY = Severity.WARNING

_SIGNS = frozenset("*_`[#")
_MARKS = re.compile(
    r"(?P<emphasis>\*\*(?=\S)|(?<=\S)\*\*|__(?=\w)|(?<=\w)__)"
    r"|(?P<code>(?<!`)`++[^`\n]+`++)"
    r"|(?P<link>!?\[[^\[\]\n]*\]\([^()\s]*\))"
    r"|^(?P<heading>\#{1,6})\s"
)


def check(pair: Pair) -> Iterator[Hit]:
    """As many marks of each kind as in the source; code as it is, and link targets in what is no article."""
    if pair.parts is not None:
        yield from mark_hits(pair, tags=False)
        return
    if pair.source_chars.isdisjoint(_SIGNS):
        return
    source, target = _marks(pair.source), _marks(pair.target)
    if not source and not target:
        return
    left = Counter(_key(match) for match in target)
    for match in source:
        left[_key(match)] -= 1
        if left[_key(match)] < 0:
            yield Hit(f"{match.lastgroup} “{match[0]}” is missing or changed", source_span=match.span())
            left[_key(match)] += 1
    if (
        sum(match.lastgroup == "emphasis" for match in target) % 2
        > sum(match.lastgroup == "emphasis" for match in source) % 2
    ):
        opening = next(match for match in reversed(target) if match.lastgroup == "emphasis")
        yield Hit(f"emphasis “{opening[0]}” is never closed", opening.span(), severity=Severity.ERROR)


def _marks(text: str) -> list[re.Match[str]]:
    return list(_MARKS.finditer(text))


def _key(match: re.Match[str]) -> str:
    """The text of a link is the translator's, its target is not."""
    return match[0].partition("](")[2] if match.lastgroup == "link" else match[0]
