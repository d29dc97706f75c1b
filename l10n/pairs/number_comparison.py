"""What the numbers of a text and its translation say of each other: the same number written otherwise is no error."""

from __future__ import annotations

import re
from collections.abc import Sequence

from l10n.languages import record
from l10n.model import Span
from l10n.pairs.pair import Pair
from l10n.text.lazy import contains_any, lazy
from l10n.text.measures import sizes
from l10n.text.metric import heights
from l10n.text.months import months
from l10n.text.numbers import TIME, Number, Value, digits, figures, is_hour
from l10n.text.numerals import roman, spelled

_MILITARY = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_HOUR = re.compile(r"\d{1,2}[:.]00")
_DAYS = re.compile(r"\W?(?:tag|day|дн|день|ден|gün)", re.IGNORECASE)
_WEEK = 7
_LARGEST = 10**24
_SHORT_YEAR = re.compile(r"\d{4}\s?[–—/-]\s?['’]?\d{2}(?!\d)|(?:['’]|\b[A-Z]{2})\d{2}(?!\d)")
_DAY, _MONTHS = 24, 12
_NAME_BEFORE = re.compile(r"[^\W\d_]+$|[A-Z][a-zA-Z]*-$")
_LONGEST_NAME = 24
_NAME_AFTER = re.compile("[A-Z](?![a-z])|[a-z]{3}")
_SECTION = re.compile(r"\w[*>_]?\($")
_CENTURY = re.compile(
    r"(?:th|st|nd|rd|-\w{1,3}|\.)?[ \u00a0](?:jahrhundert|jh\b|centur|век|ст\b|стол|əsr)", re.IGNORECASE
)
_DIMENSION = re.compile(r"-?D\b\W?|D")
_LINES, _SEVERAL, _MANY = 5, 2, 3
_COLUMNS = (" " * 4, "\t")
_ALL = re.compile(r"[\s\u00a0\u202f]?(?:%|prozent\b|per ?cent\b)", re.IGNORECASE)
_ROUND = re.compile(r"[ \u00a0-]?(?:финал|фінал|final)", re.IGNORECASE)
_PARTY = re.compile(r"(?<=3)rd[ -]part(?:y|ies)\b", re.IGNORECASE)


class Side:
    """What one text offers to the numbers of the other."""

    def __init__(self, numbers: Sequence[Number], raw: str, text: str, lower: str, lang: str) -> None:
        self.numbers, self.raw, self.text, self.lower, self.lang = numbers, raw, text, lower, lang
        self.known: set[Value] = {value for number in numbers for value in (*number.values, *number.loose)}
        self._said: dict[Value, bool] = {}

    @lazy
    def years(self) -> set[Value]:
        """Years without their century."""
        return {value % 100 for value in self.known if is_year(value)}

    @lazy
    def roman(self) -> set[int]:
        """The values of Roman numerals."""
        return roman(self.text)

    @lazy
    def months(self) -> dict[int, Span]:
        """The months in dates, and where they are."""
        return months(self.text, self.lang)

    @lazy
    def hours(self) -> set[Value]:
        """What stands beside a clock word."""
        return {number.values[0] for number in self.numbers if is_hour(number, self.text)}

    @lazy
    def sizes(self) -> list[float]:
        """The values of an ordinary size, in order."""
        return sizes(self.numbers)

    @lazy
    def heights(self) -> list[tuple[Span, float]]:
        """Feet with inches, in metres."""
        return heights(self.text)

    @lazy
    def hidden(self) -> set[str]:
        """The figures in what is no language: addresses, code, placeholders."""
        if self.raw == self.text:
            return set()
        return {figure for figure, (start, end) in figures(self.raw) if self.text[start:end] != figure}

    def says(self, value: Value) -> bool:
        """Whether the text has the value in words."""
        if value not in self._said:
            self._said[value] = value < _LARGEST and spelled(value, self.lower, self.lang)
        return self._said[value]


def sides(pair: Pair) -> tuple[Side, Side]:
    """The source is taken at its word; the translation may write numbers like another language."""
    strict = {value for number in pair.source_numbers for value in number.values}
    figures = {digits(number.text) for number in pair.source_numbers}
    source = [
        number if number.own == number.loose else number._replace(loose=number.own) for number in pair.source_numbers
    ]
    target = [number if not number.loose else _settled(number, strict, figures) for number in pair.target_numbers]
    return (
        Side(source, pair.source, pair.source_plain, pair.source_lower, pair.source_language),
        Side(target, pair.target, pair.target_plain, pair.target_lower, pair.language),
    )


def _settled(number: Number, strict: set[Value], figures: set[str]) -> Number:
    """Without the readings that nobody needs, and without 5 for 5,000 if the source has not the same digits."""
    if len(number.values) == 1 and number.values[0] in strict:
        return number._replace(loose=number.own)
    if digits(number.text) in figures:
        return number
    readings = {*number.values, *number.loose}
    return number._replace(loose=frozenset(value for value in number.loose if value * 1000 not in readings))


