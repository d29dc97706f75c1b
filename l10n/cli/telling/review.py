"""What people are told of entries and signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.catalogue.states import state
from l10n.cli.output import result, shown
from l10n.cli.telling import source_texts
from l10n.model import ACCEPTED, Entry, State
from l10n.workflow.review.signing import Reviewed
from l10n.workflow.source_languages import SourceLanguages

if TYPE_CHECKING:
    from l10n.cli.console import Console
    from l10n.model.events import Event
    from l10n.workflow.review.list_entries import EntryListed


def row(listed: EntryListed, with_path: bool) -> str:
    """An entry on one line, its columns separated by tabs."""
    entry = listed.entry
    columns = [str(listed.number), listed.key, listed.state, _flat(entry.msgid), _flat(_text(entry))]
    return "\t".join([shown(listed.path), *columns] if with_path else columns)


def reviewed(event: Reviewed, verb: str) -> str:
    """How many entries were approved or rejected, as the verb says."""
    review = event.review
    rest = f", {review.unchanged} unchanged" if review.unchanged else ""
    return f"{shown(event.path)}: {review.changed} {verb}, {len(review.refused)} refused{rest}"


def tell_approved(event: Event, console: Console, all_clean: bool) -> None:
    """A catalogue's result, and what people ought to know who have approved everything at once."""
    match event:
        case Reviewed():
            result(reviewed(event, "approved"))
            if all_clean:
                _tell_doubts(event, console)
        case SourceLanguages():
            source_texts.tell(event, console)
        case _:
            pass


def _tell_doubts(event: Reviewed, console: Console) -> None:
    states = [state(entry) for entry in event.before.entries if not entry.obsolete]
    path = shown(event.path)
    if unread := states.count(State.UNREAD):
        console.say(f"{path}: machine text as it came: {unread} of them; reject what you have not read")
    if left := sum(current not in ACCEPTED for current in states):
        console.say(f"{path}: fuzzy or empty, left as they are: {left}; name them with --entries")


def _text(entry: Entry) -> str:
    return " | ".join(entry.msgstr_plural) if entry.msgid_plural is not None else entry.msgstr


def _flat(text: str) -> str:
    return " ".join(text.split())
