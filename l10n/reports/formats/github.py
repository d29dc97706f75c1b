"""For GitHub Actions: workflow commands on stdout, which become annotations of the changed lines."""

from __future__ import annotations

from typing import TextIO

from l10n.findings import Finding, Report, Severity
from l10n.reports.characters import visible, whole
from l10n.reports.excerpt import short

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_ROOM = 120
"""Characters of source and target that an annotation shows."""


def write(report: Report, out: TextIO) -> None:
    """One line a finding, and nothing else: GitHub counts by itself."""
    for finding in report.findings:
        out.write(whole(_command(finding)) + "\n")


def _command(finding: Finding) -> str:
    properties = {"file": finding.path.as_posix(), "line": str(finding.line), "col": str(finding.column)}
    start, end = finding.span
    if start < end:
        properties["endColumn"] = str(finding.column + end - start)
    properties["title"] = f"l10n ({finding.check})"
    named = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    texts = (f"{name}: {text}" for name, text in short(finding, _ROOM))
    return f"::{_COMMANDS[finding.severity]} {named}::{_data(chr(10).join((visible(finding.message), *texts)))}"


def _data(text: str) -> str:
    """As escapeData of actions/toolkit; % first, since the others bring some."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """As escapeProperty of actions/toolkit."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
