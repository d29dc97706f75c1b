"""`l10n check`: exit codes, options, formats and where they go, the gate, ignores and settings."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.bookkeeping.signature import sign
from l10n.catalogue.header import header
from l10n.checks import checks
from l10n.model import Catalogue, Draft, Entry, Leg
from tests.conftest import ROOT, Run

GOOD = Entry("Das Haus ist groß.", "Дом большой.")
ERROR = Entry("Er zahlte 3,50 Euro.", "Он заплатил 3 евро.")
WARNING = Entry("Ist das Haus alt?", "Дом старый.")
NOTE = Entry("Er sagte „Ja“", 'Он сказал "да"')
EMPTY = Entry("Das Auto ist schnell.")
DRAFT = drafted(Entry("Die Tür ist offen."), Draft("argos", (Leg("de-ru-1.0", "Дверь открыта.", -0.1),)))
EDITED = Entry("Der Hund bellt.", "Собака лает.", flags=("fuzzy",))
OUTDATED = Entry("Der Hund schläft.", "Собака спит.", flags=("fuzzy",), previous=(("msgid", "Hund"),))
UNREAD = Entry(DRAFT.msgid, DRAFT.msgstr, comments=DRAFT.comments)
SIGNED = sign(Entry("Das Fenster ist zu.", "Окно закрыто."), "Anna Muster", "2026-01-31")
FORMATS = ("text", "json", "github", "sarif", "junit", "markdown")


def _write(*entries: Entry, name: str = "a.po", lang: str = "ru", comments: tuple[str, ...] = ()) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    po.write(path, Catalogue(header("doc", lang, "de", "2026-01-31 12:00+0000"), entries, comments))
    return path


def _found(run: Run, *arguments: object, code: int = 0) -> list[tuple[str, str]]:
    """Check and source of each finding."""
    findings = json.loads(run("check", *arguments, "--format", "json", code=code).stdout)["findings"]
    return [(finding["check"], finding["source"]) for finding in findings]


@pytest.mark.parametrize(
    ("entry", "options", "code"),
    [
        (SIGNED, "--fail-on warning --require translated", 0),
        (NOTE, "--fail-on warning", 0),
        (WARNING, "", 0),
        (WARNING, "--fail-on warning", 1),
        (WARNING, "--fail-on warning --ignore end-punctuation", 0),
        (WARNING, "--fail-on warning --select numbers,quotes", 0),
        (ERROR, "", 1),
        (ERROR, "--fail-on never", 0),
        (ERROR, "--select quotes --select dashes", 0),
        (ERROR, "--select numbers --ignore numbers", 0),
        (EMPTY, "", 0),
        (EMPTY, "--fail-on warning", 1),
        (EMPTY, "--fail-on never --require drafted", 1),
    ],
)
def test_the_exit_code_says_whether_there_is_anything_that_counts(
    run: Run, entry: Entry, options: str, code: int
) -> None:
    result = run("check", _write(GOOD, entry), *options.split(), code=code)
    assert "1 catalogue, 2 entries: " in result.stdout
    assert result.stderr == ""


def test_unreadable_files_are_named_on_stderr_and_the_others_are_reported(run: Run) -> None:
    _write(ERROR, name="po/b.po")
    for name, data in {"a": b'msgid "a"\nmsgstr "b\n', "c": b'msgid "x"\nmsgstr "\xff"\n', "d": b'msgid "d"\n'}.items():
        Path("po", f"{name}.po").write_bytes(data)
    Path("po", "e.po").write_text('msgid "x"\nmsgstr "y"\n', "utf-8")
    _write(GOOD, name="po/f.po", lang="de")
    result = run("check", "po", "--format", "github", code=2)
    *missing, found = result.stdout.splitlines()
    assert found.startswith("::error file=po/b.po,line=")
    assert [line.partition(",")[0] for line in missing] == [f"::error file=po/{name}.po" for name in "acdef"]
    errors = [line for line in result.stderr.splitlines() if line.startswith("error: ")]
    assert [line.split(":")[1].strip() for line in errors] == [f"po/{name}.po" for name in "acdef"]
    assert result.stderr.count("\nhint: ") == len(errors)
    assert "po/a.po:2: not a PO file" in errors[0]
    assert "no language" in errors[3]
    assert "'de' is the source language" in errors[4]


@pytest.mark.parametrize(
    ("options", "message", "hint"),
    [
        ("--format xml", "unknown format 'xml'", "known: github, json, junit, markdown, sarif, text"),
        ("--format json --format sarif", "two formats for stdout", "give each --format but one its --output"),
        ("--output a --output b", "--output b: no --format for it", "write: --format json --output FILE"),
        ("--select number", "--select: unknown check 'number'", "did you mean 'numbers'?"),
        ("--ignore numbers,xyz", "--ignore: unknown check 'xyz'", "l10n check --list"),
        ("--from xx", "unknown language 'xx'", "all languages: l10n languages"),
        ("--max-untranslated some", "--max-untranslated: 'some' is no limit", "write a number of entries"),
        ("--glossary no.csv", "no.csv: cannot read", ""),
        ("--base HEAD", "--base: ", ""),
        ("b.po", "b.po: no such file or folder", "name a PO file"),
        ("empty", "empty: no catalogues", "name PO files"),
        ("empty --locales .", "empty: no catalogues", "name PO files"),
        ("--locales missing", "missing: no such file or folder", ""),
    ],
)
def test_wrong_use_is_explained_in_one_line_with_a_hint(
    run: Run, monkeypatch: pytest.MonkeyPatch, options: str, message: str, hint: str
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(Path.cwd().parent))
    Path("empty").mkdir()
    path = _write(ERROR)
    arguments = options.split()
    result = run("check", *([] if {"b.po", "empty", "--locales"} & set(arguments) else [path]), *arguments, code=2)
    error, advice = result.stderr.splitlines()
    assert error.startswith(f"error: {message}")
    assert advice.startswith(f"hint: {hint}")
    assert result.stdout == ""


@pytest.mark.parametrize("options", ["--fail-on info", "--require done", "--jobs 0", "--format", "--nonsense"])
def test_what_no_option_can_be_is_a_usage_error(run: Run, options: str) -> None:
    result = run("check", _write(ERROR), *options.split(), code=2)
    assert options.partition(" ")[0] in result.stderr
    assert result.stdout == ""


def test_without_a_path_the_folder_of_the_settings_is_checked(run: Run) -> None:
    assert "locales: no such file or folder\nhint: " in run("check", code=2).stderr
    _write(ERROR, name="locales/ru/LC_MESSAGES/a.po")
    assert _found(run, code=1) == [("numbers", ERROR.msgid)]
    shutil.move("locales", "texts")
    Path("l10n.toml").write_text('locales = "texts"\n')
    assert _found(run, code=1) == [("numbers", ERROR.msgid)]


def _kind(text: str) -> str:
    signs = {
        "::": "github",
        "<": "junit",
        "#": "markdown",
        "a.po (": "text",
        '{\n  "$': "sarif",
        "{": "json",
        "": "nothing",
    }
    return next(kind for sign, kind in signs.items() if text.startswith(sign))


@pytest.mark.parametrize(
    ("options", "stdout", "files"),
    [
        ("", "text", {}),
        ("--format json", "json", {}),
        ("-f json", "json", {}),
        ("-fjson", "json", {}),
        ("--format=json", "json", {}),
        ("-qf json", "json", {}),
        ("-vqfjson", "json", {}),
        ("-f json -o -", "json", {}),
        ("-o x", "nothing", {"x": "text"}),
        ("-qox", "nothing", {"x": "text"}),
        ("--format sarif --output x", "nothing", {"x": "sarif"}),
        ("--format=sarif --output=x", "nothing", {"x": "sarif"}),
        ("-fsarif -ox", "nothing", {"x": "sarif"}),
        ("-o x -f json", "json", {"x": "text"}),
        ("-f text -f junit -o x", "text", {"x": "junit"}),
        ("-f junit -o x -f text", "text", {"x": "junit"}),
        ("-f junit -q --select numbers -o deep/er/x --format=github", "github", {"deep/er/x": "junit"}),
        ("-f json -o x -f json -o y -f json", "json", {"x": "json", "y": "json"}),
        (" ".join(f"-f {name} -o {name}" for name in FORMATS), "nothing", {name: name for name in FORMATS}),
    ],
)
def test_each_format_goes_where_the_output_behind_it_says(
    run: Run, options: str, stdout: str, files: dict[str, str]
) -> None:
    path = _write(ERROR)
    before = {str(path), "l10n.toml"}
    result = run("check", path, *options.split(), code=1)
    assert _kind(result.stdout) == stdout
    written = {one.relative_to(Path.cwd()).as_posix() for one in Path.cwd().rglob("*") if one.is_file()} - before
    assert {name: _kind(Path(name).read_text("utf-8")) for name in written} == files
    assert result.stderr == ""


def test_the_six_formats_say_the_same(run: Run) -> None:
    pairs = [word for name in FORMATS for word in ("--format", name, "--output", f"out.{name}")]
    run("check", _write(ERROR, WARNING, GOOD), *pairs, code=1)
    text = {name: Path(f"out.{name}").read_text("utf-8") for name in FORMATS}
    data, sarif = json.loads(text["json"]), json.loads(text["sarif"])
    assert [finding["check"] for finding in data["findings"]] == ["numbers", "end-punctuation"]
    assert [result["ruleId"] for result in sarif["runs"][0]["results"]] == ["numbers", "end-punctuation"]
    failed = [case.attrib["name"] for case in ElementTree.fromstring(text["junit"]).iter("testcase") if len(case)]
    assert failed == ["end-punctuation", "numbers"]
    assert text["github"].count("::error ") == text["github"].count("::warning ") == 1
    for place in (
        f"a.po:{one['line']}:{one['column']}: {one['severity']} {one['check']}: " for one in data["findings"]
    ):
        assert place in text["text"]
    assert "1 catalogue, 3 entries: 1 error, 1 warning" in text["text"]
    assert "1 error, 1 warning" in text["markdown"]


@pytest.mark.parametrize("target", ["folder", "folder/file/x"])
def test_a_report_that_cannot_be_written_is_exit_code_4(project: Path, target: str) -> None:
    (project / "folder").mkdir()
    (project / "folder" / "file").touch()
    command = [sys.executable, "-m", "l10n", "check", str(_write(ERROR)), "-o", target]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith("error: folder")
    assert "Traceback" not in done.stderr


def test_notes_are_shown_to_people_who_ask_and_to_programs(run: Run) -> None:
    path = _write(NOTE)
    assert run("check", path).stdout == "1 catalogue, 1 entry: no findings\n"
    assert " info mixed-quotes: texts with straight quotation marks: 1" in run("check", path, "-v").stdout
    assert _found(run, path) == [("mixed-quotes", "")]


def test_the_checks_are_listed_and_explained(run: Run) -> None:
    rows = run("check", "--list").stdout.splitlines()
    assert [row.split()[0] for row in rows] == list(checks())
    assert "numbers             error    A number was lost, changed, added or said twice" in rows
    explained = run("check", "--list", "-v").stdout
    for one in checks().values():
        assert f"    {one.rule.help.splitlines()[0]}\n" in explained
    assert "Bad:" not in explained


STATES = [EMPTY, DRAFT, EDITED, OUTDATED, GOOD, SIGNED]


@pytest.mark.parametrize(
    ("options", "refused"),
    [
        ("--require drafted", STATES[:1]),
        ("--max-untranslated 0", STATES[:1]),
        ("--max-untranslated 1", []),
        ("--require translated", STATES[:4]),
        ("--require reviewed", STATES[:5]),
        ("--require translated --max-untranslated 4", []),
        ("--require translated --max-untranslated 3", STATES[:4]),
        ("--require translated --max-untranslated 66%", STATES[:4]),
        ("--require translated --max-untranslated 67%", []),
        ("--require reviewed --max-untranslated=100%", []),
    ],
)
def test_the_gate_names_every_entry_without_the_required_state(run: Run, options: str, refused: list[Entry]) -> None:
    path = _write(*STATES)
    expected = [("required-state", entry.msgid) for entry in refused]
    warned = [] if refused else [("untranslated", EMPTY.msgid)]
    assert _found(run, path, *options.split(), code=1 if refused else 0) == expected + warned


def test_the_gate_of_a_language_is_its_own_and_the_option_wins(run: Run, project: Path) -> None:
    (project / "l10n.toml").write_text('[check.ru]\nrequire = "second"\n')
    path = _write(SIGNED)
    assert _found(run, path, code=1) == [("required-state", SIGNED.msgid)]
    assert _found(run, path, "--require", "reviewed") == []


def test_the_gate_asks_for_no_translation_of_what_has_nothing_to_translate(run: Run) -> None:
    texts = ["`l10n build`", "![](a.png)", "`l10n` baut."]
    path = _write(*(Entry(text, references=("a.md:1",)) for text in texts))
    assert _found(run, path, "--require", "translated", code=1) == [("required-state", texts[-1])]


def test_accepted_unread_is_translated_but_not_reviewed(run: Run) -> None:
    path = _write(UNREAD)
    assert _found(run, path, "--require", "translated") == [("unread", UNREAD.msgid)]
    assert _found(run, path, "--require", "reviewed", code=1) == [("required-state", UNREAD.msgid)]


def test_the_gate_counts_each_catalogue_by_itself_and_plural_entries_as_one(run: Run) -> None:
    plural = Entry("%d Tag", msgid_plural="%d Tage", msgstr_plural=("", "", ""))
    paths = [_write(GOOD, EMPTY, name="a.po"), _write(GOOD, plural, EMPTY, name="b.po"), _write(GOOD, name="c.po")]
    assert [source for check, source in _found(run, *paths, "--max-untranslated", "1", code=1) if "state" in check] == [
        plural.msgid,
        EMPTY.msgid,
    ]


def _ignoring(entry: Entry, *lines: str) -> Entry:
    return Entry(entry.msgid, entry.msgstr, comments=lines)


@pytest.mark.parametrize(
    ("entry", "lines", "left", "message"),
    [
        (ERROR, ["l10n-ignore: numbers (a joke)"], [], ""),
        (ERROR, ["Anna says so", "l10n-ignore:numbers"], [], ""),
        (ERROR, ["l10n-ignore: quotes, numbers"], ["unused-ignore"], "“quotes” finds nothing here"),
        (ERROR, ["l10n-ignore: numbrs"], ["numbers", "unused-ignore"], "there is no check “numbrs”"),
        (ERROR, ["l10n-ignore numbers"], ["numbers", "unused-ignore"], "cannot be read: “l10n-ignore numbers”"),
        (ERROR, ["l10n-ignore: numbers (why"], ["numbers", "unused-ignore"], "cannot be read: "),
        (GOOD, ["l10n-ignore: numbers (mended)"], ["unused-ignore"], "“numbers” finds nothing here"),
        (EMPTY, ["l10n-ignore: untranslated (later)"], [], ""),
    ],
)
def test_a_comment_silences_a_check_in_its_entry_and_is_named_if_it_has_no_effect(
    run: Run, entry: Entry, lines: list[str], left: list[str], message: str
) -> None:
    path = _write(_ignoring(entry, *lines), Entry("Haus", "дом"))
    result = json.loads(run("check", path, "-f", "json", code=int("numbers" in left)).stdout)["findings"]
    assert sorted(finding["check"] for finding in result) == left
    assert all(message in finding["message"] for finding in result if finding["check"] == "unused-ignore")


def test_an_ignore_holds_for_its_entry_alone_and_is_not_unused_if_its_check_did_not_run(run: Run) -> None:
    other = Entry("Er zahlte 4,50 Euro.", "Он заплатил 4 евро.")
    path = _write(_ignoring(ERROR, "l10n-ignore: numbers"), other)
    assert _found(run, path, code=1) == [("numbers", other.msgid)]
    assert _found(run, path, "--select", "quotes") == _found(run, path, "--ignore", "numbers") == []
    quiet = _write(_ignoring(GOOD, "l10n-ignore: numbers"))
    assert _found(run, quiet, "--fail-on", "warning", "--ignore", "unused-ignore") == []


def test_a_comment_above_the_header_silences_findings_of_the_header(run: Run) -> None:
    path = _write(GOOD, comments=("l10n-ignore: header",))
    assert _found(run, path) == [("unused-ignore", "")]
    path.write_text(path.read_text("utf-8").replace('"Language: ru\\n"\n', ""), "utf-8")
    path = path.rename("ru.po")
    assert _found(run, path) == []


def test_our_own_article_has_no_finding_with_our_own_glossary(run: Run, project: Path) -> None:
    shutil.copytree(ROOT / "locales", project / "locales")
    shutil.copy(ROOT / "seeds" / "glossary.csv", project)
    (project / "l10n.toml").write_text('glossary = "glossary.csv"\n')
    assert _found(run, "--require", "translated", "--fail-on", "warning") == []


def test_a_report_does_not_replace_a_catalogue(run: Run) -> None:
    path = _write(WARNING)
    before = path.read_bytes()
    result = run("check", path, "--fix", "--format", "json", "--output", f"./{path}", code=2)
    assert "this is one of the catalogues" in result.stderr
    assert path.read_bytes() == before
    other = _write(ERROR, name="other.po")
    before = other.read_bytes()
    assert "--output other.po: this is a catalogue" in run("check", path, "-f", "json", "-o", other, code=2).stderr
    assert other.read_bytes() == before


def test_white_space_is_no_translation_for_the_gate(run: Run) -> None:
    _write(GOOD, Entry(ERROR.msgid, " "))
    options = ("--require", "translated", "--select", "untranslated")
    assert _found(run, "a.po", *options, code=1) == [("required-state", ERROR.msgid)]
    assert "untranslated, but translated is required" in run("check", "a.po", *options, code=1).stdout


def test_links_folders_and_pipes_named_like_a_catalogue_are_none(run: Run) -> None:
    _write(GOOD, name="d/a.po")
    Path("d/gone.po").symlink_to("nowhere")
    Path("d/folder.po").mkdir()
    os.mkfifo("d/pipe.po")
    assert "1 catalogue, 1 entry" in run("check", "d").stdout


def test_a_folder_that_cannot_be_read_is_no_clean_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(GOOD, name="d/a.po")
    _write(ERROR, name="d/e/a.po")
    scandir = os.scandir

    def refused(folder: str) -> object:  # root may read all, so that a mode would not do
        if Path(folder).name == "e":
            raise PermissionError(errno.EACCES, "Permission denied", folder)
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refused)
    assert "d/e: Permission denied" in run("check", "d", code=2).stderr


@pytest.mark.usefixtures("run")
def test_a_closed_output_is_no_fault_of_ours() -> None:
    _write(GOOD)
    done = subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -m l10n check a.po >&-'], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
