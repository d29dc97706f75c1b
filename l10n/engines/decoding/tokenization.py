"""Text to the pieces that a model reads, and back, with SentencePiece.

The decoder of argostranslate/tokenizer.py turns every underscore into a space; ours does not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Protocol

from l10n.model import Span

SPACE = "\u2581"  # how SentencePiece writes a space
Spans = Sequence[Span | None]
_BYTE = re.compile(r"<0x([0-9A-F]{2})>")
_CHARACTER = 4
"""Bytes of a character in UTF-8 at most."""


class Tokenizer(Protocol):
    """What translation needs of a tokenizer."""

    def encode(self, text: str) -> list[str]:
        """The pieces of a text."""

    def decode(self, pieces: Sequence[str]) -> str:
        """The text of these pieces."""


_KNOWN = 0.5
"""Of a tokenizer's pieces its model has to know this share: it has been trained with them."""


class SentencePiece:
    """A model of SentencePiece: what nearly all use."""

    def __init__(self, model: Path) -> None:
        import sentencepiece

        self._processor = sentencepiece.SentencePieceProcessor(model_file=str(model))

    def encode(self, text: str) -> list[str]:
        """The pieces of a text."""
        pieces: list[str] = self._processor.encode(text, out_type=str)
        return pieces

    def decode(self, pieces: Sequence[str]) -> str:
        """The text; pieces the model does not know (copied by replace_unknowns) keep their space."""
        text: str = self._processor.decode_pieces(list(pieces))
        return text.replace(SPACE, " ")

    def spans(self, text: str, pieces: Sequence[str]) -> Spans:
        """Where in a text that has been encoded as these pieces each is from; None for one without a letter of its own.

        What is normalized for the model counts as it stands: the last of three full stops is from the `…` of the text.
        """
        normalized, offsets = self._processor.normalize(text, with_offsets=True)
        spans = piece_spans(normalized.replace(SPACE, " "), pieces)
        moved = (span and (offsets[span[0]], offsets[span[1]]) for span in spans)
        return [span if span and span[0] < span[1] else None for span in moved]

    def fits(self, vocabulary: Collection[str]) -> bool:
        """Whether a model with this vocabulary can have been trained with this tokenizer."""
        count = self._processor.get_piece_size()
        known = sum(self._processor.id_to_piece(number) in vocabulary for number in range(count))
        return known >= _KNOWN * count


def piece_spans(text: str, pieces: Sequence[str]) -> Spans:
    """Where the text that these pieces make has each; None for one that it does not show.

    Without spaces at the edges; of a character in bytes, the last of them stands for it. All None if the text is not
    made of these pieces.
    """
    spans: list[Span | None] = []
    here, raw = 0, b""
    for piece in pieces:
        shown = piece.replace(SPACE, " ").strip()
        if byte := _BYTE.fullmatch(piece):
            raw = (raw + bytes.fromhex(byte[1]))[-_CHARACTER:]
            shown = raw.decode("utf-8", "ignore").strip()
        raw = raw if byte and not shown else b""
        while text[here : here + 1].isspace():
            here += 1
        spans.append((here, here + len(shown)) if shown and text.startswith(shown, here) else None)
        here += len(shown) if spans[-1] else 0
    return spans if not text[here:].strip() else [None] * len(pieces)
