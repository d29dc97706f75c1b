"""The bilingual edition: source and translation side by side, paragraph by paragraph, one module a format.

Each has `SUFFIX`, of its files, `FORMAT`, the name of the format they are in, and `page(edition)`, the text of one.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from l10n import documents
from l10n.building.inserting import Insertion, form_of_additions
from l10n.building.looks import BREAK, Looks, Run, tags_of
from l10n.documents import inline
from l10n.documents.encoding import encoding_of
from l10n.documents.inline.commonmark.addresses import definitions
from l10n.model import Block, BlockKind, Document, Span
from l10n.model.rendering import CLOSE, OPEN, Rendering, RenderingOrigin, by_block
from l10n.text.lines import one_line

LEGEND = f"{OPEN} … {CLOSE}: not reviewed yet"
"""What the marks mean: a draft, or what lacks the signature that is required."""
MARKDOWN = "markdown"
"""The form with Markdown's own marks."""
_UNPRINTED = re.compile(r"[\0-\x1f\x7f-\x9f\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A segment in one of the two columns."""

    number: int
    """Number of the segment within its block, from 1: the same on both sides."""
    runs: tuple[Run, ...]
    """Its text."""
    lang: str
    """Of the text, which may be the source's in the column of the translation."""
    gap: str
    """What parts it from the segment before it: nothing, a space, or a line break."""
    marked: bool = False
    """A draft, with marks around it."""


@dataclass(frozen=True, slots=True)
class BilingualBlock:
    """A block in both languages."""

    kind: BlockKind
    level: int
    """Level of a heading, 1 for the title; 0 for everything else."""
    source: tuple[Sentence, ...]
    target: tuple[Sentence, ...]
    """Empty if it is left out."""


@dataclass(frozen=True)
class Edition:
    """All that a format needs to know."""

    document: Document
    renderings: Sequence[Rendering]
    """One for each segment, in reading order."""
    source_language: str
    language: str
    additions: Sequence[Insertion] = ()
    """Texts that only the article has."""

    @cached_property
    def blocks(self) -> tuple[BilingualBlock, ...]:
        """Those of the document, in reading order, and those of the additions where these stand."""
        left = deque(sorted(self.additions, key=lambda addition: addition.position))
        blocks: list[BilingualBlock] = []
        for block, own in by_block(self.document, self.renderings):
            while left and left[0].position <= block.start:
                blocks += self._added(left.popleft().text)
            blocks.append(BilingualBlock(block.kind, block.level, *self._sides(block, own)))
        blocks += (block for addition in left for block in self._added(addition.text))
        return tuple(blocks)

    @property
    def marked(self) -> bool:
        """Some drafts are marked, and the reader has to be told what the marks mean."""
        return any(rendering.marked for rendering in self.renderings)

    @property
    def form(self) -> str:
        """Name of the form in which marks and tags are in the texts."""
        return documents.named(self.document.format).INLINE

    @cached_property
    def _definitions(self) -> dict[str, str]:
        data = self.document.data
        return definitions(data[len(encoding_of(data).mark) :]) if self.form == MARKDOWN else {}

    def _added(self, text: str) -> Iterator[BilingualBlock]:
        """The blocks of an addition, which has no counterpart."""
        data = text.encode("utf-8", "replace")
        form = documents.named(form_of_additions(self.document))
        known = definitions(data) if self.form == MARKDOWN else {}
        for block in form.read(data, Path(self.document.reference), _unsplit).blocks:
            (look,) = self._looks(block, known)
            words = Sentence(1, _printed(look, one_line(block.text)), self.language, gap="")
            yield BilingualBlock(block.kind, block.level, (), (words,))

    def _looks(self, block: Block, known: Mapping[str, str]) -> list[Looks]:
        """Of each segment, or of the whole if there is none; `known` are the addresses of references."""
        form = inline.named(self.form)
        return [Looks(form, self.form == MARKDOWN and not block.syntax, tags, known) for tags in tags_of(block)]

    def _sides(
        self, block: Block, renderings: Sequence[Rendering]
    ) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...]]:
        """Of a block without segments, which nobody translates, the same on both."""
        looks = self._looks(block, self._definitions)
        if not block.segments:
            kept = Sentence(1, _printed(looks[0], one_line(block.text)), self.source_language, gap="")
            return (kept,), (kept,)
        return tuple(self._source(block, renderings, looks)), tuple(self._target(block, renderings, looks))

    def _source(self, block: Block, renderings: Sequence[Rendering], looks: Sequence[Looks]) -> Iterator[Sentence]:
        for number, (rendering, look, gap) in enumerate(zip(renderings, looks, _gaps(block), strict=True), 1):
            yield Sentence(number, _printed(look, rendering.segment.text), self.source_language, gap)

    def _target(self, block: Block, renderings: Sequence[Rendering], looks: Sequence[Looks]) -> Iterator[Sentence]:
        for number, (rendering, look, gap) in enumerate(zip(renderings, looks, _gaps(block), strict=True), 1):
            if rendering.origin is not RenderingOrigin.NOTHING:
                lang = self.source_language if rendering.origin is RenderingOrigin.SOURCE else self.language
                yield Sentence(number, _printed(look, rendering.shown), lang, gap, rendering.marked)


def _unsplit(text: str) -> list[Span]:
    return [(0, len(text))]


def words(sentences: Sequence[Sentence]) -> str:
    """What readers see of the sentences, as one text."""
    return "".join(f"{sentence.gap and ' '}{shown_words(sentence.runs)}" for sentence in sentences).strip()


def shown_words(runs: Sequence[Run]) -> str:
    """The words of a sentence."""
    return "".join(" " if run.element == BREAK else run.words for run in runs)


def _gaps(block: Block) -> Iterator[str]:
    """What stands before each segment."""
    text, end = block.text, 0
    for segment in block.segments:
        gap = text[end : segment.start]
        yield "\n" if end and f"<{BREAK}" in gap else " " if gap[-1:].isspace() else ""
        end = segment.end


def _printed(look: Looks, text: str) -> tuple[Run, ...]:
    """The text without what no page shows and some programs stumble over: controls, line separators."""
    runs = look.runs(_UNPRINTED.sub(" ", text))
    return tuple(replace(run, words=_UNPRINTED.sub(" ", run.words)) for run in runs)
