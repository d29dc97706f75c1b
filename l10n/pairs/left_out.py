"""Whether words that a translation has nowhere were left out, or said in another way."""

from __future__ import annotations

from collections.abc import Sequence

from l10n.model import Span
from l10n.pairs.pair import Pair
from l10n.text import lengths

_SEVERAL = 2
"""One person may be a pronoun in the translation."""


def has_people(names: Sequence[Span]) -> bool:
    """Several people are among them: two names, and no third, side by side: Olaf Schulte. Three are a body or goods."""
    after = {start: end + 1 for start, end in names}
    firsts = after.keys() - after.values()
    return sum(after[start] in after and after[after[start]] not in after for start in firsts) >= _SEVERAL


def left_out(words: Sequence[Span], pair: Pair) -> bool:
    """The translation is rather as long as one of the source without these words."""
    whole, rest = (_excess(source, pair) for source in (pair.source_plain, _without(words, pair.source_plain)))
    return abs(rest) < abs(whole)


def is_short(pair: Pair) -> bool:
    """The translation is shorter than most."""
    return _excess(pair.source_plain, pair) < 0


def _without(words: Sequence[Span], text: str) -> str:
    starts, ends = zip(*words, strict=True)
    return "".join(text[end:start] for end, start in zip((0, *ends), (*starts, len(text)), strict=True))


def _excess(source: str, pair: Pair) -> float:
    return lengths.excess(source, pair.target_plain, pair.source_language, pair.language)
