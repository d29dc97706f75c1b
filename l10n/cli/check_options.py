"""The options of `l10n check` that no other command has."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from l10n.checking.settings import FailOn
from l10n.model import Require

MsgidsIn = Annotated[str | None, typer.Option("--from", metavar="LANG", help="Language of the msgids.")]
OfSources = Annotated[bool, typer.Option("--source", help="The source texts themselves: SOURCE... in place of PO...")]
Required = Annotated[
    Require | None, typer.Option("--require", help="What every entry has to be, or the exit code is 1.")
]
Untranslated = Annotated[
    str | None,
    typer.Option(
        "--max-untranslated", metavar="N|P%", help="So many entries, or percent, of a catalogue may miss --require."
    ),
]
Select = Annotated[list[str] | None, typer.Option("--select", metavar="CHECKS", help="Only these checks, as a,b.")]
Ignore = Annotated[list[str] | None, typer.Option("--ignore", metavar="CHECKS", help="Not these checks, as a,b.")]
Fail = Annotated[FailOn | None, typer.Option("--fail-on", help="From which severity on the exit code is 1.")]
Base = Annotated[
    str | None, typer.Option("--base", metavar="GITREF", help="Only what is new or worse than at this git revision.")
]
GlossaryFile = Annotated[
    Path | None, typer.Option("--glossary", metavar="FILE", help="Terms, CSV or TBX; default: the settings'.")
]
Fix = Annotated[bool, typer.Option("--fix", help="Make the safe repairs in drafts, then check.")]
FixHuman = Annotated[bool, typer.Option("--fix-human", help="In people's texts, too, which become fuzzy.")]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", min=1, help="Processes; default: one a core, if there is much to do."),
]
ListChecks = Annotated[bool, typer.Option("--list", help="List the checks; with -v how each is meant.")]
ListFor = Annotated[
    str | None, typer.Option("--to", metavar="LANG", help="List the checks, and why which are off for this language.")
]
Notes = Annotated[bool, typer.Option("--verbose", "-v", help="Show notes (severity info), too.")]
