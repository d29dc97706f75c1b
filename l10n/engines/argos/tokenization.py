"""An Argos package's own tokenizer. Source: argostranslate/tokenizer.py."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Collection
from pathlib import Path
from types import SimpleNamespace

from l10n.engines.decoding.tokenization import SentencePiece, Tokenizer


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
