"""`l10n status --since`: in real repositories, how the catalogues differ from a git revision."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.signature import sign
from l10n.catalogue.header import header
from l10n.model import Catalogue, Entry, State
from tests.conftest import Git, Run

PO = Path("ru.po")
DRAFT = Entry("Das Haus ist groß.", "Дом большой.", flags=("fuzzy",))
SIGNED = sign(Entry("Das Haus ist groß.", "Дом большой."), "Anna", "2026-01-31")
OTHER = Entry("Der Hund bellt.", "Собака лает.")


def _write(*entries: Entry, path: Path = PO) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    po.write(path, Catalogue(header("doc", "ru", "de", "2026-01-31 12:00+0000"), entries))


def _commit(git: Git, *entries: Entry, path: Path = PO) -> None:
    _write(*entries, path=path)
    git("add", "-A")
    git("commit", "--quiet", "-m", "x")


def _trend(run: Run, since: str = "HEAD") -> dict[str, Any]:
    """What has changed in the first catalogue: in segments, then in words."""
    data = json.loads(run("status", ".", "--since", since, "--json").stdout)
    assert data["since"] == since
    trend: dict[str, dict[str, int]] = data["catalogues"][0]["trend"]
    assert set(trend["states"]) == set(map(str, State))
    return {name: {state: n for state, n in found.items() if n} for name, found in trend.items()}


def test_what_people_have_done_since_is_told_in_segments_and_words(run: Run, git: Git) -> None:
    _commit(git, DRAFT, OTHER)
    _write(SIGNED, OTHER)
    assert run("status", PO, "--since", "HEAD").stdout.splitlines()[-1].split() == [
        *("ru.po", "ru", "+1", "reviewed,", "−1", "edited", "draft"),
    ]
    words = run("status", PO, "--since", "HEAD", "--words").stdout.splitlines()
    assert words[-2].split() == ["since", "HEAD", "in", "words"]
    assert words[-1].split() == ["ru.po", "ru", "+4", "reviewed,", "−4", "edited", "draft"]
    assert _trend(run) == {
        "states": {"reviewed": 1, "edited draft": -1},
        "words_by_state": {"reviewed": 4, "edited draft": -4},
    }


def test_without_a_change_it_says_so(run: Run, git: Git) -> None:
    _commit(git, DRAFT)
    assert run("status", PO, "--since", "HEAD").stdout.endswith("\nno change since HEAD in 1 catalogue\n")


@pytest.mark.parametrize("before", ["", "no catalogue\n"])
def test_what_was_no_catalogue_then_is_new_altogether(run: Run, git: Git, before: str) -> None:
    Path("other.txt").touch()
    if before:
        PO.write_text(before)
    git("add", "-A")
    git("commit", "--quiet", "-m", "x")
    _write(DRAFT, OTHER)
    assert _trend(run)["states"] == {"edited draft": 1, "translated": 1}


def test_a_catalogue_in_a_new_folder_is_new_altogether(run: Run, git: Git) -> None:
    _commit(git, OTHER, path=Path("z", "ru.po"))
    _write(OTHER, path=Path("a", "ru.po"))
    assert _trend(run)["states"] == {"translated": 1}


def test_obsolete_entries_do_not_count_then_either(run: Run, git: Git) -> None:
    _commit(git, OTHER, Entry("weg", "нет", obsolete=True))
    assert _trend(run)["states"] == {}


def test_any_revision_will_do_from_any_folder(run: Run, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    _commit(git, DRAFT, path=Path("sub", "ru.po"))
    git("tag", "v1")
    _commit(git, SIGNED, path=Path("sub", "ru.po"))
    monkeypatch.chdir("sub")
    for since in ("v1", "HEAD~1", "main^", git("rev-parse", "v1").strip()):
        assert _trend(run, since)["states"] == {"reviewed": 1, "edited draft": -1}
    assert _trend(run, "HEAD")["states"] == {}


def test_the_page_has_the_trend_too(run: Run, git: Git) -> None:
    _commit(git, DRAFT)
    _write(SIGNED)
    run("status", PO, "--since", "HEAD", "--html", "page.html")
    text = Path("page.html").read_text("utf-8").replace("\N{NO-BREAK SPACE}", " ")
    assert text.count("since HEAD: +1 reviewed, −1 edited draft") == 2


@pytest.mark.parametrize("since", ["nowhere", "-x", "--output=x", "HEAD~9", "HEAD:ru.po"])
def test_a_revision_that_is_none_is_named(run: Run, git: Git, since: str) -> None:
    _commit(git, OTHER)
    error, hint = run("status", PO, f"--since={since}", code=2).stderr.splitlines()
    assert error == f"error: --since: there is no revision '{since}'"
    assert hint == (
        "hint: check the name (git branch --all, git tag); in CI, fetch it first: git fetch origin main, "
        "and --since FETCH_HEAD"
    )
    assert not Path("x").exists()


def test_before_the_first_commit_it_says_so(run: Run, git: Git) -> None:
    _write(OTHER)
    error, hint = run("status", PO, "--since", "HEAD", code=2).stderr.splitlines()
    assert error == "error: --since: there is no revision 'HEAD'"
    assert hint == "hint: nothing has been committed yet: git commit, or leave --since out"


def test_of_a_clone_that_lacks_the_history_it_says_how_to_get_it(run: Run, git: Git) -> None:
    _commit(git, DRAFT)
    _commit(git, OTHER)
    git("tag", "v1", "HEAD~1")
    git("clone", "--quiet", "--depth", "1", f"file://{Path.cwd()}", "clone")
    error, hint = run("status", "clone", "--since", "HEAD~1", code=2).stderr.splitlines()
    assert error == "error: --since: there is no revision 'HEAD~1'"
    assert hint.startswith("hint: this clone lacks the history: git fetch --unshallow --tags")
    git("-C", "clone", "fetch", "--quiet", "--unshallow", "--tags")
    run("status", "clone", "--since", "HEAD~1")
    run("status", "clone", "--since", "v1")


def test_outside_a_repository_and_without_git_it_says_so(run: Run, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(OTHER)
    shutil.rmtree(".git")
    assert "not a git repository" in run("status", PO, "--since", "HEAD", code=2).stderr
    monkeypatch.setenv("PATH", "")
    assert "error: --since: git is not installed\nhint: " in run("status", PO, "--since", "HEAD", code=2).stderr
