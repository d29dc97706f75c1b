"""Catalogues become tables for Excel or Word, a file a language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.catalogue import po
from l10n.catalogue.layout import layout_of
from l10n.catalogue.search import document_of
from l10n.catalogue.source_texts import key_texts
from l10n.catalogue.targets import CatalogueTargets, catalogue_name
from l10n.config import Config
from l10n.errors import L10nError
from l10n.files import sizes, write_bytes
from l10n.languages import record
from l10n.languages.codes import base
from l10n.model.events import Event, Failed
from l10n.reports.characters import shown
from l10n.workflow.exchange.catalogues import Pair, named, pair_of, refuse_two_sources
from l10n.workflow.exchange.overwriting import check_nothing_is_lost
from l10n.workflow.outputs import keep_off

if TYPE_CHECKING:
    from l10n.exchange.tables.kinds import TableKind
    from l10n.exchange.tables.outgoing import Tabled

_SUFFIX = re.compile(r"\.[A-Za-z]{2,4}x?")
"""Of a file; folders are rarely called so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableExportRequest:
    """Which catalogues are to go into which file; what is not said is as in the settings."""

    settings: Config
    kind: str
    """`xlsx`, `csv` or `docx`."""
    output: Path | None
    """A file, or a folder for a file a language."""
    paths: tuple[Path, ...] = ()
    """PO files, or folders with some."""
    locales: Path | None = None
    """Folder of more catalogues."""
    separator: str = ","
    """Between the cells of a CSV file."""


@dataclass(frozen=True, slots=True)
class TableExported(Event):
    """A file that is complete."""

    path: Path
    language: str
    tables: tuple[tuple[Path, Tabled], ...]
    """Its catalogues, with what of them it has."""


def export_tables(request: TableExportRequest) -> Iterator[Event]:
    """Write the tables; a catalogue that cannot be read, and a file that cannot be written, are told.

    Raises L10nError without a file, folder or catalogues, for several languages and one file, and if two files would
    be one.
    """
    from l10n.exchange.tables.kinds import KINDS, TableOptions
    from l10n.exchange.tables.outgoing import TableOrigin, tabled

    kind = KINDS[request.kind]
    if request.output is None:
        raise L10nError("where to?", f"name the file, or a folder for several languages: -o FILE{kind.suffix}")
    settings = request.settings
    paths = named(request.paths, request.locales, settings)
    keep_off(request.output, paths)
    layout = layout_of(settings, request.locales)
    pairs: dict[Pair, list[tuple[Path, Tabled]]] = defaultdict(list)
    for path in paths:
        try:
            catalogue = po.read(path)
            pair = pair_of(path, catalogue, settings)
            origin = TableOrigin(catalogue_name(path, settings.root), document_of(path, layout), pair[1])
            pairs[pair].append((path, tabled(origin, catalogue, key_texts(path, catalogue).of)))
        except L10nError as error:
            yield Failed(error)
    refuse_two_sources(pairs)
    files = _files(request.output, kind, [language for _, language in pairs])
    targets = CatalogueTargets(paths, settings.root, layout)
    for (_, language), tables in pairs.items():
        try:
            options = TableOptions(record(base(language)).direction == "rtl", request.separator)
            data = kind.write([table.sheet for _, table in tables], options)
            check_nothing_is_lost(files[language], targets)  # then what reads the file is installed, as writing has it
            sizes.check(len(data), shown(files[language]), "name fewer catalogues, a file for each part")
            write_bytes(files[language], data)
        except L10nError as error:
            yield Failed(error)
        else:
            yield TableExported(files[language], language, tuple(tables))


def _files(output: Path, kind: TableKind, languages: Sequence[str]) -> Mapping[str, Path]:
    """The file of each language; L10nError if one file is to have several, or is of another kind."""
    suffix = output.suffix.lower()
    is_file = suffix == kind.suffix and not output.is_dir()
    if is_file and len(languages) > 1:
        what = f"one file for {len(languages)} languages: {', '.join(languages)}"
        raise L10nError(f"{shown(output)}: {what}", "name a folder: -o FOLDER; or the catalogues of one language")
    if not is_file and _SUFFIX.fullmatch(suffix) and not output.is_dir():
        raise L10nError(f"{shown(output)}: neither a folder nor a {kind.suffix} file", f"-o FILE{kind.suffix}")
    return {language: output if is_file else output / f"{language}{kind.suffix}" for language in languages}
