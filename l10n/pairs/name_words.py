"""The words of a translation, as names of the source are looked for among them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.pairs.pair import Pair
from l10n.text.lazy import lazy
from l10n.text.names import alike, capitals, resembles, skeleton
from l10n.text.words import known_words

WORD = re.compile(r"[^\W\d_]+")
_LARGE = re.compile(r"[^\W\d_a-zа-я](?<![^\W\d_].)[^\W\d_]*")
"""A word that may have a capital; with the letter first it takes half the time."""
_TITLED = re.compile(r"[\"“„«](?<=\w .)([^\W\d_a-zа-я][^\W\d_]+)")
"""What begins a quotation after a word is a name: the prize «Oscar»."""
_BEGINNING = re.compile(r"(?:^|[.!?:…•\n\t>]|  )[\W\d]*$|[\"“„«(‘'–—-]\s*$")
NEAR = 24
LONG = 3
"""Letters of a name that can be known again."""


class NameWords:
    """The words of a translation, as names are looked for among them."""

    def __init__(self, pair: Pair) -> None:
        self._pair = pair

    @lazy
    def all(self) -> list[str]:
        """From left to right."""
        return WORD.findall(self._pair.target_plain)

    @lazy
    def capitals(self) -> list[str]:
        """Those with a capital that begin no sentence."""
        return [match[0] for match in self._capitals()]

    @lazy
    def has_capital(self) -> bool:
        """There is one of these, which is seen long before all of them are."""
        return next(self._capitals(), None) is not None

    def _capitals(self) -> Iterator[re.Match[str]]:
        matches = _LARGE.finditer(self._pair.target_plain)
        return (match for match in matches if match[0][0].isupper() and not begins(match))

    @lazy
    def _small(self) -> list[str]:
        matches = WORD.finditer(self._pair.target_plain)
        return [match[0] for match in matches if len(match[0]) >= LONG and match[0].islower() and not begins(match)]

    @lazy
    def _titled(self) -> list[str]:
        """Words with a capital that begin a name in quotation marks."""
        return _TITLED.findall(self._pair.target_plain)

    def has(self, name: str) -> bool:
        """The name in whatever spelling, or a word that is made of it."""
        if name.lower() in self._pair.target_lower:
            return True
        bone = skeleton(name, self._pair.source_language)
        if len(bone) >= LONG:
            return resembles(name, bone, self.all, self._pair.language)
        lang, large = self._pair.language, [word for word in self.all if not word.islower()]
        return any(alike(bone, skeleton(word, lang)) or skeleton(word, lang) == bone for word in large)

    def has_small(self, name: str) -> bool:
        """The name with a small letter, and nowhere with a capital; it may have got an ending, but is no adjective."""
        bone = skeleton(name, self._pair.source_language)
        if any(alike(bone, skeleton(word, self._pair.language)) for word in self.all if not word.islower()):
            return False
        known = known_words(self._pair.language)
        return any(
            word == name.lower() or (_is_form(bone, skeleton(word, self._pair.language)) and word not in known)
            for word in self._small
        )

    def others(self, text: str, lang: str) -> int:
        """Words with a capital that are none of those of the source: what its names were translated by."""
        bones = [(name, skeleton(name, lang)) for name in capitals(text)]
        return sum(
            not any(resembles(name, bone, (word,), self._pair.language) for name, bone in bones)
            for word in (*self.capitals, *self._titled)
        )


def _is_form(bone: str, other: str) -> bool:
    return other == bone if len(bone) < LONG else other.startswith(bone) and len(other) <= len(bone) + 1


def begins(match: re.Match[str]) -> bool:
    """A sentence begins with it."""
    text, start = match.string, match.start()
    if start > 1 and text[start - 1] == " " and text[start - 2].isalpha():
        return False  # nearly all do not, and this takes a tenth of the time
    return _BEGINNING.search(text, max(0, start - NEAR), start) is not None
