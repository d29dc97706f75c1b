"""What is wrong or missing in catalogues: repaired where that is asked for, examined, and reported into files."""

from __future__ import annotations

import io
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from l10n.catalogue.search import home
from l10n.checking import settings as check_settings
from l10n.checking.fix import fix
from l10n.checking.gate import fails
from l10n.checking.run import check as examined
from l10n.checking.settings import FailOn, Settings
from l10n.config import Config
from l10n.errors import L10nError
from l10n.files.paths import short
from l10n.model import Require
from l10n.model.events import Event, Failed
from l10n.model.findings import Report
from l10n.reports import formats
from l10n.workflow import inputs, outputs
from l10n.workflow.source_languages import LeftOut, SourceLanguages


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A report that is wanted as a file."""

    format: str
    """Name of a module of `l10n.reports.formats`."""
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRequest:
    """Which catalogues are examined, and by which rules; what is not said is as in the settings."""

    settings: Config
    catalogues: tuple[Path, ...] = ()
    """PO files and folders; none for those of the folder."""
    locales: Path | None = None
    """Folder of the catalogues."""
    source_language: str | None = None
    """Language of the msgids where the header does not tell."""
    require: Require | None = None
    """What every entry has to be."""
    max_untranslated: str | None = None
    """Entries of a catalogue that may miss that: a number, `12`, or a share, `5%`."""
    select: tuple[str, ...] = ()
    """Names of checks: no others run; several may stand in one text, with commas."""
    ignore: tuple[str, ...] = ()
    """Names of checks that do not run."""
    fail_on: FailOn | None = None
    base: str | None = None
    """A git revision: only what is new or worse since then counts."""
    glossary: Path | None = None
    """CSV or TBX."""
    fix: bool = False
    """Make the safe repairs in drafts first."""
    fix_human: bool = False
    """Make them in people's texts, too, which become fuzzy."""
    jobs: int | None = None
    """Processes; None for one a core if there is much to do."""
    files: tuple[ReportFile, ...] = ()
    notes: bool = False
    """Reports for people have the findings of the lowest severity, too."""


@dataclass(frozen=True, slots=True)
class Reported(Event):
    """Everything that was found."""

    report: Report
    failed: bool
    """There are findings as grave as the settings forbid."""


@dataclass(frozen=True, slots=True)
class NoDictionary(Event):
    """A language whose spelling nobody looks at, though that is wanted."""

    language: str
    folder: Path


def check(request: CheckRequest) -> Iterator[Event]:
    """Repair (`Fixed`), examine, report.

    A catalogue that cannot be read or repaired is told, and the report names it. Raises L10nError for settings, a
    glossary or a revision that are no good, for a request without catalogues, and for a report that would replace one;
    WriteError.
    """
    settings = _settings(request)
    paths = inputs.catalogues(request.catalogues, request.locales, request.settings)
    for file in request.files:
        outputs.keep_off(file.path, paths)
    unfixed = (yield from _fixed(paths, settings, request.fix_human)) if request.fix or request.fix_human else []
    report, errors = examined(paths, settings, request.jobs, {short(path) for path in request.catalogues})
    yield SourceLanguages(tuple((catalogue.path, catalogue.recognised) for catalogue in report.catalogues))
    yield from map(LeftOut, report.left_out)
    yield from _without_dictionary(report, settings)
    yield from map(Failed, {str(error): error for error in (*unfixed, *errors)}.values())
    yield Reported(report, fails(report, settings.fail_on))
    for file in request.files:
        yield _written(file, report, request.notes)


def _settings(request: CheckRequest) -> Settings:
    """What the request says over what the settings say."""
    stored = check_settings.of_project(request.settings, request.source_language)
    select = check_settings.names(request.select, "--select")
    settings = stored.chosen(select, check_settings.names(request.ignore, "--ignore"))
    bound = request.max_untranslated
    limit = check_settings.limit(bound) if bound is not None else settings.limit
    return replace(
        settings,
        require=request.require or settings.require or (Require.DRAFTED if limit else None),
        requires={} if request.require else settings.requires,
        limit=limit,
        fail_on=request.fail_on or settings.fail_on,
        base=request.base,
        glossary=request.glossary or settings.glossary,
    )


def _without_dictionary(report: Report, settings: Settings) -> Iterator[Event]:
    """Each language once."""
    if settings.dictionaries:
        for lang in sorted({catalogue.language for catalogue in report.catalogues}):
            if settings.dictionary(lang) is None:
                yield NoDictionary(lang, settings.dictionaries)


def _fixed(paths: Sequence[Path], settings: Settings, human: bool) -> Generator[Event, None, list[L10nError]]:
    """What was repaired; returns the errors of the files where that was not possible. L10nError at once for a pipe."""
    for path in paths:
        home(path)
    errors = []
    for path in paths:
        try:
            yield fix(path, settings, human)
        except L10nError as error:
            if error.exit_code != L10nError.exit_code:
                raise
            errors.append(error)
    return errors


def _written(file: ReportFile, report: Report, notes: bool) -> Event:
    text = io.StringIO()
    formats.write(report, file.format, text, notes)
    return outputs.save(file.path, text.getvalue())
