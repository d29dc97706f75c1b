"""JUnit XML, held against the schema of Jenkins."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from xmlschema import XMLSchema

from l10n.findings import Report, Severity
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
    assert (
        root.attrib["tests"] == str(len(root.findall(".//testcase"))) == str(len(report.catalogues) * len(report.rules))
    )
    assert root.attrib["failures"] == str(len(root.findall(".//failure")))
    for suite, catalogue in zip(root, report.catalogues, strict=True):
        graves = [one for one in catalogue.findings if one.severity is not Severity.INFO]
        assert len(suite.findall(".//failure")) == len({one.check for one in graves})
        assert _lines(suite, "failure") == len(graves)
        assert _lines(suite, "system-out") == len(catalogue.findings) - len(graves)


def _lines(suite: ElementTree.Element, name: str) -> int:
    return sum((one.text or "").count("\n") + 1 for one in suite.iter(name))


def test_a_clean_catalogue_passes_every_check() -> None:
    root = ElementTree.fromstring(written("junit", CLEAN).encode())
    assert [case.attrib["name"] for case in root.iter("testcase")] == sorted(CLEAN.rules)
    assert not list(root.iter("failure"))


@pytest.mark.parametrize(("check", "tag"), [("numbers", "failure"), ("untranslated", "system-out")])
def test_infos_do_not_fail(check: str, tag: str) -> None:
    root = ElementTree.fromstring(written("junit", REPORT).encode())
    assert [child.tag for child in root.findall(f"testsuite[1]/testcase[@name='{check}']/*")] == [tag]
