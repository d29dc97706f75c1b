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
    r"|euro|dollar|rubel|rouble|ruble|hrywn|hryvn|manat|pound|pfund|yen|cent|kilo|meter|metre|mile|meile|litre|liter"
    r"|tonn|hekt|hect|grad\b|degree|fu(?:ß|ss)\b|feet|pro[cz]ent|per ?cent|faiz|mi[ol]|mrd|tsd|tausend|thousand|bil"
    r"|евро|євро|доллар|долар|рубл|гривен|гривн|манат|цент|кило|кіло|метр|мил[ьяи]|литр|літр|тонн|градус|фунт|фут"
    r"|процент|відсот|тыс|тис|млн|мил|мільй|avro|dərəcə|fut|min\b|mlrd|мільярд|млрд)",
    re.IGNORECASE,
)


def measured(text: str, number: Number) -> bool:
    """A unit, a currency or a percent sign stands beside the figure."""
    start, end = number.span
    before = text[max(0, start - 2) : start].strip(SPACES)
    return bool(number.power or before[-1:] in tuple("$€£¥₽₴₼") or _UNIT.match(text, end))


_UNITS = (0.6214, 1.6093, 3.2808, 0.3048, 2.2046, 0.4536, 2.471, 0.4047, 0.2642, 3.7854)
"""Kilometres and miles, metres and feet, kilograms and pounds, hectares and acres, litres and gallons, both ways."""
_IMPERIAL = re.compile(
    r"\W{0,2}(?:mil[ei]|mi\b|feet|foot|ft\b|pound|lbs?\b|acre|gallon|mil\b|мил[ьяи]|фут|fut|фунт|funt|акр|fu(?:ß|ss)\b"
    r"|meile|pfund|галлон|галон)",
    re.IGNORECASE,
)
_CELSIUS, _FAHRENHEIT = (re.compile(rf"\W{{0,2}}(?:\w+\s)?{name}", re.IGNORECASE) for name in ("[cсц]", "[fф]"))
_KILO = re.compile(r"\W?(?:kilo|k[gm]\b|кило|кіло|к[гм]\b|kq\b)", re.IGNORECASE)
_ROUNDED = 0.03
_TINY, _HUGE = Decimal(10) ** -9, 10**9


def sizes(numbers: Iterable[Number]) -> list[float]:
    """Their values of an ordinary size, in order."""
    return sorted(float(value) for number in numbers for value in number.values if _TINY < value < _HUGE)


def converted(number: Number, among: Sequence[float]) -> bool:
    """A quantity of the source in another unit: 50 Kilometer (31 miles)."""
    if not _TINY < number.values[0] < _HUGE:
        return False
    new = float(number.values[0])
    return any(_within(new / (1 + _ROUNDED) / factor, new / (1 - _ROUNDED) / factor, among) for factor in _UNITS)


def _within(low: float, high: float, among: Sequence[float]) -> bool:
    position = bisect_left(among, low)
    return position < len(among) and among[position] <= high


def same_measure(old: Number, new: Number, source: str, target: str) -> bool:
    """5 km as 3 miles, rounded, 30 °C as 86 °F, 1 t as 1,000 kg; the units stand after them."""
    if not all(_TINY < number.values[0] < _HUGE for number in (old, new)):
        return False
    ends = ((source, old.span[1]), (target, new.span[1]))
    first, last = (float(number.values[0]) for number in (old, new))
    if last in (first * 1000, first / 1000):
        old_kilo, new_kilo = (bool(_KILO.match(*position)) for position in ends)
        return old_kilo != new_kilo and measured(source, old) and measured(target, new)
    if bool(_IMPERIAL.match(*ends[0])) != bool(_IMPERIAL.match(*ends[1])):
        return converted(new, [first]) or any(round(first * factor) == last for factor in _UNITS)
    if _CELSIUS.match(*ends[0]) and _FAHRENHEIT.match(*ends[1]):
        return abs(first * 1.8 + 32 - last) <= 1 or abs(first * 1.8 - 32 - last) <= 1  # the second is below zero
    return False
