"""What tells the language of a text: small words, letters, and how words look, each word counted once.

Function words alone decide for a sentence of some length; short texts need the rest.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from l10n.text.words import listed

NAMES = {"de": "German", "en": "English", "ru": "Russian", "az": "Azerbaijani", "uk": "Ukrainian", "tr": "Turkish"}
_CYRILLIC = frozenset({"ru", "uk"})

LETTERS = {"uk": frozenset("іїєґІЇЄҐ"), "az": frozenset("əığşƏĞŞİ")}
"""Those that a text of some length has, and texts in most other languages have not."""

_LOOKS = {
    (
        "ru",
        "uk",
    ): r"\w*(?:[ыэёъ]|и[еяю])\w*|\w+(?:[аяу]ет|ют|ются|ется|ишь|ешь|еет|\w+ое|[аоуыияю]сь|ость|ой|ов|\w\wать|\w\wить)",
    ("uk", "ru"): r"\w*[іїєґ]\w*|\w+['’ʼ]\w+|\w+(?:ння|ття|[аоуияю]ся)"
    r"|(?!печати|кровати|нити)\w+[аи]ти|\w+(?:[чрсз]ний|[кнст]овий|ливий)|\w\w+[аеи]льний",
    ("de", "en"): r"\w*(?:[äöüß]|sch|tz|pf)\w*|\w+(?:keit|heit|ung|lich|isch|ieren)",
    ("az", "en"): r"\w*[əığş]\w*|\w+(?:lar|dir|mək|maq)",
    ("de", "az"): r"\w*(?:[äßw]|sch|ck|tz|pf|ie|ei)\w*|\w+(?:ung|lich)",
    ("en", "az"): r"\w*(?:th|sh|ck|ee|oo|gh|ph|ea|ou|w)\w*|\w+(?:tion|ing|ed|ly|le|ve)",
    ("tr", "az"): r"\w*(?:iy?or|ğı)\w*|\w+(?:yor|mek)",
}
"""Of (other, own) language: words in lower case that the other has and its own has not, or hardly."""


def likely(
    words: Collection[str], lang: str, latin: bool, cyrillic: bool, names: Collection[str] = (), bare: bool = False
) -> str:
    """Another language that these words, in lower case, are rather in; empty if it is the right one or nobody can tell.

    `latin` and `cyrillic` say which letters there are at all; how `names` look tells nothing. In a `bare` text one
    word is enough: it has none of the LETTERS.
    """
    vocabulary = frozenset(words)
    for other, small, ours in _others(lang, latin, cyrillic):
        found, own = vocabulary & small, len(vocabulary & ours)
        count = len(found)
        if own < _FEW and (other, lang) in _LOOKS:
            count += sum(looks(word, other, lang) for word in vocabulary.difference(found, names))
        if count > 2 * own and count >= (1 if bare else _FEW if len(vocabulary) <= _SHORT else _ENOUGH):
            return other
    return ""


_FEW, _ENOUGH, _SHORT = 2, 3, 12
"""So many telling words are needed, in a text of so many words and in a longer one."""


@lru_cache
def _others(lang: str, latin: bool, cyrillic: bool) -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    """Small words that only the other language has, and those that it has not, for languages in these scripts."""
    own = _telling(lang)
    others = [other for other in NAMES if other != lang and (cyrillic if other in _CYRILLIC else latin)]
    return tuple((other, _telling(other) - own, own - _telling(other)) for other in others)


def _telling(lang: str) -> frozenset[str]:
    """Small words, and for languages that share many of them common ones."""
    return listed(lang, "function_words") | (listed(lang, "common_words") if lang in _CYRILLIC else frozenset())


@lru_cache(100_000)
def looks(word: str, other: str, lang: str) -> bool:
    """The word, in lower case, is rather one of the other language."""
    return (other, lang) in _LOOKS and re.fullmatch(_LOOKS[other, lang], word) is not None
