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
from collections import Counter, deque
from collections.abc import Iterator

from l10n.checks import NOWHERE, Hit, mark_hits
from l10n.model.findings import Severity
from l10n.model.kinds import TextKind
from l10n.pairs.links import is_localised
from l10n.pairs.pair import CODE_SPAN, Pair
from l10n.pairs.quotation import MARKS
from l10n.pairs.rest import is_rest

RAW = True
SEVERITY = Severity.WARNING

_SIGNS = frozenset("*_`[#")
_MARKS = re.compile(
    r"(?P<emphasis>\*\*(?=\S)|(?<=\S)\*\*|__(?=\w)|(?<=\w)__)"
    rf"|(?P<code>{CODE_SPAN})"
    r"|(?P<link>!?\[[^\[\]\n]*\]\([^()\s]*\))"
    r"|^(?P<heading>\#{1,6})\s"
)


def check(pair: Pair) -> Iterator[Hit]:
    """As many marks of each kind as in the source; code as it is, and link targets in what is no article."""
    if pair.parts is not None:
        yield from mark_hits(pair, tags=False)
        return
    if pair.source_chars.isdisjoint(_SIGNS) or not any(map(str.isalpha, pair.source)):
        return
    wanted = _kinds(pair)
    source, target = (
        [match for match in _marks(text) if match.lastgroup in wanted] for text in (pair.source, pair.target)
    )
    if sum(match.lastgroup == "emphasis" for match in source) % 2:  # asterisks, and no marks
        source, target = ([match for match in matches if match.lastgroup != "emphasis"] for matches in (source, target))
    if not source and not target:
        return
    for match, other in _changes(source, target):
        severity = _severity(match, other, pair)
        what = "is missing" if other is None else f"is “{other[0]}” here"
        yield Hit(
            f"{match.lastgroup} “{match[0]}” {what}",
            other.span() if other else NOWHERE,
            match.span(),
            severity=severity,
        )
    if (
        sum(match.lastgroup == "emphasis" for match in target) % 2
        > sum(match.lastgroup == "emphasis" for match in source) % 2
    ):
        opening = next(match for match in reversed(target) if match.lastgroup == "emphasis")
        yield Hit(f"emphasis “{opening[0]}” is never closed", opening.span(), severity=Severity.ERROR)


def _kinds(pair: Pair) -> frozenset[str]:
    """The kinds of marks that the text has in this form: a backtick means something else in reStructuredText."""
    if is_rest(pair):
        return frozenset({"emphasis"})
    return frozenset({"code"} if pair.kind is TextKind.ASCIIDOC else {"emphasis", "code", "link", "heading"})


def _changes(
    source: list[re.Match[str]], target: list[re.Match[str]]
) -> Iterator[tuple[re.Match[str], re.Match[str] | None]]:
    """The marks that the translation has not, each with what it has of this kind instead, from left to right."""
    counts = Counter(map(_key, source))
    others: dict[str | None, deque[re.Match[str]]] = {}
    for match in target:
        counts[_key(match)] -= 1
        if counts[_key(match)] < 0:
            others.setdefault(match.lastgroup, deque()).append(match)
    for match in source:
        if counts[_key(match)] > 0:
            counts[_key(match)] -= 1
            left = others.get(match.lastgroup)
            yield match, left.popleft() if left else None


def _severity(match: re.Match[str], other: re.Match[str] | None, pair: Pair) -> Severity | None:
    """Nothing shows code in most programs, so quotation marks do; a link may lead to a page in the language."""
    if match.lastgroup == "code":
        free = pair.kind in {TextKind.SOFTWARE, TextKind.ASCIIDOC}
        kept = other is not None or match[0].strip("`") in pair.target or _quotes_more(pair)
        return Severity.INFO if free and kept else None
    if match.lastgroup == "heading" and pair.kind is TextKind.SOFTWARE:
        return Severity.INFO  # of programs few show headings, and # is a number for many
    if match.lastgroup == "link" and other is not None:
        same = is_localised(_key(match), _key(other), pair.source_language, pair.language)
        return Severity.INFO if same else None
    return None


def _quotes_more(pair: Pair) -> bool:
    """It has quotation marks that the source has not."""
    return not (pair.target_chars & MARKS) <= pair.source_chars


def _marks(text: str) -> list[re.Match[str]]:
    return list(_MARKS.finditer(text))


def _key(match: re.Match[str]) -> str:
    """The text of a link is the translator's, its target is not."""
    return match[0].partition("](")[2].removesuffix(")") if match.lastgroup == "link" else match[0]
