"""Samples of findings, and the halves of the texts that checks are measured on."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

from l10n.catalogue import po
from tests.benchmarks import reading, sets
from tests.benchmarks.false_alarms import Finding
from tests.benchmarks.sets import DEVELOPMENT, UNTOUCHED

CATALOGUE = """\
msgid ""
msgstr "Language: ru\\n"

msgid "Open"
msgstr "Открыть"

#, fuzzy
msgid "Close"
msgstr "Закрыть"

msgid "Save"
msgstr ""
"""


def _findings(number: int) -> list[Finding]:
    common = {"context": None, "path": "a.po", "source": "a\tb\nc", "target": "", "message": "lost"}
    checks = ("numbers", "tags")
    return [
        {**common, "check": checks[line % 2], "severity": "info" if line % 5 == 0 else "error", "line": line}
        | {"language": "ru" if line % 3 else "uk", "msgid": "a"}
        for line in range(number)
    ]


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, dialect="excel-tab"))


@pytest.mark.parametrize("number", [3, 1000])
def test_a_sample_has_so_many_findings_of_each_language_and_no_notes(tmp_path: Path, number: int) -> None:
    findings = _findings(60)
    for name in ("a", "b"):
        reading.write(tmp_path / f"{name}.tsv", "set", findings, number, seed=7)
    rows = _read(tmp_path / "a.tsv")
    assert rows == _read(tmp_path / "b.tsv")
    for language in ("ru", "uk"):
        grave = [each for each in findings if each["severity"] != "info" and each["language"] == language]
        lines = {row["line"] for row in rows if row["language"] == language}
        assert len(lines) == min(number, len(grave))
        assert lines <= {str(each["line"]) for each in grave}


def test_what_is_marked_is_summed_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "sample.tsv"
    reading.write(path, "set", [each for each in _findings(9) if each["severity"] == "error"], 100, seed=1)
    lines = path.read_text("utf-8").splitlines()
    marked = [f"x{line}" if "\tnumbers\t" in line else line for line in lines]
    path.write_text("\n".join(marked) + "\n", "utf-8")
    reading.total(path)
    shown = capsys.readouterr().out
    assert "| numbers | error | 4 | 4 | 100.00 |" in shown
    assert "| tags | error | 3 | 0 | 0.00 |" in shown
    assert "| all | error | 7 | 4 | 57.14 |" in shown


def _documents(use: str) -> Sequence[str]:
    return [name for name in map(str, range(200)) if sets.half(name) == use]


def test_each_document_is_in_one_half() -> None:
    development, untouched = _documents(DEVELOPMENT), _documents(UNTOUCHED)
    assert len(development) + len(untouched) == 200
    assert min(len(development), len(untouched)) > 70


def test_catalogues_are_measured_by_what_is_complete(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.po").write_text(CATALOGUE, "utf-8")
    (tmp_path / "data" / "b.po").write_text("once upon a time\n", "utf-8")
    folder = sets.catalogues(tmp_path / "build", tmp_path / "data").folder
    (path,) = folder.rglob("*.po")
    assert path.relative_to(folder).as_posix() == "ru/0-a.po"
    assert [entry.msgid for entry in po.read(path).entries] == ["Open"]
