"""The report for programs, and the schema that describes it."""

from __future__ import annotations

import json

from hypothesis import given
from jsonschema import Draft202012Validator

from l10n.model.findings import Report
from tests.conftest import ROOT
from tests.reports.sample import REPORT
from tests.reports.strategies import REPORTS, SOUND_REPORTS
from tests.reports.test_formats import written
from tests.schemas import undescribed

SCHEMA = json.loads((ROOT / "docs" / "check.schema.json").read_text("utf-8"))


def test_the_schema_describes_every_field_and_allows_no_other() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    objects = [SCHEMA, SCHEMA["properties"]["summary"], SCHEMA["$defs"]["counts"], SCHEMA["$defs"]["finding"]]
    objects += [SCHEMA["$defs"]["catalogue"], SCHEMA["$defs"]["error"]]
    for one in objects:
        assert one["additionalProperties"] is False
        assert one["required"] == list(one["properties"])
        assert undescribed(SCHEMA, one) == []


@given(report=REPORTS)
def test_any_report_is_as_the_schema_says(report: Report) -> None:
    Draft202012Validator(SCHEMA).validate(json.loads(written("json", report)))


@given(report=SOUND_REPORTS)
def test_everything_comes_back(report: Report) -> None:
    read = json.loads(written("json", report))
    assert len(read["findings"]) == len(report.findings)
    for found, finding in zip(read["findings"], report.findings, strict=True):
        for name in ("check", "severity", "message", "line", "column", "language", "source", "target", "fix"):
            assert found[name] == getattr(finding, name)
        assert (found["context"], found["msgid"]) == finding.key
        assert (found["span"], found["source_span"]) == (list(finding.span), list(finding.source_span))
        assert found["path"] == finding.path.as_posix()
    assert [(one["path"], one["language"], one["kind"], one["entries"]) for one in read["catalogues"]] == [
        (one.path.as_posix(), one.language, one.kind, one.counts.segments) for one in report.catalogues
    ]
    assert [(one["path"], one["line"], one["message"], one["hint"]) for one in read["errors"]] == [
        (one.path.as_posix(), one.line, one.message, one.hint) for one in report.unreadable
    ]


@given(report=REPORTS)
def test_the_sums_are_right(report: Report) -> None:
    summary = json.loads(written("json", report))["summary"]
    for groups in (summary["by_check"], summary["by_language"]):
        for name in ("errors", "warnings", "infos"):
            assert sum(group[name] for group in groups.values()) == summary[name]
    assert summary["errors"] + summary["warnings"] + summary["infos"] == len(report.findings)
    assert set(summary["by_check"]) == set(report.rules)
    assert summary["unreadable"] == len(report.unreadable)


def test_checks_without_findings_and_unknown_languages_are_counted() -> None:
    summary = json.loads(written("json", REPORT))["summary"]
    assert list(summary["by_language"]) == ["", "az", "ru"]
    assert list(summary["by_check"]) == sorted(REPORT.rules)
    assert (summary["catalogues"], summary["entries"], summary["known"]) == (4, 145, 2)
