"""A program of the user's own that translates: lines of JSON in, lines of JSON out (docs/engines.md)."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from l10n.engines import About, Decoder, EngineSettings, Stock, Supply
from l10n.engines.configured import ConfiguredPair, EngineTable
from l10n.identity import digest
from l10n.model.device import Device

KEYS = ("command", "version", "timeout")
"""What a table of this kind may say besides what all may."""
_TIMEOUT = 120.0


def options(table: EngineTable) -> Mapping[str, Any]:
    """The command, where it runs, how long an answer may take in seconds. Raises L10nError."""
    return {
        "command": table.texts("command", '["python3", "translate.py"]'),
        "folder": table.file.parent,
        "version": table.version(),
        "timeout": table.seconds("timeout", _TIMEOUT),
    }


def stock(supply: Supply) -> Stock:
    """The pairs that the settings say."""
    own = [settings for settings in supply.configured if settings.kind == "command"]
    return Stock(tuple(_pair(settings, *pair) for settings in own for pair in settings.pairs))


def _pair(settings: EngineSettings, source: str, target: str) -> ConfiguredPair:
    """Nobody can look into a program: its command and the version that people give it stand for what it does."""
    known = json.dumps([settings.options["command"], settings.options["version"]])
    return ConfiguredPair(settings, source, target, f"{settings.name}:{source}-{target}:{digest(known)}")


@contextmanager
def open_pair(pair: ConfiguredPair, beam: int, device: Device) -> Iterator[Decoder]:  # noqa: ARG001  # the contract's
    """The program, started once a session; PackageError if it does not answer."""
    from l10n.engines.command.decoder import CommandDecoder
    from l10n.engines.command.program import Program
    from l10n.engines.sessions import kept, session

    own = pair.settings.options
    with session():
        key = ("command", own["command"], own["folder"])
        yield CommandDecoder(pair, kept(key, lambda: Program(own["command"], own["folder"], own["timeout"])))


def about(pair: ConfiguredPair) -> About:
    """The command; how big it is nobody knows."""
    return About(shlex.join(pair.settings.options["command"]), pair.settings.licence)
