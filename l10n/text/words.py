"""Word lists of the languages: one file a list in `l10n/languages/data/<code>/`, words parted by white space.

`#` starts a comment.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import cast

from l10n.languages import record

_DOTS = str.maketrans("İIı", "iii", "\u0307")
"""The Azerbaijani letters; a capital İ is i and a combining dot in small letters."""


_WORD = re.compile(r"\w+")


@lru_cache
def word_pattern(lang: str) -> re.Pattern[str]:
    """What finds words and numbers of this language; for `re` a vowel sign of Arabic, Hindi, Thai ends one."""
    if record(lang).script.cased:
        return _WORD
    import regex  # not at start-up: few need it

    return cast("re.Pattern[str]", regex.compile(r"\w+"))


@lru_cache
def listed(lang: str, name: str) -> frozenset[str]:
    """The words of this list; empty if the language has none."""
    path = files("l10n.languages").joinpath("data", lang, f"{name}.txt")
    if not path.is_file():
        return frozenset()
    return frozenset(word for line in path.read_text("utf-8").splitlines() for word in line.partition("#")[0].split())


@lru_cache
def known_words(lang: str) -> frozenset[str]:
    """All words that we have lists of, in small letters."""
    names = ("common_words", "function_words", "interface_words")
    return frozenset(word.lower() for name in names for word in listed(lang, name))


def folded(text: str) -> str:
    """For comparing words whatever their case, those with the Azerbaijani İ and ı too."""
    return text.translate(_DOTS).casefold()


def shared(word: str, source: str, target: str) -> bool:
    """It is a word of both languages: nobody can tell whether it was translated."""
    return word.lower().translate(_DOTS) in listed(target, f"same_in_{source}")
