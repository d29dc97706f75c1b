"""HTML -> blocks: what people read in it, each text with its inline elements.

`blocks_of` reads a whole file, and also a part of a file of another format; `l10n.documents.html.writing` puts other
texts there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from l10n.documents.html.elements import ATTRIBUTES, KINDS, TRANSPARENT, VOID
from l10n.documents.html.pieces import Escape, pieces
from l10n.documents.html.scanning import Role, Scanned, scan
from l10n.documents.html.titles import titles
from l10n.documents.inline import tags
from l10n.model import Block, BlockKind, Piece, PieceKind
from l10n.text.lines import LINE_BREAK


@dataclass(frozen=True, slots=True)
class BlockDraft:
    """A block whose pieces count in characters of the text."""

    kind: BlockKind
    pieces: Sequence[Piece]
    level: int = 0


_ATTRIBUTE = rf"""\s++(?!(?i:{"|".join(ATTRIBUTES)})\b)[A-Za-z][A-Za-z-]*+(?:="[^"]*+")?+"""
_WORDLESS = re.compile(rf"(?:\s++|</?+[A-Za-z][A-Za-z0-9]*+(?:{_ATTRIBUTE})*+\s*+/?+>)*+")
"""Tags without words between or within them: in Markdown, raw HTML is mostly what stands around other blocks."""
Drafts = Callable[[str, Escape], Iterable[BlockDraft]]


def blocks_of(
    text: str,
    *,
    start: int = 0,
    offset: int = 0,
    line: int = 1,
    encoding: str = "utf-8",
    escape: Escape = tags.escape_all,
    drafts: Drafts | None = None,
) -> list[Block]:
    """The blocks of a text in the order in which they begin, counted by kind, without segments.

    The text is at byte `start`, character `offset` and `line` of its file, which is written in this encoding.
    `escape` makes of words, in runs that stand side by side, what translators see of them, and `drafts` what is read in
    other XML than HTML.
    """
    if drafts is None and _WORDLESS.fullmatch(text):
        return []
    ordered = sorted((drafts or _drafts)(text, escape), key=lambda draft: draft.pieces[0].start)
    places = _byte_offsets(text, ordered, start, encoding)
    numbers: Counter[BlockKind] = Counter()
    blocks, counted = [], 0
    for draft in ordered:
        first = draft.pieces[0].start
        line += len(LINE_BREAK.findall(text, counted, first))
        counted = first
        numbers[draft.kind] += 1
        moved = tuple(piece._replace(start=places[piece.start], end=places[piece.end]) for piece in draft.pieces)
        blocks.append(Block(draft.kind, numbers[draft.kind], moved, offset + first, line, draft.level))
    return blocks


def _drafts(text: str, escape: Escape) -> Iterator[BlockDraft]:
    """All blocks: those between the tags of blocks, and those in attributes."""
    surroundings = _Surroundings()
    unit: list[Scanned] = []
    for scanned in scan(text):
        for kind, span in titles(text, scanned):
            if made := pieces(text, span, escape):
                yield BlockDraft(kind, made)
        if scanned.role is Role.BORDER:
            yield from _unit(text, unit, surroundings, escape)
            unit = []
            surroundings.enter(scanned)
        else:
            unit.append(scanned)
    yield from _unit(text, unit, surroundings, escape)


def _unit(text: str, unit: Sequence[Scanned], surroundings: _Surroundings, escape: Escape) -> Iterator[BlockDraft]:
    """What stands between two tags of blocks; two line breaks in a row part it."""
    kind, level = surroundings.kind, surroundings.level
    for paragraph in _paragraphs(unit):
        if made := pieces(text, paragraph, escape):
            yield BlockDraft(kind, made, level)


def _paragraphs(unit: Sequence[Scanned]) -> Iterator[Sequence[Scanned]]:
    visible = [
        index for index, scanned in enumerate(unit) if scanned.kind is not PieceKind.TEXT or scanned.words.strip()
    ]
    start = 0
    for before, index in pairwise(visible):
        if unit[before].token.name == unit[index].token.name == "br":
            yield unit[start:before]
            start = index
    yield unit[start:]


class _Surroundings:
    """The blocks that are open at a place of the file."""

    def __init__(self) -> None:
        self._opened: list[tuple[str, BlockKind, int]] = []
        self._names: Counter[str] = Counter()

    @property
    def kind(self) -> BlockKind:
        """What a text here is."""
        return self._opened[-1][1] if self._opened else BlockKind.PARAGRAPH

    @property
    def level(self) -> int:
        """Of a heading."""
        return self._opened[-1][2] if self._opened else 0

    def enter(self, border: Scanned) -> None:
        """Go past the tag of a block."""
        name = border.token.name
        if border.kind is PieceKind.OPEN and name not in VOID:
            level = int(name[1:]) if KINDS.get(name) is BlockKind.HEADING else 0
            around = (self.kind, self.level) if name in TRANSPARENT else (BlockKind.PARAGRAPH, 0)
            self._opened.append((name, KINDS[name], level) if name in KINDS else (name, *around))
            self._names[name] += 1
        elif border.kind is PieceKind.CLOSE:
            while self._names[name]:
                closed = self._opened.pop()[0]
                self._names[closed] -= 1
                if closed == name:
                    break


def _byte_offsets(text: str, drafts: Sequence[BlockDraft], start: int, encoding: str) -> dict[int, int]:
    """Where in the file each border of a piece is."""
    borders = sorted({border for draft in drafts for piece in draft.pieces for border in (piece.start, piece.end)})
    offsets: dict[int, int] = {}
    counted = 0
    for border in borders:
        start += len(text[counted:border].encode(encoding))
        counted = border
        offsets[border] = start
    return offsets
