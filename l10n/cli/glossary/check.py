"""`l10n glossary check`: what is wrong with a glossary, and how catalogues use it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli import options
from l10n.cli.console import FINDINGS, Console
from l10n.cli.glossary.options import Catalogues
from l10n.cli.telling.glossary import tell
from l10n.cli.telling.glossary_check import tell_checked
from l10n.model.findings import Severity
from l10n.workflow.glossary.check import GlossaryChecked, GlossaryCheckRequest, check


def command(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="FILE...", help="CSV or TBX; default: the settings'.")
    ] = None,
    catalogues: Catalogues = None,
    source: options.From = None,
    to: options.To = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Also notes, and where a term is missing.")] = False,
) -> None:
    """Show what is wrong with the glossary and how the catalogues use it; exit with 1 if there is an error."""
    request = GlossaryCheckRequest(
        settings=config.load(Path.cwd()),
        files=tuple(files or ()),
        catalogues=tuple(catalogues or ()),
        source_language=source,
        to=to,
    )
    console = Console()
    counts: Counter[Severity] = Counter()
    for event in console.follow(check(request)):
        tell(event, console)
        if isinstance(event, GlossaryChecked):
            counts.update(problem.severity for problem in event.problems)
            tell_checked(event, counts, console, verbose)
    if counts[Severity.ERROR]:
        raise typer.Exit(FINDINGS)
