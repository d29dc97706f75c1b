"""The finished article: the document in another language, each segment by its translation, all else as it stands.

Document + Catalogue --choice--> pieces --article--> text
                                        --editions--> HTML or Markdown, source and translation side by side

Nobody's catalogue is touched; what the article lacks is said, never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from l10n.model import Segment, State

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


class Origin(StrEnum):
    """Where the text of a piece comes from."""

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
class Piece:
    """What stands in the article for a segment."""

    segment: Segment
    text: str
    """One line without white space around it, as a msgid; empty if the segment is left out."""
    origin: Origin
    marked: bool = False
    """It has marks around it: people have to see that it is not finished."""

    @property
    def shown(self) -> str:
        """The text, in marks if it has to be."""
        return f"{OPEN}{self.text}{CLOSE}" if self.marked else self.text

    @property
    def unchanged(self) -> bool:
        """What stands in the source stands here, letter by letter and line by line."""
        return self.shown == self.segment.text


@dataclass(frozen=True, slots=True)
class Miss:
    """A segment that has not reached the required state."""

    segment: Segment
    state: State
    line: int
    """Of its entry in the catalogue; 0 if it has none."""
