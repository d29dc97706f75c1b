"""The tables `[[tool.l10n.engine]]` and `[tool.l10n.routes]`: engines that somebody set up, and which leads where."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, cast

from l10n import plugins
from l10n.config import Config, heading, quoted
from l10n.engines import DEFAULT, FAMILY, PSEUDO, EngineSettings, Supply, default_folder, engine
from l10n.engines.configured import EngineTable
from l10n.errors import L10nError
from l10n.languages.codes import requested

_NAME = re.compile(r"[a-z][a-z0-9._-]{0,39}")
_PAIR = re.compile(r"([A-Za-z_]{2,15})-([A-Za-z_]{2,15})")
_BUILT_IN = (DEFAULT, PSEUDO)
"""Engines that need no settings."""
_COMMON = ("name", "kind", "pairs", "licence")


class ConfiguredEngine(Protocol):
    """What a module of an engine that has to be set up has besides the contract of all."""

    KEYS: Sequence[str]
    """What its table may say besides what all may."""

    def options(self, table: EngineTable) -> Mapping[str, Any]:
        """What its table says; L10nError for what cannot be."""


def supply(config: Config, packages: Path | None = None, only: str | None = None) -> Supply:
    """What engines have by the settings; `packages` and `only`, an engine, are the options, which win.

    Raises L10nError that names file and key.
    """
    configured = _engines(config)
    names = (*_BUILT_IN, *(own.name for own in configured))
    if only is not None and only not in names:
        raise L10nError(f"unknown engine '{only}'", f"known: {', '.join(names)}")
    folder = packages or config.packages or default_folder()
    return Supply(folder, configured, _routes(config, names), only or "")


def kinds() -> tuple[str, ...]:
    """The engines that have to be set up."""
    return tuple(name for name, module in plugins.modules(FAMILY).items() if hasattr(module, "KEYS"))


def _engines(config: Config) -> tuple[EngineSettings, ...]:
    engines = tuple(_engine(EngineTable(_file(config), table)) for table in config.engine)
    names = [own.name for own in engines]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise _error(config, f"two engines are called '{twice}'", "give one of them another name")
    return engines


def _engine(table: EngineTable) -> EngineSettings:
    name, kind = table.text("name", '"nllb"'), table.text("kind", '"command"')
    if not _NAME.fullmatch(name) or name.startswith(_BUILT_IN):
        hint = f"small letters, digits, - . and _, 40 at most; not {' or '.join(_BUILT_IN)}"
        raise table.error("this cannot be its name", hint)
    if kind not in kinds():
        hint = f"known kinds: {', '.join(kinds())}; {' and '.join(_BUILT_IN)} need no settings"
        raise table.error(f"unknown kind {quoted(kind)}", hint)
    module = cast(ConfiguredEngine, engine(kind))
    known = (*_COMMON, *module.KEYS)
    if unknown := [key for key in table.values if key not in known]:
        raise table.error(f"unknown key {quoted(unknown[0])}", f"known keys: {', '.join(known)}")
    licence = table.text("licence", '"CC-BY-4.0"', "")
    return EngineSettings(name, kind, _pairs(table), licence, module.options(table))


def _pairs(table: EngineTable) -> tuple[tuple[str, str], ...]:
    pairs = table.texts("pairs", '["de-en", "en-ru"]')
    return tuple(dict.fromkeys(_pair(table, pair) for pair in pairs))


def _pair(table: EngineTable, pair: str) -> tuple[str, str]:
    match = _PAIR.fullmatch(pair)
    source, target = (requested(code) for code in match.groups()) if match else ("", "")
    if not source or not target or source == target:
        hint = 'two codes of languages with a hyphen between them: "de-en", "en-pt_BR"'
        raise table.error(f"'pairs': {quoted(pair)} is no pair of languages", hint)
    return source, target


def _routes(config: Config, names: Sequence[str]) -> dict[str, str]:
    for target, name in config.routes.items():
        if not requested(target):
            hint = f'write the code of a language: {heading(_file(config), "routes")} az = "{names[-1]}"'
            raise _error(config, f"'routes': unknown language {quoted(target)}", hint)
        if name not in names:
            raise _error(config, f"'routes.{target}': unknown engine {quoted(name)}", f"known: {', '.join(names)}")
    return {requested(target): str(name) for target, name in config.routes.items()}


def _file(config: Config) -> Path:
    return config.file or config.root


def _error(config: Config, message: str, hint: str) -> L10nError:
    return L10nError(f"{_file(config)}: {message}", hint)
