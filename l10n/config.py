"""Settings: `[tool.l10n]` of pyproject.toml or the top level of l10n.toml, whichever is nearest above the folder."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import takewhile
from pathlib import Path, PurePosixPath
from typing import TypeVar

from l10n.errors import L10nError
from l10n.files import toml
from l10n.languages import SOURCE, TARGETS, language
from l10n.model.beam import AUTO, USUAL, WIDEST, Beam
from l10n.model.device import Device
from l10n.model.origin_lines import ReferenceStyle

Word = TypeVar("Word", bound=StrEnum)

KEYS = (
    "source-language",
    "targets",
    "sources",
    "documents",
    "locales",
    "catalogues",
    "references",
    "glossary",
    "packages",
    "engine",
    "routes",
    "beam",
    "device",
    "memory",
    "memories",
    "check",
    "build",
    "work",
    "additions",
    "verbatim",
    "front-matter",
)
FRONT_MATTER = ("title", "linkTitle", "subtitle", "description", "summary", "abstract", "excerpt", "lead", "teaser")
"""Keys whose values are texts for readers: of Hugo, Jekyll, Docusaurus, MkDocs, Astro, MDN."""
NAMES = ("l10n.toml", "pyproject.toml")
"""Names of settings files; of two in a folder the first counts."""
_LONGEST = 255
"""Bytes in the name of a file or folder, on all usual file systems."""
_LONGEST_PATH = 4000
"""The same of a path, with room for what comes before and after it."""
_EXCERPT = 60
_KEY = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Config:
    """What holds unless an option says otherwise; paths are relative to `root`."""

    root: Path
    """The folder of the settings file, or the current one: `#:` references are relative to it."""
    source_language: str = SOURCE
    targets: tuple[str, ...] = TARGETS
    sources: tuple[str, ...] = ()
    """Files, folders, and patterns such as `texts/**/*.md`; relative to `root`."""
    documents: Mapping[str, object] = field(default_factory=dict)
    """The table `documents`, read by l10n.workflow.sources."""
    locales: Path = Path("locales")
    """The folder of the catalogues."""
    catalogues: str = ""
    """How they are called below it, see l10n.catalogue.layout; empty for the layout of gettext."""
    references: ReferenceStyle = ReferenceStyle.FULL
    """How their `#:` lines say where a text comes from."""
    packages: Path | None = None
    """Folder of the Argos packages; None is Argos's own."""
    engine: Sequence[Mapping[str, object]] = ()
    """The tables `engine`, read by l10n.engines.supply."""
    routes: Mapping[str, object] = field(default_factory=dict)
    """The table `routes`: the engine by language, read there, too."""
    beam: Beam = USUAL
    device: Device | None = None
    """What packages compute on; None leaves it to the environment."""
    memory: Path = Path("l10n.db")
    """The translation memory, see l10n.memory."""
    memories: Sequence[Mapping[str, object]] = ()
    """The tables `memories`, read by l10n.memory.shared."""
    glossary: Path | None = None
    """A CSV or TBX file, see l10n.glossary."""
    check: Mapping[str, object] = field(default_factory=dict)
    """The table `check`, read by l10n.checking.settings."""
    build: Mapping[str, object] = field(default_factory=dict)
    """The table `build`, read by l10n.building.settings."""
    work: Mapping[str, object] = field(default_factory=dict)
    """The table `work`, read by l10n.accounting.rates."""
    additions: Sequence[Mapping[str, object]] = ()
    """The tables `additions`, read by l10n.building.additions."""
    verbatim: tuple[str, ...] = ()
    """Patterns of texts that nobody translates, see l10n.segmentation.verbatim."""
    front_matter: tuple[str, ...] = FRONT_MATTER
    """Keys of front matter whose values are translated."""
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
            if (table := toml.table(parent / name, section)) is not None:
                return of_table(parent / name, table)
    return Config(root=folder, locales=folder / "locales", memory=folder / "l10n.db")


