"""For programs: all there is to know, as docs/check.schema.json describes it."""

from __future__ import annotations

from typing import TextIO

from l10n.model.findings import Checked, Finding, Report, Severity, Unreadable
from l10n.reports.figures import Tally, entries, known, tallies, tally
from l10n.reports.serial import dump

_VERSION = 1
"""Goes up when something is renamed, removed or changes its meaning; not for new fields."""


def write(report: Report, out: TextIO) -> None:
    """One object; checks that were run and languages that were seen are counted, with findings or without."""
    findings = report.findings
    languages = {catalogue.language for catalogue in report.catalogues}
    by_check = tallies(findings, lambda finding: finding.check, report.rules)
    by_language = tallies(findings, lambda finding: finding.language, languages)
    counts = {
        "catalogues": len(report.catalogues),
        "entries": entries(report),
        "unreadable": len(report.unreadable),
        **_named(tally(findings)),
        "known": known(report),
        "by_check": {name: _named(counts) for name, counts in by_check.items()},
        "by_language": {name: _named(counts) for name, counts in by_language.items()},
    }
    errors = [_error(file) for file in report.unreadable]
    values = map(_finding, findings)
    files = [_catalogue(catalogue) for catalogue in report.catalogues]
    dump({"version": _VERSION, "summary": counts, "catalogues": files, "errors": errors, "findings": values}, out)


def _named(counts: Tally) -> dict[str, int]:
    return {f"{severity}s": counts[severity] for severity in Severity}


def _catalogue(catalogue: Checked) -> dict[str, object]:
    return {
        "path": catalogue.path.as_posix(),
        "language": catalogue.language,
        "kind": catalogue.kind,
        "entries": catalogue.counts.segments,
    }


def _error(file: Unreadable) -> dict[str, object]:
    return {"path": file.path.as_posix(), "line": file.line, "message": file.message, "hint": file.hint}


def _finding(finding: Finding) -> dict[str, object]:
    context, msgid = finding.key
    return {
        "check": finding.check,
        "severity": finding.severity,
        "path": finding.path.as_posix(),
        "line": finding.line,
        "column": finding.column,
        "language": finding.language,
        "message": finding.message,
        "context": context,
        "msgid": msgid,
        "source": finding.source,
        "target": finding.target,
        "span": finding.span,
        "source_span": finding.source_span,
        "fix": finding.fix,
    }
