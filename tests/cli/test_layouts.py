"""Catalogues in other layouts than gettext's: every command finds those of the settings' pattern, and no others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from l10n.catalogue import po
from tests.conftest import Run

LAYOUTS = {
    "po/{document}.{language}.po": ("po/guide/a.ru.po", "po/guide/a.pot"),
    "po/{language}/{document}.po": ("po/ru/guide/a.po", "po/guide/a.pot"),
    "po/{document}/{language}.po": ("po/guide/a/ru.po", "po/guide/a.pot"),
    "{language}/{document}.po": ("ru/guide/a.po", "guide/a.pot"),
    "i18n/x-{language}-{document}.po": ("i18n/x-ru-guide/a.po", "i18n/x-guide/a.pot"),
}
FOREIGN = 'msgid ""\nmsgstr "Language: ru\\n"\n\n#: main.c:1\nmsgid "File"\nmsgstr ""\n'


@pytest.fixture(params=list(LAYOUTS))
def layout(request: pytest.FixtureRequest, project: Path) -> str:
    """A project in this layout, with a document, and a catalogue of a program in the same folder."""
    pattern: str = request.param
    Path("texts/guide").mkdir(parents=True)
    Path("texts/guide/a.txt").write_text("Das Haus ist alt.\nDas Haus ist groß.\n", "utf-8")
    Path("l10n.toml").write_text(f'sources = ["texts"]\ntargets = ["ru", "en"]\ncatalogues = "{pattern}"\n')
    folder = Path(pattern.partition("{")[0]).parent if "/" in pattern.partition("{")[0] else Path()
    (folder / "programs").mkdir(parents=True)
    (folder / "programs" / "messages.po").write_text(FOREIGN, "utf-8")
    return pattern


def _all() -> list[str]:
    return sorted(path.as_posix() for path in Path().rglob("*.po") if path.name != "messages.po")


def test_all_commands_find_catalogues_of_another_layout(run: Run, layout: str, packages: Path) -> None:
    catalogue, template = LAYOUTS[layout]
    run("draft", "--packages", packages)
    assert Path(catalogue).is_file()
    assert Path(template).is_file()
    before = _all()
    run("draft", "--packages", packages)
    assert _all() == before
    assert json.loads(run("check", "--format", "json").stdout)["summary"]["catalogues"] == 2
    names = [line.split()[0] for line in run("status").stdout.splitlines()[1:] if "guide" in line or "po" in line]
    assert names == ["guide/a", "guide/a"]
    run("review", "page", "-o", "page.html")
    assert '"guide/a"' in Path("page.html").read_text("utf-8")
    run("review", "approve", catalogue, "--entries", "all", "--by", "Anna", "--force")
    evaluated = json.loads(run("eval", "--format", "json").stdout)
    assert evaluated["segments"] == 2, "first drafts are kept by the document's name"
    run("build", "--to", "ru")
    assert Path("build/ru/guide/a.txt").is_file()
    run("export", "omegat", "-o", "omegat")
    run("normalize", catalogue)
    assert Path(next(Path().rglob("messages.po"))).read_text("utf-8") == FOREIGN


def test_a_renamed_document_takes_its_catalogues_along_in_any_layout(run: Run, layout: str) -> None:
    catalogue, template = LAYOUTS[layout]
    run("update")
    path = Path(catalogue)
    path.write_text(path.read_text("utf-8").replace('msgstr ""\n\n', 'msgstr "Дом."\n\n', 2), "utf-8")
    Path("texts/guide/a.txt").rename(Path("texts/guide/b.txt"))
    result = run("update")
    assert "texts/guide/a.txt is now texts/guide/b.txt: moved 3 catalogues" in result.stderr
    assert Path(template.replace("guide/a", "guide/b")).is_file()
    assert not Path(catalogue).exists()
    assert any(entry.msgstr for entry in po.read(Path(catalogue.replace("guide/a", "guide/b"))).entries)


def test_two_files_of_one_name_never_share_a_catalogue_in_any_layout(run: Run, layout: str) -> None:
    run("update")
    Path("texts/guide/a.text").write_text("Ganz anders.\n", "utf-8")
    run("update", "texts/guide/a.text", "--to", "ru")
    run("update")
    catalogue, _ = LAYOUTS[layout]
    assert [entry.msgid for entry in po.read(Path(catalogue)).active] == ["Das Haus ist alt.", "Das Haus ist groß."]
    assert Path(catalogue.replace("guide/a", "guide/a.text")).is_file()


def test_another_folder_has_the_same_layout(run: Run, layout: str) -> None:
    run("update", "--locales", "other")
    catalogue, _ = LAYOUTS[layout]
    assert not Path(catalogue).exists()
    assert len(list(Path("other").rglob("*.po"))) == 2
    assert len(run("status", "--locales", "other").stdout.split("guide/a ")) == 3


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        pytest.param("po/{language}.po", "'{language}.po' must have {document} once", id="no document"),
        pytest.param("po/{document}.po", "'{document}.po' must have {language} once", id="no language"),
        pytest.param("po/{document}.{language}", "does not end with .po", id="suffix"),
        pytest.param("po/{document}{language}.po", "nothing parts {document} from {language}", id="nothing between"),
        pytest.param("/{document}.{language}.po", "is outside of the project", id="the whole disk"),
        pytest.param("/{language}/{document}.po", "is outside of the project", id="the whole disk in folders"),
        pytest.param("../{document}.{language}.po", "is outside of the project", id="the folder around"),
        pytest.param("po/../../{document}.{language}.po", "is outside of the project", id="in and out"),
        pytest.param("po/{document}.{lang}.{language}.po", "only {document} and {language} stand for", id="unknown"),
    ],
)
@pytest.mark.parametrize("command", ["update", "check", "status", "build", "normalize po"])
def test_a_pattern_that_does_not_tell_catalogues_apart_is_refused(
    run: Run, project: Path, command: str, pattern: str, message: str
) -> None:
    Path("text.txt").write_text("Ein Text.\n", "utf-8")
    Path("po").mkdir()
    Path("po/x.po").write_text(FOREIGN, "utf-8")
    Path("l10n.toml").write_text(f'sources = ["text.txt"]\ncatalogues = "{pattern}"\n')
    result = run(*command.split(), code=2)
    assert "l10n.toml: 'catalogues': " in result.stderr
    assert message in result.stderr
    assert "catalogues = " in result.stderr


def test_the_path_of_a_pattern_within_the_project_may_be_absolute(run: Run, project: Path) -> None:
    Path("text.txt").write_text("Ein Text.\n", "utf-8")
    Path("l10n.toml").write_text(f'sources = ["text.txt"]\ncatalogues = "{project}/po/{{document}}.{{language}}.po"\n')
    run("update", "--to", "ru")
    assert Path("po/text.ru.po").is_file()


def test_the_folder_of_catalogues_is_said_once(run: Run, project: Path) -> None:
    Path("l10n.toml").write_text('catalogues = "po/{document}.{language}.po"\nlocales = "po"\n')
    result = run("status", code=2)
    assert "l10n.toml: 'catalogues' says where they are, and so does 'locales'" in result.stderr
