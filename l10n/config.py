"""Settings: `[tool.l10n]` of pyproject.toml or the top level of l10n.toml, whichever is nearest above the folder."""

from __future__ import annotations

import difflib
import glob
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from l10n.errors import L10nError
from l10n.languages import language

KEYS = ("source-language", "targets", "sources", "locales", "glossary", "packages", "beam", "memory", "check")
NAMES = ("l10n.toml", "pyproject.toml")
"""Of settings files; in a folder the first counts."""
TARGETS = ("en", "ru", "az", "uk")


@dataclass(frozen=True, slots=True)
class Config:
    """What holds unless an option says otherwise; paths are relative to `root`."""

    root: Path
    """The folder of the settings file, or the current one: `#:` references are relative to it."""
    source_language: str = "de"
    targets: tuple[str, ...] = TARGETS
    sources: tuple[Path, ...] = ()
    """Files, patterns such as `texts/*.txt` already resolved."""
    locales: Path = Path("locales")
    packages: Path | None = None
    """Folder of the Argos packages; None is Argos's own."""
    beam: int = 4
    memory: Path = Path("l10n.db")
    """The translation memory, see l10n.memory."""
    glossary: Path | None = None
    """A CSV or TBX file, see l10n.glossary."""
    check: Mapping[str, object] = field(default_factory=dict)
    """The table `check`, read by l10n.checking.settings."""
    file: Path | None = field(default=None, compare=False)
    """Where the settings were found."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The source language and the targets."""
        return (self.source_language, *self.targets)


def load(folder: Path) -> Config:
    """The settings that hold in this folder; raises L10nError that names file and key."""
    folder = folder.resolve()
    for parent in (folder, *folder.parents):
        for name, section in zip(NAMES, ((), ("tool", "l10n")), strict=True):
            if (table := _table(parent / name, section)) is not None:
                return _config(parent / name, table)
    return Config(root=folder, locales=folder / "locales", memory=folder / "l10n.db")


def _table(path: Path, section: tuple[str, ...]) -> Mapping[str, object] | None:
    """The settings in this file, or None if there is no such file or section."""
    try:
        table: object = tomllib.loads(path.read_text("utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise L10nError(f"{path}: cannot read: {error.strerror}", "check the file's permissions") from None
    except ValueError as error:  # not TOML, or not UTF-8
        raise L10nError(f"{path}: not valid TOML: {error}", "mend the file and run again") from None
    for name in section:
        table = table.get(name) if isinstance(table, dict) else None
    if table is not None and not isinstance(table, dict):
        raise L10nError(f"{path}: '{'.'.join(section)}' must be a table", "write: [tool.l10n]")
    return table


def _config(path: Path, table: Mapping[str, object]) -> Config:
    _check_keys(path, table)
    root = path.parent
    packages, glossary = _string(path, table, "packages", ""), _string(path, table, "glossary", "")
    return Config(
        root=root,
        source_language=_language(path, "source-language", _string(path, table, "source-language", "de")),
        targets=tuple(_language(path, "targets", code) for code in _strings(path, table, "targets", TARGETS)),
        sources=tuple(_sources(root, _strings(path, table, "sources", ()))),
        locales=root / _string(path, table, "locales", "locales"),
        packages=root / Path(packages).expanduser() if packages else None,
        beam=_beam(path, table),
        memory=root / Path(_string(path, table, "memory", "l10n.db")).expanduser(),
        glossary=root / glossary if glossary else None,
        check=_table_of(path, table, "check"),
        file=path,
    )


def _check_keys(path: Path, table: Mapping[str, object]) -> None:
    if path.name == "l10n.toml" and "paths" in table:
        hint = "this l10n is another program: put its settings under [tool.l10n] in pyproject.toml"
        raise L10nError(f"{path}: [[paths]] belongs to Mozilla's project configuration", hint)
    for key in table:
        if key not in KEYS:
            near = difflib.get_close_matches(key, KEYS, 1)
            hint = f"did you mean '{near[0]}'?" if near else f"known keys: {', '.join(KEYS)}"
            raise L10nError(f"{path}: unknown key '{key}'", hint)


def _string(path: Path, table: Mapping[str, object], key: str, default: str) -> str:
    value = table.get(key, default)
    if not isinstance(value, str):
        raise L10nError(f"{path}: '{key}' must be a string, not {value!r}", f'write: {key} = "{default}"')
    return value


def _strings(path: Path, table: Mapping[str, object], key: str, default: tuple[str, ...]) -> tuple[str, ...]:
    value = table.get(key, list(default))
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise L10nError(f"{path}: '{key}' must be a list of strings, not {value!r}", f'write: {key} = ["…"]')
    return tuple(value)


def _table_of(path: Path, table: Mapping[str, object], key: str) -> Mapping[str, object]:
    value = table.get(key, {})
    if not isinstance(value, dict):
        raise L10nError(f"{path}: '{key}' must be a table, not {value!r}", f"write: [tool.l10n.{key}]")
    return value


def _beam(path: Path, table: Mapping[str, object]) -> int:
    value = table.get("beam", 4)
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise L10nError(f"{path}: 'beam' must be a whole number from 1, not {value!r}", "write: beam = 4")
    return value


def _language(path: Path, key: str, code: str) -> str:
    try:
        return language(code).code
    except L10nError as error:
        raise L10nError(f"{path}: '{key}': {error.message}", error.hint) from None


def _sources(root: Path, patterns: tuple[str, ...]) -> list[Path]:
    """Sorted within each pattern; a pattern without a match stays, so that the missing file is named."""
    return [
        root / name
        for pattern in patterns
        for name in sorted(glob.glob(pattern, root_dir=root, recursive=True)) or [pattern or "''"]  # noqa: PTH207
    ]
