"""`l10n review approve`: sign entries."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n import config
from l10n.cli import options
from l10n.cli.console import Console
from l10n.cli.review.options import By, Files, Force, Names, Outdated, Source
from l10n.cli.telling.review import tell_approved
from l10n.workflow.review.approve import ApproveRequest, approve

AllClean = Annotated[
    bool,
    typer.Option(
        "--all-clean",
        help="Every entry that is accepted already (not fuzzy, not empty), even unread machine text: "
        "you say that you have read it. Fuzzy entries are left; name them with --entries.",
    ),
]


def command(
    files: Files,
    names: Names = None,
    all_clean: AllClean = False,
    by: By = None,
    outdated: Outdated = False,
    force: Force = False,
    source: Source = None,
    quiet: options.Quiet = False,
) -> None:
    """Sign entries: no longer fuzzy, with a comment that counts as long as nobody changes source or translation.

    What l10n check calls an error is refused with the reason, and so is an outdated entry; the rest is done.
    """
    request = ApproveRequest(
        settings=config.load(Path.cwd()),
        paths=tuple(files),
        entries=names,
        all_clean=all_clean,
        by=by,
        outdated=outdated,
        force=force,
        source_language=source,
    )
    console = Console(quiet)
    for event in console.follow(approve(request)):
        tell_approved(event, console, all_clean)
    console.exit()
