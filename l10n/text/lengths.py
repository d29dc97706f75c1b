"""How long translations usually are: a model fitted to those of professionals (docs/checks.md)."""

from __future__ import annotations

import math
from functools import cache

from l10n.languages import record
from l10n.languages.record import Lengths

_UNKNOWN = Lengths(0.0, 0.04, 2.5, 4.0)
_TITLES = 12.0
"""Short texts vary more than sentences, from which the model was made; from software strings."""


def excess(source: str, target: str, source_language: str, language: str) -> float:
    """Logarithm of the length over the usual one for this source text: 0 is as usual, below it is shorter."""
    sizes = len(target) * letters(language) + 5, len(source) * letters(source_language) + 5
    return math.log(sizes[0] / sizes[1]) - _usual(source_language, language).mean


def deviation(source: str, target: str, source_language: str, language: str) -> float:
    """The same in standard deviations; the source text must not be empty."""
    usual = _usual(source_language, language)
    size = len(source) * letters(source_language)
    variance = usual.fixed + usual.part / size + _TITLES / size**2
    return excess(source, target, source_language, language) / math.sqrt(variance)


def short(source_language: str, language: str) -> float:
    """Standard deviations from which a translation between these languages is short."""
    return _usual(source_language, language).short


@cache
def letters(lang: str) -> float:
    """Letters that a character of the language stands for: of Chinese three."""
    return record(lang).script.letters


@cache
def _usual(source_language: str, language: str) -> Lengths:
    return record(source_language).lengths.get(language, _UNKNOWN)
