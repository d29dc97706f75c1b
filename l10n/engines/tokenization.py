"""An Argos package's own tokenizer: text to pieces and back.

Source: argostranslate/tokenizer.py. Its SentencePiece decoder turns every underscore into a space; ours does not.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Protocol

from l10n.errors import PackageError

SPACE = "\u2581"  # how SentencePiece writes a space


class Tokenizer(Protocol):
    """What translation needs of a tokenizer."""

    def encode(self, text: str) -> list[str]:
        """The pieces of a text."""

    def decode(self, pieces: Sequence[str]) -> str:
        """The text of these pieces."""


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


def open_tokenizer(folder: Path, source: str, target: str) -> Tokenizer:
    """The tokenizer in this package folder; raises PackageError if there is none that works."""
    try:
        if (folder / "sentencepiece.model").is_file():
            return SentencePiece(folder / "sentencepiece.model")
        return _byte_pair_encoding(folder / "bpe.model", source, target)
    except (OSError, RuntimeError, ValueError, SystemExit) as error:  # subword-nmt exits where it finds bad codes
        raise PackageError(f"{folder}: broken tokenizer: {error}", "remove the package and install it again") from error


def _byte_pair_encoding(model: Path, source: str, target: str) -> Tokenizer:
    """Packages made before 2021: Moses tokenization and subword-nmt, as argostranslate does them."""
    if "tqdm" not in sys.modules and importlib.util.find_spec("tqdm") is None:
        # sacremoses imports it for a progress bar that is never shown here
        sys.modules.setdefault("tqdm", SimpleNamespace(tqdm=iter))  # type: ignore[arg-type]
    if len(model.read_text("utf-8").split("\n", 2)) < 2:
        raise ValueError("bpe.model has no merges")
    from argostranslate.tokenizer import BPETokenizer

    tokenizer: Tokenizer = BPETokenizer(model, source, target)
    tokenizer.encode("")  # it loads its files on first use: let a broken one fail here
    return tokenizer
