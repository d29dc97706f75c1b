"""What is said of source texts whose language only they tell."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from l10n.cli.console import Console
from l10n.cli.output import shown
from l10n.errors import L10nError, SourceLanguageError
from l10n.languages import record
from l10n.model.events import Event
from l10n.workflow.source_languages import LeftOut, SourceLanguages


def tell(event: Event, console: Console) -> None:
    """In which language msgids are, and what was left out."""
    match event:
        case SourceLanguages():
            tell_languages(event.catalogues, console)
        case LeftOut():
            tell_left_out([event.path], console)
        case _:
            pass


def tell_languages(found: Iterable[tuple[Path, str]], console: Console) -> None:
    """Each language once, with the first catalogue in it; an empty language was stated."""
    first: dict[str, Path] = {}
    for path, lang in found:
        first.setdefault(lang, path)
    for lang, path in first.items():
        if lang:
            console.say(f"{shown(path)}: msgids are in {record(lang).name} (X-Source-Language is missing)")


def tell_left_out(paths: Iterable[Path], console: Console) -> None:
    """Catalogues that nobody has named, and that translate nothing."""
    for path in paths:
        console.say(f"{shown(path)}: left out, as it is in the language of its msgids")


def tell_error(error: L10nError, path: Path, named: Collection[Path], console: Console) -> None:
    """What speaks against this catalogue; of one that nobody has named, that it translates nothing is no error."""
    if isinstance(error, SourceLanguageError) and path not in named:
        tell_left_out([path], console)
    else:
        console.error(error)
