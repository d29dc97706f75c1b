"""How good a proposed translation is: what the checks say, what is lost, what the decoder made up.

What needs no judgement is put right before: marks and numbers as the language writes them, the end mark, the capital.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from l10n.checks import Check, checks, mended
from l10n.drafting.protection import Protected, lost
from l10n.glossary import Glossary
from l10n.model import Span
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.text.letters import capital
from l10n.text.words import folded, shared

_WEIGHTS = {Severity.ERROR: 3, Severity.WARNING: 1, Severity.INFO: 0}
_LOST = 10
"""Of an item that should have been copied: the worst, as readers cannot guess it."""
_LEFT = frozenset({"same-as-source", "source-left"})
"""Checks that find words of the source in the translation."""
_MADE_UP = re.compile(r"\([^()\d]*\)|\[[^\[\]\d]*\]|♪")
"""“(applause)”: the models have learnt from subtitles."""
_CLOSERS = " \n\t\u00a0\"'“”„«»’‘›‹)]*_"
_ENDS = (".", "!", "?", "…", ":")
_ENDED = re.compile(r"[^\W\d_A-ZА-ЯЁІЇЄҐƏİ]{5}\.$")
"""After so many small letters a full stop ends a sentence, and no abbreviation."""
_WORD = re.compile(r"[\w’'-]+(?!\S?[\w/@])")
"""A first word; none that goes on as a name of a file or an address does."""
_PART = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Assessment:
    """What is wrong with a translation; the lower `cost`, the better."""

    cost: int
    checks: tuple[str, ...] = ()
    """Names of the checks that found an error or a warning."""
    lost: tuple[str, ...] = ()
    left: tuple[Span, ...] = ()
    """Where words of the source were left over, in the translation."""


class Findings(NamedTuple):
    """How many findings the checks have, by severity."""

    errors: int
    warnings: int
    notes: int
    left: int
    """Errors and warnings, counted above too, about words of the source that were left over."""


@dataclass(frozen=True, slots=True)
class Languages:
    """From which language into which, their terms, and what kind of text it is."""

    source: str
    target: str
    glossary: Glossary | None = None
    flags: tuple[str, ...] = ()
    """Format flags of the text, as `python-format`."""


def assess(text: str, translation: str, protected: Sequence[Protected], languages: Languages) -> Assessment:
    """What all checks of single texts find, what is lost, whether it is a copy, brackets that the decoder made up."""
    gone = lost(protected, translation, languages.target, languages.flags)
    cost, names, left = _LOST * len(gone), [], []
    for name, severity, span in _hits(text, translation, languages):
        if _WEIGHTS[severity]:
            cost += _WEIGHTS[severity]
            names.append(name)
        if name == "source-left":
            left.append(span)
    if translation.casefold() == text.casefold() and len(text.split()) > 1:
        cost += _WEIGHTS[Severity.WARNING] + text.isupper()  # a heading with one word left over is better than its copy
        names.append("copied")
    if _MADE_UP.search(translation) and not _MADE_UP.search(text):
        cost += _WEIGHTS[Severity.WARNING]
        names.append("made-up")
    return Assessment(cost, tuple(dict.fromkeys(names)), tuple(gone), tuple(left))


def finished(text: str, translation: str, languages: Languages, protected: Sequence[Protected] = ()) -> str:
    """With marks, spaces and numbers as the language writes them, end mark and capital as the text has them."""
    translation = _ended(text, translation.strip())
    if not translation.startswith(tuple(each.text for each in protected)):
        translation = _capital(text, translation, languages)
    for check in _safe():
        hits = check.pair(_pair(text, translation, languages)) if check.pair else ()
        if edits := [edit for hit in hits for edit in hit.edits]:
            translation = mended(translation, edits)
    return translation


def findings(text: str, translation: str, languages: Languages) -> Findings:
    """Count what the checks of single texts find."""
    hits = _hits(text, translation, languages)
    severities = [severity for _, severity, _ in hits]
    left = sum(name in _LEFT and bool(_WEIGHTS[severity]) for name, severity, _ in hits)
    errors, warnings, notes = (
        severities.count(severity) for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)
    )
    return Findings(errors, warnings, notes, left)


@lru_cache(1024)  # repair and the appraisal ask for the same
def _hits(text: str, translation: str, languages: Languages) -> tuple[tuple[str, Severity, Span], ...]:
    pair = _pair(text, translation, languages)
    return tuple(
        (name, hit.severity or check.rule.severity, hit.span)
        for name, check in checks().items()
        for hit in (check.pair(pair) if check.pair else ())
    )


@lru_cache(8)
def _pair(text: str, translation: str, languages: Languages) -> Pair:
    return Pair(text, translation, languages.source, languages.target, languages.flags, None, languages.glossary)


@cache
def _safe() -> tuple[Check, ...]:
    """Those whose edits need no judgement."""
    return tuple(check for check in checks().values() if check.safe)


def _ended(text: str, translation: str) -> str:
    """An end mark that the text has, or none if it has none: models add and drop it."""
    wanted, there = text.rstrip(_CLOSERS)[-1:], translation.rstrip(_CLOSERS)[-1:]
    if wanted in _ENDS[:4] and there and there not in _ENDS:
        return translation + wanted if translation[-1:] == there else translation
    body = translation.rstrip(_CLOSERS)
    if wanted.isalnum() and _ENDED.search(body) and translation.count(".") == 1:
        return body[:-1] + translation[len(body) :]
    return translation


def _capital(text: str, translation: str, languages: Languages) -> str:
    """A capital at the start, if the text has one and the first word is no name with a small letter (iPhone)."""
    first, word = translation[:1], _WORD.match(translation)
    if not text[:1].isupper() or not first.islower() or word is None or not word[0].islower():
        return translation
    if not word[0].isalpha() or word[0] in _WORD.findall(text):  # my_var; git, which the text has just so
        return translation
    if folded(word[0]) in map(folded, _PART.findall(text)) and not shared(word[0], languages.source, languages.target):
        return first.upper() + translation[1:]  # not translated: a German “Inflation” with İ would be no word at all
    return capital(first, languages.target) + translation[1:]