def of_table(path: Path, table: Mapping[str, object]) -> Config:
    """The settings that a table of this file makes; raises L10nError that names file and key."""
    _check_keys(path, table)
    root = path.parent
    locales, catalogues = _layout(path, table)
    return Config(
        root=root,
        source_language=_language(path, "source-language", _string(path, table, "source-language", SOURCE)),
        targets=tuple(_language(path, "targets", code) for code in _strings(path, table, "targets", TARGETS)),
        sources=tuple(_name(path, "sources", text) for text in _strings(path, table, "sources", ())),
        documents=_table_of(path, table, "documents"),
        locales=locales,
        catalogues=catalogues,
        references=_choice(path, table, "references", ReferenceStyle.FULL),
        packages=_optional(path, table, "packages"),
        engine=_tables_of(path, table, "engine"),
        routes=_table_of(path, table, "routes"),
        beam=_beam(path, table),
        device=_device(path, table),
        memory=_place(path, table, "memory", "l10n.db"),
        memories=_tables_of(path, table, "memories"),
        glossary=_optional(path, table, "glossary"),
        check=_table_of(path, table, "check"),
        build=_table_of(path, table, "build"),
        work=_table_of(path, table, "work"),
        additions=_tables_of(path, table, "additions"),
        verbatim=_strings(path, table, "verbatim", ()),
        front_matter=_front_matter(path, table),
        file=path,
    )


def _check_keys(path: Path, table: Mapping[str, object]) -> None:
    if path.name == "l10n.toml" and "paths" in table:
        hint = "this l10n is another program: put its settings under [tool.l10n] in pyproject.toml"
        raise L10nError(f"{path}: [[paths]] belongs to Mozilla's project configuration", hint)
    if path.name == "l10n.toml" and "tool" in table:
        hint = "leave [tool.l10n] out, and write [check] for [tool.l10n.check]; or call the file pyproject.toml"
        raise L10nError(f"{path}: 'tool': in this file the keys stand at the top level", hint)
    for key in table:
        if key not in KEYS:
            near = difflib.get_close_matches(key.strip().lower(), KEYS, 1)
            hint = f"did you mean '{near[0]}'?" if near else f"known keys: {', '.join(KEYS)}"
            raise L10nError(f"{path}: unknown key {quoted(key)}", hint)


def quoted(value: object) -> str:
    """A value of a settings file as an error shows it: on one line, and not all of a long one."""
    try:
        text = repr(value)
    except ValueError:  # Python writes no number of thousands of digits
        text = "a huge number"
    except RecursionError:
        text = "something nested deeply"
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}…"


def _string(path: Path, table: Mapping[str, object], key: str, default: str) -> str:
    value = table.get(key, default)
    if not isinstance(value, str):
        raise L10nError(f"{path}: '{key}' must be a string, not {quoted(value)}", f'write: {key} = "{default}"')
    return value


def _strings(path: Path, table: Mapping[str, object], key: str, default: tuple[str, ...]) -> tuple[str, ...]:
    value = table.get(key, list(default))
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise L10nError(f"{path}: '{key}' must be a list of strings, not {quoted(value)}", f'write: {key} = ["…"]')
    return tuple(value)


def _front_matter(path: Path, table: Mapping[str, object]) -> tuple[str, ...]:
    keys = _strings(path, table, "front-matter", FRONT_MATTER)
    if wrong := [key for key in keys if not _KEY.fullmatch(key)]:
        message = f"{path}: 'front-matter': {quoted(wrong[0])} is no key of front matter that can be read"
        raise L10nError(message, 'name keys that are not nested, of letters, digits, - and _: front-matter = ["title"]')
    return keys


def _table_of(path: Path, table: Mapping[str, object], key: str) -> Mapping[str, object]:
    value = table.get(key, {})
    if not isinstance(value, dict):
        raise L10nError(f"{path}: '{key}' must be a table, not {quoted(value)}", f"write: {heading(path, key)}")
    return value


