"""What holds for the reports in all forms."""

from __future__ import annotations

import inspect
import io
from pathlib import Path

import pytest
from hypothesis import given

from l10n import plugins
from l10n.model.findings import Report
from tests.conftest import ROOT
from tests.reports.sample import REPORT
from tests.reports.strategies import REPORTS

FAMILY = "l10n.reports.formats"
FORMATS = plugins.names(FAMILY)
SUFFIXES = {"github": "txt", "json": "json", "junit": "xml", "markdown": "md", "sarif": "json", "text": "txt"}


def written(name: str, report: Report) -> str:
    out = io.StringIO()
    plugins.load(FAMILY, name).write(report, out)
    return out.getvalue()


@pytest.fixture(autouse=True)
def _as_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the terminal of whoever runs the tests nor a release changes a report."""
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("l10n.reports.formats.sarif.__version__", "1.2.3")


@pytest.mark.parametrize("name", FORMATS)
def test_the_sample_is_reported_as_ever(name: str, request: pytest.FixtureRequest) -> None:
    golden = ROOT / "tests" / "data" / "reports" / f"{name}.{SUFFIXES[name]}"
    data = written(name, REPORT).encode()
    if request.config.getoption("--update-golden"):
        golden.write_bytes(data)
    assert data == golden.read_bytes(), "if that is right: pytest tests/reports --update-golden"


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_has_a_docstring_and_the_function_of_the_contract(name: str) -> None:
    module = plugins.load(FAMILY, name)
    assert (module.__doc__ or "").startswith("For ")
    assert str(inspect.signature(module.write)) == "(report: 'Report', out: 'TextIO') -> 'None'"


def test_the_documentation_has_a_section_and_a_row_for_each_format() -> None:
    page = (ROOT / "docs" / "report-formats.md").read_text("utf-8")
    assert [line.removeprefix("## ") for line in page.splitlines() if line.startswith("## ")] == [
        line.split("`")[1] for line in page.partition("|---|---|---|\n")[2].partition("\n\n")[0].splitlines()
    ]
    assert all(f"\n## {name}\n" in page for name in FORMATS)


@given(report=REPORTS)
def test_any_text_can_be_reported_to_a_utf_8_file(report: Report, tmp_path: Path) -> None:
    for name in FORMATS:
        with (tmp_path / "report").open("w", encoding="utf-8") as out:
            plugins.load(FAMILY, name).write(report, out)
        text = (tmp_path / "report").read_text("utf-8")
        assert not text or text.endswith("\n")


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_of_nothing_is_a_report(name: str) -> None:
    assert written(name, Report((), {})) or name == "github"
