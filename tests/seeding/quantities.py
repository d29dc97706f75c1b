"""Wrong quantities: millions for billions, percent signs gone, other days and times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from tests.seeding.material import Material, kind
from tests.seeding.numbers import is_new
from tests.seeding.texts import found, lost, one_of, put

_MAGNITUDES = {
    "en": (("million", "billion"), ("billion", "million"), ("trillion", "billion")),
    "ru": (
        ("миллион", "миллиард"),
        ("миллиард", "миллион"),
        ("млн", "млрд"),
        ("млрд", "млн"),
        ("триллион", "миллиард"),
    ),
    "uk": (("мільйон", "мільярд"), ("мільярд", "мільйон"), ("млн", "млрд"), ("млрд", "млн"), ("трильйон", "мільярд")),
    "az": (
        ("milyonlar", "milyardlar"),
        ("milyardlar", "milyonlar"),
        ("milyon", "milyard"),
        ("milyard", "milyon"),
        ("mln", "mlrd"),
        ("mlrd", "mln"),
        ("trilyon", "milyard"),
    ),
}
_SOURCE_MAGNITUDE = re.compile(r"\b(?:Mio|Mrd|Bio)\.|(?:[mb]|tr)illi(?:on|arde)", re.IGNORECASE)
_PERCENT = {
    "en": r"%|[ \u00a0]per ?cent\b(?! points?)",
    "ru": r"[\u00a0\u202f]?%|[ \u00a0]процент\w*",
    "uk": r"[\u00a0\u202f]?%|[ \u00a0](?:відсот|процент)\w*",
    "az": r"%|[ \u00a0]faiz\w*",
}
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "az": "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
}
_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "ru": "понедельник среду четверг пятницу субботу воскресенье",
    "uk": "понеділок вівторок середу четвер п’ятницю суботу неділю",
}
_TIME = re.compile(r"(?<![\d:.,])(\d{1,2})(?::(\d\d))?(?![\d:])(?: Uhr| ?([ap]m)\b)?")
_NOON = 12 * 60


def _magnitude(material: Material, rng: Random, *, figures: bool) -> str | None:
    """A word for a million and more becomes another; behind figures, or where there are none."""
    text = material.target
    if not _SOURCE_MAGNITUDE.search(material.source):
        return None
    options = [
        put(match, new.capitalize() if match[0][0].isupper() else new)
        for old, new in _MAGNITUDES[material.language]
        for match in found(rf"(?i){old}(?!lar|ер|aire)", text)
        if figures == bool(re.search(r"\d\s$", text[: match.start()]))
    ]
    return one_of(rng, options)


def _with_figures(material: Material, rng: Random) -> str | None:
    return _magnitude(material, rng, figures=True)


def _in_words(material: Material, rng: Random) -> str | None:
    return _magnitude(material, rng, figures=False)


def _magnitude_lost(material: Material, rng: Random) -> str | None:
    if not _SOURCE_MAGNITUDE.search(material.source):
        return None
    stems = "|".join(old for old, _ in _MAGNITUDES[material.language])
    return one_of(rng, [lost(match) for match in found(rf"(?<=\d[ \u00a0])(?:{stems})\w*", material.target)])


def _percent_lost(material: Material, rng: Random) -> str | None:
    if not re.search(r"%|Prozent(?!punkt)|per ?cent(?! point)", material.source):
        return None
    return one_of(rng, [put(match, "") for match in found(_PERCENT[material.language], material.target)])


def _times(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """All times of day with their minutes since midnight or noon; a bare number is none."""
    for match in _TIME.finditer(text):
        if match[2] or match[0].endswith(("Uhr", "am", "pm")):
            yield match, (int(match[1]) * 60 + int(match[2] or 0)) % _NOON


def _time(material: Material, rng: Random) -> str | None:
    good = {time for _, time in _times(material.source)}

    def changes() -> Iterator[str]:
        for match, time in _times(material.target):
            if time not in good:
                continue
            hours, minutes = int(match[1]), int(match[2] or 0)
            last = 12 if match[3] else 23
            if match[2]:
                yield from (_clock(match, hours, minute) for minute in (0, 5, 15, 30, 45, 50) if minute != minutes)
            yield from (_clock(match, hour, minutes) for hour in (hours - 1, hours + 1) if 1 <= hour <= last)

    return one_of(rng, [text for text in changes() if not {time for _, time in _times(text)} <= good])


def _clock(match: re.Match[str], hours: int, minutes: int) -> str:
    """The text with another time, written as this one is."""
    time = f"{hours}:{minutes:02}" if match[2] else str(hours)
    return match.string[: match.start()] + time + match.string[match.end(2 if match[2] else 1) :]


def _half_day(material: Material, rng: Random) -> str | None:
    other = {"am": "pm", "pm": "am"}
    return one_of(rng, [put(match, other[match[0]]) for match in found(r"(?<=\d )[ap]m\b", material.target)])


def _days(material: Material) -> list[re.Match[str]]:
    """Days of a month that the source has, too."""
    months = _MONTHS[material.language].replace(" ", "|")
    dates = found(rf"(?<![\d.,])\d{{1,2}}(?= (?:{months})|\.\d\d?\.\d{{4}})", material.target)
    return [match for match in dates if re.search(rf"(?<!\d)0?{int(match[0])}(?!\d)", material.source)]


def _day(material: Material, rng: Random) -> str | None:
    other = (put(match, str(day)) for match in _days(material) for day in range(1, 29) if is_new(str(day), material))
    return one_of(rng, other)


def _no_day(material: Material, rng: Random) -> str | None:
    """A digit too many, or another in front: no month has so many days."""
    return one_of(rng, (put(match, str(day)) for match in _days(material) for day in range(32, 100)))


def _weekday(material: Material, rng: Random) -> str | None:
    """Another day of the week than the date behind it is."""
    names = _WEEKDAYS[material.language].split()
    places = found(rf"\b(?:{'|'.join(names)})(?=, \d)", material.target)
    return one_of(rng, (put(match, name) for match in places for name in names if name != match[0]))


KINDS = (
    kind("magnitude-changed", "numbers", _with_figures),
    kind("magnitude-changed-in-words", "numbers", _in_words),
    kind("magnitude-lost", "numbers", _magnitude_lost),
    kind("percent-lost", "numbers", _percent_lost),
    kind("time-changed", "numbers", _time),
    kind("morning-for-evening", "numbers", _half_day, "en"),
    kind("day-changed", "numbers", _day),
    kind("day-that-no-month-has", "dates", _no_day),
    kind("weekday-of-another-date", "dates", _weekday, "en ru uk"),
)
