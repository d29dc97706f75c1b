"""The words of a text, for what must neither glue nor split them."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

_APART = "\u200b"
"""Invisible like a joiner, and a space all the same (UAX #29)."""


def words(text: str) -> list[str]:
    """Letters, digits and their marks between anything else; joiners and soft hyphens stand within words."""
    seen = (one for one in text if one == _APART or unicodedata.category(one) != "Cf")
    runs = groupby(seen, lambda one: unicodedata.category(one)[0] in "LMN")
    return [unicodedata.normalize("NFC", "".join(run)) for of_word, run in runs if of_word]


def without_groups(text: str) -> list[str]:
    """The words, figures without the marks and spaces that languages put between digits: 1.234,5 is 12345."""
    return [re.sub(r"(?<=\d) (?=\d)", "", word) for word in re.split(r"(?<!\d) | (?!\d)", " ".join(words(text)))]
