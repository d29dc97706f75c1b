"""An Argos package at work."""

from __future__ import annotations

from l10n.engines.argos.packages.store import Package, reinstall
from l10n.engines.argos.tokenization import open_tokenizer
from l10n.engines.decoding.coding import Coder, Frame
from l10n.engines.decoding.decoder import ModelDecoder, ModelFolder
from l10n.model.beam import USUAL
from l10n.model.device import Device


class Argos(ModelDecoder):
    """An open package: a context manager that holds its model in memory until it ends."""

    def __init__(self, package: Package, beam: int = USUAL, device: Device = Device.CPU) -> None:
        prefix = (package.target_prefix,) if package.target_prefix else ()

        def coder(pieces: frozenset[str]) -> Coder:
            tokenizer = open_tokenizer(package.path, package.source, package.target, pieces)
            return Coder(tokenizer, tokenizer, Frame(start=prefix, as_words=True))

        folder, label = package.path / "model", str(package.path)
        super().__init__(ModelFolder(folder, label, reinstall(package), coder, prefixed=bool(prefix)), beam, device)