def _tables_of(path: Path, table: Mapping[str, object], key: str) -> tuple[Mapping[str, object], ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(part, dict) for part in value):
        raise L10nError(f"{path}: '{key}' must be tables, not {quoted(value)}", f"write: [{heading(path, key)}]")
    return tuple(value)


def heading(path: Path, section: str) -> str:
    """How a table begins in this settings file: `[check]` or `[tool.l10n.check]`."""
    return f"[{section}]" if path.name == "l10n.toml" else f"[tool.l10n.{section}]"


def path_of(path: Path, key: str, value: str) -> Path:
    """The path that a value of this settings file names; L10nError for what cannot be one."""
    return path.parent / _name(path, key, value)


def _place(path: Path, table: Mapping[str, object], key: str, default: str) -> Path:
    """Relative to the file's folder."""
    return path_of(path, key, _string(path, table, key, default))


def _layout(path: Path, table: Mapping[str, object]) -> tuple[Path, str]:
    """The folder of the catalogues, and how they are called below it if that is said."""
    pattern = _name(path, "catalogues", _string(path, table, "catalogues", ""))
    if not pattern:
        return _place(path, table, "locales", "locales"), ""
    if "locales" in table:
        raise L10nError(f"{path}: 'catalogues' says where they are, and so does 'locales'", "leave one of the two out")
    parts = PurePosixPath(pattern).parts
    fixed = list(takewhile(lambda part: "{" not in part, parts[:-1]))
    folder = path.parent.joinpath(*fixed)
    if not Path(os.path.normpath(folder)).is_relative_to(path.parent):
        message = f"{path}: 'catalogues': {quoted(pattern)} is outside of the project, where all would be searched"
        raise L10nError(message, 'write for instance: catalogues = "po/{document}.{language}.po"')
    return folder, "/".join(parts[len(fixed) :])


def _optional(path: Path, table: Mapping[str, object], key: str) -> Path | None:
    """None where nothing is set, or an empty text."""
    return _place(path, table, key, "") if table.get(key, "") != "" else None


def _name(path: Path, key: str, value: str) -> str:
    """The path with the home folder for `~`; L10nError for what is the name of nothing on any system."""
    hint = "write a path, relative to the folder of this file"
    if "\0" in value:
        raise L10nError(f"{path}: '{key}': no path has a NUL character", hint)
    if any(len(os.fsencode(part)) > _LONGEST for part in value.split("/")):
        raise L10nError(f"{path}: '{key}': no name has more than {_LONGEST} bytes: {quoted(value)}", hint)
    if len(os.fsencode(value)) > _LONGEST_PATH:
        raise L10nError(f"{path}: '{key}': no path has more than {_LONGEST_PATH} bytes: {quoted(value)}", hint)
    try:
        return str(Path(value).expanduser()) if value.startswith("~") else value
    except RuntimeError:
        raise L10nError(f"{path}: '{key}': there is no such user's home folder: {quoted(value)}", hint) from None


def _beam(path: Path, table: Mapping[str, object]) -> Beam:
    value = table.get("beam", USUAL)
    if value == AUTO:
        return AUTO
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= WIDEST:
        message = f"{path}: 'beam' must be a whole number from 1 to {WIDEST}, or \"{AUTO}\", not {quoted(value)}"
        raise L10nError(message, f"write: beam = {USUAL}")
    return value


def _device(path: Path, table: Mapping[str, object]) -> Device | None:
    """None where nothing is set, or an empty text."""
    return _choice(path, table, "device", Device.AUTO) if table.get("device", "") != "" else None


def _choice(path: Path, table: Mapping[str, object], key: str, usual: Word) -> Word:
    """One of the words of which `usual` is one."""
    name = _string(path, table, key, usual)
    try:
        return type(usual)(name)
    except ValueError:
        message = f"{path}: '{key}' must be one of {', '.join(type(usual))}, not {quoted(name)}"
        raise L10nError(message, f'write: {key} = "{usual}"') from None


def _language(path: Path, key: str, code: str) -> str:
    try:
        return language(code).code
    except L10nError as error:
        raise L10nError(f"{path}: '{key}': {error.message}", error.hint) from None
