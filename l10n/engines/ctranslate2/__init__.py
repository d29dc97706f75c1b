"""Folders with a converted CTranslate2 model and its tokenizer: OPUS-MT, NLLB, M2M, MADLAD and their like."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from l10n.engines import About, EngineSettings, Stock, Supply
from l10n.engines.configured import ConfiguredPair, EngineTable
from l10n.errors import PackageError
from l10n.model.device import Device

if TYPE_CHECKING:
    from l10n.engines.decoding.decoder import ModelDecoder

KEYS = ("folder", "tokens", "version")
"""What a table of this kind may say besides what all may."""


def options(table: EngineTable) -> Mapping[str, Any]:
    """The folder, tokens of languages that the model calls otherwise than others do, the version. Raises L10nError."""
    return {
        "folder": table.folder("folder", '"models/nllb-600m"'),
        "tokens": table.mapping("tokens", '{ az = "azj_Latn" }'),
        "version": table.version(),
    }


def stock(supply: Supply) -> Stock:
    """The pairs that the settings say, of those folders that have what a model needs."""
    from l10n.engines.ctranslate2 import contents

    pairs: list[ConfiguredPair] = []
    broken: list[PackageError] = []
    for settings in (own for own in supply.configured if own.kind == "ctranslate2"):
        if missing := contents.missing(settings.options["folder"]):
            hint = "docs/engines.md says what has to be in it, and how to convert a model"
            broken.append(PackageError(f"{settings.options['folder']}: the engine {settings.name}: {missing}", hint))
        else:
            pairs += _pairs(settings, contents.fingerprint(settings.options["folder"]))
    return Stock(tuple(pairs), tuple(broken))


def _pairs(settings: EngineSettings, known: str) -> list[ConfiguredPair]:
    """The content of the folder stands for what it does, wherever it is."""
    tokens = ",".join(f"{lang}:{token}" for lang, token in sorted(settings.options["tokens"].items()))
    return [ConfiguredPair(settings, *pair, f"{'-'.join(pair)}:{known}:{tokens}") for pair in settings.pairs]


def open_pair(pair: ConfiguredPair, beam: int, device: Device) -> ModelDecoder:
    """The model, in memory until the context ends; PackageError if it is broken."""
    from l10n.engines.ctranslate2.opening import opened

    return opened(pair, beam, device)


def about(pair: ConfiguredPair) -> About:
    """The folder, with what else is in it."""
    from l10n.engines.ctranslate2 import contents

    folder = pair.settings.options["folder"]
    return About(str(folder), pair.settings.licence, contents.size(folder))
