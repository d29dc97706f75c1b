"""Annotations, read as GitHub's runner reads them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from hypothesis import given

from l10n.model.findings import Report, Severity
from l10n.reports.characters import visible, whole
from tests.reports.sample import REPORT
from tests.reports.strategies import REPORTS
from tests.reports.test_formats import written

_COMMAND = re.compile(r"::(error|warning|notice) ([^\r\n]*?)::([^\r\n]*)")


def _read(line: str) -> tuple[str, dict[str, str], str]:
    """Name, properties and message, with the escapes undone: % last, as the runner does."""
    command = _COMMAND.fullmatch(line)
    assert command, line
    pairs = (part.partition("=") for part in command[2].split(","))
    return command[1], {name: _unescaped(value) for name, _, value in pairs}, _unescaped(command[3])


def _unescaped(text: str) -> str:
    for escape, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, character)
    return text


def _shown(path: Path) -> str:
    """Its name; what a log would obey is not in it."""
    return re.sub(r"[^\r\n]", lambda match: visible(match[0]), whole(path.as_posix()))


@given(report=REPORTS)
def test_a_finding_is_one_line_and_comes_back(report: Report) -> None:
    lines = written("github", report).split("\n")[len(report.unreadable) : -1]
    assert len(lines) == len(report.findings)
    for line, finding in zip(lines, report.findings, strict=True):
        name, properties, message = _read(line)
        assert name == {"error": "error", "warning": "warning", "info": "notice"}[finding.severity]
        assert properties["file"] == _shown(finding.path)
        assert (properties["line"], properties["col"]) == (str(finding.line), str(finding.column))
        width = finding.span[1] - finding.span[0]
        assert properties.get("endColumn") == (str(finding.column + width) if width else None)
        assert message.split("\n")[0] == visible(finding.message)
        assert message.count("\n") == bool(finding.source) + bool(finding.target)


@given(report=REPORTS)
def test_files_that_could_not_be_read_are_errors_before_all_findings(report: Report) -> None:
    lines = written("github", report).split("\n")
    for line, one in zip(lines, report.unreadable, strict=False):
        place = {"file": _shown(one.path), "line": str(one.line)}
        message = "\n".join(map(visible, one.lines))
        assert _read(line) == ("error", {**place, "title": "l10n (unreadable)"}, message)


def test_properties_are_escaped_as_the_toolkit_does() -> None:
    (line,) = [line for line in written("github", _with_odd_path()).splitlines() if "numbers" in line]
    assert line.startswith(
        "::error file=a%2Cb%3A 100 %25%0A.po,line=23,col=21,endColumn=22,title=l10n (numbers)::“3,50”"
    )


def _with_odd_path() -> Report:
    finding = replace(REPORT.findings[1], path=Path("a,b: 100 %\n.po"), severity=Severity.ERROR)
    return Report((replace(REPORT.catalogues[0], findings=(finding,)),), REPORT.rules)
