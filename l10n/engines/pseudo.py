"""Pseudo-translation: made-up texts that are longer, in the letters of the target, to try layouts and the whole path.

Tags, placeholders, addresses and figures stay, each letter becomes another one of the target's script, and every second
vowel is doubled, as translations are longer than texts. Any pair has it, and only who asks for it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import cache

from l10n.engines import PSEUDO, About, Capabilities, Decoder, Decoding, Hypothesis, Stock, Supply
from l10n.languages.codes import script
from l10n.model.device import Device
from l10n.pairs.pair import addresses
from l10n.text import placeholders

_PLAIN = Decoding()
_BASE = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = frozenset("aeiouy")
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "Latn": "áƀćďéƒğĥíĵķļɱñóþɋřšţúṽŵẋýž",
    "Cyrl": "абцдефгхийклмнопьрстувшжыз",
    "Grek": "αβξδεφγηιζκλμνοπψρστυωςχύθ",
    "Arab": "ابتدهفغحيجكلمنوثقرسطؤشضخىز",
    "Hebr": "אבצדהפגחיזכלמנועקרסטךףשםןץ",
    "Deva": "अबचदएफगहइजकलमनओपखरसतउवशयऐझ",
    "Beng": "অবচদএফগহইজকলমনওপখরসতউভশযঐঝ",
    "Thai": "อบจดเฟกหไยคลมนโปขรสตะวษฃแซ",
    "Hans": "阿波次得鹅佛哥河衣基科勒摸讷哦坡欺日思特乌微瓦希牙兹",
    "Hant": "阿波次得鵝佛哥河衣基科勒摸訥哦坡欺日思特烏微瓦希牙茲",
    "Jpan": "アバチデエフガハイジカルムナオパクラサタウヴワキヤザ",
    "Kore": "아바차다에파가하이자카라마나오빠코러사타우버와키야즈",
}
"""What a to z become, by script (ISO 15924); texts in a script that is not here are made of accented Latin letters."""


@dataclass(frozen=True, slots=True)
class PseudoPair:
    """Any two languages."""

    source: str
    target: str

    @property
    def engine(self) -> str:
        """This one's, see l10n.engines."""
        return PSEUDO

    @property
    def name(self) -> str:
        """`de-ru-pseudo`."""
        return f"{self.source}-{self.target}-{PSEUDO}"

    @property
    def engine_name(self) -> str:
        """Made-up texts never pass for translations."""
        return PSEUDO

    @property
    def demo(self) -> bool:
        """It is one, of no language."""
        return True

    @property
    def identity(self) -> str:
        """The name."""
        return self.name


def stock(supply: Supply) -> Stock:
    """The legs of the supply that it was asked for."""
    return Stock(tuple(PseudoPair(source, target) for source, target in supply.legs if supply.asked(target) == PSEUDO))


def open_pair(
    pair: PseudoPair,
    beam: int,  # noqa: ARG001  # the contract's
    device: Device,  # noqa: ARG001  # the contract's
) -> AbstractContextManager[Decoder]:
    """There is nothing to open."""
    return nullcontext(_Inventor(pair.target))


def about(pair: PseudoPair) -> About:  # noqa: ARG001  # the contract's
    """It is here."""
    return About("made up by l10n", "MIT", 0)


class _Inventor:
    """Makes texts up."""

    capabilities = Capabilities()

    def __init__(self, target: str) -> None:
        self._target = target

    def translate(
        self,
        texts: Sequence[str],
        how: Decoding = _PLAIN,  # noqa: ARG002  # the contract's
        prefixes: Sequence[str] = (),  # noqa: ARG002
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        """Each text made up by itself, the same for the same text."""
        for index, text in enumerate(texts):
            yield index, (Hypothesis(invented(text, self._target)),)


def invented(text: str, target: str) -> str:
    """The text in letters of the target's script, and longer; tags, placeholders, addresses and figures as they are.

    A word becomes the same wherever it stands, so that tags in a text find the words that they were around.
    """
    letters, invention, here = _letters(target), list[str](), 0
    kept = (*placeholders.spans(text), *(match.span() for match in addresses(text)))
    for start, end in sorted(kept):
        if start >= here:
            invention += [_made(text[here:start], letters), text[start:end]]
            here = end
    return "".join((*invention, _made(text[here:], letters)))


@cache
def _letters(target: str) -> str:
    return _SCRIPTS.get(script(target), _SCRIPTS["Latn"])


def _made(text: str, letters: str) -> str:
    """The text in these letters."""
    return _WORD.sub(lambda word: _word(word[0], letters), text)


def _word(word: str, letters: str) -> str:
    """With every second vowel doubled, from the first one or from the second."""
    made = []
    vowels = len(word) + 1
    for sign in word:
        if not sign.isalpha():  # the 2 of m²
            made.append(sign)
            continue
        base = unicodedata.normalize("NFKD", sign)[0].lower()
        index = _BASE.find(base) if base in _BASE else ord(base) % len(_BASE)
        vowels += _BASE[index] in _VOWELS
        letter = letters[index].upper() if sign.isupper() else letters[index]
        made.append(letter + letters[index] * (_BASE[index] in _VOWELS and vowels % 2))
    return "".join(made)
