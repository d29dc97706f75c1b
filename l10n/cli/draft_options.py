"""The options that `l10n draft` alone has."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from l10n.model.beam import USUAL, Beam, parsed
from l10n.model.device import Device


class Pivot(StrEnum):
    """Which English a translation by way of English starts from."""

    REVIEWED = "reviewed"
    MACHINE = "machine"


def _beam(value: str) -> Beam:
    try:
        return parsed(value)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


Engine = Annotated[
    str | None,
    typer.Option("--engine", metavar="NAME", help="What translates: argos, pseudo, or one of the settings'."),
]
BeamOption = Annotated[
    Any, typer.Option("--beam", parser=_beam, metavar="N|auto", help=f"Beam size; default: {USUAL}.")
]
DeviceOption = Annotated[Device | None, typer.Option("--device", help="What to compute on; default: cpu.")]
Redraft = Annotated[bool, typer.Option("--redraft", help="Renew drafts that nobody has edited.")]
PivotOption = Annotated[
    Pivot, typer.Option(help="Start from the English that people have accepted, or always from the machine's.")
]
NoMemory = Annotated[bool, typer.Option("--no-memory", help="Neither look into the memory nor fill it.")]
Threshold = Annotated[
    int, typer.Option(min=50, max=100, metavar="PERCENT", help="Likeness from which the memory's text is a draft.")
]
TrustExact = Annotated[
    bool, typer.Option("--trust-exact", help="Take what was reviewed in the same place as translated.")
]
RoundTrip = Annotated[
    bool, typer.Option("--round-trip", help="Translate the English back, so that risk is known better.")
]
Install = Annotated[bool, typer.Option("--install", help="Download packages that are missing.")]
Software = Annotated[
    list[Path] | None, typer.Option("--po", metavar="FILE", help="Draft this catalogue, or a folder's, as it is.")
]
Scheduler = Annotated[
    str | None, typer.Option(metavar="ADDRESS", help="Draft on the Dask cluster of this scheduler, or scheduler file.")
]
