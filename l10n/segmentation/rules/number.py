"""Rules on numbers: ordinals and dates go on, counts and years end a sentence."""

from __future__ import annotations

import regex

from l10n.segmentation.end_mark import Decision, EndMark
from l10n.segmentation.rules.continuation import in_open_bracket
from l10n.segmentation.traits import COUNT, NUMBER, only_with

_SECTION = regex.compile(r"\d{1,2}(?:\.\d{1,2}){0,4}\p{Ll}?|\p{L}|[IVX]{1,5}")
_PART_OF_NUMBER = regex.compile(r"(?r)\d/\d+")
_DATE_GOES_ON = regex.compile(r"\d{1,2}\.\s?(?:\d{4}|\d\d\b|\p{Ll})")
_MONTH_OR_YEAR = regex.compile(r"\d{1,2}\.|\d{4}")
_DAY = regex.compile(r"(?:.*\D)?\d{1,2}\.")
_ORDINAL_BEFORE = regex.compile(r"(?r)\d\.(?:\s\w{1,6}){0,2}")
_ROMAN = regex.compile(r"X{0,4}(?:IX|IV|V?I{0,3})")


@only_with(NUMBER)
def list_number_stands_alone(c: EndMark) -> Decision | None:
    """The number of a list item is a segment, as in the treebank UD Ukrainian-IU. Splits: 1. | Затвердити план."""
    item = not c.lead and c.number is not None and c.number < 100 and not c.closers
    return Decision.SPLIT if item and c.next[:1].isupper() else None


def list_marker(c: EndMark) -> Decision | None:
    """A number or letter that begins a segment counts. Joins: 1. Der Plan. Joins: 2.1. Ziele. Joins: 3a.) Kosten."""
    marker = c.mark == "." and c.closers in ("", ")") and c.first
    return Decision.JOIN if marker and _SECTION.fullmatch(c.token) else None


@only_with(COUNT)
def ordinal_goes_on(c: EndMark) -> Decision | None:
    """Where sentences end in verbs a small number counts. Joins: Kral 2. Ramses öldü. Joins: Papa VI. Paul geldi."""
    small = c.number is not None and c.number < 100
    numeral = small or (len(c.token) > 1 and _ROMAN.fullmatch(c.token))
    return Decision.JOIN if numeral and not c.starter and not c.closers else None


@only_with(NUMBER)
def list_marker_in_quotes(c: EndMark) -> Decision | None:
    """A small number right after an opening quote counts. Joins: Das Gebot „1. Kein Rauch“ gilt."""
    if c.number is None or c.number > 99:
        return None
    return Decision.JOIN if c.before[: -len(c.token)].endswith(("„", '"', "»", "«", "“")) else None


@only_with(NUMBER)
def list_marker_after_colon(c: EndMark) -> Decision | None:
    """A small number after a colon counts. Joins: Der Plan: 1. Ruhe. Splits: Es steht wie folgt: 5. | Das reicht."""
    if c.number is None or c.number >= 40 or c.starter:
        return None
    return Decision.JOIN if c.lead.endswith(":") else None


@only_with(NUMBER)
def ordinal_in_brackets(c: EndMark) -> Decision | None:
    """In brackets a number is a minute or rank. Joins: Tore: Maier (60. Minute)"""
    return Decision.JOIN if c.number is not None and not c.starter and in_open_bracket(c) else None


@only_with(NUMBER)
def ordinal_after_dash(c: EndMark) -> Decision | None:
    """A small number after a dash counts. Joins: sein Ziel – 3. Platz"""
    if c.number is None or c.number >= 60 or c.starter:
        return None
    return Decision.JOIN if c.previous in ("–", "-", "—") else None


@only_with(NUMBER)
def day_before_month(c: EndMark) -> Decision | None:
    """A number before the name of a month is a day. Joins: am 9. Mai"""
    return Decision.JOIN if c.number is not None and c.next in c.words.months else None


@only_with(NUMBER)
def date_in_numbers(c: EndMark) -> Decision | None:
    """Day, month and year. Joins: am 24. 12. 2024"""
    if c.number is None or c.number > 31 or not c.next[0].isdigit():
        return None
    goes_on = _DATE_GOES_ON.match(c.following)
    ends = _DAY.fullmatch(c.previous) and _MONTH_OR_YEAR.match(c.following)
    return Decision.JOIN if goes_on or ends else None


@only_with(NUMBER)
def year_ends(c: EndMark) -> Decision | None:
    """A year ends the sentence. Splits: Das war im Dezember 2024. | Moskau schwieg."""
    year = c.number is not None and 1000 < c.number < 2200 and c.token[-4:].isdigit()
    return Decision.SPLIT if year else None


@only_with(COUNT)
def ordinal_before_its_noun(c: EndMark) -> Decision | None:
    """A noun that is counted goes on. Joins: Im 2. Weltkrieg. Joins: zum XX. Parteitag"""
    if not _counts(c) or (c.starter and c.previous not in c.words.determiners):
        return None
    noun = c.next.rpartition("-")[2]
    return Decision.JOIN if noun in c.words.ordinal_nouns or _ends_as(noun, c.words.ordinal_endings) else None


@only_with(NUMBER)
def number_before_starter(c: EndMark) -> Decision | None:
    """A sentence begins. Splits: Der Kurs stieg auf 40. | Das ist viel."""
    return Decision.SPLIT if c.number is not None and c.starter else None


@only_with(COUNT)
def ordinal_after_determiner(c: EndMark) -> Decision | None:
    """An article before the number makes it an ordinal. Joins: beim 3. Anlauf"""
    return Decision.JOIN if not c.starter and c.previous in c.words.determiners and _counts(c) else None


@only_with(NUMBER)
def series_of_ordinals(c: EndMark) -> Decision | None:
    """Ordinals come in pairs. Joins: der 3. und 4. Bezirk. Joins: der 1., 2. und 3. Bezirk"""
    if c.number is None:
        return None
    return Decision.JOIN if c.previous in c.words.conjunctions and _ORDINAL_BEFORE.match(c.lead) else None


@only_with(COUNT)
def ruler_by_number(c: EndMark) -> Decision | None:
    """A Roman numeral after a name goes on, but for a starter. Joins: Ludwig XIV. Frankreichs Sonnenkönig"""
    if not _is_roman(c.token) or not c.previous[:1].isupper():
        return None
    return Decision.SPLIT if c.starter else Decision.JOIN


@only_with(COUNT)
def number_ends(c: EndMark) -> Decision | None:
    """Any other number ends. Splits: Sie gewannen 2:1. | Trainer und Fans"""
    return Decision.SPLIT if c.token[-1:].isdigit() else None


def _counts(c: EndMark) -> bool:
    if c.number is not None:
        return _PART_OF_NUMBER.match(c.before) is None  # Nr. 338/97
    return len(c.token) > 1 and _is_roman(c.token)


def _is_roman(token: str) -> bool:
    return token.isupper() and bool(_ROMAN.fullmatch(token))


def _ends_as(noun: str, endings: frozenset[str]) -> bool:
    return any(noun[size:] in endings for size in range(1, len(noun) - 2))
