"""How long translations usually are: a model fitted to those of professionals (docs/checks.md)."""

from __future__ import annotations

import math

_MODEL = {
    ("de", "en"): (-0.142, 0.0072, 0.612, 3.5),
    ("de", "ru"): (-0.080, 0.0103, 1.463, 3.2),
    ("de", "az"): (-0.067, 0.0076, 2.520, 3.0),
    ("de", "uk"): (-0.129, 0.0033, 2.242, 3.2),
    ("en", "ru"): (0.062, 0.0068, 1.560, 3.8),
    ("en", "az"): (0.075, 0.0082, 1.940, 3.5),
    ("en", "uk"): (0.012, 0.0020, 1.700, 3.8),
}
"""Of the logarithm of the ratio of lengths: mean, and a and b of its variance a + b / n + 12 / n² for n characters; and
the standard deviations from which a translation is short: fewer where the lengths of good ones scatter more."""
_UNKNOWN = (0.0, 0.04, 2.5, 4.0)
_TITLES = 12.0
"""Short texts vary more than sentences, from which the model was made; from software strings."""


def excess(source: str, target: str, source_language: str, language: str) -> float:
    """Logarithm of the length over the usual one for this source text: 0 is as usual, below it is shorter."""
    mean, *_ = _MODEL.get((source_language, language), _UNKNOWN)
    return math.log((len(target) + 5) / (len(source) + 5)) - mean


def deviation(source: str, target: str, source_language: str, language: str) -> float:
    """The same in standard deviations; the source text must not be empty."""
    _, fixed, part, _ = _MODEL.get((source_language, language), _UNKNOWN)
    variance = fixed + part / len(source) + _TITLES / len(source) ** 2
    return excess(source, target, source_language, language) / math.sqrt(variance)


def short(source_language: str, language: str) -> float:
    """Standard deviations from which a translation between these languages is short."""
    return _MODEL.get((source_language, language), _UNKNOWN)[3]
