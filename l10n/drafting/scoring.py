"""How good a proposed translation is: what the checks say, what is lost, the slips of the engine.

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
from l10n.drafting.slips import slips
from l10n.glossary import Glossary
from l10n.model import Span
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.text.letters import capital
from l10n.text.words import folded, shared

_WEIGHTS = {Severity.ERROR: 3, Severity.WARNING: 1, Severity.INFO: 0}
_LOST = 10
"""Of an item that should have been copied: the worst, as readers cannot guess it."""
_UNSURE = "source-left"
"""The check whose notes count: what may be a word of both languages has most likely not been translated."""
_LEFT = frozenset({"same-as-source", "source-left"})
"""Checks that find words of the source in the translation."""
_CLOSERS = " \n\t\u00a0\"'“”„«»’‘›‹)]*_"
_ENDS = (".", "!", "?", "…", ":")
_ENDED = re.compile(r"[^\W\d_A-ZА-ЯЁІЇЄҐƏİ]{5}\.$")
"""After so many small letters a full stop ends a sentence, and no abbreviation."""
_ITEM = re.compile(r"(?:[-–—]|[•·▪‣]\s?)\s*(?=[^\W\d_]|[\"“„«‘'])")
"""A dash or bullet before words, as speeches in subtitles and items of lists have it."""
_BEGINNINGS = tuple("-–—•·▪‣*+")
_SPEECH = tuple("\"“„«‘'»”")
_AT_HAND = 1 << 15
"""Judgements kept: repair and then the appraisal ask for those of a slice, of the first leg once a language."""
_WORD = re.compile(r"[\w’'-]+(?!\S?[\w/@])")
"""A first word; none that goes on as a name of a file or an address does."""
_PART = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Assessment:
    """What is wrong with a translation; the lower `cost`, the better."""

    cost: int
    checks: tuple[str, ...] = ()
    """Names of the checks that found something that counts, and of the slips."""
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
    """What all checks of single texts find, what is lost, and slips."""
    gone = lost(protected, translation, languages.target, languages.flags)
    hits = _hits(text, translation, languages)
    weights = {name: 0 for name, _, _ in hits}
    for name, severity, _ in hits:
        weights[name] += _WEIGHTS[severity] or (name == _UNSURE)
    weights |= dict.fromkeys(_slips(text, translation, languages), _WEIGHTS[Severity.WARNING])
    cost = _LOST * len(gone) + sum(weights.values())
    cost += "copied" in weights and text.isupper()  # a heading with one word left over is better than its copy
    left = tuple(span for name, _, span in hits if name == _UNSURE)
    return Assessment(cost, tuple(name for name, weight in weights.items() if weight), tuple(gone), left)


def finished(text: str, translation: str, languages: Languages, protected: Sequence[Protected] = ()) -> str:
    """With marks, spaces and numbers as the language writes them, end mark and capital as the text has them."""
    translation = _begun(text, _ended(text, translation.strip()))
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


@lru_cache(_AT_HAND)
def _hits(text: str, translation: str, languages: Languages) -> tuple[tuple[str, Severity, Span], ...]:
    pair = _pair(text, translation, languages)
    return tuple(
        (name, hit.severity or check.rule.severity, hit.span)
        for name, check in checks().items()
        for hit in (check.pair(pair) if check.pair else ())
    )


@lru_cache(_AT_HAND)
def _slips(text: str, translation: str, languages: Languages) -> tuple[str, ...]:
    return slips(_pair(text, translation, languages))


@lru_cache(8)
def _pair(text: str, translation: str, languages: Languages) -> Pair:
    return Pair(text, translation, languages.source, languages.target, languages.flags, None, languages.glossary)


@cache
def _safe() -> tuple[Check, ...]:
    """Those whose edits need no judgement."""
    return tuple(check for check in checks().values() if check.safe)


def slipped(text: str, translation: str, languages: Languages) -> int:
    """How many slips the translation has; a word that may be one of both languages is one, too."""
    hits = _hits(text, translation, languages)
    unsure = any(name == _UNSURE and severity is Severity.INFO for name, severity, _ in hits)
    return len(_slips(text, translation, languages)) + unsure


def _begun(text: str, translation: str) -> str:
    """Without a dash or bullet that the text has not; a dash may stand for the quotation marks of a speech."""
    match = _ITEM.match(translation)
    if match is None or text.lstrip().startswith(_BEGINNINGS):
        return translation
    speech = text.lstrip().startswith(_SPEECH) and match[0][0] in "–—"
    body = translation[match.end() :]
    return translation if speech and not body.startswith(_SPEECH) else body


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
