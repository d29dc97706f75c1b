"""JUnit XML, held against the schema of Jenkins."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from xmlschema import XMLSchema

from l10n.model.findings import Report, Severity
from tests.conftest import ROOT
from tests.reports.sample import CLEAN, REPORT
from tests.reports.strategies import REPORTS
from tests.reports.test_formats import written

SCHEMA = XMLSchema(ROOT / "tests" / "data" / "schemas" / "junit.xsd")


@given(report=REPORTS)
def test_any_report_is_well_formed_valid_and_counts_right(report: Report) -> None:
    text = written("junit", report)
    SCHEMA.validate(text.partition("\n")[2])
    root = ElementTree.fromstring(text.encode())
    cases = len(report.unreadable) + len(report.catalogues) * len(report.rules)
    assert root.attrib["tests"] == str(len(root.findall(".//testcase"))) == str(cases)
    assert root.attrib["failures"] == str(len(root.findall(".//failure")))
    assert root.attrib["errors"] == str(len(root.findall(".//error"))) == str(len(report.unreadable))
    missing = len(report.unreadable)
    for suite, catalogue in zip(root[missing:], report.catalogues, strict=True):
        graves = [one for one in catalogue.findings if one.severity is not Severity.INFO]
        assert len(suite.findall(".//failure")) == len({one.check for one in graves})
        assert _lines(suite, "failure") == len(graves)
        assert _lines(suite, "system-out") == len(catalogue.findings) - len(graves)


def _lines(suite: ElementTree.Element, name: str) -> int:
    return sum((one.text or "").count("\n") + 1 for one in suite.iter(name))


def test_a_file_that_could_not_be_read_is_a_test_case_with_an_error() -> None:
    root = ElementTree.fromstring(written("junit", REPORT).encode())
    suite, _ = (suite for suite in root if suite.attrib["errors"] != "0")
    assert suite.attrib == {"name": "locales/uk/LC_MESSAGES/000.po", "tests": "1", "failures": "0", "errors": "1"}
    (error,) = suite.iterfind("testcase/error")
    assert error.attrib == {"type": "unreadable", "message": "unresolved merge conflict"}
    assert (error.text or "").startswith("locales/uk/LC_MESSAGES/000.po:412: unresolved merge conflict\nhint: keep one")


def test_a_clean_catalogue_passes_every_check() -> None:
    root = ElementTree.fromstring(written("junit", CLEAN).encode())
    assert [case.attrib["name"] for case in root.iter("testcase")] == sorted(CLEAN.rules)
    assert not list(root.iter("failure"))


@pytest.mark.parametrize(("check", "tag"), [("numbers", "failure"), ("untranslated", "system-out")])
def test_infos_do_not_fail(check: str, tag: str) -> None:
    root = ElementTree.fromstring(written("junit", REPORT).encode())
    assert [child.tag for child in root.findall(f"testsuite[3]/testcase[@name='{check}']/*")] == [tag]
