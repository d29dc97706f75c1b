"""For GitHub Actions: workflow commands on stdout, which become annotations of the changed lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TextIO

from l10n.model.findings import UNREADABLE, Finding, Report, Severity, Unreadable
from l10n.reports.characters import visible, whole
from l10n.reports.excerpt import short

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_ROOM = 120
"""Characters of source and target that an annotation shows."""


def write(report: Report, out: TextIO) -> None:
    """One line a finding, and nothing else: GitHub counts by itself, and shows the first ones."""
    for file in report.unreadable:
        out.write(whole(_missing(file)) + "\n")
    for finding in report.findings:
        out.write(whole(_command(finding)) + "\n")


def _missing(file: Unreadable) -> str:
    properties = {"file": _file(file.path), "line": str(file.line)}
    return _written(UNREADABLE.severity, UNREADABLE.name, properties, map(visible, file.lines))


def _command(finding: Finding) -> str:
    properties = {
        "file": _file(finding.path),
        "line": str(finding.line),
        "col": str(finding.column),
    }
    start, end = finding.span
    if start < end:
        properties["endColumn"] = str(finding.column + end - start)
    texts = (f"{name}: {text}" for name, text in short(finding, _ROOM))
    return _written(finding.severity, finding.check, properties, (visible(finding.message), *texts))


def _file(path: Path) -> str:
    """Whatever escapes and turns lines around in a log is shown; line breaks GitHub has an escape for."""
    return re.sub(r"[^\r\n]+", lambda match: visible(match[0]), whole(path.as_posix()))


def _written(severity: Severity, check: str, properties: Mapping[str, str], lines: Iterable[str]) -> str:
    titled = {**properties, "title": f"l10n ({check})"}
    named = ",".join(f"{name}={_property(value)}" for name, value in titled.items())
    return f"::{_COMMANDS[severity]} {named}::{_data(chr(10).join(lines))}"


def _data(text: str) -> str:
    """Escape a text as escapeData of actions/toolkit does; % first, since the others bring some."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape a value as escapeProperty of actions/toolkit does."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
