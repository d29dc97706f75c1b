"""What of a text is words, and what are the marks and tags between them. Values only, no files."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from l10n.model.document import PieceKind
from l10n.model.span import Span


class InlinePart(NamedTuple):
    """A run of words, or one mark or tag; those of a text cover it without gap or overlap."""

    kind: PieceKind
    """`TEXT` are words; an `OPEN` has its `CLOSE`, and pairs are nested rightly; what has no partner is `ALONE`."""
    start: int
    """Character offset in the text."""
    end: int
    """Offset after its last character."""
    words: str
    """Of `TEXT` the words, without escapes; of one `ALONE` what readers see of it: code, nothing of a picture."""
    name: str = ""
    """What it is, the same in each language: `strong`, `link`, `a1`, and what has to be copied with it: `code x()`."""
    partner: int = -1
    """Number of the other part of the pair, counted from 0 in the text."""
    inner: tuple[Span, ...] = ()
    """Offsets in the text of words within a mark: the alternative text of a picture, the title of a link."""

    @property
    def is_text(self) -> bool:
        """It is words, to be translated."""
        return self.kind is PieceKind.TEXT


def words(parts: Iterable[InlinePart], stand_in: str | None = None) -> str:
    """The words that readers see: without marks, with what stands alone; or with `stand_in` for each of these."""
    return "".join(
        part.words if part.is_text or stand_in is None else stand_in
        for part in parts
        if part.kind in {PieceKind.TEXT, PieceKind.ALONE}
    )
