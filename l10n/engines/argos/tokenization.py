"""An Argos package's own tokenizer: text to pieces and back.

Source: argostranslate/tokenizer.py. Its SentencePiece decoder turns every underscore into a space; ours does not.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Protocol

SPACE = "\u2581"  # how SentencePiece writes a space


class Tokenizer(Protocol):
    """What translation needs of a tokenizer."""

    def encode(self, text: str) -> list[str]:
        """The pieces of a text."""

    def decode(self, pieces: Sequence[str]) -> str:
        """The text of these pieces."""


_KNOWN = 0.5
"""Of a tokenizer's pieces its model has to know this share: it has been trained with them."""


class SentencePiece:
    """`sentencepiece.model`: what nearly all packages use."""

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

    def fits(self, vocabulary: Collection[str]) -> bool:
        """Whether a model with this vocabulary can have been trained with this tokenizer."""
        count = self._processor.get_piece_size()
        known = sum(self._processor.id_to_piece(number) in vocabulary for number in range(count))
        return known >= _KNOWN * count


def open_tokenizer(folder: Path, source: str, target: str, vocabulary: Collection[str] = ()) -> Tokenizer:
    """The tokenizer in this package folder, for a model with this vocabulary if it is known.

    Raises ValueError, OSError and RuntimeError if there is none that works.
    """
    if not (folder / "sentencepiece.model").is_file():
        return _byte_pair_encoding(folder / "bpe.model", source, target)
    tokenizer = SentencePiece(folder / "sentencepiece.model")
    if vocabulary and not tokenizer.fits(vocabulary):
        raise ValueError("sentencepiece.model is of another package: the model knows few of its pieces")
    return tokenizer


def _byte_pair_encoding(model: Path, source: str, target: str) -> Tokenizer:
    """Packages made before 2021: Moses tokenization and subword-nmt, as argostranslate does them."""
    if "tqdm" not in sys.modules and importlib.util.find_spec("tqdm") is None:
        # sacremoses imports it for a progress bar that is never shown here
        sys.modules.setdefault("tqdm", SimpleNamespace(tqdm=iter))  # type: ignore[arg-type]
    _check_merges(model)
    from argostranslate.tokenizer import BPETokenizer

    tokenizer: Tokenizer = BPETokenizer(model, source, target)
    tokenizer.encode("")  # it loads its files on first use: let a broken one fail here
    return tokenizer


def _check_merges(model: Path) -> None:
    """ValueError where subword-nmt would end the process: each line after the version is of two units."""
    with model.open(encoding="utf-8") as file:
        merges = [line for number, line in enumerate(file) if number or not line.startswith("#version:")]
    if not merges:
        raise ValueError("bpe.model has no merges")
    if any(len(line.strip("\r\n ").split(" ")) != 2 for line in merges):
        raise ValueError("bpe.model has lines that are no merges")
