"""Wrong numbers: other digits, lost or made up, or written as in another language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from tests.seeding.material import Material, kind
from tests.seeding.texts import found, lost, one_of, put, words

_NUMBER = re.compile(r"(?<![\w.,:])\d+(?:[.,\u00a0\u202f]\d{3}(?!\d))*(?:[.,]\d+)?(?![.:]?\d)")
_YEAR = re.compile(r"(?<![\d,\u00a0])(?:19|20)\d\d(?![\d%]|[.,\u00a0]\d)")
_CLOCK = re.compile(r"\d{1,2}:\d\d|\d{1,2}(?= [ap]m\b| Uhr)")
_SUFFIX = r"(?:-[^\W\d]+)?(?=[\s.,:;!?)»”\]]|$)(?![.,]\d|\s?%)"
_GROUPING = {"en": ",", "de": ".", "az": "."}
_SPACES = "\u00a0\u202f"


def value(number: str, language: str) -> str:
    """The number as one writes it without grouping and with a decimal point."""
    grouping = _GROUPING.get(language, _SPACES)
    plain = re.sub(f"[{re.escape(grouping)}{_SPACES}]", "", number)
    return plain.replace(",", ".")


def values(text: str, language: str) -> list[str]:
    """All numbers, also those in dates and times."""
    rest = _NUMBER.sub(" ", text)
    return [value(match[0], language) for match in _NUMBER.finditer(text)] + re.findall(r"\d+", rest)


def _numbers(material: Material) -> list[re.Match[str]]:
    """Numbers of the translation that the source has too; no times."""
    known = values(material.source, material.source_language)
    clocks = [match.span() for match in _CLOCK.finditer(material.target)]
    return [
        match
        for match in found(_NUMBER, material.target)
        if value(match[0], material.language) in known
        and not any(start <= match.start() < end for start, end in clocks)
    ]


def is_new(number: str, material: Material) -> bool:
    """Neither the source nor the translation has this number."""
    known = values(material.source, material.source_language) + values(material.target, material.language)
    return value(number, material.language) not in known


def _another(material: Material, rng: Random, changes: Iterator[tuple[re.Match[str], str]]) -> str | None:
    plausible = (
        put(match, number)
        for match, number in changes
        if is_new(number, material) and _NUMBER.fullmatch(number) and not re.match(r"0\d", number)
    )
    return one_of(rng, plausible)


def _dropped(material: Material, rng: Random) -> str | None:
    """1.234 → 1.23 would be a grouping error as well: digits go only where none have to be counted."""

    def changes() -> Iterator[tuple[re.Match[str], str]]:
        for match in _numbers(material):
            first, *rest = re.finditer(r"\d+", match[0])
            for run in (first, *rest[-1:]):
                if len(run[0]) > 1 and (run is first or len(run[0]) != 3):
                    yield from ((match, match[0][:at] + match[0][at + 1 :]) for at in range(*run.span()))

    return _another(material, rng, changes())


def _swapped(material: Material, rng: Random) -> str | None:
    def changes() -> Iterator[tuple[re.Match[str], str]]:
        for match in _numbers(material):
            for pair in re.finditer(r"(?=(\d)(\d))", match[0]):
                at = pair.start()
                yield match, match[0][:at] + pair[2] + pair[1] + match[0][at + 2 :]

    return _another(material, rng, changes())


def _other_digit(material: Material, rng: Random) -> str | None:
    def changes() -> Iterator[tuple[re.Match[str], str]]:
        for match in _numbers(material):
            for digit in re.finditer(r"\d", match[0]):
                yield from ((match, match[0][: digit.start()] + n + match[0][digit.end() :]) for n in "123456789")

    return _another(material, rng, changes())


def number_lost(material: Material, rng: Random) -> str | None:
    """A number is missing, with what hangs on it: 2024-cü."""
    text = material.target
    known = values(text, material.language)
    places = [
        whole
        for match in _numbers(material)
        if known.count(value(match[0], material.language)) == 1
        and text[: match.start()][-1:] in ("", " ", "\u00a0")
        and (whole := re.compile(re.escape(match[0]) + _SUFFIX).match(text, match.start()))
    ]
    return one_of(rng, [lost(place) for place in places])


def _added(material: Material, rng: Random) -> str | None:
    number = str(rng.randint(2, 97))
    places = [match for match in words(material.target) if match.start() and match[0].islower()]
    inside = [match for match in places if material.target[match.start() - 1] == " "]
    spoiled = one_of(rng, [put(match, f"{number} {match[0]}") for match in inside])
    return spoiled if is_new(number, material) else None


def _year(material: Material, rng: Random) -> str | None:
    def changes() -> Iterator[str]:
        for match in found(_YEAR, material.target):
            if match[0] in material.source:
                years = {int(match[0]) + step for step in (-10, -2, -1, 1, 2, 10)}
                years.add(int(match[0][:2] + match[0][3] + match[0][2]))
                yield from (put(match, str(year)) for year in sorted(years) if is_new(str(year), material))

    return one_of(rng, changes())


def _doubled(material: Material, rng: Random) -> str | None:
    """The same once more, beside itself or in front of another word."""
    text, known = material.target, values(material.source, material.source_language)
    numbers = [
        match
        for match in _numbers(material)
        if known.count(value(match[0], material.language)) == 1 and len(re.findall(rf"\b{match[0]}\b", text)) == 1
    ]
    number = one_of(rng, numbers)
    if number is None:
        return None
    inside = [match for match in words(text) if match[0].islower() and text[match.start() - 1 : match.start()] == " "]
    other = one_of(rng, inside)
    return (
        put(number, f"{number[0]} {number[0]}")
        if other is None
        else one_of(rng, (put(number, f"{number[0]} {number[0]}"), put(other, f"{number[0]} {other[0]}")))
    )


def _foreign_marks(material: Material, rng: Random) -> str | None:
    """The source's way of grouping, or that of English: many drafts come by way of it."""
    texts = {"en": material.targets.get("en", ""), material.source_language: material.source}
    foreign = [
        (match[0], value(match[0], language))
        for language, text in texts.items()
        for match in found(_NUMBER, text)
        if language != material.language and re.search(r"[.,]", match[0])
    ]
    return one_of(
        rng,
        (
            put(match, other)
            for match in _numbers(material)
            for other, same in foreign
            if same == value(match[0], material.language) and other != match[0]
        ),
    )


KINDS = (
    kind("digit-dropped", "numbers", _dropped),
    kind("digits-swapped", "numbers", _swapped),
    kind("other-digit", "numbers", _other_digit),
    kind("number-lost", "numbers", number_lost),
    kind("number-added", "numbers", _added),
    kind("number-doubled", "numbers", _doubled),
    kind("year-changed", "numbers", _year),
    kind("foreign-decimal-marks", "number-format numbers", _foreign_marks),
)
