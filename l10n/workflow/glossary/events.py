"""What several commands of `l10n glossary` tell."""

from __future__ import annotations

from dataclasses import dataclass

from l10n.model.events import Event


@dataclass(frozen=True, slots=True)
class GlossaryTable(Event):
    """A glossary to be filled in."""

    text: str
    """CSV, as `l10n.glossary.rows` has it."""
