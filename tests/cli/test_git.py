"""git, set up by `l10n git install`, in real repositories: merge, rebase, cherry-pick, diff."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.header import header
from l10n.model import Catalogue, Entry
from l10n.workflow.git import install as installation
from tests.conftest import ROOT, Git, Run

LINE = "*.po diff=l10n-po merge=l10n-po\n"
CLEAN, CONFLICT = 0, 1


def _install() -> str:
    command = [sys.executable, "-m", "l10n", "git", "install"]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stderr


PO = Path("ru", "LC_MESSAGES", "the text.po")


def _write(**texts: str) -> None:
    """A catalogue with these msgids and msgstrs."""
    entries = tuple(Entry(msgid, msgstr, references=("t:1",)) for msgid, msgstr in texts.items())
    po.write(PO, Catalogue(header("doc", "ru", "de", "2026-01-31 12:00+0000"), entries))


def _texts() -> dict[str, str]:
    return {entry.msgid: entry.msgstr for entry in po.read(PO).entries}


def _commit(git: Git, **texts: str) -> None:
    _write(**texts)
    _commit_all(git)


def _commit_all(git: Git) -> None:
    git("add", "-A")
    git("commit", "--quiet", "-m", "x")


def _branches(git: Git, ours: dict[str, str], theirs: dict[str, str]) -> None:
    """`main` with our changes of a b c, checked out; `other` with theirs."""
    base = {"a": "1", "b": "2", "c": "3"}
    _commit(git, **base)
    git("checkout", "--quiet", "-b", "other")
    _commit(git, **base | theirs)
    git("checkout", "--quiet", "main")
    _commit(git, **base | ours)


def test_neighbours_merge_where_git_alone_has_a_conflict(git: Git) -> None:
    _branches(git, {"a": "unser", "x": "neu"}, {"b": "ihr", "y": "auch neu"})
    assert "CONFLICT" in git("merge", "other", code=CONFLICT)
    assert "<<<<<<<" in PO.read_text("utf-8")
    git("merge", "--abort")
    _install()
    git("merge", "other")
    assert _texts() == {"a": "unser", "b": "ihr", "c": "3", "x": "neu", "y": "auch neu"}


def test_the_same_entry_is_one_conflict_that_can_be_solved(git: Git, run: Run) -> None:
    _install()
    _branches(git, {"a": "unser", "b": "unseres"}, {"b": "ihres", "c": "ihr"})
    assert "ru/LC_MESSAGES/the text.po: 1 entry changed on both sides" in git("merge", "other", code=CONFLICT)
    assert git("status", "--short").startswith('UU "ru/LC_MESSAGES/the text.po"')
    text = PO.read_text("utf-8")
    ours, theirs = (f'#: t:1\nmsgid "b"\nmsgstr "{msgstr}"\n' for msgstr in ("unseres", "ihres"))
    block = f"<<<<<<< ours\n{ours}=======\n{theirs}>>>>>>> theirs\n"
    assert text.count("<<<<<<<") == text.count(block) == 1
    diff = git("diff")
    assert "++<<<<<<< ours" in diff
    assert " +translation: unseres" in diff
    line = text[: text.index("<<<<<<<")].count("\n") + 1
    assert f"{PO}:{line}: unresolved merge conflict" in run("status", "--locales", ".", code=2).stderr
    PO.write_text(text.replace(block, theirs), encoding="utf-8")
    _commit_all(git)
    assert _texts() == {"a": "unser", "b": "ihres", "c": "ihr"}


@pytest.mark.parametrize("command", ["rebase", "cherry-pick"])
def test_other_ways_to_merge_use_the_driver_too(git: Git, command: str) -> None:
    _install()
    _branches(git, {"a": "unser"}, {"b": "ihr"})
    git(command, "other")
    assert _texts() == {"a": "unser", "b": "ihr", "c": "3"}


def test_a_rebase_stops_at_a_conflict_and_goes_on(git: Git) -> None:
    _install()
    _branches(git, {"a": "unser"}, {"a": "ihr", "b": "ihr"})
    git("rebase", "other", code=CONFLICT)
    assert PO.read_text("utf-8").count("<<<<<<<") == 1
    _write(a="beide", b="ihr", c="3")
    git("add", "-A")
    git("rebase", "--continue")
    assert _texts() == {"a": "beide", "b": "ihr", "c": "3"}


def test_a_file_that_both_have_added_is_merged(git: Git) -> None:
    _install()
    _commit_all(git)
    git("checkout", "--quiet", "-b", "other")
    _commit(git, a="1", b="2")
    git("checkout", "--quiet", "main")
    _commit(git, b="2", c="3")
    git("merge", "other")
    assert _texts() == {"a": "1", "b": "2", "c": "3"}


def test_branches_that_have_merged_each_other_merge_again(git: Git) -> None:
    """A criss-cross: git first merges the two bases, here with a conflict, and its result is our base."""
    _install()
    _branches(git, {"a": "unser"}, {"a": "ihr"})
    git("branch", "ours")
    git("merge", "other", code=CONFLICT)
    _commit(git, a="beide", b="2", c="3")
    git("checkout", "--quiet", "other")
    git("merge", "ours", code=CONFLICT)
    _commit(git, a="beide", b="2", c="neu")
    git("checkout", "--quiet", "main")
    _commit(git, a="beide", b="neu", c="3")
    assert len(git("merge-base", "--all", "main", "other").splitlines()) == 2
    assert "plain text" not in git("merge", "other")
    assert _texts() == {"a": "beide", "b": "neu", "c": "neu"}


def test_what_is_no_catalogue_is_merged_as_text_and_shown_as_it_is(git: Git) -> None:
    _install()
    PO.parent.mkdir(parents=True)
    lines = [f"no catalogue {number}\n" for number in range(9)]
    PO.write_text("".join(lines))
    _commit_all(git)
    git("branch", "other")
    for branch, number in (("other", 1), ("main", 8)):
        git("checkout", "--quiet", branch)
        PO.write_text("".join([*lines[:number], f"{branch}\n", *lines[number + 1 :]]))
        assert f"+{branch}" in git("diff")
        _commit_all(git)
    assert "merged as plain text: base:1: not a PO file" in git("merge", "other")
    assert {"other", "main"} <= set(PO.read_text().splitlines())


def test_a_text_conflict_and_a_bug_of_ours_never_lose_a_side(
    git: Git, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bug(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("l10n.catalogue.git.threeway.merge", bug)
    paths = [tmp_path / name for name in ("base", "ours", "theirs")]
    for path in paths:
        path.write_text(f'msgid "a"\nmsgstr "{path.name}"\n')
    result = run("git", "merge-driver", "--marker-size", "9", "--", *paths, "x.po", code=CONFLICT)
    assert "ZeroDivisionError" in result.stderr
    assert "x.po: merged as plain text: a bug in l10n" in result.stderr
    text = 'msgid "a"\n<<<<<<<<< ours\nmsgstr "ours"\n=========\nmsgstr "theirs"\n>>>>>>>>> theirs\n'
    assert paths[1].read_text() == text


def test_a_catalogue_that_is_the_result_keeps_its_bytes(run: Run, git: Git, tmp_path: Path) -> None:
    base, ours, theirs = (tmp_path / name for name in ("base", "ours", "theirs"))
    base.write_text('msgid "a"\nmsgstr "b"\n')
    ours.write_text('msgid "a"\nmsgstr ""\n"c"\n"d"\n')
    theirs.write_text('msgid "a"\nmsgstr "b"\n')
    run("git", "merge-driver", base, ours, theirs)
    assert ours.read_text() == 'msgid "a"\nmsgstr ""\n"c"\n"d"\n'


def test_a_diff_shows_what_people_have_changed_and_no_more(git: Git) -> None:
    _install()
    _commit(git, a="1", b="2")
    path = PO.read_text("utf-8").replace("#: t:1", "#: t:7").replace("2026-01-31", "2026-02-01")
    PO.write_text(path, encoding="utf-8")
    assert not [
        line for line in git("diff").splitlines() if line.startswith(("+", "-")) and line[1:3] not in ("++", "--")
    ]
    PO.write_text(path.replace('msgid "b"', '#, fuzzy\nmsgid "b"'), encoding="utf-8")
    changes = [line for line in git("diff").splitlines() if line.startswith(("+s", "-s", "+t", "-t"))]
    assert changes == ["-state: translated", "+state: edited draft"]


def test_install_twice_changes_nothing_and_uninstall_takes_it_back(git: Git) -> None:
    before = Path(".git/config").read_bytes()
    said = _install()
    assert ".gitattributes: '*.po diff=l10n-po merge=l10n-po' added; commit this file" in said
    assert "merge.l10n-po.driver set" in said
    assert Path(".gitattributes").read_text() == LINE
    after = Path(".git/config").read_bytes()
    assert _install() == "installed already: nothing changed\n"
    assert Path(".git/config").read_bytes() == after
    for expected in ("removed; commit this file", "not installed: nothing changed"):
        command = [sys.executable, "-m", "l10n", "git", "uninstall"]
        assert expected in subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stderr
    assert Path(".git/config").read_bytes() == before
    assert not Path(".gitattributes").exists()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("*.png binary\n", f"*.png binary\n{LINE}", id="another line"),
        pytest.param("*.po text", f"*.po text\n{LINE}", id="no newline at the end"),
        pytest.param("# ä\r\n", f"# ä\r\n{LINE[:-1]}\r\n", id="Windows"),
        pytest.param(
            "*.po  diff=l10n-po  merge=l10n-po\nx y\n", "*.po  diff=l10n-po  merge=l10n-po\nx y\n", id="there"
        ),
    ],
)
def test_other_attributes_stay(git: Git, before: str, after: str) -> None:
    path = Path(".gitattributes")
    path.write_bytes(before.encode())
    _install()
    assert path.read_bytes().decode() == after


def test_install_works_from_a_folder_below_and_beside_a_folder_called_l10n(git: Git) -> None:
    Path("l10n").mkdir()
    Path("l10n", "__init__.py").write_text("raise SystemExit('not me')\n")
    Path("below").mkdir()
    os.chdir("below")
    assert "../.gitattributes" in _install().replace(str(Path.cwd().parent), "..")
    os.chdir("..")
    _branches(git, {"a": "unser"}, {"b": "ihr"})
    git("merge", "other")
    assert _texts() == {"a": "unser", "b": "ihr", "c": "3"}


def test_the_path_of_python_may_have_spaces_and_signs(
    git: Git, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = tmp_path / "Anna's 100 %A $HOME" / "python"
    python.parent.mkdir()
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    monkeypatch.setattr(installation, "_PYTHON", str(python))
    run("git", "install")
    _branches(git, {"a": "unser"}, {"b": "ihr"})
    assert "-translation: 1\n+translation: unser\n" in git("diff", "other~1", "main").replace("ihr", "")
    git("merge", "other")
    assert _texts() == {"a": "unser", "b": "ihr", "c": "3"}


def test_settings_for_all_repositories(git: Git, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = tmp_path / "gitconfig"
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    before = Path(".git/config").read_bytes()
    run("git", "install", "--global")
    assert "l10n-po" in config.read_text()
    assert Path(".git/config").read_bytes() == before
    run("git", "uninstall", "--global")
    assert "l10n-po" not in config.read_text()


def test_install_outside_a_repository_says_so(git: Git, run: Run, project: Path) -> None:
    os.chdir(project)
    result = run("git", "install", code=2)
    assert "not a git repository" in result.stderr
    assert "git init" in result.stderr
    assert list(project.rglob(".gitattributes")) == []


def test_install_without_git_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert "error: git: no such program" in run("git", "install", code=2).stderr


def test_install_refuses_a_python_that_git_could_not_call(git: Git, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installation, "_CALL", ("-P", "-m", "l10n_that_is_not_there"))
    assert "cannot run l10n from the folder" in run("git", "install", code=2).stderr
    assert not Path(".gitattributes").exists()


def test_the_page_shows_what_is_set_up() -> None:
    page = (ROOT / "docs" / "git.md").read_text("utf-8")
    assert LINE in page
    assert "l10n git install" in page
    assert all(name in page for name in installation.settings())
