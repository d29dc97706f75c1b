"""`l10n git merge-driver`, which git calls to merge a catalogue."""

from __future__ import annotations

from typing import Annotated

import typer

from l10n.cli.garbage import uncollected
from l10n.cli.git.options import InputFile
from l10n.cli.telling.git import tell_merge
from l10n.workflow.git.merge_driver import EntriesMerged, LinesMerged, MergeRequest, merge_driver

CONFLICT = 1


def command(
    base: InputFile,
    ours: InputFile,
    theirs: InputFile,
    path: Annotated[str, typer.Argument()] = "",
    marker_size: Annotated[int, typer.Option()] = 7,
) -> None:
    """Merge into OURS; exit code 0 without conflicts, 1 to 127 with some."""
    with uncollected():
        for event in merge_driver(MergeRequest(base=base, ours=ours, theirs=theirs, marker_size=marker_size)):
            tell_merge(event, path or str(ours))
            match event:
                case EntriesMerged(conflicts) if conflicts:
                    raise typer.Exit(CONFLICT)
                case LinesMerged(code):
                    raise typer.Exit(code)
                case _:
                    pass
