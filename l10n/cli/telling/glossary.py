"""What people are told of a glossary: what it lacks, what reviewers change, what is lost on the way to another file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.cli.console import Console
from l10n.cli.output import data, result, shown
from l10n.cli.telling import source_texts
from l10n.model.events import Event
from l10n.reports.figures import amount
from l10n.workflow.glossary.candidates import TermsProposed
from l10n.workflow.glossary.convert import GlossaryConverted
from l10n.workflow.glossary.events import GlossaryTable
from l10n.workflow.glossary.learn import ChangesLearnt
from l10n.workflow.source_languages import SourceLanguages

if TYPE_CHECKING:
    from l10n.glossary.learning import RepeatedChange
    from l10n.glossary_audit.candidates import TermCandidate


def tell(event: Event, console: Console) -> None:
    """Results on stdout, all else on stderr."""
    match event:
        case SourceLanguages():
            source_texts.tell(event, console)
        case GlossaryTable():
            data(event.text)
        case TermsProposed():
            result("".join(map(_candidate, event.candidates)), line_end=False)
        case ChangesLearnt():
            for change in event.changes:
                result(_change(change))
        case GlossaryConverted():
            console.insist(f"{shown(event.path)}: {amount(event.terms, 'term')}")
            for what, count in sorted(event.lost.items()):
                console.insist(f"lost: {what} ({count})")
        case _:
            pass


def _candidate(candidate: TermCandidate) -> str:
    return f"{candidate.count:4}  {candidate.kind:4}  {candidate.text}\n"


def _change(change: RepeatedChange) -> str:
    text = f"{change.language}: “{change.old}” became “{change.new}” in {change.times} of {change.drafts} segments"
    return f"{text}, where the source has “{change.source}”" if change.source else text
