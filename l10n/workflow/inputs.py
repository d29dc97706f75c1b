"""What a request names, together with the settings: sources, languages, folders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from l10n.catalogue.layout import layout_of
from l10n.catalogue.search import po_files
from l10n.config import Config
from l10n.errors import L10nError
from l10n.files.paths import short
from l10n.languages import language
from l10n.reports.characters import shown

_FORMAT = re.compile(r"--format (\w+)")


def source_language(given: str | None, config: Config) -> str:
    """Our code of the source language; raises L10nError for an unknown one."""
    return language(given or config.source_language).code


def without_option(error: L10nError) -> L10nError:
    """The error of a source, for commands without a --format for sources: the hint names what the settings have."""
    return type(error)(error.message, _FORMAT.sub(r'format = "\1" in the setting documents', error.hint))


def targets(given: str | None, source: str, config: Config) -> list[str]:
    """The target languages; raises L10nError for an unknown one."""
    codes = [code.strip() for code in given.split(",")] if given is not None else config.targets
    known = dict.fromkeys(language(code).code for code in codes)
    wanted = [code for code in known if code != source or given is not None]
    if not wanted:
        raise L10nError("no target language", 'name some with --to, or in [tool.l10n]: targets = ["en"]')
    if source in wanted:
        raise L10nError(f"'{source}' is the source language", "leave it out of --to, or set --from")
    return wanted


def packages_folder(given: Path | None, config: Config) -> Path:
    """Where the packages are: option, settings, the folder of the engine itself."""
    from l10n.engines import default_folder

    return given or config.packages or default_folder()


def no_catalogues(places: Iterable[Path]) -> L10nError:
    """That none was found there."""
    where = ", ".join(str(short(path)) for path in places)
    return L10nError(f"{where}: no catalogues", "name PO files, or make some: l10n draft SOURCE")


def named_catalogues(paths: Sequence[Path]) -> list[Path]:
    """The PO files that these paths stand for; raises L10nError for none."""
    files = po_files(paths)
    if not files:
        raise L10nError(f"{shown(paths[0])}: no PO files", "name a PO file, or a folder that has some")
    return files


def catalogues(paths: Sequence[Path], locales: Path | None, config: Config) -> list[Path]:
    """The PO files that these paths stand for, else all catalogues; raises L10nError for none."""
    files = stored_catalogues(paths, locales, config)
    if not files:
        raise no_catalogues(paths or (locales or config.locales,))
    return files


def stored_catalogues(paths: Sequence[Path], locales: Path | None, config: Config) -> list[Path]:
    """The same, of which there may be none: in a layout of the settings' own, files that are called otherwise."""
    if paths:
        return po_files(paths)
    layout = layout_of(config, locales)
    if config.file is None and locales is None and not layout.folder.exists():
        raise L10nError("no catalogues, and no settings", "set the project up: l10n init")
    files = po_files([short(layout.folder)])
    return files if layout.is_gettext else [path for path in files if layout.location(path)]
