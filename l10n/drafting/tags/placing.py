"""A translation's words and where its tags belong -> the text, with each tag once, and looked at once more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from l10n.documents import inline
from l10n.drafting.protection import STAND_IN
from l10n.drafting.tags import InlineMark, Rung, TaggedText
from l10n.drafting.tags.inner import Answers, rendered
from l10n.drafting.tags.tokens import token_spans, tokens
from l10n.model import Span

_GAP = "…"
"""Stands in a pair without words, where an empty one would be no pair: `****` is none in Markdown."""


@dataclass(frozen=True, slots=True)
class Located:
    """Where a pair belongs."""

    span: Span
    rung: Rung | None = None
    """How that was found out; None if it was never in doubt."""

    def moved(self, distance: int) -> Located:
        """The same so many characters later."""
        return Located((self.span[0] + distance, self.span[1] + distance), self.rung)


Locations = Sequence[Located | None]
"""For each pair of a text; None for one that nobody knows a place of, and for all within it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A translation with its tags."""

    text: str
    rungs: tuple[Rung, ...] = ()
    """What has been done, each once."""
    lost: tuple[str, ...] = ()
    """What stands at the end because nobody knows where it belongs; of pairs also the words that were in them."""


def placed(tagged: TaggedText, translation: str, locations: Locations, answers: Answers) -> Placed | None:
    """The translation with all tags of the text; None if there is no way to write it.

    Where they were found, else at the end, as the form then reads them as other marks; `answers` translate what is
    within marks.
    """
    nowhere: Locations = [None] * len(locations)
    for where in dict.fromkeys((tuple(locations), tuple(nowhere))):
        for gap in ("", _GAP):
            for own in (answers, {}):
                assembly = _Assembly(tagged, translation, where, own, gap)
                made = assembly.placed()
                if _is_sound(tagged, made.text, "".join(assembly.said)):
                    return made
    return None


def without_pairs(tagged: TaggedText, translation: str) -> str:
    """The translation as a text of its form without the pairs: what it has between two packages."""
    return _Assembly(tagged, translation, [None] * len(tagged.pairs), {}, "").body(with_pairs=False)


def _is_sound(tagged: TaggedText, text: str, said: str) -> bool:
    """All tags of the source are there, rightly nested, and no word of the translation has become one."""
    parts = tagged.form.parse(text)
    if inline.marks(parts) != inline.marks(tagged.form.parse(tagged.text)):
        return False
    return _letters("".join(part.words for part in parts if part.is_text)) == _letters(said)


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words))


@dataclass(slots=True)
class _Assembly:
    tagged: TaggedText
    translation: str
    locations: Locations
    answers: Answers
    gap: str
    lost: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    """The words that readers are to see."""

    def placed(self) -> Placed:
        """All of it, and what had to be done."""
        missing = [f" {self._mark(mark)}" for mark in self._missing()]
        rest = "".join((*missing, *map(self._mark, self.tagged.tail)))
        text = "".join((*map(self._mark, self.tagged.head), self.body(with_pairs=True, after=rest), rest))
        rungs = [location.rung for location in self.locations if location and location.rung]
        end = [Rung.END] if self.lost else []
        return Placed(text, tuple(dict.fromkeys([*rungs, *end])), tuple(self.lost))

    def body(self, with_pairs: bool, after: str = "") -> str:
        """The words, escaped, with what is copied; and with the pairs around them. `after` comes next."""
        written: list[str] = []
        here = 0
        for start, _, end, raw in sorted([*self._copied(), *(self._pairs() if with_pairs else ())]):
            written += (self._words(self.translation[here:start], raw), raw)
            here = end
        return "".join((*written, self._words(self.translation[here:], after)))

    def _words(self, words: str, after: str) -> str:
        self.said.append(words)
        return self.tagged.form.escape(words, after)

    def _copied(self) -> Iterator[_Event]:
        """Each token, to be replaced by its mark; code that is there once too often is words."""
        left: dict[str, list[InlineMark]] = {}
        for verbatim in reversed(self.tagged.verbatims):
            left.setdefault(verbatim.token, []).append(verbatim.mark)
        for (start, end), token in token_spans(left, self.translation):
            if left[token]:
                yield start, _TOKEN, end, self._mark(left[token].pop())
            elif STAND_IN.fullmatch(token):
                yield start, _TOKEN, end, ""
            else:
                yield start, _TOKEN, start + 1, ""
                yield end - 1, _TOKEN, end, ""

    def _missing(self) -> list[InlineMark]:
        """What is copied and has no token in the translation."""
        there = Counter(token for _, token in token_spans(tokens(self.tagged), self.translation))
        missing = []
        for verbatim in self.tagged.verbatims:
            there[verbatim.token] -= 1
            if there[verbatim.token] < 0:
                missing.append(verbatim.mark)
        self.lost += (mark.text for mark in missing)
        return missing

    def _pairs(self) -> Iterator[_Event]:
        depths: list[int] = []
        for number, (pair, location) in enumerate(zip(self.tagged.pairs, self.locations, strict=True)):
            depths.append(depths[pair.parent] + 1 if pair.parent >= 0 else 1)
            if location:
                start, end = location.span
                yield start, (_OPENING, depths[-1], number), start, self._mark(pair.opening)
                yield end, (_CLOSING, -depths[-1], -number), end, self._mark(pair.closing)
        yield from self._empty(depths)

    def _empty(self, depths: Sequence[int]) -> Iterator[_Event]:
        """Pairs without a place, those within them inside: at the end of the pair around them, or of the text."""
        opened: list[int] = []
        written: list[str] = []
        space = " " if self.gap else ""
        nowhere = (number for number, location in enumerate(self.locations) if location is None)
        for number in (*nowhere, -1):
            parent = self.tagged.pairs[number].parent if number >= 0 else -1
            while opened and opened[-1] != parent:
                last = opened.pop()
                written.append(f"{self.gap}{self._mark(self.tagged.pairs[last].closing)}{space}")
                if not opened:
                    end = self._end(self.tagged.pairs[last].parent)
                    yield end, (_CLOSING, 0.5 - depths[last], last), end, "".join((space, *written)).rstrip()
                    written = []
            if number >= 0:
                pair = self.tagged.pairs[number]
                written.append(f"{self.gap}{space}{self._mark(pair.opening)}" if opened else self._mark(pair.opening))
                opened.append(number)
                self.lost.append(f"{pair.opening.text}{self.tagged.inside(pair)}{pair.closing.text}")

    def _end(self, number: int) -> int:
        location = self.locations[number] if number >= 0 else None
        return location.span[1] if location else len(self.translation)

    def _mark(self, mark: InlineMark) -> str:
        return rendered(mark, self.tagged.form, self.answers)


_Event = tuple[int, tuple[float, float, int], int, str]
"""Where in the translation, in which order there, up to where, and what is written."""
_CLOSING, _OPENING = 0, 1
_TOKEN = (2.0, 0.0, 0)
"""A pair closes before the next one opens, and both before what is copied."""
