"""Metric quantities that come from miles, feet and pounds: translators round them, each in their own way."""

from __future__ import annotations

import re

from l10n.model import Span
from l10n.text.measures import is_ordinary, unit_start
from l10n.text.numbers import Number, Value

_UNIT = re.compile(
    r"\W{0,2}(?<![^\W\d_])(?:(?P<km>km\b|kilomet|км\b|к[иі]лом)|(?P<cm>cm\b|[zc]entimet|см\b|сантим|santim)"
    r"|(?P<mm>mm\b|mil+imet|мм\b|мил+им|мілім)|(?P<m>m\b|met|м\b|метр)|(?P<kg>kg\b|kq\b|kilo|кг\b|к[иі]ло)"
    r"|(?P<g>g\b|gram|г\b|грам|q(?:ram)?\b)|(?P<l>l\b|lit|л\b|л[иі]тр)|(?P<ha>ha\b|he[ck]t|га\b|гект))",
    re.IGNORECASE,
)
_IMPERIAL = {
    "km": (1.609344,),
    "m": (0.3048, 0.9144),
    "cm": (2.54, 30.48),
    "mm": (25.4,),
    "kg": (0.45359237,),
    "g": (28.349523,),
    "l": (3.785412, 4.54609, 0.473176),
    "ha": (0.404686,),
}
"""What a mile is in kilometres, a foot and a yard in metres, and so on."""
_FEW, _STEP = 20, 5
"""Amounts that people give in such units: all up to twenty, then every fifth."""
_CLOSE = 0.03
_HEIGHT = re.compile(
    r"(?<![\d.,])(\d)(?:[ -]?(?:foot|feet|ft|fu(?:ß|ss)|фут\w*|fut)[ ,-]{1,2}|['’′] ?)(\d{1,2})(?![\d.,:])",
    re.IGNORECASE,
)
"""6-foot-6, 6 feet 6 inches, 6'6"."""
_FOOT, _INCH = 0.3048, 0.0254


def rounded(old: Number, new: Number, source: str, target: str) -> bool:
    """Both have the same metric unit; one is a round number of miles or the like, the other one hardly differs.

    85 miles are 137 km, or some 136: who translates the translation need not find the same.
    """
    unit = _unit(old, source)
    if not unit or unit != _unit(new, target) or not (is_ordinary(old) and is_ordinary(new)):
        return False
    first, last = old.values[0], new.values[0]
    ways = ((first, last), (last, first)) if close_to(float(first), float(last)) else ()
    return any(_is_rounded(value, other, factor) for value, other in ways for factor in _IMPERIAL[unit])


def heights(text: str) -> list[tuple[Span, float]]:
    """Feet with inches, each with its place and in metres."""
    return [(match.span(), int(match[1]) * _FOOT + int(match[2]) * _INCH) for match in _HEIGHT.finditer(text)]


def close_to(value: float, other: float) -> bool:
    """Up to rounding; `other` is not 0."""
    return abs(value / other - 1) < _CLOSE


def _unit(number: Number, text: str) -> str:
    """What stands after the number, or after its range; empty if it is no metric unit."""
    match = _UNIT.match(text, unit_start(number, text))
    return (match and match.lastgroup) or ""


def _is_rounded(value: Value, other: Value, factor: float) -> bool:
    """`value` is a round number of these units to its last digit, `other` as much, or a round number itself."""
    amount = float(value) / factor
    step = 1 if amount < _FEW else _STEP
    exact = step * round(amount / step) * factor
    unit = _last_digit(other)
    return (
        exact > 0
        and abs(exact - float(value)) <= _last_digit(value) / 2
        and (abs(exact - float(other)) <= unit or round(float(other) / unit) % _STEP == 0)
    )


def _last_digit(value: Value) -> float:
    """What one more in it is worth."""
    return float(10 ** -len(str(value).partition(".")[2]))
