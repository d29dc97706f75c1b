"""`l10n check` where a catalogue cannot be read: every report names it, and none of them is green."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest

from l10n.catalogue import po
from l10n.catalogue.header import header
from l10n.model import Catalogue, Entry
from tests.conftest import Git, Run, WithoutRights

GOOD = Entry("Das Haus ist groß.", "Дом большой.")
ERROR = Entry("Er zahlte 3,50 Euro.", "Он заплатил 3 евро.")
BROKEN = {
    "no closing quote": (b'msgid "a"\nmsgstr "b\n', 2, "not a PO file: the string has no closing quote"),
    "no msgstr": (b'msgid "a"\nmsgstr "b"\n\nmsgid "c"\n', 4, "not a PO file: msgid, msgid_plural and msgstr"),
    "no PO at all": (b"once upon a time\n", 1, "not a PO file: "),
    "a conflict": (b'msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n=======\n', 2, "unresolved merge conflict"),
    "another charset": (b'msgid "a"\nmsgstr "\xff"\n', 2, "not utf-8 text (byte 0xff)"),
    "an entry twice": (b'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', 4, "entry occurs twice, first at line 1"),
    "no language": (b'msgid "a"\nmsgstr "b"\n', 1, "no language"),
    "the source's language": (b'msgid ""\nmsgstr "Language: de\\n"\n', 1, "'de' is the source language"),
}
FORMATS = ("text", "json", "github", "sarif", "junit", "markdown")
ALL = [word for name in FORMATS for word in ("-f", name, "-o", f"o/{name}")]


@dataclass(frozen=True, slots=True)
class Told:
    """One unreadable file as a report names it."""

    path: str
    line: int
    message: str


def _write(*entries: Entry, name: str = "po/good.po") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    po.write(path, Catalogue(header("doc", "ru", "de", "2026-01-31 12:00+0000"), entries))
    return path


def _report(name: str) -> str:
    return Path("o", name).read_text("utf-8")


def _json() -> list[Told]:
    read = json.loads(_report("json"))
    assert read["summary"]["unreadable"] == len(read["errors"])
    assert all(one["hint"] for one in read["errors"])
    return [Told(one["path"], one["line"], one["message"]) for one in read["errors"]]


def _sarif() -> list[Told]:
    (run,) = json.loads(_report("sarif"))["runs"]
    assert run["invocations"][0]["executionSuccessful"] is False
    found = [one for one in run["results"] if one["ruleId"] == "unreadable"]
    assert len(run["invocations"][0]["toolExecutionNotifications"]) == len(found)
    assert all(one["level"] == "error" for one in found)
    places = [one["locations"][0]["physicalLocation"] for one in found]
    return [
        Told(place["artifactLocation"]["uri"], place["region"]["startLine"], one["message"]["text"].split("\n")[0])
        for one, place in zip(found, places, strict=True)
    ]


def _junit() -> list[Told]:
    root = ElementTree.fromstring(_report("junit").encode())
    suites = [suite for suite in root if suite.find("testcase/error") is not None]
    assert root.attrib["errors"] == str(len(suites))
    texts = [suite.findtext("testcase/error") or "" for suite in suites]
    parts = [text.removeprefix(suite.attrib["name"] + ":") for suite, text in zip(suites, texts, strict=True)]
    read = [part.split("\n")[0].partition(": ") for part in parts]
    return [Told(suite.attrib["name"], int(one[0]), one[2]) for suite, one in zip(suites, read, strict=True)]


def _assert_named(told: list[Told]) -> None:
    """In all six reports, and only these."""
    assert _json() == _sarif() == _junit() == told
    text, github, markdown = (_report(name) for name in ("text", "github", "markdown"))
    for one in told:
        assert f"\n{one.path}:{one.line}:1: error unreadable: {one.message}\n  hint:   " in f"\n{text}"
        assert f"::error file={one.path},line={one.line},title=l10n (unreadable)::{one.message}%0Ahint: " in github
        assert f"<code>{one.path}</code>, line {one.line}: <code>" in markdown
    assert text.count(" error unreadable: ") == github.count("l10n (unreadable)") == len(told)
    number = "1 file" if len(told) == 1 else f"{len(told)} files"
    assert re.search(rf"^\d+ catalogues?, \d+ entr(y|ies): {number} could not be read", text, re.M)
    assert markdown.startswith(f"## l10n check: {number} could not be read")
    assert "no findings" not in text + markdown


@pytest.mark.parametrize(("data", "line", "message"), BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("others", [(), (GOOD,), (GOOD, ERROR)], ids=["alone", "beside a good one", "beside an error"])
def test_every_report_names_the_file_its_line_and_the_reason(
    run: Run, data: bytes, line: int, message: str, others: tuple[Entry, ...]
) -> None:
    if others:
        _write(*others)
    path = Path("po", "bad.po")
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    stderr = run("check", "po", *ALL, code=2).stderr
    (told,) = _json()
    assert (told.path, told.line) == ("po/bad.po", line)
    assert told.message.startswith(message)
    assert stderr.startswith(f"error: po/bad.po:{line}: {message}" if line > 1 else "error: po/bad.po")
    _assert_named([told])
    findings = [finding["check"] for finding in json.loads(_report("json"))["findings"]]
    assert findings == ["numbers"] * (ERROR in others)


def test_where_nothing_can_be_read_all_files_are_named_in_their_order(run: Run) -> None:
    Path("po").mkdir()
    for number, (data, _, _) in enumerate(BROKEN.values()):
        Path("po", f"{number}.po").write_bytes(data)
    run("check", "po", *ALL, code=2)
    told = _json()
    assert [one.path for one in told] == [f"po/{number}.po" for number in range(len(BROKEN))]
    _assert_named(told)
    assert _report("text").endswith(f"\n0 catalogues, 0 entries: {len(BROKEN)} files could not be read\n")


def test_a_file_that_one_may_not_open_is_named_as_well(run_without_rights: WithoutRights) -> None:
    _write(GOOD)
    _write(GOOD, name="po/closed.po").chmod(0)
    done = run_without_rights("check", "po", *ALL)
    assert done.returncode == 2, done.stderr
    _assert_named([Told("po/closed.po", 1, "cannot read: Permission denied")])


def test_glossary_and_base_change_nothing_about_that(run: Run, git: Git) -> None:
    _write(ERROR)
    Path("po", "bad.po").write_bytes(BROKEN["a conflict"][0])
    Path("glossary.csv").write_text("de,ru\nHaus,дом\n", "utf-8")
    git("add", ".")
    git("commit", "--quiet", "--message", "x")
    run("check", "po", "--base", "HEAD", "--glossary", "glossary.csv", "--jobs", "2", *ALL, code=2)
    _assert_named([Told("po/bad.po", 2, "unresolved merge conflict")])
    assert json.loads(_report("json"))["summary"]["known"] == 1


def test_no_choice_of_checks_or_severities_hides_it(run: Run) -> None:
    _write(GOOD)
    Path("po", "bad.po").write_bytes(BROKEN["no language"][0])
    run("check", "po", "--select", "numbers", "--ignore", "header", "--fail-on", "never", "--quiet", *ALL, code=2)
    _assert_named([Told("po/bad.po", 1, "no language")])


def test_a_repair_that_cannot_read_the_file_says_it_once(run: Run) -> None:
    _write(GOOD)
    Path("po", "bad.po").write_bytes(BROKEN["no closing quote"][0])
    assert run("check", "po", "--fix", *ALL, code=2).stderr.count("error: ") == 1
    assert len(_json()) == 1
    _assert_named(_json())


def test_a_file_that_can_be_read_again_is_named_no_longer(run: Run) -> None:
    path = _write(GOOD, name="po/bad.po")
    data = path.read_bytes()
    path.write_bytes(BROKEN["a conflict"][0])
    run("check", "po", *ALL, code=2)
    path.write_bytes(data)
    run("check", "po", *ALL)
    assert json.loads(_report("json"))["errors"] == []
    assert json.loads(_report("sarif"))["runs"][0]["invocations"] == [{"executionSuccessful": True}]
    assert _report("text") == "1 catalogue, 1 entry: no findings\n"
    assert "unreadable" not in _report("junit") + _report("github") + _report("sarif") + _report("markdown")
