"""A number was lost, changed or added.

Numbers are compared as values, each read as its language writes it: 1.234,5 and 1,234.5, 3 Mio. and 3 million,
15.30 Uhr and 3:30 p.m., 19. Jahrhundert and XIX век. Numbers written as words count, too. A month in a date and the
percent sign belong to the number.

Bad:  38 Menschen starben. | 83 people died.
Bad:  Er zahlte 3,50 Euro. | He paid 3 euros.
Bad:  Es kostet 3 Mrd. Euro. | It costs 3 million euros.
Bad ru: Milliarden von Menschen | миллионы людей
Bad:  Er kam 2024 zurück. | He came back.
Bad:  Er kam zurück. | He came back in 2024.
Bad:  Die Quote stieg auf 3 %. | The rate rose to 3.
Bad ru: am 9. Mai | 9 июня
Good: Er zahlte 1.234,50 Euro. | He paid 1,234.50 euros.
Good ru: Er zahlte 1.234,50 Euro. | Он заплатил 1⍽234,50 евро.
Good: Um 15.30 Uhr kamen drei Gäste. | At 3:30 p.m. 3 guests came.
Good ru: im 19. Jahrhundert | в XIX веке
Good: am 03.10.2024 | on October 3, 2024
Good ru: in den 1980er-Jahren | в 80-х годах
Good: zweieinhalb Millionen | 2.5 million
Good az: 2,5 Mio. Menschen | 2,5 milyon insan
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from l10n.checks import Hit
from l10n.linguistics.months import months, names_month
from l10n.linguistics.numbers import Number, Value, magnitudes
from l10n.linguistics.numerals import roman, spelled
from l10n.linguistics.pair import Pair, contains_any
from l10n.model import Severity

SEVERITY = Severity.ERROR

_DIGITS = frozenset("0123456789¼½¾")
_PERCENT = re.compile(r"[%٪‰]|prozent|percent|per cent|процент|відсотк|відсотк|faiz|проц", re.IGNORECASE)
_PERCENTS = ("%", "rozent", "ercent", "роцент", "ідсот", "faiz")
_MAGNITUDE = ("illi", "илли", "млн", "млрд", "мільй", "мільярд", "ilyon", "ilyard", "трлн", "рильйон")
_RUN = re.compile(r"\d+|[¼½¾]")
_ABBREVIATED = re.compile(r"\d\W{0,2}(?:Mio|Mrd|Tsd|Bio|[mb]n|[kmb]\b|тыс|тис|min|mln|mlrd)")
_TIME = re.compile(r"\d{1,2}:\d\d")
_HOUR = re.compile(r"\d{1,2}[:.]00")
_DAY, _MONTHS = 24, 12
_CLOCK = re.compile(
    r"\b[ap]\.?\s?m\b|uhr|\d:\d\d|\bчас|\bгодин|\bsaat|o'clock|o’clock|ранку|вечора|утра|вечера|дня", re.IGNORECASE
)
_UNITS = (0.6214, 1.6093, 3.2808, 0.3048, 2.2046, 0.4536, 2.471, 0.4047, 0.2642, 3.7854)
"""Kilometres and miles, metres and feet, kilograms and pounds, hectares and acres, litres and gallons, both ways."""
_ROUNDED = 0.03
_QUANTITY = 10**9
_NOON = 12
_HALF = re.compile(r"\b(\d{1,2})(?:[.:]\d\d)?\s?([ap])\.?\s?m\b\.?", re.IGNORECASE)
_HOURS = re.compile(r"(?<![\d.:])(\d{1,2})(?=(?:[.:]\d\d)?\s?(?:Uhr|bis|und|–|-))")
_EVENING = re.compile(r"\babends?\b|nachmittag|\bnachts?\b|\bmittag|\bmorgens?\b")
"""With these, a German hour may be on a clock of twelve."""
_SHORT_YEAR = re.compile(r"\d{4}\s?[–—/-]\s?['’]?\d{2}(?!\d)|['’]\d{2}(?!\d)")


def check(pair: Pair) -> Iterator[Hit]:
    """Figures, then magnitudes in words, months and percent."""
    found: list[Hit] = []
    in_source, in_target = not pair.source_chars.isdisjoint(_DIGITS), not pair.target_chars.isdisjoint(_DIGITS)
    if in_source or in_target:
        found = [] if _plainly_equal(pair) else list(_figures(pair))
        yield from found
        if in_source and in_target and names_month(pair.source_lower, pair.source_language):
            yield from _months(pair)
        if not found and in_source:
            yield from _half_day(pair)
    elif contains_any(pair.source, _MAGNITUDE):
        yield from _magnitudes(pair)
    if not found and contains_any(pair.source, _PERCENTS):
        yield from _percent(pair)


def _plainly_equal(pair: Pair) -> bool:
    """The same digits, and no word for a magnitude: by far the most common case, and quick to tell."""
    source, target = pair.source_plain, pair.target_plain
    if set(_RUN.findall(source)) != set(_RUN.findall(target)):
        return False
    if contains_any(source, _MAGNITUDE) or contains_any(target, _MAGNITUDE):
        return False
    return not _ABBREVIATED.search(source)


def _figures(pair: Pair) -> Iterator[Hit]:
    source, target = pair.source_numbers, pair.target_numbers
    missing = [
        one for one in source if not _all_in(one, target, pair.target_plain, pair.target_lower, pair.language, pair)
    ]
    extra = [
        one
        for one in target
        if not _all_in(one, source, pair.source_plain, pair.source_lower, pair.source_language, pair)
    ]
    for old, new in zip(missing, extra, strict=False):
        if _shown(old, pair.source) == _shown(new, pair.target):
            continue
        yield Hit(f"“{_shown(old, pair.source)}” is “{_shown(new, pair.target)}” here", new.span, old.span)
    for old in missing[len(extra) :]:
        yield Hit(f"“{_shown(old, pair.source)}” is missing", source_span=old.span)
    for new in extra[len(missing) :]:
        severity = Severity.INFO if _converted(new, source) else Severity.WARNING
        yield Hit(f"“{_shown(new, pair.target)}” is not in the source", new.span, severity=severity)


def _converted(number: Number, source: Sequence[Number]) -> bool:
    """A quantity of the source in another unit: 50 Kilometer (31 miles)."""
    values = [float(value) for one in source for value in one.values if 0 < value < _QUANTITY]
    new = float(number.values[0]) if number.values[0] < _QUANTITY else 0.0
    return any(abs(new / (value * factor) - 1) < _ROUNDED for value in values for factor in _UNITS)


def _all_in(number: Number, others: Sequence[Number], text: str, lower: str, lang: str, pair: Pair) -> bool:
    """The other text has the number: in figures, in words, or in another usual way."""
    known = {value for other in others for value in (*other.values, *other.loose)}
    if _TIME.fullmatch(number.text) and int(number.text.replace(":", "")) in known:  # 12:00 as 1200
        return True
    if all(value in known for value in number.values) or not known.isdisjoint(number.loose):
        return True
    if number.power and number.power in {other.power for other in others}:
        known |= {Decimal(value).scaleb(number.power) for value in known}  # from 3 to 8 million
    return all(
        value in known
        or spelled(value, lower, lang)
        or _kin(value, known, text, pair)
        or (value <= _MONTHS and (number.date or "/" in number.text))
        or (value == 0 and _HOUR.fullmatch(number.text))
        for value in number.values
    )


def _kin(value: Value, known: set[Value], text: str, pair: Pair) -> bool:
    """The same in another way: on a clock of twelve hours, a decade, a year without its century, a Roman numeral."""
    if value <= _DAY and not known.isdisjoint((value + 12, value - 12)) and _any(_CLOCK, pair):
        return True
    years = (
        value % 100 in known if _is_year(value) else any(_is_year(other) and other % 100 == value for other in known)
    )
    if years and (value % 10 == 0 or _any(_SHORT_YEAR, pair)):
        return True
    if _is_year(value) and value % 100 == 0 and value // 100 + 1 in known:  # 1800er, 19 век
        return True
    return value < 90 and value in roman(text)


def _is_year(value: Value) -> bool:
    return 1000 < value < 2100


def _any(pattern: re.Pattern[str], pair: Pair) -> bool:
    return bool(pattern.search(pair.source) or pattern.search(pair.target))


def _shown(number: Number, text: str) -> str:
    """With the word for its magnitude."""
    if not number.power:
        return number.text
    rest = re.match(r"[\s-]*\w+\.?", text[number.span[1] :])
    return number.text + (rest[0] if rest else "")


def _magnitudes(pair: Pair) -> Iterator[Hit]:
    source, target = magnitudes(pair.source_plain, pair.source_language), magnitudes(pair.target_plain, pair.language)
    if source and target and source.isdisjoint(target):
        names = {6: "millions", 9: "10⁹", 12: "10¹²", 18: "10¹⁸"}
        shown = (", ".join(names[power] for power in sorted(powers)) for powers in (source, target))
        yield Hit("the source speaks of {}, the translation of {}".format(*shown))


def _months(pair: Pair) -> Iterator[Hit]:
    source = months(pair.source_plain, pair.source_language)
    target = months(pair.target_plain, pair.language)
    lost = [month for month in source if month not in target]
    new = [month for month in target if month not in source]
    for old, month in zip(lost, new, strict=False):
        first, last = source[old]
        start, end = target[month]
        yield Hit(f"“{pair.source[first:last]}” is “{pair.target[start:end]}” here", target[month], source[old])


def _half_day(pair: Pair) -> Iterator[Hit]:
    """An hour of the 24-hour clock on the wrong side of noon: 15 Uhr as 3 a.m."""
    if pair.language != "en" or "Uhr" not in pair.source or _EVENING.search(pair.source_lower):
        return
    hours = {int(hour) for hour in _HOURS.findall(pair.source_plain)}
    for half in _HALF.finditer(pair.target_plain):
        hour = int(half[1]) % _NOON + (_NOON if half[2].lower() == "p" else 0)
        if hour not in hours and (hour + _NOON) % _DAY in hours:
            yield Hit(f"“{half[0]}” is {hour}:00 on a clock of 24 hours, which the source has not", half.span())


def _percent(pair: Pair) -> Iterator[Hit]:
    match = _PERCENT.search(pair.source_plain)
    if match and pair.typography and not _PERCENT.search(pair.target_plain):
        yield Hit(f"“{match[0]}” is missing", source_span=match.span(), severity=Severity.WARNING)
