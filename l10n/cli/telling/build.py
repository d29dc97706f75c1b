"""What people are told of finished articles."""

from __future__ import annotations

from collections.abc import Iterator

from l10n.building.notices import Disclosure
from l10n.building.shelf import Reason, Retired
from l10n.cli.console import Console
from l10n.cli.output import shown
from l10n.languages import language
from l10n.model.events import Event
from l10n.model.rendering import RenderingOrigin
from l10n.reports.figures import amount
from l10n.workflow.build import Built, DeadLinks, MachineText, Outdated

_REASONS = {
    Reason.FAILED: "no longer current",
    Reason.MOVED: "has got another path",
    Reason.SOURCE_GONE: "its source is gone",
}


def tell(event: Event, console: Console) -> None:
    """All that is worth knowing but the one line of result."""
    if isinstance(event, Outdated):
        source = shown(event.source)
        missing = f"{amount(event.missing, 'segment')} of {source} without an entry"
        console.say(f"{shown(event.catalogue)}: {missing}: bring it up to date with l10n update {source}")
    if isinstance(event, DeadLinks):
        named = ", ".join(event.addresses)
        console.say(f"{shown(event.path)}: no such heading or id, where links lead: {named}")
    if isinstance(event, MachineText):
        console.say(_machine_text(event))
    if isinstance(event, Retired):
        console.insist(f"{shown(event.path)}: {_REASONS[event.reason]}, {_remains(event)}")


def _machine_text(event: MachineText) -> str:
    """As `a.txt in Russian: machine text that nobody has reviewed in 3 of 71 segments`, and whether readers know."""
    where = f"{shown(event.source)} in {language(event.language).name}"
    which = f"{event.segments} of {amount(event.total, 'segment')}"
    known = {
        Disclosure.WRITTEN: "",
        Disclosure.OFF: "; to tell readers so: --notice",
        Disclosure.NO_ROOM: "; the file has no room for a notice",
    }
    return f"{where}: machine text that nobody has reviewed in {which}{known[event.disclosure]}"


def line(built: Built) -> str:
    """As `71 segments, 3 from drafts`: what is not a translation as required is named."""
    return f"{shown(built.path)}: {', '.join(_counts(built))}"


def _remains(retired: Retired) -> str:
    """What has become of the file."""
    if retired.aside:
        return f"moved aside to {shown(retired.aside)}"
    return "but left there: the file is not as l10n build has written it"


def _counts(built: Built) -> Iterator[str]:
    yield amount(sum(built.origins.values()), "segment")
    names = {
        RenderingOrigin.UNSIGNED: "not reviewed",
        RenderingOrigin.DRAFT: "from drafts",
        RenderingOrigin.SOURCE: f"in {language(built.source_language).name}",
        RenderingOrigin.NOTHING: "left out",
    }
    yield from (f"{count} {name}" for origin, name in names.items() if (count := built.origins.get(origin)))
    yield from ["up to date"] if built.unchanged else []
