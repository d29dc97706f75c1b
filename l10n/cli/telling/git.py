"""What people are told of git's settings, and of merges that git asked for."""

from __future__ import annotations

import traceback

from l10n.cli.console import Console
from l10n.cli.output import insist, shown
from l10n.errors import L10nError
from l10n.model.events import Event
from l10n.workflow.git.install import ATTRIBUTES, AttributesChanged, NothingChanged, SettingChanged
from l10n.workflow.git.merge_driver import EntriesMerged, NotMergedByEntry


def tell(event: Event, console: Console, words: tuple[str, str, str]) -> None:
    """What has changed; the words for a setting, for the attributes, and for nothing at all."""
    setting, attributes, nothing = words
    match event:
        case SettingChanged(name, scope):
            console.say(f"git config {scope}: {name} {setting}")
        case AttributesChanged(path):
            console.say(f"{shown(path)}: '{ATTRIBUTES.decode()}' {attributes}; commit this file")
        case NothingChanged():
            console.say(f"{nothing}: nothing changed")
        case _:
            pass


def tell_merge(event: Event, name: str) -> None:
    """What git's user has to know about a merge of the file of this name."""
    match event:
        case EntriesMerged(conflicts) if conflicts:
            insist(f"{name}: {conflicts} {'entry' if conflicts == 1 else 'entries'} changed on both sides")
        case NotMergedByEntry(L10nError() | OSError() as error):
            insist(f"{name}: merged as plain text: {error}")
        case NotMergedByEntry(error):
            insist("".join(traceback.format_exception(error)))
            insist(f"{name}: merged as plain text: a bug in l10n; please report the lines above")
        case _:
            pass
