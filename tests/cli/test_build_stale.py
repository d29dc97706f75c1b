"""`l10n build --stale`: published files whose source, catalogue or bytes are no longer what they were."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from l10n.building import manifest
from l10n.building.freshness import Staleness
from tests.building.articles import translate
from tests.conftest import ROOT, Run

SCHEMA = json.loads((ROOT / "docs" / "stale.schema.json").read_text("utf-8"))
TEXTS = {"Der Hund schläft.": "Собака спит.", "Das Haus ist alt.": "Дом старый."}
PO = Path("locales/ru/LC_MESSAGES/a.po")
RU = Path("build/ru/a.txt")


@pytest.fixture
def built(run: Run, project: Path) -> None:
    """Two articles, and a bilingual edition of one of them."""
    Path("l10n.toml").write_text('sources = ["*.txt"]\ntargets = ["ru"]\n')
    for name, text in (("a.txt", "Der Hund schläft.\n"), ("b.txt", "Das Haus ist alt.\n")):
        Path(name).write_text(text, "utf-8")
        translate(run, name, TEXTS)
    run("build")
    run("build", "a.txt", "--bilingual", "html")


def _json(run: Run, *options: str, code: int = 1) -> list[dict[str, Any]]:
    report = json.loads(run("build", "--stale", "--json", *options, code=code).stdout)
    Draft202012Validator(SCHEMA).validate(report)
    files: list[dict[str, Any]] = report["stale"]
    return files


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_what_was_just_built_is_current(run: Run, built: None) -> None:
    done = run("build", "--stale")
    assert (done.stdout, done.stderr) == ("", "3 published files, all current\n")
    assert _json(run, code=0) == []


CHANGES: dict[str, tuple[Callable[[], object], str]] = {
    "the source has changed": (lambda: _replace(Path("a.txt"), "\n", "\n\nNeu.\n"), "source changed"),
    "the source is gone": (lambda: Path("a.txt").unlink(), "source gone"),
    "the catalogue has changed": (lambda: _replace(PO, "Собака", "Пёс"), "catalogue changed"),
    "the catalogue is gone": (PO.unlink, "catalogue gone"),
    "the catalogue cannot be read": (lambda: PO.write_text('msgid "'), "catalogue unreadable"),
}


@pytest.mark.parametrize("words", CHANGES)
def test_all_that_is_made_of_what_has_changed_is_listed(run: Run, built: None, words: str) -> None:
    change, reason = CHANGES[words]
    change()
    before = {path: path.read_bytes() for path in Path("build").rglob("*") if path.is_file()}
    done = run("build", "--stale", code=1)
    assert done.stdout == f"build/ru/a.html: {words}\nbuild/ru/a.txt: {words}\n"
    assert done.stderr == "2 of 3 published files not current: l10n build writes them anew\n"
    assert {path: path.read_bytes() for path in Path("build").rglob("*") if path.is_file()} == before
    first, second = _json(run)
    assert (first["reasons"], first["edition"], second["edition"]) == ([reason], "html", "")
    assert (second["path"], second["source"], second["catalogue"]) == (str(RU), "a.txt", str(PO))


def test_a_state_on_which_the_article_depends_is_a_change(run: Run, built: None) -> None:
    run("review", "approve", PO, "--entries", "all", "--by", "Anna")
    assert [file["reasons"] for file in _json(run)] == [["catalogue changed"]] * 2
    run("build")
    run("build", "a.txt", "--bilingual", "html")
    assert _json(run, code=0) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('msgid "Der', '# bitte prüfen\nmsgid "Der'),
        ("#: a.txt:1", "#: a.txt:17"),
        ("Project-Id-Version: ", "Project-Id-Version: x "),
    ],
    ids=["comment", "line", "header"],
)
def test_what_changes_no_article_makes_none_stale(run: Run, built: None, old: str, new: str) -> None:
    _replace(PO, old, new)
    assert _json(run, code=0) == []


def test_what_somebody_has_edited_or_removed_is_listed(run: Run, built: None) -> None:
    _replace(RU, "Собака", "Пёс")
    Path("build/ru/b.txt").unlink()
    done = run("build", "--stale", "--quiet", code=1)
    lines = ["build/ru/a.txt: not as l10n build has written it", "build/ru/b.txt: not there any more"]
    assert done.stdout.splitlines() == lines
    assert done.stderr == ""


def test_what_was_moved_aside_is_listed_until_it_is_built_again(run: Run, built: None) -> None:
    _replace(PO, "Собака спит.", "")
    run("build", code=1)
    listed = {file["path"]: file["reasons"] for file in _json(run)}
    assert listed[str(RU)] == ["gone", "catalogue changed"]


def test_the_list_of_an_earlier_version_is_read_and_completed(run: Run, built: None) -> None:
    record = Path("build", manifest.NAME)
    keys = ("source", "language", "edition", "sha256")
    files = {
        name: {key: output[key] for key in keys} for name, output in json.loads(record.read_text())["files"].items()
    }
    record.write_text(json.dumps({"version": 1, "files": files}))
    assert {tuple(file["reasons"]) for file in _json(run)} == {("unknown",)}
    run("build")
    assert [file["path"] for file in _json(run)] == ["build/ru/a.html"]


def test_languages_sources_and_another_folder_can_be_named(run: Run, built: None) -> None:
    for name in ("a.txt", "b.txt"):
        _replace(Path(name), "\n", "!\n")
    run("build", "b.txt", "--fallback", "source", "-o", "out")
    assert [file["path"] for file in _json(run, "b.txt")] == ["build/ru/b.txt"]
    assert [file["path"] for file in _json(run, "--to", "ru", "b.txt")] == ["build/ru/b.txt"]
    assert _json(run, "-o", "out", code=0) == []
    for named in (["none.txt"], ["--to", "en"]):
        error = run("build", "--stale", *named, code=2).stderr
        assert error.startswith("error: build: nothing of what is named has been built\n")
    assert run("build", "--stale", "--to", "xx", code=2).stderr.startswith("error: unknown language 'xx'")


def test_a_document_with_nothing_to_translate_needs_no_catalogue(run: Run, project: Path) -> None:
    Path("c.md").write_text("```\na = 1\n```\n", "utf-8")
    run("build", "c.md", "--to", "ru")
    assert _json(run, code=0) == []
    Path("c.md").write_text("```\na = 2\n```\n", "utf-8")
    assert [(file["reasons"], file["catalogue"]) for file in _json(run)] == [(["source changed"], None)]


def test_where_nothing_is_known_to_be_built_that_is_an_error(run: Run, project: Path) -> None:
    error = run("build", "--stale", code=2).stderr
    assert error.startswith("error: build: no list of what l10n build has written (.l10n-build.json)\nhint: build it")
    assert "error: --json: only with --stale" in run("build", "--json", code=2).stderr
    for option in ("--mark-drafts", "--complete=0", "--notice"):
        error = run("build", "--stale", option, code=2).stderr
        assert error.startswith(f"error: {option.partition('=')[0]}: not with --stale\n")


def test_the_schema_knows_every_reason_and_allows_no_other_field() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    file = SCHEMA["$defs"]["file"]
    assert file["properties"]["reasons"]["items"]["enum"] == [reason.value for reason in Staleness]
    for table in (SCHEMA, file):
        assert table["additionalProperties"] is False
        assert table["required"] == list(table["properties"])
