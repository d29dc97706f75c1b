"""What people see of languages."""

from __future__ import annotations

from l10n.cli.output import result
from l10n.model.events import Event
from l10n.workflow.languages import LanguageListed


def tell(event: Event) -> None:
    """A line a language: code, tier, name in English and in itself."""
    match event:
        case LanguageListed(known):
            own = known.own_name if known.own_name != known.name else ""
            result(f"{known.code:8} {known.tier.value:8} {known.name:24} {own}".rstrip())
        case _:
            pass
