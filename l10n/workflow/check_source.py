"""What is wrong in source texts, before anybody translates them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from l10n.catalogue.git import history
from l10n.catalogue.index import CatalogueIndex
from l10n.catalogue.layout import layout_of
from l10n.checking import ignores
from l10n.checking import settings as check_settings
from l10n.checking.gate import fails
from l10n.checking.run import unreadable
from l10n.checking.settings import FailOn, Settings
from l10n.checking.source_texts import alone, check_source
from l10n.config import Config
from l10n.errors import L10nError
from l10n.files.paths import short
from l10n.model import Document
from l10n.model.events import Event, Failed
from l10n.model.findings import Checked, Report, Rule, Unreadable
from l10n.workflow import inputs, outputs
from l10n.workflow.check import Reported, ReportFile, write_report
from l10n.workflow.notices import notices
from l10n.workflow.sources import Source, sources


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCheckRequest:
    """Which source texts are examined, and by which checks; what is not said is as in the settings."""

    settings: Config
    sources: tuple[Path, ...] = ()
    """Files, folders and patterns; none for those of the settings."""
    source_language: str | None = None
    select: tuple[str, ...] = ()
    """Names of checks: no others run; several may stand in one text, with commas."""
    ignore: tuple[str, ...] = ()
    """Names of checks that do not run."""
    fail_on: FailOn | None = None
    base: str | None = None
    """A git revision: blocks that were as wrong then do not count."""
    files: tuple[ReportFile, ...] = ()
    notes: bool = False
    """Reports for people have the findings of the lowest severity, too."""


def check_sources(request: SourceCheckRequest) -> Iterator[Event]:
    """Read the texts, examine them, report.

    A text that cannot be read is told, and the report names it. Raises L10nError for settings or a revision that are no
    good, for a request without sources, and for a report that would replace one; WriteError.
    """
    settings = _settings(request)
    index = CatalogueIndex(layout_of(request.settings))
    lang = inputs.source_language(request.source_language, request.settings)
    texts = sources(request.sources, request.settings, index)
    for file in request.files:
        outputs.keep_off(file.path, [source.path for source in texts])
    if settings.base is not None:
        history.verify([source.path for source in texts], settings.base, "--base")
    checked: list[Checked] = []
    missing: list[Unreadable] = []
    for source in texts:
        try:
            document = source.document(lang, request.settings.root)
        except L10nError as error:
            advised = inputs.without_option(error)  # --format is that of the report here
            missing.append(unreadable(source.path, advised))
            yield Failed(advised)
            continue
        yield from notices(source.path, document)
        before = _before(source, lang, request.settings.root, settings)
        checked.append(check_source(short(source.path), document, before, settings))
    report = Report(tuple(checked), _rules(settings, lang), tuple(missing), of_sources=True)
    yield Reported(report, fails(report, settings.fail_on))
    yield from (write_report(file, report, request.notes) for file in request.files)


def _settings(request: SourceCheckRequest) -> Settings:
    """What the request says over what the settings say; states are required of catalogues only."""
    stored = check_settings.of_project(request.settings, request.source_language)
    select = check_settings.names(request.select, "--select")
    chosen = stored.chosen(select, check_settings.names(request.ignore, "--ignore"))
    return replace(chosen, gates=(), fail_on=request.fail_on or chosen.fail_on, base=request.base)


def _before(source: Source, lang: str, root: Path, settings: Settings) -> Document | None:
    """The document at the base revision; None if there was none that could be read."""
    data = None if settings.base is None else history.bytes_at(source.path, settings.base)
    try:
        return None if data is None else source.document(lang, root, data)
    except L10nError:
        return None


def _rules(settings: Settings, lang: str) -> dict[str, Rule]:
    rules: Sequence[Rule] = [check.rule for check in alone(settings, lang).values()]
    return {rule.name: rule for rule in sorted((*rules, ignores.RULE), key=lambda rule: rule.name)}
