"""`<!-- l10n-ignore: quotes (meant so) -->` in a source text silences these checks in its block, or in the next one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator

from l10n import documents
from l10n.catalogue.bookkeeping.grammar import IGNORE
from l10n.checks import checks
from l10n.documents import inline
from l10n.model import Block, Document

_COMMENT = re.compile(rf"<!--\s*+{IGNORE}:(?P<names>(?:(?!--)[^()<>])*+)(?:\([^()<>]*+\)\s*+)?-->")


class SourceIgnores:
    """The comments of a document, in a format that has such; which of them were of use is written down."""

    def __init__(self, document: Document) -> None:
        self._blocks = [block for block in document.blocks if block.segments]
        self._starts = [block.line for block in self._blocks]
        self._names: dict[tuple[int, str], int] = {}
        """The line of the comment by number of the block and name of the check."""
        self._used: set[tuple[int, str]] = set()
        if documents.named(document.format).INLINE != inline.PLAIN:
            self._names = dict(self._comments(document.data.decode("utf-8", "replace")))

    def silences(self, line: int, check: str) -> bool:
        """The finding of this check in the block that has this line is not to be told."""
        key = bisect_right(self._starts, line) - 1, check
        if key in self._names:
            self._used.add(key)
        return key in self._names

    def unused(self, ran: Collection[str]) -> Iterator[tuple[int, str]]:
        """Line and message of what silences nothing, of checks that ran or that there are none of."""
        for key, line in self._names.items():
            if key[1] not in checks():
                yield line, f"there is no check “{key[1]}”"
            elif key[1] in ran and key not in self._used:
                yield line, f"“{key[1]}” finds nothing here"

    def _comments(self, text: str) -> Iterator[tuple[tuple[int, str], int]]:
        line = 1
        end = 0
        for match in _COMMENT.finditer(text):
            line, end = line + text.count("\n", end, match.end()), match.end()
            for name in match["names"].replace(",", " ").split():
                yield (self._block(line), name), line

    def _block(self, line: int) -> int:
        """The number of the block that has this line, or of the one after it."""
        number = bisect_right(self._starts, line) - 1
        return number if number >= 0 and line <= _last_line(self._blocks[number]) else number + 1


def _last_line(block: Block) -> int:
    return block.line + sum((piece.source or piece.text).count("\n") for piece in block.pieces)
