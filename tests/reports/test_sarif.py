"""SARIF, held against the schema of OASIS."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

import pytest
from hypothesis import given
from jsonschema import Draft4Validator

from l10n.model.findings import Finding, Report
from tests.conftest import ROOT
from tests.reports.sample import BROKEN, REPORT
from tests.reports.strategies import REPORTS
from tests.reports.test_formats import written

VALIDATOR = Draft4Validator(json.loads((ROOT / "tests/data/schemas/sarif-schema-2.1.0.json").read_text("utf-8")))


def _report(finding: Finding) -> Report:
    return Report((replace(REPORT.catalogues[0], findings=(finding,)),), REPORT.rules)


def _run(report: Report) -> dict[str, list[dict[str, dict[str, str]]]]:
    run: dict[str, list[dict[str, dict[str, str]]]] = json.loads(written("sarif", report))["runs"][0]
    return run


def _uri(path: Path) -> str:
    (result,) = json.loads(written("sarif", _report(replace(REPORT.findings[0], path=path))))["runs"][0]["results"]
    uri: str = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    return uri


@given(report=REPORTS)
def test_any_report_is_valid(report: Report) -> None:
    log = json.loads(written("sarif", report))
    VALIDATOR.validate(log)
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    named = [(one.path, "unreadable") for one in report.unreadable]
    named += [(one.path, one.check) for one in report.findings]
    for result, (path, name) in zip(log["runs"][0]["results"], named, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == name
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9._~%/:-]+", uri)
        assert urlsplit(uri).scheme == ("file" if path.is_absolute() else "")


@given(report=REPORTS)
def test_the_run_has_succeeded_only_if_every_file_could_be_read(report: Report) -> None:
    run = json.loads(written("sarif", report))["runs"][0]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is not bool(report.unreadable)
    told = invocation.get("toolExecutionNotifications", [])
    results = run["results"][: len(report.unreadable)]
    assert len(told) == len(results)
    for notification, result in zip(told, results, strict=True):
        assert notification["level"] == result["level"] == "error"
        assert notification["associatedRule"] == {"id": result["ruleId"], "index": result["ruleIndex"]}
        assert (notification["message"], notification["locations"]) == (result["message"], result["locations"])
    assert ("unreadable" in [rule["id"] for rule in run["tool"]["driver"]["rules"]]) == bool(report.unreadable)


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        pytest.param(Path("locales/ru/a.po"), "locales/ru/a.po", id="plain"),
        pytest.param(Path("a b/ü[1]#?%.po"), "a%20b/%C3%BC%5B1%5D%23%3F%25.po", id="odd"),
        pytest.param(Path("c:/a.po"), "c%3A/a.po", id="a colon is no scheme"),
        pytest.param(Path("/tmp/a b.po"), "file:///tmp/a%20b.po", id="absolute"),
    ],
)
def test_a_path_becomes_a_uri(path: Path, uri: str) -> None:
    assert _uri(path) == uri


def test_a_file_name_that_is_no_utf_8_can_be_found() -> None:
    assert unquote_to_bytes(_uri(BROKEN)) == b"locales/az/caf\xe9\n.po"


def test_a_fingerprint_outlives_moves_and_knows_the_entry() -> None:
    finding = REPORT.findings[2]
    same = replace(finding, line=999, column=1, path=Path("b.po"), target="?", span=(0, 1), fix=None)
    others = [replace(finding, message="x"), replace(finding, key=("x", "y")), replace(finding, check="numbers")]
    first, again, *rest = (_run(_report(one))["results"][0]["partialFingerprints"] for one in (finding, same, *others))
    assert first == again
    assert len({tuple(one.values()) for one in (first, *rest)}) == 4


@pytest.mark.parametrize(
    ("message", "text"),
    [
        pytest.param("{name} of [x] \\", "{{name}} of [x] \\", id="braces are no placeholders"),
        pytest.param("[a](https://b) \\[", r"\[a\](https://b) \\\[", id="nothing is a link"),
    ],
)
def test_a_message_is_only_text(message: str, text: str) -> None:
    assert _run(_report(replace(REPORT.findings[0], message=message)))["results"][0]["message"]["text"] == text
