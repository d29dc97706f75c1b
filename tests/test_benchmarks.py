"""Samples of findings, the halves of the texts that checks are measured on, and rounds of what is measured."""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest

from l10n.catalogue import po
from tests.benchmarks import growth, packages, page, reading, sets
from tests.benchmarks.false_alarms import Finding
from tests.benchmarks.growth_inputs import Step, repeated
from tests.benchmarks.processes import Measured, in_turns, rows
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


@pytest.mark.parametrize("piece", ["a", "Das Haus ist alt.\n", "|---|---|" * 5])
def test_no_two_rounds_of_a_step_have_the_same_text(piece: str) -> None:
    texts = []

    def sized(size: int) -> Iterator[tuple[str, Step]]:
        texts.append(repeated(piece, size))
        yield growth.READ, lambda: None

    growth.least(sized, growth.LOOK[0], growth.ROUNDS, None)
    assert len(set(texts)) == len(texts) == growth.ROUNDS


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


def test_every_table_has_its_place_in_the_page_and_is_put_there_alone() -> None:
    text = page.PAGE.read_text("utf-8")
    for name in page.COMMANDS:
        new = page.filled(text, name, "## Speed\n\n| a |\n|---|\n| 1 |\n\n")
        assert f"<!-- {name} -->\n### Speed\n\n| a |\n|---|\n| 1 |\n<!-- /{name} -->\n" in new
        before, after = text.split(f"<!-- {name} -->\n")[0], text.split(f"<!-- /{name} -->\n")[1]
        assert new.startswith(before)
        assert new.endswith(after)
        assert page.filled(new, name, "## Speed\n\n| a |\n|---|\n| 1 |") == new


def test_a_page_without_the_place_is_an_error() -> None:
    with pytest.raises(ValueError, match="no <!-- draft -->"):
        page.filled("# Benchmarks\n<!-- draft -->\n", "draft", "")


def test_a_page_says_on_what_and_with_which_versions_it_was_measured() -> None:
    line = page.about()
    assert "\n" not in line
    for part in (r"Measured on \d{4}-\d\d-\d\d: \d+ cores", r"Python 3\.\d+", r"ctranslate2 \d", r"gettext"):
        assert re.search(part, line)


def test_processes_take_turns_and_ratios_are_of_one_turn(tmp_path: Path) -> None:
    def write(name: str, number: int) -> list[str]:
        return ["sh", "-c", f"echo {name}{number} >> turns"]

    runs = in_turns({name: partial(write, name) for name in "ab"}, 2, tmp_path)
    assert (tmp_path / "turns").read_text() == "a0\nb0\na1\nb1\n"
    assert {name: len(own) for name, own in runs.items()} == {"a": 2, "b": 2}
    slow = {"a": [Measured(1, 2, 5), Measured(10, 4, 7)], "b": [Measured(2, 1, 1), Measured(20, 2, 1)]}
    assert list(rows(slow, "a")) == [
        ["a", "5.50", "3.00", "7", "1.00", "1.00"],
        ["b", "11.00", "1.50", "1", "2.00", "0.50"],
    ]


def test_a_process_that_fails_ends_the_run_with_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"exit code 3\noh no"):
        in_turns({"a": lambda _: ["sh", "-c", "echo oh no >&2; exit 3"]}, 1, tmp_path)


@pytest.mark.parametrize(("source", "target"), packages.PAIRS)
def test_a_cipher_changes_letters_and_nothing_else(source: str, target: str) -> None:
    text = "Am 7.\u00a0Mai, „ABC“ – (x/y), %!"
    new = packages.ciphered(text, source, target)
    assert len(new) == len(text)
    assert all(a != b for a, b in zip(text, new, strict=True) if a.isascii() and a.isalpha())
    assert [sign for sign in new if sign in "7.,–%(/)!"] == [sign for sign in text if sign in "7.,–%(/)!"]
    assert packages.ciphered("<unk>", source, target) == "<unk>"


def test_small_words_become_those_of_the_target_in_two_steps_as_in_one() -> None:
    english = packages.ciphered("Die Taube und der Uhu", "de", "en")
    assert english.split()[::2] == ["The", "and", "Ywy"]
    assert packages.ciphered(english, "en", "ru").split()[2] == "и"


def test_commands_are_measured_as_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    path = tmp_path / "flag"
    code = f"import sys, pathlib; pathlib.Path({str(path)!r}).write_text(str(sys.dont_write_bytecode))"
    in_turns({"a": lambda _: [sys.executable, "-c", code]}, 1, tmp_path)
    assert path.read_text() == "False"
