"""The tables `[[tool.l10n.engine]]` and `[tool.l10n.routes]`: engines that somebody set up, and which leads where."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from l10n import plugins
from l10n.config import Config, heading, quoted
from l10n.engines import DEFAULT, FAMILY, PSEUDO, EngineSettings, Supply, default_folder
from l10n.errors import L10nError
from l10n.languages.codes import any_code

_NAME = re.compile(r"[a-z][a-z0-9._-]{0,39}")
_PAIR = re.compile(r"([A-Za-z_]{2,15})-([A-Za-z_]{2,15})")
_BUILT_IN = (DEFAULT, PSEUDO)
"""Engines that need no settings."""
_COMMON = ("name", "kind", "pairs", "licence")


def supply(config: Config, packages: Path | None = None, engine: str | None = None) -> Supply:
    """What engines have by the settings; `packages` and `engine` are the options, which win.

    Raises L10nError that names file and key.
    """
    configured = _engines(config)
    names = (*_BUILT_IN, *(own.name for own in configured))
    if engine is not None and engine not in names:
        raise L10nError(f"unknown engine '{engine}'", f"known: {', '.join(names)}")
    folder = packages or config.packages or default_folder()
    return Supply(folder, configured, _routes(config, names), engine or "")


def kinds() -> tuple[str, ...]:
    """The engines that have to be set up."""
    return tuple(name for name in plugins.names(FAMILY) if name not in _BUILT_IN)


def _engines(config: Config) -> tuple[EngineSettings, ...]:
    engines = tuple(_engine(_Table(config, table)) for table in config.engine)
    names = [own.name for own in engines]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise _error(config, f"two engines are called '{twice}'", "give one of them another name")
    return engines


class _Table:
    """A table `[[engine]]` with its place for errors."""

    def __init__(self, config: Config, values: Mapping[str, object]) -> None:
        self.config, self.values = config, values

    def error(self, message: str, hint: str) -> L10nError:
        """The error, with the file and what the engine is called."""
        name = self.values.get("name")
        which = f"engine {quoted(name)}" if isinstance(name, str) else "an engine"
        return _error(self.config, f"{which}: {message}", hint)

    def text(self, key: str, example: str, default: str | None = None) -> str:
        """The value of this key; L10nError if it is no text, or is missing without a default."""
        value = self.values.get(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            problem = (
                f"'{key}' is missing" if key not in self.values else f"'{key}' must be a text, not {quoted(value)}"
            )
            raise self.error(problem, f"write: {key} = {example}")
        return value


def _engine(table: _Table) -> EngineSettings:
    name, kind = table.text("name", '"nllb"'), table.text("kind", '"ctranslate2"')
    if not _NAME.fullmatch(name) or name.startswith(_BUILT_IN):
        hint = f"small letters, digits, - . and _, 40 at most; not {' or '.join(_BUILT_IN)}"
        raise table.error("this cannot be its name", hint)
    if kind not in kinds():
        hint = f"known kinds: {', '.join(kinds())}; {' and '.join(_BUILT_IN)} need no settings"
        raise table.error(f"unknown kind {quoted(kind)}", hint)
    options = {key: value for key, value in table.values.items() if key not in _COMMON}
    return EngineSettings(name, kind, _pairs(table), table.text("licence", '"CC-BY-4.0"', ""), options)


def _pairs(table: _Table) -> tuple[tuple[str, str], ...]:
    value = table.values.get("pairs", [])
    if not isinstance(value, list) or not value:
        raise table.error("'pairs' says nothing", 'write: pairs = ["de-en", "en-ru"]')
    return tuple(dict.fromkeys(_pair(table, pair) for pair in value))


def _pair(table: _Table, pair: object) -> tuple[str, str]:
    match = _PAIR.fullmatch(pair) if isinstance(pair, str) else None
    source, target = (any_code(code) for code in match.groups()) if match else ("", "")
    if not source or not target or source == target:
        hint = 'two codes of languages with a hyphen between them: "de-en", "en-pt_BR"'
        raise table.error(f"'pairs': {quoted(pair)} is no pair of languages", hint)
    return source, target


def _routes(config: Config, names: Sequence[str]) -> dict[str, str]:
    for target, engine in config.routes.items():
        if not any_code(target):
            hint = f'write the code of a language: {heading(_file(config), "routes")} az = "{names[-1]}"'
            raise _error(config, f"'routes': unknown language {quoted(target)}", hint)
        if engine not in names:
            raise _error(config, f"'routes.{target}': unknown engine {quoted(engine)}", f"known: {', '.join(names)}")
    return {any_code(target): str(engine) for target, engine in config.routes.items()}


def _file(config: Config) -> Path:
    return config.file or config.root


def _error(config: Config, message: str, hint: str) -> L10nError:
    return L10nError(f"{_file(config)}: {message}", hint)
