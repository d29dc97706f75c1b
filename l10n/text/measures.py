"""Numbers with a unit, and the same quantity in another one: 50 Kilometer as 31 miles."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from decimal import Decimal

from l10n.text.numbers import Number
from l10n.text.typography import SPACES

_UNIT = re.compile(
    rf"[{SPACES}-]?(?:[%‰°$€£¥₽₴₼]|(?:[kcmд]?m|km/h|[mk]?g|[hm]?l|ha|t|[км]?м|к?г|л|га|т|usd|eur|chf|rub|uah|azn)\b"
    r"|euro|dollar|rubel|rouble|ruble|hrywn|hryvn|manat|pound|pfund|yen|cent|kilo|meter|metr|mile|meile|litr|liter"
    r"|tonn|[zc]enti|santi|hekt|hect|grad\b|degree|fu(?:ß|ss)\b|feet|pro[cz]ent|per ?cent|faiz|mi[ol]|mrd|tsd|tausend"
    r"|thousand|bil|евро|євро|доллар|долар|рубл|гривен|гривн|манат|цент|кило|кіло|метр|мил[ьяи]|литр|літр|тонн|градус|фунт"
    r"|фут|процент|відсот|тыс|тис|млн|мил|мільй|avro|dərəcə|fut|min\b|mlrd|мільярд|млрд)",
    re.IGNORECASE,
)


def measured(text: str, number: Number) -> bool:
    """A unit, a currency or a percent sign stands beside the figure."""
    start, end = number.span
    before = text[max(0, start - 2) : start].strip(SPACES)
    return bool(number.power or before[-1:] in tuple("$€£¥₽₴₼") or _UNIT.match(text, end))


_UNITS = (0.6214, 1.6093, 3.2808, 0.3048, 2.2046, 0.4536, 2.471, 0.4047, 0.2642, 3.7854, 0.3937, 2.54)
"""Kilometres and miles, metres and feet, kilograms and pounds, hectares and acres, litres and gallons, centimetres and
inches, both ways."""
_METRIC = {
    "mile": (1.6093, 1609.3),
    "foot": (0.3048, 30.48),
    "inch": (2.54, 25.4, 0.0254),
    "pound": (0.4536, 453.6),
    "ounce": (28.35,),
    "acre": (0.4047, 4047.0),
    "gallon": (3.7854,),
}
"""What each is in metric units."""
_IMPERIAL = re.compile(
    r"\W{0,2}(?<![^\W\d_])(?:(?P<mile>mil[ei]|mi\b|mph\b|meile|mil\b|мил[ьяи])|(?P<foot>feet|foot|ft\b|fi?ut|fit\b|fu(?:ß|ss)\b|фут)"
    r"|(?P<inch>inch|zoll\b|düym|дюйм)|(?P<pound>pound|lbs?\b|pfund|funt|фунт)|(?P<ounce>ounce|oz\b|unze|unsiya|унці|унци)"
    r"|(?P<acre>acre|akr|акр)|(?P<gallon>gallon|галлон|галон|qallon))",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"[ \u00a0]?(?:[–—-]|(?:bis|und|to|and|or|до|и|или|і|та|або|və|ilə)\b)[ \u00a0]?(?:zu |to )?\d+(?:[.,]\d+)?"
)
"""From a number to the end of its range or list, where the unit stands."""
_DEGREE = re.compile(r"\W{0,2}(?:°|grad\b|degree|градус|dərəcə)", re.IGNORECASE)
_KILO = re.compile(r"\W?(?:kilo|k[gm]\b|кило|кіло|к[гм]\b|kq\b)", re.IGNORECASE)
_ROUNDED, _ROUGH = 0.03, 0.1
_TINY, _HUGE = Decimal(10) ** -9, 10**9


def sizes(numbers: Iterable[Number]) -> list[float]:
    """Their values of an ordinary size, in order."""
    return sorted(float(value) for number in numbers for value in number.values if _TINY < value < _HUGE)


def converted(number: Number, among: Sequence[float]) -> bool:
    """A quantity of the source in another unit: 50 Kilometer (31 miles)."""
    if not is_ordinary(number):
        return False
    new = float(number.values[0])
    return any(_within(new / (1 + _ROUNDED) / factor, new / (1 - _ROUNDED) / factor, among) for factor in _UNITS)


def conversions(number: Number, text: str) -> set[int]:
    """How much of each mile, foot, pound or the like that the text names the quantity is, in whole numbers."""
    if not is_ordinary(number):
        return set()
    value = float(number.values[0])
    units = {match.lastgroup or "" for match in _IMPERIAL.finditer(text)}
    exact = [value / factor for unit in units for factor in _METRIC[unit]]
    return {round(amount) for amount in exact if round(amount) and abs(amount / round(amount) - 1) < _ROUGH}


def in_metric(number: Number, text: str) -> set[int]:
    """How much the quantity is in metric units, in whole numbers, where a mile or the like stands after it."""
    unit = _IMPERIAL.match(text, unit_start(number, text))
    if unit is None or not is_ordinary(number):
        return set()
    exact = [float(number.values[0]) * factor for factor in _METRIC[unit.lastgroup or ""]]
    return {round(amount) for amount in exact if round(amount) and abs(amount / round(amount) - 1) < _ROUGH}


def is_imperial(number: Number, text: str) -> bool:
    """A mile, a foot, a pound or the like stands after the number, or after its range."""
    return in_imperial(text, unit_start(number, text))


def in_imperial(text: str, end: int) -> bool:
    """Such a unit stands there."""
    return _IMPERIAL.match(text, end) is not None


def unit_start(number: Number, text: str) -> int:
    """Where the unit stands."""
    after = _RANGE.match(text, number.span[1])
    return after.end() if after else number.span[1]


def _within(low: float, high: float, among: Sequence[float]) -> bool:
    position = bisect_left(among, low)
    return position < len(among) and among[position] <= high


def is_ordinary(number: Number) -> bool:
    """Neither 0 nor of a size that no measure has."""
    return _TINY < number.values[0] < _HUGE


def same_measure(old: Number, new: Number, source: str, target: str) -> bool:
    """5 km as 3 miles, rounded, 30 °C as 86 °F, 1 t as 1,000 kg; the units stand after them."""
    if not (is_ordinary(old) and is_ordinary(new)):
        return False
    ends = ((source, unit_start(old, source)), (target, unit_start(new, target)))
    first, last = (float(number.values[0]) for number in (old, new))
    if last in (first * 1000, first / 1000):
        old_kilo, new_kilo = (bool(_KILO.match(*position)) for position in ends)
        return old_kilo != new_kilo and measured(source, old) and measured(target, new)
    old_unit, new_unit = (_IMPERIAL.match(*position) for position in ends)
    if old_unit and not new_unit:
        return _is_metric(last, first, old_unit)
    if new_unit and not old_unit:
        return _is_metric(first, last, new_unit)
    return all(_DEGREE.match(*position) for position in ends) and _same_heat(first, last)


def _is_metric(metric: float, imperial: float, unit: re.Match[str]) -> bool:
    """It is that many of these units, both perhaps rounded."""
    exact = (imperial * factor for factor in _METRIC[unit.lastgroup or ""])
    return any(abs(value / metric - 1) < _ROUGH or round(value) == metric for value in exact)


def _same_heat(first: float, last: float) -> bool:
    """One is in degrees Celsius, the other in degrees Fahrenheit; the second way is below zero."""
    return any(
        abs(celsius * 1.8 + 32 - other) <= 1 or abs(celsius * 1.8 - 32 - other) <= 1
        for celsius, other in ((first, last), (last, first))
    )
