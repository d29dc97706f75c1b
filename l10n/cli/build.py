"""`l10n build`: the finished article in each language."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.building import Fallback
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.output import result
from l10n.cli.telling.build import line, tell
from l10n.model import Require
from l10n.workflow.build import BuildRequest, Built, build

RequireOption = Annotated[
    Require | None, typer.Option("--require", help="What a translation has to be to be used; default: translated.")
]
FallbackOption = Annotated[
    Fallback | None,
    typer.Option("--fallback", help="What stands where there is no such translation; default: fail, no article."),
]
Complete = Annotated[
    int | None,
    typer.Option("--complete", metavar="PERCENT", min=0, max=100, help="Segments that have to be as required."),
]
MarkDrafts = Annotated[bool, typer.Option("--mark-drafts", help="Set ⟦ and ⟧ around what is not accepted.")]
KeepLang = Annotated[bool, typer.Option("--keep-lang", help="Leave what says the language of a file as it is.")]
Bilingual = Annotated[
    str | None,
    typer.Option("--bilingual", metavar="html|markdown", help="Source and translation side by side instead."),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="DIR", help="Where it goes; default: build.")]


def command(
    source_files: options.Sources = None,
    form: options.Format = None,
    to: options.To = None,
    source: options.From = None,
    locales: options.Locales = None,
    require: RequireOption = None,
    fallback: FallbackOption = None,
    complete: Complete = None,
    mark: MarkDrafts = False,
    keep_lang: KeepLang = False,
    bilingual: Bilingual = None,
    output: Output = None,
    quiet: options.Quiet = False,
) -> None:
    """Write the article in each language from the catalogues, set as the source is: DIR/LANG/SOURCE."""
    request = BuildRequest(
        settings=config.load(Path.cwd()),
        sources=tuple(source_files or ()),
        format=form,
        to=to,
        source_language=source,
        locales=locales,
        require=require,
        fallback=fallback,
        complete=complete,
        mark_drafts=mark,
        keep_language=keep_lang,
        edition=bilingual,
        output=output,
    )
    console = Console(quiet)
    for event in console.follow(build(request)):
        tell(event, console)
        if isinstance(event, Built):
            result(line(event))
    console.exit()
