"""What engines of the settings have in common: a table `[[tool.l10n.engine]]` to read, and pairs that bear its name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from l10n.config import path_of, quoted
from l10n.engines import EngineSettings
from l10n.errors import L10nError

_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+_-]{0,39}")


@dataclass(frozen=True, slots=True)
class EngineTable:
    """The table as it stands in a settings file."""

    file: Path
    values: Mapping[str, object]

    def error(self, message: str, hint: str) -> L10nError:
        """An error that names the file and the engine."""
        name = self.values.get("name")
        which = f"engine {quoted(name)}" if isinstance(name, str) else "an engine"
        return L10nError(f"{self.file}: {which}: {message}", hint)

    def text(self, key: str, example: str, default: str | None = None) -> str:
        """The value of this key; L10nError if it is no text, or if it is missing and has no default."""
        value = self.values.get(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            missing = key not in self.values
            problem = f"'{key}' is missing" if missing else f"'{key}' must be a text, not {quoted(value)}"
            raise self.error(problem, f"write: {key} = {example}")
        return value

    def texts(self, key: str, example: str) -> tuple[str, ...]:
        """The texts of this key, one at least; L10nError if it has none."""
        value = self.values.get(key)
        if not isinstance(value, list) or not value or not all(isinstance(text, str) and text for text in value):
            problem = f"'{key}' is missing" if key not in self.values else f"'{key}' must be a list of texts"
            raise self.error(problem, f"write: {key} = {example}")
        if any("\0" in text for text in value):
            raise self.error(f"'{key}' has a NUL character", f"write: {key} = {example}")
        return tuple(value)

    def seconds(self, key: str, default: float) -> float:
        """The value of this key; L10nError if it is no time from a tenth of a second to a day."""
        value = self.values.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not _SHORTEST <= value <= _LONGEST:
            raise self.error(f"'{key}' must be seconds, not {quoted(value)}", f"write: {key} = {default:g}")
        return float(value)

    def folder(self, key: str, example: str) -> Path:
        """The path of this key, relative to the file's folder; L10nError if it cannot be one."""
        return path_of(self.file, key, self.text(key, example))

    def mapping(self, key: str, example: str) -> dict[str, str]:
        """The table of texts of this key, which may be missing; L10nError if it is something else."""
        value = self.values.get(key, {})
        if not isinstance(value, dict) or not all(isinstance(text, str) and text for text in value.values()):
            raise self.error(f"'{key}' must be a table of texts, not {quoted(value)}", f"write: {key} = {example}")
        return dict(value)

    def version(self) -> str:
        """Whatever people call the version; L10nError if it cannot stand in a comment."""
        version = self.text("version", '"1"', "")
        if version and not _VERSION.fullmatch(version):
            raise self.error(
                f"'version': {quoted(version)} cannot be one", 'letters, digits, . + - and _: version = "2"'
            )
        return version


_SHORTEST, _LONGEST = 0.1, 86_400.0


@dataclass(frozen=True, slots=True)
class ConfiguredPair:
    """Two languages of an engine of the settings."""

    settings: EngineSettings
    source: str
    target: str
    identity: str
    """As the kind works it out, see `LanguagePair`."""

    @property
    def engine(self) -> str:
        """The kind."""
        return self.settings.kind

    @property
    def name(self) -> str:
        """`de-az-nllb`, `de-az-nllb-2` with a version."""
        version = self.settings.options.get("version", "")
        return f"{self.source}-{self.target}-{self.settings.name}{f'-{version}' if version else ''}"

    @property
    def engine_name(self) -> str:
        """What the settings call it."""
        return self.settings.name

    @property
    def demo(self) -> bool:
        """Its translations are meant."""
        return False