def in_weeks(number: Number, source: Side, target: Side) -> bool:
    """14 Tage as two weeks."""
    value = number.values[0]
    if value > 100 or value % _WEEK or not _DAYS.match(source.text, number.span[1]):
        return False
    week = record(target.lang).numbers.week
    return bool(week and week in target.lower) and (value // _WEEK in target.known or target.says(value // _WEEK))


def in_name(number: Number, text: str) -> bool:
    """It is part of a name or an identifier: ext4, COVID-19, 3D."""
    start, end = number.span
    return bool(_NAME_BEFORE.search(text[max(0, start - _LONGEST_NAME) : start]) or _NAME_AFTER.match(text, end))


def in_lost_name(number: Number, source: Side, target: Side) -> bool:
    """It ends a name of which the translation has nothing else either: COVID-19."""
    start = number.span[0]
    name = _NAME_BEFORE.search(source.text[max(0, start - _LONGEST_NAME) : start])
    return name is not None and name[0].rstrip("-").lower() not in target.lower


def is_reference(number: Number, text: str) -> bool:
    """The section of a manual page, mount(8), or a dimension, 3D, that other languages may say in words."""
    start, end = number.span
    if end - start > 1:
        return False
    before, after = text[max(0, start - 3) : start], text[end : end + 2]
    return bool(_SECTION.search(before) and after[:1] == ")") or bool(_DIMENSION.fullmatch(after))


def has(number: Number, own: Side, other: Side, pair: Pair) -> bool:
    """The other text has the number: in figures, in words, or in another usual way."""
    known = other.known
    if number.text in other.hidden or _clock(number, own, other) or _is_century(number, own, other):
        return True
    if all(value in known for value in number.values) or not known.isdisjoint(number.loose):
        return True
    return all(
        value in known
        or other.says(value)
        or _kin(value, own, other, pair)
        or (value <= _MONTHS and _may_be_date(number, other) and (not other.months or value in other.months))
        or (value == 0 and _HOUR.fullmatch(number.text))
        for value in number.values
    )


def _may_be_date(number: Number, other: Side) -> bool:
    """What has a stroke may, unless the other text has a stroke, too: 3/4 is no other date than 1/4."""
    return number.date or ("/" in number.text and not any("/" in each.text for each in other.numbers))


def _clock(number: Number, own: Side, other: Side) -> bool:
    """12:00 as 1200, 0200 as 02:00, and 1200 as 12 o'clock."""
    if TIME.fullmatch(number.text):
        return int(number.text.replace(":", "")) in other.known
    if _MILITARY.fullmatch(number.text) is None:
        hour = number.values[0]
        return hour <= _DAY and 100 * hour in other.known and hour in own.hours
    hours, minutes = number.text[:2], number.text[2:]
    return f"{hours}:{minutes}" in other.text or (minutes == "00" and int(hours) in other.hours)


def _is_century(number: Number, own: Side, other: Side) -> bool:
    """Where the other text has a decade or the hundreds: the 19th century, the 1800s."""
    if not _CENTURY.match(own.text, number.span[1]):
        return False
    decades = {year for year in other.known - own.known if is_year(year) and year % 10 == 0}
    return any(year // 100 + 1 == number.values[0] for year in decades)


def _kin(value: Value, own: Side, other: Side, pair: Pair) -> bool:
    """The same in another way: on a clock of twelve hours, a decade, a year without its century, a Roman numeral."""
    if value <= _DAY and any(
        hour in other.known and (value in own.hours or hour in other.hours) for hour in (value + 12, value - 12)
    ):
        return True
    years = value % 100 in other.known if is_year(value) else value in other.years
    if years and (value % 10 == 0 or _any(_SHORT_YEAR, pair)):
        return True
    if is_year(value) and value % 100 == 0 and value // 100 + 1 in other.known:  # 1800er, 19 век
        return True
    return value < 90 and value in other.roman


def _any(pattern: re.Pattern[str], pair: Pair) -> bool:
    return bool(pattern.search(pair.source) or pattern.search(pair.target))


def is_other_example(missing: int, extra: int, pair: Pair) -> bool:
    """A screen or listing of many lines with several other numbers: one that was made in the language."""
    several = _SEVERAL if contains_any(pair.source, _COLUMNS) else _MANY
    return pair.kind.is_technical and pair.source.count("\n") >= _LINES and min(missing, extra) >= several


def is_idiom(number: Number, text: str) -> bool:
    """100 %, 3rd-party and zoom 1:1 have no number in other languages, and the 3 of R^3 may be a small one."""
    start, end = number.span
    if number.text == "100" and _ALL.match(text, end):
        return True
    return number.text == "1:1" or text[start - 1 : start] == "^" or _PARTY.match(text, end) is not None


def is_round(number: Number, text: str) -> bool:
    """What other languages have a word for, or count by those who are left: 1/8 финала for the round of 16."""
    return number.text.startswith("1/") and _ROUND.match(text, number.span[1]) is not None


def is_year(value: Value) -> bool:
    """One of our time, or not long before."""
    return 1000 < value < 2100
