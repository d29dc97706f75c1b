"""How long translations usually are: a model fitted to those of professionals (docs/checks.md)."""

from __future__ import annotations

import math
from functools import cache
from typing import NamedTuple

from l10n.languages import record
from l10n.languages.record import Lengths

_UNKNOWN = Lengths(0.0, 0.04, 2.5, 4.0)
_TITLES = 12.0
"""Short texts vary more than sentences, from which the model was made; from software strings."""


def excess(source: str, target: str, source_language: str, language: str) -> float:
    """Logarithm of the length over the usual one for this source text: 0 is as usual, below it is shorter."""
    known = _known(source_language, language)
    return _excess(len(source) * known.source_letters, len(target) * known.letters, known.usual)


def deviation(source: str, target: str, source_language: str, language: str) -> float:
    """The same in standard deviations; the source text must not be empty."""
    known = _known(source_language, language)
    size, usual = len(source) * known.source_letters, known.usual
    variance = usual.fixed + usual.part / size + _TITLES / size**2
    return _excess(size, len(target) * known.letters, usual) / math.sqrt(variance)


def _excess(source: float, target: float, usual: Lengths) -> float:
    return math.log((target + 5) / (source + 5)) - usual.mean


def short(source_language: str, language: str) -> float:
    """Standard deviations from which a translation between these languages is short."""
    return _known(source_language, language).usual.short


@cache
def letters(lang: str) -> float:
    """Letters that a character of the language stands for: of Chinese three."""
    return record(lang).script.letters


class _Known(NamedTuple):
    """What is known of two languages."""

    source_letters: float
    """Those of a character."""
    letters: float
    usual: Lengths


@cache
def _known(source_language: str, language: str) -> _Known:
    usual = record(source_language).lengths.get(language, _UNKNOWN)
    return _Known(letters(source_language), letters(language), usual)
