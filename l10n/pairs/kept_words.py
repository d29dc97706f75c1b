"""Words of the source that a catalogue keeps: names of commands, formats and things that nobody there translates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import chain, starmap

from l10n.text.lazy import contains_any, lazy

_WORD = re.compile(r"[^\W\d_]{2,}")
_TWICE, _THRICE = 2, 3
_FEW = 3
_SHARE = 40
"""One text in so many with a small word of the source; where people write of other things there are hardly any."""


class _Counts:
    """In how many texts."""

    def __init__(self, texts: Iterable[tuple[str, str]]) -> None:
        self.kept: Counter[str] = Counter()
        """By word: of those that have it in the translation, too."""
        self.texts = 0
        self.with_small = 0
        """Those that keep a word in small letters."""
        self.sources: Counter[str] = Counter(chain.from_iterable(starmap(self._add, texts)))
        """By word: of those that have it in the source; in one go, as to add them text by text takes longer."""

    def _add(self, source: str, target: str) -> frozenset[str]:
        """Count a further text, and return the words of its source."""
        self.texts += 1
        words = frozenset(_WORD.findall(source))
        if contains_any(target, words):  # in another script hardly ever
            both = words.intersection(_WORD.findall(target))
            self.kept.update(both)
            self.with_small += any(map(str.islower, both))
        return words


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
        return _Counts(self._texts())
