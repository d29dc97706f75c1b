"""The report for people, on terminals of any width and in a pipe."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from rich.cells import cell_len

from l10n.model.findings import Report, Severity
from l10n.reports.formats import text
from tests.reports.sample import CLEAN, REPORT
from tests.reports.strategies import REPORTS

_STYLE = re.compile(r"\x1b\[[0-9;]*m")


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _written(report: Report, out: io.StringIO) -> str:
    text.write(report, out)
    return out.getvalue()


def _pipe(report: Report) -> str:
    return _written(report, io.StringIO())


@pytest.fixture(autouse=True)
def _colours(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture(params=[40, 80, 140])
def width(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("COLUMNS", str(request.param))
    assert isinstance(request.param, int)
    return request.param


def _blocks(shown: str) -> Iterator[list[str]]:
    """The lines below each headline."""
    for block in shown.split("\n\n"):
        lines = block.splitlines()
        yield [line for line in lines if line.startswith(("  source:", "  target:", "  fix:", "      "))]


def test_texts_fit_the_terminal_and_the_place_is_one_token(width: int) -> None:
    shown = _STYLE.sub("", _written(REPORT, _Terminal()))
    lines = shown.splitlines()
    assert all(cell_len(line) <= width for line in lines if line.startswith("  "))
    for finding in REPORT.findings[:5]:
        place = f"{finding.path}:{finding.line}:{finding.column}: {finding.severity} {finding.check}:"
        (line,) = (line for line in lines if line.startswith(place))
        assert len(line) <= max(width, len(place))


def test_colour_and_carets_mark_the_same(width: int) -> None:
    shown = _written(REPORT, _Terminal())
    seen = 0
    for line, below in zip(shown.splitlines(), shown.splitlines()[1:], strict=False):
        marked = re.fullmatch(r"(.*?)\x1b\[1;4;3\dm(.*?)\x1b\[0m(.*)", line)
        if marked and line.startswith("\x1b[2m"):
            before, part = _STYLE.sub("", marked[1]), marked[2]
            assert _STYLE.sub("", below) == " " * cell_len(before) + "^" * cell_len(part)
            seen += 1
    assert seen == sum("^" in line for line in shown.splitlines()) == 10


@given(report=REPORTS)
def test_a_pipe_gets_lines_of_120_at_most_and_no_colour(report: Report) -> None:
    shown = _pipe(report)
    assert "\x1b" not in shown
    for line in shown.split("\n"):
        if line.startswith("  "):
            assert cell_len(line) <= 120
    heads = [line for line in shown.split("\n") if re.search(r":\d+:\d+: (error|warning|info) [a-z-]+: ", line)]
    assert len(heads) >= len(report.findings) + len(report.unreadable)


def test_a_message_is_one_line_for_grep_in_a_pipe() -> None:
    finding = replace(REPORT.findings[0], message="word " * 60 + ".")
    shown = _pipe(Report((replace(REPORT.catalogues[0], findings=(finding,)),), REPORT.rules))
    assert f"000.po:1:1: error header: {'word ' * 60}.\n" in shown


@pytest.mark.parametrize("name", ["a [b] [/] [red]c", "my catalogues/a b", "long/" * 30 + "a b", ":smile:"])
def test_file_names_stay_as_they_are(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    finding = replace(REPORT.findings[0], path=Path(name))
    report = Report((replace(REPORT.catalogues[0], findings=(finding,)),), REPORT.rules)
    for out in (io.StringIO(), _Terminal()):
        assert f"\n{name}:1:1: error header:" in _STYLE.sub("", _written(report, out))


def test_a_clean_report_says_so_in_one_line() -> None:
    assert _pipe(CLEAN) == "1 catalogue, 3 entries: no findings\n"
    assert _pipe(Report((), {})) == "0 catalogues, 0 entries: no findings\n"


def test_files_that_could_not_be_read_are_told_with_place_and_hint_and_in_the_sum(width: int) -> None:
    missing = REPORT.unreadable[:1]
    pipe = _pipe(replace(REPORT, unreadable=missing))
    hint = missing[0].hint
    head = "1 file could not be read\nlocales/uk/LC_MESSAGES/000.po:412:1: error unreadable: unresolved merge conflict"
    assert f"\n{head}\n  hint:   {hint}\n\n4 catalogues, " in pipe
    assert " entries: 1 file could not be read, 4 errors, 3 warnings, 1 info\n" in pipe
    shown = _STYLE.sub("", _written(replace(REPORT, unreadable=missing), _Terminal()))
    assert " ".join(hint.split()) in " ".join(shown.split())


def test_a_report_with_an_unreadable_file_has_not_found_nothing() -> None:
    one, two = replace(CLEAN, unreadable=REPORT.unreadable[:1]), Report((), {}, REPORT.unreadable)
    assert _pipe(one).endswith("\n1 catalogue, 3 entries: 1 file could not be read\n")
    assert _pipe(two).endswith("\n0 catalogues, 0 entries: 2 files could not be read\n")


def test_what_base_leaves_out_is_counted() -> None:
    report = Report(tuple(replace(catalogue, findings=(), known=1) for catalogue in REPORT.catalogues[:1]), {})
    assert _pipe(report).endswith("no findings\n1 known finding left out (--base)\n")


def test_many_findings_are_counted_by_check_the_gravest_first() -> None:
    one, other = REPORT.findings[1], replace(REPORT.findings[2], severity=Severity.INFO)
    assert "warnings" in _pipe(REPORT)
    assert not _pipe(REPORT).endswith("0\n")
    report = Report((replace(REPORT.catalogues[0], findings=(*[other] * 7, *[one] * 5), known=0),), REPORT.rules)
    assert [line.split() for line in _pipe(report).splitlines()[-5:]] == [
        ["1", "catalogue,", "71", "entries:", "5", "errors,", "7", "infos"],
        [],
        ["check", "errors", "warnings", "infos"],
        ["numbers", "5", "0", "0"],
        ["end-punctuation", "0", "0", "7"],
    ]
