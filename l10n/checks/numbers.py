"""A number was lost, changed, added or said twice.

Numbers are compared as values, each read as its language writes it: 1.234,5 and 1,234.5, 3 Mio. and 3 million,
15.30 Uhr and 3:30 p.m., 19. Jahrhundert and XIX век. Numbers written as words count, too. A month in a date and the
percent sign belong to the number. The same quantity may be in another unit; one that comes from miles, feet or pounds
and was rounded otherwise is noted: 136 Kilometer and 137 км. So is 100 % in words, and in texts of programs another
year within quotation marks, which is an example.

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
Bad:  Er zahlte 1.500 Euro. | He paid 1.5 euros.
Bad:  Er zahlte 5 Tausend Euro. | He paid 5 euros.
Bad:  Am 3.10.2024 | on 10 March 2024
Good: am 31. 12. 2023 | on 31 December 2023
Bad:  Um 15 Uhr kamen 20 Leute. | At 3 p.m. 8 people came.
Good: von 15 bis 17 Uhr | from 3 to 5 p.m.
Bad:  Es endete 3:1. | It ended 1:3.
Bad ru: Am 5. Mai kam sie. | Она приехала 5 5 мая.
Bad en-ru: 14 lakh people | 14 миллионов человек
Good en-ru: 14 lakh people, 2,06,737 more | 1 400 000 человек, ещё 206 737
Good en-ru: between £3million and £8million | от 3 до 8 миллионов фунтов
Good en-ru: about 600,000 to 700,000 years ago | около 600–700 тысяч лет назад
Good en-ru: until 10 a.m. (0200GMT) | до 10 часов (02:00 GMT)
Good: 3½ und 1½ Jahre alt | 3 1/2 and 1 1/2 years old
Good: 20 Prozentpunkte vorn | 20 points ahead
Good: Sie liegt 8 km entfernt. | It is 5 miles away.
Good en-uk: Percentage of the width | Відсоток ширини
Good en-uk: Copyright 2002-2005, 2014 X | © X, 2002, 2003, 2004, 2005, 2014
Good: Gebiete 3 bis 5 sind offen. | Areas 3, 4 and 5 are open.
Good: Die Jahre 2001, 2002 und 2003 | The years 2001–2003
Bad:  Die Jahre 2001–2004 | The years 2001, 2002, 2004 and 2006
Good en-ru: A 5 1/4" disk and ⅓ of 3.5 tons | Диск 5¼" и 1/3 от 3½ тонны
Bad en-ru: A 5 1/4" disk | Диск 5 3/4"
Good en-uk: Rotate 1_80° | Повернути на _180°
Good en-de: Use `1` for all | Mit «1» für alle
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.languages import record
from l10n.model import Span
from l10n.model.findings import Severity
from l10n.pairs.doubled_numbers import doubled
from l10n.pairs.number_comparison import has, is_other_example, sides
from l10n.pairs.number_ranges import without_listed
from l10n.pairs.number_severity import change, gain, in_unknown_words, loss
from l10n.pairs.pair import Pair
from l10n.pairs.same_quantity import converted, rounded_pairs
from l10n.pairs.technical import DIGEST
from l10n.text.lazy import contains_any
from l10n.text.months import months
from l10n.text.numbers import FRACTIONS, Number, magnitudes

SEVERITY = Severity.ERROR

_DIGITS = frozenset(f"0123456789{FRACTIONS}")
_PERCENT = re.compile(
    r"(?<=\d)[\s\u00a0\u202f]?[%‰](?![a-z])|\bprozent\b|\bper ?cent\b(?!\spoint)|(?<=\d )(?:процент|відсот|faiz)",
    re.IGNORECASE,
)
"""What counts a share; a percentage may be called a share, and its points are points."""
_ANY_PERCENT = re.compile(r"[%٪‰]|prozent|per ?cent|процент|відсот|faiz|проц", re.IGNORECASE)
_PERCENTS = ("%", "rozent", "ercent", "роцент", "ідсот", "faiz")
_THOUSAND = ("ausend", "housand", "тыс", "тис", "lakh", "crore")
_MILLIONS = ("illi", "илли", "млн", "млрд", "мільй", "мільярд", "ilyon", "ilyard", "трлн", "рильйон")
_MAGNITUDE = (*_THOUSAND, *_MILLIONS)
_RUN = re.compile(rf"[\d{FRACTIONS}]+")
_ABBREVIATED = re.compile(r"\d\W{0,2}(?:Mio|Mrd|Tsd|Bio|[mb]n|[kmb]\b|тыс|тис|min|mln|mlrd)")
_DOTS = 2
_SCORE = re.compile(r"(\d{1,3}):(\d{1,3})")
_DAY, _MONTHS = 24, 12
_NOON = 12
_HALF = re.compile(r"\b(\d{1,2})(?:[.:]\d\d)?\s?([ap])\.?\s?m\b\.?", re.IGNORECASE)


def check(pair: Pair) -> Iterator[Hit]:
    """Figures, then magnitudes in words, months and percent."""
    hits: list[Hit] = []
    in_source, in_target = not pair.source_chars.isdisjoint(_DIGITS), not pair.target_chars.isdisjoint(_DIGITS)
    if in_source or in_target:
        hits = [] if _plainly_equal(pair) or DIGEST.search(pair.source) else list(_figures(pair))
        yield from hits
        if in_source and in_target:
            yield from _doubled(pair)
        if in_source and in_target and (pair.source_month or "." in pair.source_chars) and pair.target_month:
            spans = {hit.source_span for hit in hits}
            yield from (hit for hit in _months(pair) if hit.source_span not in spans)
        if not hits and in_source:
            yield from _half_day(pair)
        if ":" in pair.source_chars and ":" in pair.target_chars:
            yield from _scores(pair)
    elif contains_any(pair.source, _MAGNITUDE):
        yield from _magnitudes(pair)
    if not hits and contains_any(pair.source, _PERCENTS):
        yield from _percent(pair)


def _doubled(pair: Pair) -> Iterator[Hit]:
    for number, span, between in doubled(pair):
        severity = Severity.INFO if _explains(between, number, pair) else Severity.WARNING if between.strip() else None
        yield Hit(f"“{number}” is said twice", span, severity=severity)


def _explains(between: str, number: str, pair: Pair) -> bool:
    """One of them explains the other in brackets: 60 Minutes (60 минут), стандарт 3.0 (Standard 3.0)."""
    name = between.partition("(")[2]
    return (between.endswith("(") and not between.startswith(" (")) or bool(name and f"{name}{number}" in pair.source)


def _plainly_equal(pair: Pair) -> bool:
    """The same digits, and no word for a magnitude: by far the most common case, and quick to tell."""
    source, target = pair.source_plain, pair.target_plain
    if set(_RUN.findall(source)) != set(_RUN.findall(target)):
        return False
    if contains_any(source, _MAGNITUDE) or contains_any(target, _MAGNITUDE):
        return False
    return not _ABBREVIATED.search(source)


def _figures(pair: Pair) -> Iterator[Hit]:
    source, target = sides(pair)
    missing = [
        each for each in source.numbers if not (has(each, source, target, pair) or converted(each, source, target))
    ]
    extra = [
        each for each in target.numbers if not (has(each, target, source, pair) or converted(each, target, source))
    ]
    missing, extra = without_listed(missing, source, target), without_listed(extra, target, source)
    if is_other_example(len(missing), len(extra), pair):
        yield Hit(f"{len(missing)} numbers are others: another example?", severity=Severity.INFO)
        return
    for old, new in rounded_pairs(missing, extra, source, target):
        message = f"“{_shown(old, pair.source)}” is “{_shown(new, pair.target)}” here, rounded otherwise"
        yield Hit(message, new.span, old.span, severity=Severity.INFO)
        missing.remove(old)
        extra.remove(new)
    for old, new in zip(missing, extra, strict=False):
        if _shown(old, pair.source) != _shown(new, pair.target):
            message = f"“{_shown(old, pair.source)}” is “{_shown(new, pair.target)}” here"
            yield Hit(message, new.span, old.span, severity=change(old, new, source, target, pair))
    for old in missing[len(extra) :]:
        yield Hit(
            f"“{_shown(old, pair.source)}” is missing", source_span=old.span, severity=loss(old, source, target, pair)
        )
    for new in extra[len(missing) :]:
        severity = Severity.INFO if in_unknown_words(new, pair) else gain(new, source, target)
        yield Hit(f"“{_shown(new, pair.target)}” is not in the source", new.span, severity=severity)


def _shown(number: Number, text: str) -> str:
    """The number as the text has it, with the word for its magnitude."""
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
    source = _dates(pair) | months(pair.source_plain, pair.source_language)
    target = months(pair.target_plain, pair.language)
    lost = [month for month in source if month not in target]
    new = [month for month in target if month not in source]
    for old, month in zip(lost, new, strict=False):
        first, last = source[old]
        start, end = target[month]
        yield Hit(f"“{pair.source[first:last]}” is “{pair.target[start:end]}” here", target[month], source[old])


def _dates(pair: Pair) -> dict[int, Span]:
    """The months of dates in figures: 3.10.2024."""
    if pair.source.count(".") < _DOTS:
        return {}
    dates = [number for number in pair.source_numbers if number.date and "." in number.text]
    return {int(number.values[1]): number.span for number in dates if 1 <= number.values[1] <= _MONTHS}


def _scores(pair: Pair) -> Iterator[Hit]:
    """3:1 as 1:3."""
    source, target = (
        {number.text: number.span for number in side} for side in (pair.source_numbers, pair.target_numbers)
    )
    for text, span in source.items():
        score = _SCORE.fullmatch(text)
        turned = f"{score[2]}:{score[1]}" if score else text
        if turned in target and text not in target and turned not in source:
            yield Hit(f"“{text}” is “{turned}” here", target[turned], span, severity=Severity.WARNING)


def _half_day(pair: Pair) -> Iterator[Hit]:
    """An hour of the 24-hour clock on the wrong side of noon: 15 Uhr as 3 a.m."""
    clock = record(pair.source_language).clock
    if not (record(pair.language).clock.halves and clock.word and clock.word in pair.source):
        return
    if re.search(clock.daytime, pair.source_lower):
        return
    hours = {int(hour) for hour in re.findall(clock.hours, pair.source_plain)}
    for half in _HALF.finditer(pair.target_plain):
        hour = int(half[1]) % _NOON + (_NOON if half[2].lower() == "p" else 0)
        if hour not in hours and (hour + _NOON) % _DAY in hours:
            yield Hit(f"“{half[0]}” is {hour}:00 on a clock of 24 hours, which the source has not", half.span())


def _percent(pair: Pair) -> Iterator[Hit]:
    match = _PERCENT.search(pair.source_plain)
    if match and pair.typography and not _ANY_PERCENT.search(pair.target_plain):
        yield Hit(f"“{match[0]}” is missing", source_span=match.span(), severity=Severity.WARNING)
