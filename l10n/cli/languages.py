"""`l10n languages`: which there are, and how much is known of each."""

from __future__ import annotations

from typing import Annotated

import typer

from l10n.cli.console import Console
from l10n.cli.telling.languages import tell
from l10n.workflow.languages import LanguagesRequest, languages

Codes = Annotated[list[str] | None, typer.Argument(metavar="[CODE]...", help="These only, as fr, pt-BR or zh-TW.")]
Everything = Annotated[bool, typer.Option("--all", help="Those that Argos has no packages for, too.")]


def command(codes: Codes = None, everything: Everything = False) -> None:
    """List the languages: code, tier and names.

    full: segmentation, checks, inflection, measured risk. checked: data of CLDR, segmentation measured on a treebank.
    basic: drafts, catalogues, checks that need no knowledge of the language.
    """
    console = Console()
    for event in console.follow(languages(LanguagesRequest(codes=tuple(codes or ()), everything=everything))):
        tell(event)
    console.exit()
