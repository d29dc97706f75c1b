"""What is certain: marks around the whole text are taken off, code and pictures become one token each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from l10n.documents import inline
from l10n.documents.inline import InlineForm
from l10n.drafting.protection import STAND_IN
from l10n.drafting.tags import CopiedMark, InlineMark, TaggedText, TagPair
from l10n.model import Entry, InlinePart, PieceKind, Span
from l10n.model.inline import words as words_of

_ATTRIBUTE = re.compile("<[A-Za-z][^<>=]*=")


def of_entry(entry: Entry) -> TaggedText | None:
    """The text of an entry of a document whose form has tags; None for plain texts, plural ones, and several lines.

    Templates of programs are HTML, too: their texts have format flags, or tags with attributes, as ours never have.
    """
    form = inline.form_of(entry)
    if form is None or form is inline.named(inline.PLAIN) or entry.msgid_plural is not None or "\n" in entry.msgid:
        return None
    if any(flag.endswith("-format") for flag in entry.flags) or _ATTRIBUTE.search(entry.msgid):
        return None
    return stripped(entry.msgid, form)


def stripped(text: str, form: InlineForm) -> TaggedText:
    """The text in two layers: its words for the engine, and its marks."""
    return _Stripping(text, form, form.parse(text)).tagged()


@dataclass(slots=True)
class _Unit:
    """Parts that are one for the engine: words, an end of a pair, or whatever is copied."""

    first: int
    last: int
    words: str = ""
    verbatim: bool = False


@dataclass(slots=True)
class _Stripping:
    text: str
    form: InlineForm
    parts: Sequence[InlinePart]
    tokens: dict[str, str] = field(default_factory=dict)
    """Token -> the mark that it stands for."""
    taken: int = 0
    """Numbers of stand-ins up to this one are used."""

    def tagged(self) -> TaggedText:
        units = self._units()
        first, stop = self._edges(units)
        words, verbatims, spans = self._layers(units[first:stop])
        body = words.strip()
        left = len(words) - len(words.lstrip()) if body else 0
        pairs = self._pairs(units[first:stop], spans, words, left, body)
        return TaggedText(
            self.text,
            self.form,
            body,
            (*self._marks(units[:first]), *_white(words[:left])),
            (*_white(words[left + len(body) :]), *self._marks(units[stop:])),
            verbatims,
            pairs,
        )

    def _units(self) -> list[_Unit]:
        units: list[_Unit] = []
        counts = self._counts()
        index = 0
        while index < len(self.parts):
            part = self.parts[index]
            last = index
            if part.kind is PieceKind.OPEN and self._is_copied(index, part.partner, counts):
                last = part.partner
            verbatim = part.kind is PieceKind.ALONE or last > index
            words = words_of(self.parts[index : last + 1]) if verbatim else part.words
            units.append(_Unit(index, last, words, verbatim))
            index = last + 1
        return units

    def _counts(self) -> list[tuple[int, int, int]]:
        """Before each part: how many have letters or digits, how many any sign, how many stand alone."""
        counts = [(0, 0, 0)]
        for part in self.parts:
            spoken, written, alone = counts[-1]
            signs = part.words.strip() if part.is_text else ""
            is_alone = part.kind is PieceKind.ALONE
            counts.append((spoken + any(map(str.isalnum, signs)), written + bool(signs), alone + is_alone))
        return counts

    def _is_copied(self, start: int, end: int, counts: Sequence[tuple[int, int, int]]) -> bool:
        """The pair has nothing in it but what is copied, or nothing at all."""
        spoken, written, alone = (counts[end][each] - counts[start][each] for each in range(3))
        return not spoken and (alone > 0 or not written)

    def _edges(self, units: Sequence[_Unit]) -> tuple[int, int]:
        """Between which units the words are: what is around them all is certain of its place."""
        first, stop = 0, len(units)
        while first < stop:
            if self._is_wordless(units[first]):
                first += 1
            elif self._is_wordless(units[stop - 1]):
                stop -= 1
            elif self.parts[units[first].first].partner == units[stop - 1].first and not units[first].verbatim:
                first, stop = first + 1, stop - 1
            else:
                break
        return first, stop

    def _is_wordless(self, unit: _Unit) -> bool:
        if unit.verbatim:
            return not unit.words.strip()
        return self.parts[unit.first].is_text and not unit.words.strip()

    def _layers(self, units: Sequence[_Unit]) -> tuple[str, tuple[CopiedMark, ...], dict[int, int]]:
        """The words, what is copied, and the offset in the words of each end of a pair, by its part."""
        texts = [unit.words for unit in units if not unit.verbatim]
        self.taken = max((int(sign[1:-1]) for text in texts for sign in STAND_IN.findall(text)), default=0)
        ticked = any("`" in text for text in texts)
        words, verbatims, offsets, length = [], [], {}, 0
        for unit in units:
            shown = unit.words
            if unit.verbatim:
                mark = self._mark(unit)
                shown = self._token(unit.words, mark.text, ticked)
                verbatims.append(CopiedMark(shown, mark, unit.words))
            elif not self.parts[unit.first].is_text:
                offsets[unit.first] = length
            words.append(shown)
            length += len(shown)
        return "".join(words), tuple(verbatims), offsets

    def _token(self, words: str, mark: str, ticked: bool) -> str:
        """Code as code if there is no other of these words; a stand-in for whatever has no words."""
        token = f"`{words}`"
        plain = not ticked and words.strip() and "`" not in words and "\n" not in words
        if plain and self.tokens.setdefault(token, mark) == mark:
            return token
        self.taken += 1
        return f"\u27e6{self.taken}\u27e7"

    def _pairs(
        self, units: Sequence[_Unit], offsets: dict[int, int], words: str, left: int, body: str
    ) -> tuple[TagPair, ...]:
        pairs: list[TagPair] = []
        opened: list[int] = []
        for unit in units:
            part = self.parts[unit.first]
            if unit.verbatim or part.is_text:
                continue
            if part.kind is PieceKind.CLOSE:
                opened.pop()
                continue
            span = _trimmed(words, offsets[unit.first], offsets[part.partner])
            span = tuple(min(max(end - left, 0), len(body)) for end in span)  # type: ignore[assignment]
            closing = _Unit(part.partner, part.partner)
            pairs.append(TagPair(self._mark(unit), self._mark(closing), span, opened[-1] if opened else -1))
            opened.append(len(pairs) - 1)
        return tuple(pairs)

    def _marks(self, units: Sequence[_Unit]) -> Iterator[InlineMark]:
        return (self._mark(unit) for unit in units)

    def _mark(self, unit: _Unit) -> InlineMark:
        start, end = self.parts[unit.first].start, self.parts[unit.last].end
        inner = (span for part in self.parts[unit.first : unit.last + 1] for span in part.inner)
        return InlineMark(self.text[start:end], tuple((a - start, b - start) for a, b in inner))


def _white(text: str) -> tuple[InlineMark, ...]:
    return (InlineMark(text),) if text else ()


def _trimmed(words: str, start: int, end: int) -> Span:
    """The span without the white space at its edges."""
    inside = words[start:end]
    body = inside.strip()
    left = len(inside) - len(inside.lstrip()) if body else 0
    return start + left, start + left + len(body)
