"""`l10n init`: settings for a folder, by what is in it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.telling.init import tell
from l10n.languages import TARGETS
from l10n.workflow.init import InitRequest, Surroundings, init, proposed

SourceLanguage = Annotated[
    str | None, typer.Option("--source-language", "--from", metavar="LANG", help="Language of the texts.")
]
To = Annotated[str | None, typer.Option("--to", metavar="LANGS", help="Target languages, with commas between them.")]
Sources = Annotated[
    list[str] | None,
    typer.Option("--sources", metavar="PATTERN", help="Texts, as 'texts/**/*.md'; may be repeated."),
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing: what is not said is as the folder suggests.")]


def command(
    source_language: SourceLanguage = None,
    to: To = None,
    sources: Sources = None,
    yes: Yes = False,
    quiet: options.Quiet = False,
) -> None:
    """Set a project up: settings by what is in the folder, lines for .gitignore, the first steps.

    On a terminal it asks for what the options do not say. Settings that are there are never changed.
    """
    folder = Path.cwd()
    around = proposed(folder)
    if not yes and sys.stdin.isatty():
        source_language = source_language or _asked("Language of the texts", around.source_language)
        to = to if to is not None else _asked("Translate into", _languages(around, source_language))
        sources = sources if sources is not None else _asked("Texts", " ".join(around.sources)).split()
    patterns = None if sources is None else tuple(sources)
    request = InitRequest(folder=folder, source_language=source_language, to=to, sources=patterns)
    console = Console(quiet)
    for event in console.follow(init(request)):
        tell(event, console)
    console.exit()


def _languages(around: Surroundings, source: str) -> str:
    return ",".join(code for code in around.targets or TARGETS if code != source)


def _asked(question: str, proposal: str) -> str:
    answer: str = typer.prompt(question, default=proposal, err=True)
    return answer.strip()
