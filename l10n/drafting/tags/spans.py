"""Phrases in a text, in whatever form it has them; a pair goes around what its words are when translated alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from l10n.drafting.protection import STAND_IN
from l10n.model import Span
from l10n.text.apostrophe import alike
from l10n.text.inflection import pattern

_TOKEN = re.compile(rf"`[^`\n]+`|{STAND_IN.pattern}")
_END = re.compile(r"[.!?…,;:]+$")


def candidates(answer: str, inside: str, translation: str, lang: str) -> list[Span]:
    """Where the translation has the answer to what is in the pair, in its order.

    An end mark that only the answer has is no part of it.
    """
    phrase = answer.strip()
    if not _END.search(inside):
        phrase = _END.sub("", phrase)
    return sorted(set(phrase_spans(phrase, translation, lang))) if any(map(str.isalnum, phrase)) else []


def once(spans: Iterable[Span]) -> Span | None:
    """The only one of them; None for none and for several."""
    distinct = set(spans)
    return distinct.pop() if len(distinct) == 1 else None


def phrase_spans(phrase: str, text: str, lang: str) -> Iterator[Span]:
    """Where the text has the phrase with any ending, and no code is cut in two."""
    if not phrase.strip():
        return
    if not any(map(str.isalnum, phrase)):
        hits = re.compile(re.escape(phrase)).finditer(text)
    else:
        hits = pattern(phrase, lang, False).finditer(alike(text))
    tokens = [match.span() for match in _TOKEN.finditer(text)]
    yield from (hit.span() for hit in hits if not any(_is_within(edge, tokens) for edge in hit.span()))


def _is_within(edge: int, tokens: Sequence[Span]) -> bool:
    """A border here would cut one of the tokens, which are in the order of the text."""
    index = bisect_left(tokens, (edge, 0)) - 1
    return index >= 0 and edge < tokens[index][1]
