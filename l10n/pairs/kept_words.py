"""Words of the source that a catalogue keeps: names of commands, formats and things that nobody there translates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from l10n.text.lazy import contains_any, lazy

_WORD = re.compile(r"[^\W\d_]{2,}")
_TWICE, _THRICE = 2, 3
_FEW = 3
_SHARE = 40
"""One text in so many with a small word of the source; where people write of other things there are hardly any."""


class _Counts(NamedTuple):
    """In how many texts."""

    sources: Counter[str]
    """By word: of those that have it in the source."""
    kept: Counter[str]
    """By word: of those that have it in the translation, too."""
    texts: int
    with_small: int
    """Those that keep a word in small letters."""


class KeptWords:
    """Counted when first asked for, over texts that people have accepted."""

    def __init__(self, texts: Callable[[], Iterable[tuple[str, str]]]) -> None:
        """`texts` gives sources with their translations."""
        self._texts = texts

    def has(self, word: str) -> bool:
        """It is kept more often than not, or three times where words are kept all the time; once may be a slip."""
        kept = self._counts.kept[word]
        return kept >= _TWICE and (kept * 2 >= self._counts.sources[word] or (self.usual and kept >= _THRICE))

    @lazy
    def usual(self) -> bool:
        """The catalogue keeps words in small letters all the time, as texts on programs do."""
        return self._counts.with_small > max(_FEW, self._counts.texts // _SHARE)

    @lazy
    def _counts(self) -> _Counts:
        sources: Counter[str] = Counter()
        kept: Counter[str] = Counter()
        number = with_small = 0
        for number, (source, target) in enumerate(self._texts(), 1):  # noqa: B007
            words = frozenset(_WORD.findall(source))
            sources.update(words)
            if contains_any(target, words):  # in another script hardly ever
                both = words.intersection(_WORD.findall(target))
                kept.update(both)
                with_small += any(map(str.islower, both))
        return _Counts(sources, kept, number, with_small)
