"""What reviewers change again and again in first drafts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.catalogue.layout import layout_of
from l10n.config import Config
from l10n.glossary import Term, rows
from l10n.model.events import Event
from l10n.workflow import inputs
from l10n.workflow.glossary import catalogues
from l10n.workflow.glossary.events import GlossaryTable

if TYPE_CHECKING:
    from l10n.glossary.learning import RepeatedChange


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryLearnRequest:
    """In which catalogues changes are to be looked for; what is not said is as in the settings."""

    settings: Config
    catalogues: tuple[Path, ...] = ()
    """PO files, or folders with some."""
    minimum: int = 3
    """Segments in which a change was made."""
    as_table: bool = False
    """Yield a glossary with the changes that go with a word of the source."""
    source_language: str | None = None
    """None: what the catalogues are translated from."""
    memory: Path | None = None
    """The translation memory, which has the first drafts."""


@dataclass(frozen=True, slots=True)
class ChangesLearnt(Event):
    """First drafts have been compared with what people made of them."""

    changes: tuple[RepeatedChange, ...]
    """The most frequent first."""


def learn(request: GlossaryLearnRequest) -> Iterator[Event]:
    """Look for changes that reviewers repeat, and yield them as values or as a table.

    Raises L10nError for an unknown language, a catalogue that cannot be read, and if there is no memory.
    """
    from l10n.glossary.learning import learn as mined
    from l10n.glossary_audit.drafts import first_drafts

    settings = request.settings
    files = inputs.stored_catalogues(request.catalogues, None, settings)
    known, source = catalogues.read(files, request.source_language, settings)
    yield catalogues.source_languages(known)
    drafts = first_drafts(known, request.memory or settings.memory, layout_of(settings))
    drafts = first_drafts(known, request.memory or settings.memory, layout_of(settings))
    changes = mined(drafts, source, request.minimum)
    if request.as_table:
        terms = [_term(change, source) for change in changes if change.source]
        yield GlossaryTable(rows.text(terms, Path("learn"), (source, *settings.targets)))
    else:
        yield ChangesLearnt(tuple(changes))


def _term(change: RepeatedChange, source: str) -> Term:
    """The new words as translation, the old ones as forbidden."""
    note = f"“{change.old}” was changed in {change.times} of {change.drafts} segments"
    return Term({source: (change.source,), change.language: (change.new,)}, {change.language: (change.old,)}, note)
