"""`l10n init`: what a folder suggests, what is written, and what never is."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import config
from l10n.errors import L10nError
from l10n.workflow.init import InitRequest, init
from l10n.workflow.init.surroundings import survey
from tests.conftest import Git, Run, examples

GERMAN = "Das Haus ist groß, und wir sind nicht dort. Der Hund schläft, und die Katze ist auch da.\n"
ENGLISH = "This is the house that was built by the people of the town, and it is not for sale.\n"
Tree = Callable[..., Path]


@pytest.fixture
def folder(project: Path) -> Path:
    """An empty folder, the current one, outside of any settings."""
    (project / "l10n.toml").unlink()
    return project


@pytest.fixture
def tree(folder: Path) -> Tree:
    """Files with this text: `tree(GERMAN, "a.md", "b/c.md")`."""

    def write(text: str, *names: str) -> Path:
        for name in names:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
        return folder

    return write


def _written(folder: Path) -> dict[str, object]:
    return tomllib.loads((folder / "l10n.toml").read_text("utf-8"))


def test_a_new_project_is_drafted_by_what_init_has_written(run: Run, tree: Tree, packages: Path) -> None:
    folder = tree("Das Haus ist groß.\n", "texte/haus.md")
    done = run("init", "--yes", "--to", "en,uk")
    assert (
        done.stdout == 'l10n.toml:\n  source-language = "de"\n  targets = ["en", "uk"]\n  sources = ["texte/**/*.md"]\n'
    )
    assert done.stderr == "next: l10n packages install de-en en-uk\nthen: l10n draft\n"
    run("draft", "--packages", packages)
    assert (folder / "locales" / "uk" / "LC_MESSAGES" / "haus.po").is_file()


def test_texts_are_those_in_the_source_language_and_no_files_about_the_project(run: Run, tree: Tree) -> None:
    tree(ENGLISH, "README.md", "manual/a.md", "docs/en/a.md")
    tree(GERMAN, "LIESMICH.txt", "texte/a/b.md", "texte/c.md", "docs/de/a.html", "build/x.md", ".hidden/x.md")
    folder = tree(GERMAN, "requirements.txt", "node_modules/x/y.md", "own/pyvenv.cfg", "own/lib/x.txt")
    run("init", "--yes")
    assert _written(folder)["sources"] == ["*.txt", "docs/de/**/*.html", "texte/**/*.md"]


def test_another_source_language_is_told_by_its_texts(run: Run, tree: Tree) -> None:
    folder = tree(ENGLISH, "pages/a.md")
    run("init", "--yes")
    assert _written(folder) == {"source-language": "en", "targets": ["ru", "az", "uk"], "sources": ["pages/**/*.md"]}


@pytest.mark.parametrize(
    ("names", "targets", "more"),
    [
        (["locales/uk/LC_MESSAGES/a.po", "locales/fr/LC_MESSAGES/a.po"], ["fr", "uk"], {}),
        (["i18n/uk/LC_MESSAGES/a.po"], ["uk"], {"locales": "i18n"}),
        (["po/a.uk.po", "po/a.pt_BR.po"], ["pt_BR", "uk"], {"catalogues": "po/{document}.{language}.po"}),
        (["po/uk/a.po", "po/de/a.po"], ["uk"], {"catalogues": "po/{language}/{document}.po"}),
        (["po/uk.po", "po/fr.po"], ["fr", "uk"], {}),
        (["po/mystery.po"], ["en", "ru", "az", "uk"], {}),
    ],
)
def test_languages_and_layout_are_those_of_the_catalogues(
    run: Run, tree: Tree, names: list[str], targets: list[str], more: dict[str, str]
) -> None:
    folder = tree("", *names)
    run("init", "--yes")
    assert _written(folder) == {"source-language": "de", "targets": targets, **more}


def test_catalogues_of_a_program_are_drafted_as_they_are(run: Run, tree: Tree) -> None:
    tree("", "po/uk.po")
    assert run("init", "--yes").stderr.splitlines()[-1] == "then: l10n draft --po po"


def test_an_empty_folder_gets_the_usual_languages_and_the_next_step_wants_a_file(run: Run, folder: Path) -> None:
    assert run("init", "--yes").stderr.splitlines()[-1] == "then: l10n draft FILE"
    assert _written(folder) == {"source-language": "de", "targets": ["en", "ru", "az", "uk"]}


def test_settings_go_to_the_end_of_pyproject_and_the_rest_stays(run: Run, folder: Path) -> None:
    old = '[project]\r\nname = "x" # ä\r\n\r\n[tool.other]\r\nx = 1'
    (folder / "pyproject.toml").write_bytes(old.encode())
    run("init", "--yes", "--to", "uk", "--sources", "a.md", "--sources", "b/*.md")
    new = (folder / "pyproject.toml").read_bytes().decode()
    assert new == old + (
        '\n\r\n[tool.l10n]\r\nsource-language = "de"\r\ntargets = ["uk"]\r\nsources = ["a.md", "b/*.md"]\r\n'
    )
    assert not (folder / "l10n.toml").exists()
    assert config.load(folder).targets == ("uk",)


@pytest.mark.parametrize(
    ("name", "content"), [("l10n.toml", ""), ("pyproject.toml", "[tool.l10n]\n"), ("l10n.toml", "beam = 2\n")]
)
def test_settings_that_are_there_are_never_changed(run: Run, folder: Path, name: str, content: str) -> None:
    (folder / name).write_text(content)
    error, hint = run("init", "--yes", code=2).stderr.splitlines()
    assert error == f"error: {folder / name}: there are settings already"
    assert "l10n doctor" in hint
    assert (folder / name).read_text() == content
    assert sorted(path.name for path in folder.iterdir()) == [name]


@pytest.mark.parametrize(("content", "told"), [("", True), ("beem = 2", False)])
def test_settings_above_are_named_as_they_do_not_hold_any_more(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, content: str, told: bool
) -> None:
    (folder / "l10n.toml").write_text(content)
    (folder / "part").mkdir()
    monkeypatch.chdir(folder / "part")
    said = run("init", "--yes", "--quiet").stderr
    assert said == (f"the settings of {folder / 'l10n.toml'} do not hold here any more\n" if told else "")
    assert (folder / "l10n.toml").read_text() == content


@pytest.mark.parametrize("content", ["x", "tool = {}\n", "[tool]\nl10n = 1\n"])
def test_a_pyproject_that_cannot_take_them_stays_as_it_is(run: Run, folder: Path, content: str) -> None:
    (folder / "pyproject.toml").write_text(content)
    assert run("init", "--yes", code=2).stderr.startswith(f"error: {folder / 'pyproject.toml'}: ")
    assert (folder / "pyproject.toml").read_text() == content


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--to", "xx"], "unknown language 'xx'"),
        (["--to", "de"], "'de' is the source language"),
        (["--from", "nowhere"], "unknown language 'nowhere'"),
        (["--sources", "x" * 300], "no name has more than 255 bytes"),
    ],
)
def test_nothing_is_written_for_what_cannot_be(run: Run, folder: Path, options: list[str], message: str) -> None:
    assert message in run("init", "--yes", *options, code=2).stderr
    assert list(folder.iterdir()) == []


def test_git_is_told_what_is_not_for_it_once(git: Git, run: Run) -> None:
    Path("l10n.toml").unlink()
    Path(".gitignore").write_text("/build\n*.pyc")
    assert "  l10n.db\n" in run("init", "--yes").stdout
    lines = Path(".gitignore").read_text().splitlines()
    assert lines[:2] == ["/build", "*.pyc"]
    assert lines[2:] == ["l10n.db", "l10n.db-*", ".l10n-drafts.db*", ".l10n.lock"]
    Path("l10n.toml").unlink()
    assert ".gitignore" not in run("init", "--yes").stdout
    assert Path(".gitignore").read_text().splitlines() == lines


@pytest.mark.skipif(sys.platform == "win32", reason="has no pseudo-terminals")
@pytest.mark.usefixtures("untraced")
def test_on_a_terminal_it_asks_and_proposes(tree: Tree) -> None:
    folder = tree(GERMAN, "texte/a.md")
    answers = b"\nuk, pl\n\n"
    controller, terminal = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "l10n", "init"], stdin=terminal, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    os.write(controller, answers)
    _, asked = process.communicate(timeout=60)
    os.close(terminal)
    os.close(controller)
    assert [line in asked.decode() for line in ("[de]:", "[en,ru,az,uk]:", "[texte/**/*.md]:")] == [True] * 3
    assert _written(folder) == {"source-language": "de", "targets": ["uk", "pl"], "sources": ["texte/**/*.md"]}


_NAMES = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=20)


@examples(20, thorough=1000)
@given(st.lists(_NAMES, max_size=3))
def test_what_is_written_is_read_back_or_refused(sources: list[str]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            list(init(InitRequest(folder=folder, to="uk", sources=tuple(sources))))
        except L10nError:
            assert list(folder.iterdir()) == []
            return
        written = tomllib.loads((folder / "l10n.toml").read_text("utf-8"))
        assert written.get("sources", []) == sources


def test_of_a_huge_folder_a_part_is_looked_at(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tree(GERMAN, *(f"a/{number}.md" for number in range(5)), "b/late.md")
    monkeypatch.setattr("l10n.workflow.init.surroundings.MOST", 5)
    assert survey(folder).sources == ("a/**/*.md",)


def test_links_and_unreadable_files_do_not_stop_the_survey(tree: Tree) -> None:
    folder = tree(GERMAN, "texte/a.md")
    (folder / "texte" / "loop").symlink_to(folder)
    (folder / "texte" / "gone.md").symlink_to(folder / "none")
    (folder / "texte" / "binary.md").write_bytes(b"\xff\xfe\0\x01" * 100)
    assert survey(folder).sources == ("texte/**/*.md",)
