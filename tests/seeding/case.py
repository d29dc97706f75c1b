"""Capitals lost and gained."""

from __future__ import annotations

import re
from random import Random

from tests.seeding.material import Material, kind
from tests.seeding.texts import is_fixed, lower, one_of, put, upper, words


def _small_start(material: Material, rng: Random) -> str | None:
    """Not of names, whose capitals lie further in as well: SOCAR, eBay."""
    first = next(iter(words(material.target)), None)
    if first is None or first.start() > 1 or not material.source.lstrip("„“«\"'(")[:1].isupper():
        return None
    if not first[0].istitle() or len(first[0]) < 2:
        return None
    return put(first, lower(first[0][0], material.language) + first[0][1:])


def _all_caps(material: Material, rng: Random) -> str | None:
    """As headings come out of layouts."""
    text = material.target
    if material.source.isupper() or text.isupper() or _unlike_heading(text):
        return None
    return upper(text, material.language)


def _unlike_heading(text: str) -> bool:
    return not 1 < len(words(text)) < 13 or is_fixed(text, 0, len(text))


def _word_in_caps(material: Material, rng: Random) -> str | None:
    if _capitals(material):
        return None
    options = [match for match in words(material.target) if match[0].islower() and len(match[0]) > 4]
    return one_of(rng, [put(match, upper(match[0], material.language)) for match in options])


def _capitals(material: Material) -> list[re.Match[str]]:
    """Words that the source has in capitals and that are no abbreviations: those stay as they are in Latin letters."""
    every = [match for match in words(material.source) if match[0].isupper() and len(match[0]) > 2]
    caps = [match for match in every if not match.string[: match.start()].endswith("[")]  # [FILE] is a placeholder
    texts = material.targets.values()
    return [] if any(match[0] in text for match in caps for text in texts) else caps


def _capitals_lost(material: Material, rng: Random) -> str | None:
    """The whole text in small letters, or the one word that was emphasised."""
    text, language = material.target, material.language
    if not _capitals(material):
        return None
    if text.isupper():
        return text[0] + lower(text[1:], language)
    caps = [match for match in words(text) if match[0].isupper() and len(match[0]) > 1]
    if not caps:
        return None
    span = caps[0].start(), caps[-1].end()
    small = lower(text[slice(*span)], language)
    return text[: span[0]] + (small if span[0] else text[0] + small[1:]) + text[span[1] :]


KINDS = (
    kind("small-letter-at-start", "capital", _small_start),
    kind("all-in-capitals", "all-caps", _all_caps),
    kind("word-in-capitals", "all-caps", _word_in_caps),
    kind("capitals-lost", "all-caps", _capitals_lost),
)
