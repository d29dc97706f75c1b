"""Catalogues become XLIFF files, one a pair of languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from l10n import glossary as glossaries
from l10n.catalogue import po
from l10n.catalogue.layout import layout_of
from l10n.catalogue.search import document_of
from l10n.catalogue.source_texts import key_texts
from l10n.catalogue.targets import CatalogueTargets, catalogue_name
from l10n.config import Config
from l10n.errors import L10nError
from l10n.files import write_bytes
from l10n.glossary import Glossary
from l10n.model import Catalogue, Key, State
from l10n.model.events import Event, Failed
from l10n.reports.characters import shown
from l10n.workflow.exchange.catalogues import Pair, named, pair_of, refuse_two_sources
from l10n.workflow.exchange.overwriting import check_nothing_is_lost
from l10n.workflow.outputs import keep_off

if TYPE_CHECKING:
    from l10n.checking.settings import Settings
    from l10n.exchange.xliff.outgoing import OutgoingFile


@dataclass(frozen=True, slots=True, kw_only=True)
class XliffExportRequest:
    """Which catalogues are to go into which file; what is not said is as in the settings."""

    settings: Config
    output: Path | None
    """The file; with several pairs of languages a folder, where each has one."""
    paths: tuple[Path, ...] = ()
    """PO files, or folders with some."""
    locales: Path | None = None
    """Folder of more catalogues."""
    profile: str = "generic"
    """A name of `l10n.exchange.xliff.XliffProfile`."""
    version: str = "1.2"
    """One of `l10n.exchange.xliff.XliffVersion`."""
    states: tuple[State, ...] = ()
    """Only entries in these; all if none are named."""


@dataclass(frozen=True, slots=True)
class XliffExported(Event):
    """A file that is complete."""

    path: Path
    languages: Pair
    files: tuple[OutgoingFile, ...]
    """Its catalogues, with what of them it has."""


@dataclass(frozen=True, slots=True)
class _ExportRun:
    """What holds for all catalogues."""

    request: XliffExportRequest
    targets: CatalogueTargets
    checks: Settings
    glossary: Glossary | None


def export_xliff(request: XliffExportRequest) -> Iterator[Event]:
    """Make the files: every entry with its state, and what a translator should know.

    A catalogue that cannot be read, and a file that cannot be written, are told, and the others go on. Raises L10nError
    without an output or catalogues, for an unknown profile or version, and if two files would be one.
    """
    from l10n.checking.settings import of_project
    from l10n.exchange.xliff import XliffProfile, XliffVersion

    if request.output is None:
        raise L10nError("where to?", "name the file: -o FILE.xlf")
    _check("profile", request.profile, list(XliffProfile))
    _check("version", request.version, list(XliffVersion))
    settings = request.settings
    paths = named(request.paths, request.locales, settings)
    layout = layout_of(settings, request.locales)
    checks = of_project(settings, None)
    terms = glossaries.read(checks.glossary, checks.project_languages) if checks.glossary else None
    run = _ExportRun(request, CatalogueTargets(paths, settings.root, layout), checks, terms)
    pairs: dict[Pair, list[OutgoingFile]] = defaultdict(list)
    for path in paths:
        try:
            catalogue = po.read(path)
            pair = pair_of(path, catalogue, settings)
            pairs[pair].append(_outgoing(path, document_of(path, layout), catalogue, run))
        except L10nError as error:
            yield Failed(error)
    refuse_two_sources(pairs)
    for pair, files in pairs.items():
        many = len(pairs) > 1 or _is_folder(request.output)
        try:
            yield _exported(request.output / f"{pair[1]}.xlf" if many else request.output, pair, files, run)
        except L10nError as error:
            yield Failed(error)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name that no file can have: told when it is written
        return False


def _check(what: str, name: str, known: Sequence[str]) -> None:
    if name not in known:
        raise L10nError(f"unknown {what} '{name}'", f"known: {', '.join(known)}")


def _outgoing(path: Path, document: str, catalogue: Catalogue, run: _ExportRun) -> OutgoingFile:
    from l10n.exchange.xliff.outgoing import outgoing

    name = catalogue_name(path, run.request.settings.root)
    findings = _findings(path, catalogue, run)
    return outgoing(name, document, catalogue, key_texts(path, catalogue).of, findings, run.request.states)


def _findings(path: Path, catalogue: Catalogue, run: _ExportRun) -> Mapping[Key, Sequence[str]]:
    """What the checks say, by entry; nothing of a catalogue that they cannot be run on."""
    from l10n.checking.file import raw_findings, view

    messages: dict[Key, list[str]] = defaultdict(list)
    try:
        raws = raw_findings(catalogue, view(path, catalogue, run.checks), run.checks, run.glossary)
    except L10nError:
        return {}
    for raw in raws:
        messages[raw.key].append(f"{raw.severity}: {raw.check}: {raw.hit.message}")
    return messages


def _exported(path: Path, languages: Pair, files: Sequence[OutgoingFile], run: _ExportRun) -> XliffExported:
    """Write a file, over an earlier one of which nothing may be lost."""
    from l10n.exchange.xliff import XliffProfile, XliffVersion, version12, version21

    full = [file for file in files if file.units]  # 2.1 allows no empty ones
    if not full:
        raise L10nError(f"{shown(path)}: not written: there are no such entries", "name other states, or catalogues")
    keep_off(path, ())
    check_nothing_is_lost(path, run.targets)
    module = version12 if run.request.version == XliffVersion.V12 else version21
    text = module.document(full, languages, XliffProfile(run.request.profile))
    write_bytes(path, text.encode())
    return XliffExported(path, languages, tuple(files))
