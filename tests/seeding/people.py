"""Names and abbreviations lost, names in small letters, words of the source in a row."""

from __future__ import annotations

import re
from random import Random

from tests.seeding.material import Material, kind
from tests.seeding.texts import found, lower, one_of, put, words

_CAPITAL = "[A-ZÇƏĞÖŞÜİІЇЄҐА-ЯЁ]"
_PERSON = re.compile(rf"(?<=[\w,] ){_CAPITAL}[^\W\d_]+ {_CAPITAL}[^\W\d_]+(?= ?[^\w ]| [^\W\d_A-ZА-Я]|$)")
_ABBREVIATION = re.compile(r"(?<![\w[-])[A-ZÇƏĞÖŞÜIА-Я]{3,6}(?![\w+-])")


def _people(material: Material) -> list[re.Match[str]]:
    """First and last name, of two people at least, in the source, too."""
    people, own = (
        [match for match in _PERSON.finditer(text) if not _goes_on(match)]
        for text in (material.target, material.source)
    )
    return people if min(len(people), len(own)) > 1 else []


def _goes_on(match: re.Match[str]) -> bool:
    """A longer name: Global Media Forum."""
    before = match.string[: match.start()].split()
    return len(before) > 1 and before[-1].istitle()


def _names_lost(material: Material, rng: Random) -> str | None:
    """All people of a sentence become a pronoun, as in a summary."""
    people = _people(material)
    pronoun = {"en": "they", "ru": "они", "uk": "вони", "az": "onlar"}[material.language]
    text = material.target
    for match in reversed(people):
        text = text[: match.start()] + pronoun + text[match.end() :]
    return text if people else None


def _names_small(material: Material, rng: Random) -> str | None:
    """Every word but the first, as engines write that have learnt from subtitles."""
    if not _people(material):
        return None
    text = material.target
    return text[0] + lower(text[1:], material.language)


def _abbreviation_lost(material: Material, rng: Random) -> str | None:
    """The only one of a text."""
    own = _ABBREVIATION.findall(material.source)
    matches = [match for match in found(_ABBREVIATION, material.target) if match.start()]
    if material.source.isupper() or len(own) != 1 or len(matches) != 1:
        return None
    return put(matches[0], {"en": "this", "ru": "это", "uk": "це", "az": "bu"}[material.language])


def _run_left(material: Material, rng: Random) -> str | None:
    """Three words of the source in a row, one of them at least in small letters, in place of one."""
    every = words(material.source)
    runs = [every[at : at + 3] for at in range(len(every) - 2)]
    whole = [material.source[run[0].start() : run[-1].end()] for run in runs]
    fitting = [text for text in whole if re.fullmatch(r"[^\W\d_]+(?: [^\W\d_]+){2}", text) and text[1:].islower()]
    own = [match for match in words(material.target) if match[0].islower() and len(match[0]) > 3]
    match, run = one_of(rng, own), one_of(rng, fitting)
    return put(match, run) if match and run else None


KINDS = (
    kind("names-lost", "names", _names_lost),
    kind("names-in-small-letters", "names", _names_small),
    kind("abbreviation-lost", "names", _abbreviation_lost),
    kind("source-run-left", "source-left language", _run_left, "ru uk"),
)
