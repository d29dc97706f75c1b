"""The bilingual edition: source and translation side by side, paragraph by paragraph, one module a format.

Each has `SUFFIX`, of its files, and `page(edition)`, the text of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from l10n.building import CLOSE, OPEN, Origin, Piece
from l10n.model import BlockKind, Document

LEGEND = f"{OPEN} … {CLOSE}: not reviewed yet"
"""What the marks mean: a draft, or what lacks the signature that is required."""
_UNPRINTED = re.compile(r"[\0-\x1f\x7f-\x9f\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Part:
    """A segment in one of the two columns."""

    number: int
    """Of the segment within its row, from 1: the same on both sides."""
    text: str
    lang: str
    """Of the text, which may be the source's in the column of the translation."""
    spaced: bool
    """A space parts it from the segment before it."""
    marked: bool = False
    """A draft, with marks around it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph or heading in both languages."""

    level: int
    """1 is the title, 2 another heading, 0 a paragraph."""
    source: tuple[Part, ...]
    target: tuple[Part, ...]
    """Empty if it is left out."""


@dataclass(frozen=True, slots=True)
class Edition:
    """All that a format needs to know."""

    document: Document
    pieces: Sequence[Piece]
    source_language: str
    language: str

    @property
    def rows(self) -> tuple[Row, ...]:
        """The blocks in reading order."""
        return tuple(self._rows())

    @property
    def marked(self) -> bool:
        """Some drafts are marked, and the reader has to be told what the marks mean."""
        return any(piece.marked for piece in self.pieces)

    def _rows(self) -> Iterator[Row]:
        left, titled = iter(self.pieces), False
        for block in self.document.blocks:
            pieces = list(islice(left, len(block.segments)))
            heading = block.kind is BlockKind.HEADING
            level = (2 if titled else 1) if heading else 0
            titled = titled or heading
            yield Row(level, tuple(self._source(pieces)), tuple(self._target(pieces)))

    def _source(self, pieces: Sequence[Piece]) -> Iterator[Part]:
        for number, piece in enumerate(pieces, 1):
            yield Part(number, _printed(piece.segment.text), self.source_language, self._spaced(piece))

    def _target(self, pieces: Sequence[Piece]) -> Iterator[Part]:
        for number, piece in enumerate(pieces, 1):
            if piece.origin is not Origin.NOTHING:
                lang = self.source_language if piece.origin is Origin.SOURCE else self.language
                yield Part(number, _printed(piece.shown), lang, self._spaced(piece), piece.marked)

    def _spaced(self, piece: Piece) -> bool:
        start = piece.segment.start
        return self.document.text[start - 1 : start].isspace()


def words(parts: Sequence[Part]) -> str:
    """The parts as one text."""
    return "".join(f"{' ' if part.spaced else ''}{part.text}" for part in parts).strip()


def _printed(text: str) -> str:
    """Without what no page shows and some programs stumble over: controls, line separators."""
    return _UNPRINTED.sub(" ", text)
