"""`l10n git textconv`, which git calls to show a catalogue."""

from __future__ import annotations

from l10n.cli.git.options import InputFile
from l10n.cli.output import result
from l10n.workflow.git.textconv import Converted, TextRequest, textconv


def command(file: InputFile) -> None:
    """Show a catalogue as text, and what is no catalogue as it is, but for what a terminal would obey: git shows it."""
    for event in textconv(TextRequest(path=file)):
        if isinstance(event, Converted):
            result(event.text, line_end=False)
