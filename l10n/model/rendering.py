"""What stands in a finished article for each segment. Values only, no files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from l10n.model.document import Block, Document, Segment

OPEN, CLOSE = "⟦⟧"
"""Around a draft, if marks are wanted: no prose and no markup has them, so they are seen, and found by a search."""


class RenderingOrigin(StrEnum):
    """Where the text of a rendering comes from."""

    TRANSLATION = "translation"
    """It has the required state, and people have accepted it."""
    UNSIGNED = "unsigned"
    """Accepted, but no signature, which is required."""
    DRAFT = "draft"
    """Nobody has accepted it."""
    SOURCE = "source"
    NOTHING = "nothing"
    """Left out."""


class Rendering(NamedTuple):
    """What stands in the article for a segment."""

    segment: Segment
    text: str
    """One line without white space around it, as a msgid; empty if the segment is left out."""
    origin: RenderingOrigin
    marked: bool = False
    """It has marks around it: people have to see that it is not finished."""
    line: int = 0
    """Line of its entry in the catalogue, from 1; 0 if it has none."""
    strict: bool = False
    """All in it that might be taken for markup, and is none of the segment's, has to be escaped."""

    after: str = ""
    """A space behind it, where the source has none between sentences."""

    @property
    def shown(self) -> str:
        """The text, in marks if it has to be."""
        return (f"{OPEN}{self.text}{CLOSE}" if self.marked else self.text) + self.after

    @property
    def unchanged(self) -> bool:
        """What stands in the source stands here, letter by letter and line by line."""
        return (self.shown if self.marked or self.after else self.text) == self.segment.text


def by_block(document: Document, renderings: Sequence[Rendering]) -> Iterator[tuple[Block, Sequence[Rendering]]]:
    """Each block with what stands for its segments; `renderings` has one for each segment, in reading order."""
    start = 0
    for block in document.blocks:
        end = start + len(block.segments)
        yield block, renderings[start:end]
        start = end


def is_only_space(renderings: Sequence[Rendering], index: int) -> bool:
    """Whether nothing but the space before this text, which is left out, parts the one before it from what follows.

    So it is before a link that ends with a space.
    """
    if not index or not renderings[index - 1].text:
        return False
    following = next((number for number in range(index + 1, len(renderings)) if renderings[number].text), None)
    return following is not None and renderings[following - 1].segment.end == renderings[following].segment.start
