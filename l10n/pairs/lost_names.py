"""Whether names that a translation has nowhere were left out, or translated by words without a capital."""

from __future__ import annotations

from collections.abc import Sequence

from l10n.model import Span
from l10n.pairs.pair import Pair
from l10n.text import lengths

_SEVERAL = 2
"""One person may be a pronoun in the translation."""


def people_lost(names: Sequence[Span], pair: Pair) -> bool:
    """Several people, and the translation is rather as long as one of the source without these names."""
    if _people(names) < _SEVERAL:
        return False
    whole, rest = (_excess(source, pair) for source in (pair.source_plain, _without(names, pair.source_plain)))
    return abs(rest) < abs(whole)


def _people(names: Sequence[Span]) -> int:
    """How often two of them, and no third, stand side by side: Olaf Schulte. Three are a body, a ship or goods."""
    after = {start: end + 1 for start, end in names}
    firsts = after.keys() - after.values()
    return sum(after[start] in after and after[after[start]] not in after for start in firsts)


def _without(names: Sequence[Span], text: str) -> str:
    starts, ends = zip(*names, strict=True)
    return "".join(text[end:start] for end, start in zip((0, *ends), (*starts, len(text)), strict=True))


def _excess(source: str, pair: Pair) -> float:
    return lengths.excess(source, pair.target_plain, pair.source_language, pair.language)
