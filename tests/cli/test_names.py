"""What documents are called, where their catalogues and articles lie, and which files are sources at all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from l10n.catalogue import po
from tests.conftest import Run


def _write(*names: str, text: str = "") -> None:
    """Files whose texts are not alike."""
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text or "".join(f"Der {word} von {name} ist alt.\n" for word in ("Turm", "Weg")), "utf-8")


def _settings(text: str) -> None:
    Path("l10n.toml").write_text(f'targets = ["ru"]\n{text}\n')


def _documents() -> dict[str, str]:
    """The documents that have Russian catalogues, and the file that these name."""
    folder = Path("locales/ru/LC_MESSAGES")
    catalogues = {path: po.read(path) for path in folder.rglob("*.po")}
    return {
        path.relative_to(folder).with_suffix("").as_posix(): catalogue.active[0].references[0].rpartition(":")[0]
        for path, catalogue in catalogues.items()
    }


def _built() -> list[str]:
    """All articles and editions; what `build` keeps for itself has a name with a dot."""
    files = (path for path in Path("build").rglob("[!.]*") if path.is_file())
    return sorted(path.as_posix() for path in files)


# --- names -----------------------------------------------------------------------------------------------------------


def test_documents_are_called_by_their_path_below_the_fixed_part_of_their_pattern(run: Run, project: Path) -> None:
    _write("texts/index.txt", "texts/guide/index.txt", "texts/guide/parts/a.txt")
    _settings('sources = ["texts/**/*.txt"]')
    run("update")
    assert _documents() == {
        "index": "texts/index.txt",
        "guide/index": "texts/guide/index.txt",
        "guide/parts/a": "texts/guide/parts/a.txt",
    }
    assert Path("locales/guide/index.pot").is_file()
    names = [line.split()[0] for line in run("status").stdout.splitlines()[1:]]
    assert "guide/index" in names
    run("update", "texts/guide/index.txt")
    assert len(_documents()) == 3, "named on the command line, a file is called as in the settings"


def test_a_file_of_no_pattern_is_called_by_its_path_below_the_settings(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write("a.txt", "guide/a.txt")
    _settings("")
    (project / "guide" / "here").mkdir()
    monkeypatch.chdir("guide/here")
    run("update", "../a.txt", "../../a.txt")
    monkeypatch.chdir(project)
    assert _documents() == {"a": "a.txt", "guide/a": "guide/a.txt"}


def test_an_old_project_keeps_its_catalogues_where_they_are(run: Run, project: Path) -> None:
    """Until documents were called by their path, catalogues bore the name of the file alone."""
    _write("seeds/article.txt")
    _settings('sources = ["seeds/article.txt"]')
    run("update")
    before = po.read(Path("locales/ru/LC_MESSAGES/article.po"))
    for settings in ("", 'sources = ["**/*.txt"]', 'sources = ["*/article.txt"]'):
        _settings(settings)
        run("update", "seeds/article.txt")
        assert _documents() == {"article": "seeds/article.txt"}
    Path("locales/article.pot").unlink()
    run("update", "seeds/article.txt")
    assert _documents() == {"article": "seeds/article.txt"}
    assert po.read(Path("locales/ru/LC_MESSAGES/article.po")).entries == before.entries
    run("build", "seeds/article.txt", "--fallback", "source")
    assert _built() == ["build/ru/article.txt"]


def test_a_second_file_that_differs_in_its_suffix_alone_keeps_it(run: Run, project: Path) -> None:
    _write("guide/index.text", "guide/index.txt")
    _settings('sources = ["guide"]')
    run("update", "guide/index.txt")
    for _ in range(2):
        run("update", "guide/index.text")
        run("update")
        assert _documents() == {"index": "guide/index.txt", "index.text": "guide/index.text"}
    run("build", "--fallback", "source")
    assert _built() == ["build/ru/index.text", "build/ru/index.txt"]
    Path("guide/index.txt").unlink()
    run("update")
    assert _documents()["index.text"] == "guide/index.text", "it stays so when the other is gone"


def test_two_files_of_one_name_in_two_folders_are_kept_apart(run: Run, project: Path) -> None:
    _write("docs/index.txt", "blog/index.txt", "blog/a.txt")
    _settings('sources = ["docs/*.txt", "blog/*.txt"]')
    run("update")
    assert _documents() == {"index": "docs/index.txt", "blog/index": "blog/index.txt", "a": "blog/a.txt"}
    run("update", "blog/index.txt")
    assert len(_documents()) == 3


def test_a_catalogue_that_names_another_file_is_never_taken(run: Run, project: Path) -> None:
    _write("a.txt", "texts/a.txt")
    _settings("")
    run("update", "a.txt")
    before = Path("locales/ru/LC_MESSAGES/a.po").read_bytes()
    _settings('sources = ["texts/*.txt"]')
    run("update", "texts/a.txt")
    assert Path("locales/ru/LC_MESSAGES/a.po").read_bytes() == before
    assert _documents() == {"a": "a.txt", "texts/a": "texts/a.txt"}


def test_catalogues_of_programs_that_name_the_file_are_left_alone(run: Run, project: Path) -> None:
    foreign = 'msgid ""\nmsgstr "X-Source-Language: de\\n"\n\n#: texts/a.txt:1\nmsgid "x"\nmsgstr ""\n'
    foreign += '\n#: texts/b.txt:1\nmsgid "y"\nmsgstr ""\n'
    _write("texts/a.txt")
    _write("locales/ru/LC_MESSAGES/django.po", text=foreign)
    _settings("")
    run("update", "texts/a.txt")
    assert Path("locales/ru/LC_MESSAGES/django.po").read_text("utf-8") == foreign
    assert "texts/a" in _documents()


def test_a_file_outside_is_called_by_its_name(
    run: Run, project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("there") / "a.txt"
    outside.write_text("Ein Text.\n", "utf-8")
    _settings("")
    run("update", outside)
    assert _documents() == {"a": "a.txt"}


@pytest.mark.parametrize(("first", "second"), [("Index.txt", "index.txt"), ("\u00e9.txt", "e\u0301.txt")])
def test_files_whose_names_many_systems_do_not_tell_apart_are_refused(
    run: Run, project: Path, first: str, second: str
) -> None:
    _write(first)
    if Path(second).exists():
        pytest.skip("nor does this one")
    _write(second)
    result = run("update", first, second, "--to", "ru", code=2)
    assert f"error: {second}: is called as {first} is, but for capitals" in result.stderr
    assert "\nhint: rename one of the two" in result.stderr
    assert not Path("locales").exists()


def test_a_document_in_a_hidden_folder_has_catalogues_that_every_command_finds(run: Run, project: Path) -> None:
    _write(".notes/.a.txt")
    run("update", ".notes/.a.txt", "--to", "ru")
    assert _documents() == {"notes/a": ".notes/.a.txt"}


def test_an_edition_takes_the_place_of_no_article_of_the_run(run: Run, project: Path) -> None:
    _write("a.txt", "a.html")
    _settings('sources = ["a.*"]\n[documents."*.html"]\nformat = "plain"')
    run("update")
    run("build", "--fallback", "source")
    run("build", "--fallback", "source", "--bilingual", "html")
    assert _built() == [
        "build/ru/a.bilingual.html",
        "build/ru/a.html",
        "build/ru/a.txt",
        "build/ru/a.txt.html",
    ]


# --- sources ---------------------------------------------------------------------------------------------------------


def test_a_folder_stands_for_its_texts_but_for_hidden_ones_and_those_of_l10n(run: Run, project: Path) -> None:
    _write("a.txt", "b/c.text", ".git/d.txt", "b/.e.txt", "b/f.png", "locales/g.txt", "build/ru/h.txt")
    _settings("")
    run("update", ".")
    assert _documents() == {"a": "a.txt", "b/c": "b/c.text"}
    _settings('sources = ["**/*.txt", "b/**"]')
    for _ in range(2):
        run("build", "--fallback", "source", "-o", "out")
    assert sorted(path.as_posix() for path in Path("out").rglob("*.t*")) == ["out/ru/a.txt", "out/ru/b/c.text"]
    shutil.rmtree("out")
    for _ in range(2):
        run("build", "--fallback", "source")
    assert _built() == ["build/ru/a.txt", "build/ru/b/c.text", "build/ru/h.txt"]


def test_patterns_of_the_command_line_are_for_l10n_where_a_shell_leaves_them(run: Run, project: Path) -> None:
    _write("a/b/c.txt", "a/d.txt", "e.txt")
    _settings("")
    run("update", "a/**/*.txt")
    assert _documents() == {"a/b/c": "a/b/c.txt", "a/d": "a/d.txt"}


def test_a_loop_of_links_is_walked_once(run: Run, project: Path) -> None:
    _write("a/b.txt")
    for number in range(4):
        Path(f"a/loop{number}").symlink_to(project / "a", target_is_directory=True)
    _settings("")
    run("update", "a", "a/**/*.txt")
    assert _documents() == {"a/b": "a/b.txt"}


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        pytest.param("a.rst", "sphinx-build -b gettext", id="reStructuredText"),
        pytest.param("a.adoc", "po4a", id="AsciiDoc"),
        pytest.param("a.mdx", "--format markdown", id="MDX"),
        pytest.param("a.doc", "save it as .docx", id="an old Word"),
        pytest.param("a.xlsx", "put the texts into a document", id="Excel"),
        pytest.param("a.PO", "l10n draft --po", id="a catalogue"),
        pytest.param("a.xyz", "name the format if it is one of these: --format NAME", id="unknown"),
        pytest.param("README", "--format NAME", id="none"),
    ],
)
def test_a_file_of_no_known_format_is_refused_with_what_to_do(run: Run, project: Path, name: str, hint: str) -> None:
    _write(name, "b.txt")
    result = run("update", name, "b.txt", "--to", "ru", code=2)
    error, advice = result.stderr.splitlines()[:2]
    assert error.startswith(f"error: {name}: ")
    assert hint in advice
    assert "plain (.txt .text)" in advice
    assert list(_documents()) == ["b"], "the others go on"


@pytest.mark.parametrize("command", ["update", "draft", "build", "segment"])
def test_the_format_may_be_named(run: Run, project: Path, packages: Path, command: str) -> None:
    _write("README", text="Das Haus ist alt.\n")
    _settings("")
    run("update", "README", "--format", "plain")
    more: dict[str, list[object]] = {"draft": ["--packages", packages], "build": ["--fallback", "source"]}
    run(command, "README", "--format", "plain", *more.get(command, []))
    _settings('[documents."READ*"]\nformat = "plain"')
    run(command, "README", *more.get(command, []))
    assert list(_documents()) == ["README"]


# --- targets ---------------------------------------------------------------------------------------------------------


def _languages() -> dict[str, set[str]]:
    paths = [path.relative_to("locales") for path in Path("locales").rglob("*.po")]
    names = {path.stem for path in paths}
    return {name: {path.parts[0] for path in paths if path.stem == name} for name in names}


def test_documents_may_have_languages_of_their_own(run: Run, project: Path) -> None:
    _write("a.txt", "legal/b.txt", "legal/old/c.txt")
    Path("l10n.toml").write_text(
        'sources = ["**/*.txt"]\ntargets = ["ru", "uk"]\n'
        '[documents]\n"legal/**" = { targets = ["en"] }\n"c.*" = { targets = ["az", "de"] }\n'
    )
    run("update")
    assert _languages() == {"a": {"ru", "uk"}, "b": {"en"}, "c": {"az"}}
    run("build", "--fallback", "source")
    assert _built() == [
        "build/az/legal/old/c.txt",
        "build/en/legal/b.txt",
        "build/ru/a.txt",
        "build/uk/a.txt",
    ]
    run("update", "legal/b.txt", "--to", "uk")
    assert _languages()["b"] == {"en", "uk"}, "the command line wins"


@pytest.mark.parametrize(
    ("table", "message"),
    [
        pytest.param('"a" = 1', "'documents', 'a': must be a table, not 1", id="no table"),
        pytest.param('"a" = { target = ["en"] }', "'documents', 'a': unknown key 'target'", id="unknown key"),
        pytest.param('"a" = { targets = "en" }', "'targets' must be a list of languages, not 'en'", id="no list"),
        pytest.param('"a" = { targets = [] }', "'targets' must be a list of languages, not []", id="none"),
        pytest.param('"a" = { targets = ["xx"] }', "unknown language 'xx'", id="unknown language"),
        pytest.param('"a" = { format = 1 }', "'format' must be a string, not 1", id="no string"),
        pytest.param('"a" = { format = "word" }', "unknown format 'word'", id="unknown format"),
    ],
)
def test_a_mistake_in_what_holds_for_documents_is_named(run: Run, project: Path, table: str, message: str) -> None:
    _write("a.txt")
    _settings(f"[documents]\n{table}")
    result = run("update", "a.txt", code=2)
    assert result.stderr.startswith("error: ")
    assert "l10n.toml: 'documents', 'a'" in result.stderr
    assert message in result.stderr
    assert "\nhint: " in result.stderr
