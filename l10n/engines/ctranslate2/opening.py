"""A converted model at work, with the tokenizer that is beside it."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from l10n.engines.configured import ConfiguredPair
from l10n.engines.ctranslate2 import contents
from l10n.engines.ctranslate2.tokens import frame
from l10n.engines.decoding.coding import Coder
from l10n.engines.decoding.decoder import ModelDecoder, ModelFolder
from l10n.engines.decoding.tokenization import SentencePiece, Tokenizer
from l10n.model.device import Device


def opened(pair: ConfiguredPair, beam: int, device: Device) -> ModelDecoder:
    """The model; PackageError if it is broken."""
    folder: Path = pair.settings.options["folder"]

    def coder(pieces: frozenset[str]) -> Coder:
        around = frame(folder, pieces, pair.source, pair.target, pair.settings.options["tokens"])
        tokenizers = [_tokenizer(folder / name, pieces) for name in contents.tokenizer(folder)]
        return Coder(tokenizers[0], tokenizers[-1], around)

    hint = "convert it again (docs/engines.md), or correct its settings"
    return ModelDecoder(ModelFolder(folder, f"{folder}: the engine {pair.settings.name}", hint, coder), beam, device)


def _tokenizer(path: Path, pieces: frozenset[str]) -> Tokenizer:
    """Raises ValueError for one of another model."""
    if path.suffix == ".json":
        return HuggingFaceTokenizer(path)
    tokenizer = SentencePiece(path)
    if pieces and not tokenizer.fits(pieces):
        raise ValueError(f"{path.name} is of another model, which knows few of its pieces")
    return tokenizer


class HuggingFaceTokenizer:
    """`tokenizer.json`, for which the library tokenizers is needed."""

    def __init__(self, path: Path) -> None:
        if importlib.util.find_spec("tokenizers") is None:
            raise ValueError(f"{path.name} needs a library: pip install --no-deps 'tokenizers>=0.20,<1'")
        from tokenizers import Tokenizer as Library

        try:
            self._library: Any = Library.from_file(str(path))
        except Exception as error:  # the library raises nothing more special
            raise ValueError(f"{path.name}: {error}") from None

    def encode(self, text: str) -> list[str]:
        """The pieces of a text, without what stands around it."""
        pieces: list[str] = self._library.encode(text, add_special_tokens=False).tokens
        return pieces

    def decode(self, pieces: Sequence[str]) -> str:
        """The text of these pieces."""
        special = {token.content for token in self._library.get_added_tokens_decoder().values() if token.special}
        words = [piece for piece in pieces if piece not in special]
        decoder = self._library.decoder
        return str(decoder.decode(words) if decoder else " ".join(words))
