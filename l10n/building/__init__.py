"""The finished article: the document in another language, each segment by its translation, all else as it stands.

Document + Catalogue --selection--> renderings --article--> the file
                                               --editions--> HTML or Markdown, source and translation side by side

Nobody's catalogue is touched; what the article lacks is said, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from l10n.errors import RefusalError
from l10n.model import Block, Document, Segment, State

OPEN, CLOSE = "⟦⟧"
"""Around a draft, if marks are wanted: no prose and no markup has them, so they are seen, and found by a search."""


class Fallback(StrEnum):
    """What stands in the article for a segment that has not reached the required state."""

    SOURCE = "source"
    """Its source text."""
    DRAFT = "draft"
    """Its text as it is; the source text if it has none."""
    OMIT = "omit"
    """Nothing, and no hole in the text."""
    FAIL = "fail"
    """There is no article."""


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


@dataclass(frozen=True, slots=True)
class Rendering:
    """What stands in the article for a segment."""

    segment: Segment
    text: str
    """One line without white space around it, as a msgid; empty if the segment is left out."""
    origin: RenderingOrigin
    marked: bool = False
    """It has marks around it: people have to see that it is not finished."""
    line: int = 0
    """Line of its entry in the catalogue, from 1; 0 if it has none."""

    @property
    def shown(self) -> str:
        """The text, in marks if it has to be."""
        return f"{OPEN}{self.text}{CLOSE}" if self.marked else self.text

    @property
    def unchanged(self) -> bool:
        """What stands in the source stands here, letter by letter and line by line."""
        return self.shown == self.segment.text


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A segment that has not reached the required state."""

    segment: Segment
    state: State
    line: int
    """Line of its entry in the catalogue, from 1; 0 if it has none."""


class StructureError(RefusalError):
    """A text that would make another structure of the file: what it says would be taken for markup."""

    def __init__(self, rendering: Rendering) -> None:
        super().__init__(
            f"the structure of the file would change: {rendering.text}",
            "write it without the characters that the file's format takes for markup",
        )
        self.rendering = rendering


def by_block(document: Document, renderings: Sequence[Rendering]) -> Iterator[tuple[Block, list[Rendering]]]:
    """Each block with what stands for its segments; `renderings` has one for each segment, in reading order."""
    left = iter(renderings)
    for block in document.blocks:
        yield block, list(islice(left, len(block.segments)))
