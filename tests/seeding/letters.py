"""Letters of the wrong alphabet: lookalikes, those of a sister language, or none of the language's own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from random import Random

from tests.seeding.material import Material, kind
from tests.seeding.texts import found, is_fixed, one_of, put, words

_LATIN, _CYRILLIC = "aceopxyiABCEHIKMOPTXYəƏ", "асеорхуіАВСЕНІКМОРТХУәӘ"
_LOOKALIKE = {
    "ru": dict(zip(_CYRILLIC, _LATIN, strict=True)),
    "uk": dict(zip(_CYRILLIC, _LATIN, strict=True)),
    "en": dict(zip(_LATIN, _CYRILLIC, strict=True)),
    "az": dict(zip(_LATIN, _CYRILLIC, strict=True)),
}
_SISTER = {"ru": "uk", "uk": "ru"}
_OWN = {"ru": re.compile("[ыэёъ]"), "uk": re.compile("[іїєґ]")}
_SLIPS = {
    "uk": (
        (r"\bце\b", "это"),
        (r"\bщоб\b", "чтобы"),
        (r"\bбули\b", "были"),
        (r"\bбув\b", "был"),
        (r"\bми\b", "мы"),
        (r"(?<=\w\w)ий\b", "ый"),
        (r"(?<=\w\w)их\b", "ых"),
        (r"(?<=[бвдзлмнпрстф])и\b", "ы"),
        (r"\bе(?=\w\w)", "э"),
    ),
    "ru": (
        (r"\bи\b", "і"),
        (r"(?<=\w)и(?=[яею]\b)", "і"),
        (r"(?<=\w)ии\b", "ії"),
        (r"\bи(?=нтер|дея|стор|мп)", "і"),
        (r"\bе(?=вро|ст|ди)", "є"),
    ),
}
"""How people who speak both write the one with letters of the other."""
_STRIPPED = str.maketrans("əığşçöüƏİĞŞÇÖÜ", "eigscouEIGSCOU")
_OLD_ALPHABET = str.maketrans("abcçdeəfgğhxıijkqlmnoöprsştuüvyz", "абҹчдеәфҝғһхыижкглмноөпрсштуүвјз")


def _mixed(material: Material, rng: Random) -> str | None:
    """A lookalike or two within a word."""
    table = _LOOKALIKE[material.language]
    parts = [match for match in found(r"[^\W\d_]{3,}", material.target) if _of_script(match[0], material.language)]
    fitting = [part for part in parts if sum(letter in table for letter in part[0]) and set(part[0]) - set(table)]
    word = one_of(rng, fitting)
    if word is None:
        return None
    places = [place for place, letter in enumerate(word[0]) if letter in table]
    chosen = rng.sample(places, min(len(places), rng.choice((1, 1, 2))))
    return put(word, "".join(table[letter] if place in chosen else letter for place, letter in enumerate(word[0])))


def _of_script(word: str, language: str) -> bool:
    script = "CYRILLIC" if language in _SISTER else "LATIN"
    return all(unicodedata.name(letter, "").startswith(script) for letter in word)


def _whole(material: Material, rng: Random) -> str | None:
    """A word that has nothing but lookalikes, as a preposition of one letter."""
    table = _LOOKALIKE[material.language]
    options = [match for match in words(material.target) if all(letter in table for letter in match[0])]
    return one_of(rng, [put(match, "".join(table[letter] for letter in match[0])) for match in options])


def _sister_word(material: Material, rng: Random) -> str | None:
    """A word of the sister translation, with a letter that this language does not have, at about the same place."""
    sister = _SISTER[material.language]
    text = material.targets.get(sister, "")
    foreign = [match for match in words(text) if match[0].islower() and _OWN[sister].search(match[0])]
    own = [match for match in words(material.target) if match[0].islower() and len(match[0]) > 2]
    word = one_of(rng, foreign)
    if word is None or not own:
        return None
    place = word.start() / len(text) * len(material.target)
    return put(min(own, key=lambda match: abs(match.start() - place)), word[0])


def _slip(material: Material, rng: Random) -> str | None:
    def options() -> Iterator[str]:
        for pattern, new in _SLIPS[material.language]:
            yield from (put(match, new) for match in found(pattern, material.target))

    return one_of(rng, options())


def _cyrillic_in_azerbaijani(material: Material, rng: Random) -> str | None:
    """A Russian word, or one in the alphabet of Soviet times."""
    own = [match for match in words(material.target) if match[0].islower() and len(match[0]) > 2]
    word = one_of(rng, own)
    russian = [match[0] for match in words(material.targets.get("ru", "")) if match[0].islower() and len(match[0]) > 2]
    if word is None:
        return None
    return put(word, rng.choice(russian if russian and rng.random() < 0.5 else [word[0].translate(_OLD_ALPHABET)]))


def _stripped(material: Material, rng: Random) -> str | None:
    """As typed on an English keyboard; a text that loses hardly a letter stays Azerbaijani."""
    text = material.target
    new = text.translate(_STRIPPED)
    changed = sum(old != letter for old, letter in zip(text, new, strict=True))
    return new if changed > 3 and len(words(text)) > 3 and not is_fixed(text, 0, len(text)) else None


def _decomposed(material: Material, rng: Random) -> str | None:
    """Letters and accents apart, in one word or, as macOS does it, everywhere."""
    text = material.target
    forms = ((match, unicodedata.normalize("NFD", match[0])) for match in words(text))
    spoiled = [put(match, form) for match, form in forms if form != match[0]]
    return one_of(rng, [*spoiled, unicodedata.normalize("NFD", text)] if spoiled else [])


KINDS = (
    kind("lookalike-in-word", "mixed-script", _mixed),
    kind("lookalike-word", "homoglyphs", _whole),
    kind("sister-word", "foreign-letters language", _sister_word, "ru uk"),
    kind("sister-letters", "foreign-letters language", _slip, "ru uk"),
    kind("cyrillic-word", "foreign-letters", _cyrillic_in_azerbaijani, "az"),
    kind("own-letters-lost", "language", _stripped, "az"),
    kind("letters-decomposed", "normal-form", _decomposed),
)
