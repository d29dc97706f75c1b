"""Ends that no rule has to be asked about, as most are: a full stop after an ordinary word, a space, and a capital."""

from __future__ import annotations

import re
from functools import lru_cache

from l10n.segmentation.words import Words

_SHORT, _LONG = 3, 6
"""What has more letters is no part of a bare phrase; and, no abbreviation for want of a vowel."""
_QUOTE = re.compile('[„“”"»«]')
_VOWELS = frozenset("aeiouäöüаеиоу")
"""Usual ones."""


def next_quote(text: str, start: int) -> int:
    """Where the first quotation mark from `start` on is; the end of the text if there is none."""
    quote = _QUOTE.search(text, start)
    return quote.start() if quote else len(text)


def is_plain(text: str, start: int, stop: int, words: Words) -> bool:
    """Whether what begins at `start` surely ends with the full stop at `stop`, which has one space behind it.

    All that a rule may have against it is excluded: an abbreviation, a bracket or a comma before the last word, a note
    on an edition. No quotation mark may stand between the two. False says nothing.
    """
    following = text[stop + 2]
    if not following.isalpha() or following.islower():
        return False
    if following in words.edition_initials and text.startswith(words.edition_words, stop + 2):
        return False
    gap = text.rfind(" ", start, stop)
    if gap < 0:
        token = text[start:stop]
    elif gap == start or text[gap - 1].isalnum():
        token = text[gap + 1 : stop]
    else:
        return False
    return _is_ordinary(token, words) and (len(token) > _SHORT or text[start : start + 3].isalpha())  # в мае с. г.


@lru_cache(4096)
def _is_ordinary(token: str, words: Words) -> bool:
    """Whether it is a word of letters, and no abbreviation by any list or rule."""
    return (
        token.isalpha()
        and len(token) > 1
        and not token[-1].isupper()
        and not (len(token) <= _LONG and _VOWELS.isdisjoint(token))
        and token not in words.abbreviations
        and token[0].lower() + token[1:] not in words.abbreviations
        and not token.endswith(words.compound_endings)
    )
