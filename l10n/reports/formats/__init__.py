"""The forms in which `l10n check` reports: one module each, found by its name; nothing has to be registered.

A module has `def write(report: Report, out: TextIO) -> None`. It writes the whole report, ends with a line feed if it
writes anything, never raises whatever the texts are, and writes only what UTF-8 can hold; opening and closing `out` is
the caller's. The same report gives the same bytes: no times, no host names, no absolute paths but those it was given.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol, TextIO, cast

from l10n import plugins
from l10n.model.findings import Checked, Report, Severity

FAMILY = "l10n.reports.formats"


class ReportFormat(Protocol):
    """A module of this family."""

    def write(self, report: Report, out: TextIO) -> None:
        """Write the whole report."""


def load(name: str) -> ReportFormat:
    """The format of this name; L10nError that lists the right ones for a wrong one."""
    return cast(ReportFormat, plugins.load(FAMILY, name))


def write(report: Report, name: str, out: TextIO, notes: bool = True) -> None:
    """Write in one format; without `notes`, people do not see findings of the lowest severity."""
    load(name).write(report if notes or name != "text" else _without_notes(report), out)


def _without_notes(report: Report) -> Report:
    return replace(report, catalogues=tuple(map(_grave, report.catalogues)))


def _grave(catalogue: Checked) -> Checked:
    findings = (finding for finding in catalogue.findings if finding.severity is not Severity.INFO)
    return replace(catalogue, findings=tuple(findings))
