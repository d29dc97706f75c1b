"""What people see of a project that is set up."""

from __future__ import annotations

from l10n.cli.console import Console
from l10n.cli.output import result
from l10n.files.paths import short
from l10n.model.events import Event
from l10n.workflow.init import LinesAdded, NextSteps


def tell(event: Event, console: Console) -> None:
    """Each file with its new lines on stdout, the first steps on stderr."""
    match event:
        case LinesAdded(path, lines):
            result(f"{short(path)}:")
            result("\n".join(f"  {line}" for line in lines))
        case NextSteps(commands):
            console.say("next: " + "\nthen: ".join(commands))
        case _:
            pass
