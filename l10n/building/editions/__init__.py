"""The bilingual edition: source and translation side by side, paragraph by paragraph, one module a format.

Each has `SUFFIX`, of its files, and `page(edition)`, the text of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from l10n.model import Block, Document, Segment
from l10n.model.rendering import CLOSE, OPEN, Rendering, RenderingOrigin, by_block
from l10n.text.lines import one_line

LEGEND = f"{OPEN} … {CLOSE}: not reviewed yet"
"""What the marks mean: a draft, or what lacks the signature that is required."""
_UNPRINTED = re.compile(r"[\0-\x1f\x7f-\x9f\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A segment in one of the two columns."""

    number: int
    """Number of the segment within its block, from 1: the same on both sides."""
    text: str
    lang: str
    """Of the text, which may be the source's in the column of the translation."""
    spaced: bool
    """A space parts it from the segment before it."""
    marked: bool = False
    """A draft, with marks around it."""


@dataclass(frozen=True, slots=True)
class BilingualBlock:
    """A block in both languages."""

    level: int
    """Level of a heading, 1 for the title; 0 for everything else."""
    source: tuple[Sentence, ...]
    target: tuple[Sentence, ...]
    """Empty if it is left out."""


@dataclass(frozen=True, slots=True)
class Edition:
    """All that a format needs to know."""

    document: Document
    renderings: Sequence[Rendering]
    """One for each segment, in reading order."""
    source_language: str
    language: str

    @property
    def blocks(self) -> tuple[BilingualBlock, ...]:
        """Those of the document, in reading order."""
        return tuple(
            BilingualBlock(block.level, tuple(self._source(block, own)), tuple(self._target(block, own)))
            for block, own in by_block(self.document, self.renderings)
        )

    @property
    def marked(self) -> bool:
        """Some drafts are marked, and the reader has to be told what the marks mean."""
        return any(rendering.marked for rendering in self.renderings)

    def _source(self, block: Block, renderings: Sequence[Rendering]) -> Iterator[Sentence]:
        yield from self._verbatim(block)
        for number, rendering in enumerate(renderings, 1):
            segment = rendering.segment
            yield Sentence(number, _printed(segment.text), self.source_language, _is_spaced(block, segment))

    def _target(self, block: Block, renderings: Sequence[Rendering]) -> Iterator[Sentence]:
        yield from self._verbatim(block)
        for number, rendering in enumerate(renderings, 1):
            if rendering.origin is not RenderingOrigin.NOTHING:
                lang = self.source_language if rendering.origin is RenderingOrigin.SOURCE else self.language
                spaced = _is_spaced(block, rendering.segment)
                yield Sentence(number, _printed(rendering.shown), lang, spaced, rendering.marked)

    def _verbatim(self, block: Block) -> Iterator[Sentence]:
        """What stands on both sides, as nobody translates it."""
        if not block.segments:
            yield Sentence(1, _printed(one_line(block.text)), self.source_language, spaced=False)


def words(sentences: Sequence[Sentence]) -> str:
    """The sentences as one text."""
    return "".join(f"{' ' if sentence.spaced else ''}{sentence.text}" for sentence in sentences).strip()


def _is_spaced(block: Block, segment: Segment) -> bool:
    return block.text[max(segment.start - 1, 0) : segment.start].isspace()


def _printed(text: str) -> str:
    """The text without what no page shows and some programs stumble over: controls, line separators."""
    return _UNPRINTED.sub(" ", text)
