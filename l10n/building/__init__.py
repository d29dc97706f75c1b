"""The finished article: the document in another language, each segment by its translation, all else as it stands.

Document + Catalogue --selection--> renderings --article--> the file
                                               --editions--> HTML or Markdown, source and translation side by side

Nobody's catalogue is touched; what the article lacks is said, never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from l10n.errors import RefusalError
from l10n.model import Segment, State
from l10n.model.rendering import Rendering


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


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A segment that has not reached the required state."""

    segment: Segment
    state: State
    line: int
    """Line of its entry in the catalogue, from 1; 0 if it has none."""


class StructureError(RefusalError):
    """A text that would make another structure of the file: what it says would be taken for markup."""

    def __init__(self, rendering: Rendering, hint: str) -> None:
        super().__init__(f"the structure of the file would change: {rendering.text}", hint)
        self.rendering = rendering
