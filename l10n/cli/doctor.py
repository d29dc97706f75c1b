"""`l10n doctor`: what is there, what is missing, and what helps."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from l10n import SLIM
from l10n.cli import options
from l10n.cli.console import FINDINGS
from l10n.cli.output import data
from l10n.cli.telling.doctor import tell, tell_all
from l10n.workflow.doctor import DoctorRequest, Health, doctor

Json = Annotated[bool, typer.Option("--json", help="As JSON.")]
Slim = Annotated[
    bool, typer.Option("--slim", help="Print what to install with pip install --no-deps -r, and nothing else.")
]


def command(packages: options.PackagesFolder = None, as_json: Json = False, slim: Slim = False) -> None:
    """Look at versions, settings, packages, memory, editors and git; exit with 1 if something is wrong.

    Nothing is changed, and the network is not used. Each thing that is not well comes with the command that helps.
    """
    if slim:
        data(SLIM.read_text("utf-8"))
        return
    diagnoses = list(doctor(DoctorRequest(folder=Path.cwd(), packages=packages)))
    if as_json:
        from l10n.reports import serial

        serial.dump({"diagnoses": [tell(diagnosis) for diagnosis in diagnoses]}, sys.stdout)
    else:
        tell_all(diagnoses)
    if any(diagnosis.health is Health.WRONG for diagnosis in diagnoses):
        raise typer.Exit(FINDINGS)
