"""What people are told of the translation memory."""

from __future__ import annotations

from l10n.cli.console import Console
from l10n.cli.output import result, shown
from l10n.cli.telling import source_texts
from l10n.cli.telling.memory_content import tell_counts, tell_hits
from l10n.model.events import Event
from l10n.reports.figures import amount
from l10n.workflow.memory.export_tmx import TmxExported
from l10n.workflow.memory.import_tmx import TmxImported
from l10n.workflow.memory.learn import CatalogueLearnt
from l10n.workflow.memory.prune import TranslationsPruned, UnitsPruned
from l10n.workflow.memory.search import MemorySearched
from l10n.workflow.memory.stats import MemoryCounted
from l10n.workflow.source_languages import LeftOut, SourceLanguages


def tell(event: Event, console: Console) -> None:
    """Results on stdout, all else on stderr."""
    match event:
        case TmxImported():
            _tell_imported(event, console)
        case TmxExported():
            result(f"{shown(event.path)}: {amount(event.units, 'unit')}")
        case CatalogueLearnt():
            _tell_learnt(event)
        case SourceLanguages() | LeftOut():
            source_texts.tell(event, console)
        case MemorySearched():
            tell_hits(event, console)
        case MemoryCounted():
            tell_counts(event)
        case TranslationsPruned():
            result(f"machine translations: {event.count:,} {_removed(event.dry_run)}")
        case UnitsPruned():
            result(f"units: {event.count:,} {_removed(event.dry_run)}")
        case _:
            pass


def _tell_imported(imported: TmxImported, console: Console) -> None:
    """The units, and what did not come in, most of it first."""
    path = shown(imported.path)
    result(f"{path}: {imported.new} new, {imported.known} known")
    for loss in imported.losses:
        lines = ", ".join(f"{path}:{line}" for line in loss.lines)
        console.insist(f"lost: {loss.reason} ({loss.count:,}): {lines}{', …' if loss.count > len(loss.lines) else ''}")


def _tell_learnt(event: CatalogueLearnt) -> None:
    learnt = event.learnt
    gone = [f", {learnt.replaced} replaced"] * bool(learnt.replaced)
    gone += [f", {learnt.forgotten} forgotten"] * bool(learnt.forgotten)
    result(f"{shown(event.path)}: {learnt.new} new, {learnt.known} known{''.join(gone)}")


def _removed(dry_run: bool) -> str:
    return "would go" if dry_run else "removed"
