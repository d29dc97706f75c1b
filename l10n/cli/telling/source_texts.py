"""What is said of source texts whose language only they tell."""

from __future__ import annotations

from l10n.cli.console import Console
from l10n.cli.output import shown
from l10n.languages import record
from l10n.model.events import Event
from l10n.workflow.source_languages import LeftOut, SourceLanguages


def tell(event: Event, console: Console) -> None:
    """Tell in which language msgids are, and what was left out."""
    match event:
        case SourceLanguages():
            _tell_languages(event, console)
        case LeftOut():
            console.say(f"{shown(event.path)}: left out, as it is in the language of its msgids")
        case _:
            pass


def _tell_languages(event: SourceLanguages, console: Console) -> None:
    """Each language once, with the first catalogue in it."""
    first = {language: path for path, language in reversed(event.catalogues)}
    for path, language in event.catalogues:
        if language and first[language] == path:
            console.say(f"{shown(path)}: msgids are in {record(language).name} (X-Source-Language is missing)")
