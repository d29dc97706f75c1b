"""docs/tutorial.md is true: its commands are run, its pictures are taken, and a second time changes nothing."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext
from playwright.sync_api import Page as Tab

from l10n.catalogue import po
from tests.conftest import ARTICLE, ROOT
from tests.review.conftest import watch
from tests.review.hands import press

PAGE = (ROOT / "docs" / "tutorial.md").read_text("utf-8")
STEP = re.compile(
    r"```console\n(?P<session>.*?)```|<!-- browser: (?P<browser>\w+) -->\n!\[.*?\]\((?P<picture>.*?)\)", re.DOTALL
)
COMMAND = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
LANGUAGES = ("az", "en", "ru", "uk")


class Story:
    """A clone, a folder in it, and what a reviewer does between two commands."""

    def __init__(self, clone: Path, context: BrowserContext, complaints: list[str], pictures: Path) -> None:
        self.clone, self._context, self._complaints, self._pictures = clone, context, complaints, pictures
        self._taken: set[Path] = set()
        self.folder = clone / "story"

    def run(self, page: str, here: Path) -> Iterator[str]:
        """Go through the page in this folder; yields what differs from it."""
        for step in STEP.finditer(page):
            if name := step["browser"]:
                tab = self._open(self.folder / ("build/ru/kaukasus.html" if name == "bilingual" else "review.html"))
                if name == "review":
                    _review(tab, self.folder)
                picture = self._pictures / Path(step["picture"]).name
                if picture not in self._taken:
                    tab.screenshot(path=picture)
                    self._taken.add(picture)
                tab.close()
                continue
            for command, output in COMMAND.findall(step["session"]):
                if command == "cd story":
                    here = self.folder
                elif (printed := self._printed(command, here)) != output:
                    yield f"$ {command}\n{printed}--- instead of\n{output}"

    def _printed(self, command: str, here: Path) -> str:
        """Results, or without any the first line of talk."""
        done = subprocess.run(["sh", "-c", command], check=False, capture_output=True, encoding="utf-8", cwd=here)
        assert done.returncode in (0, 1), done.stderr
        return done.stdout or "".join(done.stderr.splitlines(keepends=True)[:1] if done.returncode else [])

    def _open(self, path: Path) -> Tab:
        tab = self._context.new_page()
        watch(tab, self._complaints, allowed=path.as_uri())
        tab.goto(path.as_uri())
        return tab


def _review(tab: Tab, folder: Path) -> None:
    """Approve everything by keyboard, with the translations that the project has of its article."""
    wanted = {lang: _translations(ROOT / "locales" / lang / "LC_MESSAGES" / f"{ARTICLE.stem}.po") for lang in LANGUAGES}
    drafts = {lang: _translations(folder / "locales" / lang / "LC_MESSAGES" / "kaukasus.po") for lang in LANGUAGES}
    tab.get_by_label("Reviewer").fill("Anna Muster")
    for number, lang in enumerate(LANGUAGES):
        tab.get_by_label("Language").select_option(index=number)
        press(tab, "Escape", "j")
        for msgid, draft in drafts[lang].items():
            if wanted[lang][msgid] == draft:
                press(tab, "a")
                continue
            press(tab, "e", "Control+a")
            tab.keyboard.insert_text(wanted[lang][msgid])
            press(tab, "Control+Enter")
    if tab.locator("#export-count").text_content() == "0":
        return  # she has signed all of it before
    with tab.expect_download() as download:
        press(tab, "s")
    download.value.save_as(folder / download.value.suggested_filename)
    press(tab, "Escape")


def _translations(path: Path) -> Mapping[str, str]:
    return {entry.msgid: entry.msgstr for entry in po.read(path).entries if not entry.obsolete}


def _git(folder: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=Anna", "-c", "user.email=anna@example.org", *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, encoding="utf-8").stdout


@pytest.fixture
def story(
    tmp_path: Path,
    demo_packages: Path,
    context: BrowserContext,
    complaints: list[str],
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> Story:
    """In a clone of this repository, with the packages that `make demo` builds."""
    clone = tmp_path / "clone"
    _git(
        tmp_path, "config", "--global", "safe.directory", "*"
    )  # in the test's home: the checkout may be another user's
    _git(tmp_path, "clone", "--quiet", ROOT.as_uri(), str(clone))
    shutil.copytree(demo_packages, clone / "build" / "demo" / "packages")
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}/usr/bin:/bin")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1769860800")  # 2026-01-31 12:00 UTC
    pictures = ROOT / "docs" / "images" if request.config.getoption("--update-screenshots") else tmp_path / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    return Story(clone, context, complaints, pictures)


def test_the_whole_way_is_as_told_and_a_second_time_changes_nothing(story: Story, complaints: list[str]) -> None:
    way, heading, change = PAGE.partition("## The article changes")
    assert "\n".join(story.run(way, story.clone)) == ""
    patch = json.loads((story.folder / "review.patch.json").read_text("utf-8"))
    assert [entry["verdict"] for entry in patch["entries"]] == ["approve"] * 4 * 71
    for lang in LANGUAGES:
        finished = (story.folder / "build" / lang / "kaukasus.txt").read_text("utf-8")
        assert finished.count("\n") == ARTICLE.read_text("utf-8").count("\n")
    _git(story.folder, "add", "--force", "locales", "build")
    _git(story.folder, "commit", "--quiet", "--message", "reviewed")

    set_up, drafts, again = way.partition("## Drafts")
    assert "$ l10n init" in set_up  # once: settings that are there stay
    differing = list(story.run(drafts + again, story.folder))

    assert _git(story.folder, "status", "--porcelain", "--untracked-files=no") == ""
    assert "0 drafted" in differing[0]
    assert "\n".join(story.run(heading + change, story.folder)) == ""
    assert complaints == []
