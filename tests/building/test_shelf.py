"""What stands in the folder of the articles is current, or it is not there under its name."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.building import manifest
from l10n.building.freshness import published
from l10n.building.shelf import Shelf
from tests.building.articles import translate
from tests.conftest import Run, examples

RU = Path("build", "ru", "a.txt")
STALE = RU.with_name("a.txt.stale")
TEXTS = {"Der Hund schläft.": "Собака спит.", "Das Haus ist alt.": "Дом старый."}


@pytest.fixture
def built(run: Run, project: Path) -> Path:
    """The article's catalogue; the article is built."""
    (project / "a.txt").write_text("Der Hund schläft.\n", "utf-8")
    (project / "l10n.toml").write_text('sources = ["*.txt"]\ntargets = ["ru"]\n')
    path = translate(run, "a.txt", TEXTS)
    run("build")
    return path


def _unfinish(catalogue: Path) -> None:
    catalogue.write_text(catalogue.read_text("utf-8").replace("Собака спит.", ""), "utf-8")


def test_an_article_that_is_the_same_is_not_written_again(run: Run, built: Path) -> None:
    before = RU.stat()
    assert run("build").stdout == "build/ru/a.txt: 1 segment, up to date\n"
    assert (RU.stat().st_ino, RU.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_an_article_that_cannot_be_built_any_more_is_moved_aside_until_it_can(run: Run, built: Path) -> None:
    before, text = RU.read_bytes(), built.read_bytes()
    _unfinish(built)
    result = run("build", "-q", code=1)
    assert result.stderr.endswith("build/ru/a.txt: no longer current, moved aside to build/ru/a.txt.stale\n")
    assert not RU.exists()
    assert STALE.read_bytes() == before
    assert "stale" not in run("build", code=1).stderr
    built.write_bytes(text)
    assert run("build").stdout == "build/ru/a.txt: 1 segment\n"
    assert RU.read_bytes() == before
    assert not STALE.exists()


@pytest.mark.parametrize("fault", ["catalogue gone", "catalogue broken", "source broken", "source named and gone"])
def test_whatever_stops_an_article_it_does_not_stay(run: Run, built: Path, fault: str) -> None:
    match fault:
        case "catalogue gone":
            built.unlink()
        case "catalogue broken":
            built.write_text('msgid "')
        case "source broken":
            Path("a.txt").write_bytes(b"\xff\xfe\xff")
        case _:
            Path("a.txt").unlink()
    run("build", "a.txt", code=2)
    assert not RU.exists()
    assert STALE.exists()


def test_an_article_whose_source_is_gone_goes_when_the_whole_project_is_built(run: Run, built: Path) -> None:
    Path("b.txt").write_text("Das Haus ist alt.\n", "utf-8")
    translate(run, "b.txt", TEXTS)
    run("build")
    Path("a.txt").unlink()
    run("build", "b.txt")
    assert RU.exists()
    result = run("build")
    assert result.stderr == "build/ru/a.txt: its source is gone, moved aside to build/ru/a.txt.stale\n"
    assert (RU.exists(), STALE.exists()) == (False, True)
    assert run("build").stderr == ""
    STALE.unlink()
    run("build")
    assert list(manifest.read(Path("build"))) == ["ru/b.txt"]


def test_the_article_of_a_source_that_is_not_in_the_settings_stays(run: Run, built: Path, project: Path) -> None:
    (project / "sub").mkdir()
    (project / "sub" / "c.txt").write_text("Das Haus ist alt.\n", "utf-8")
    translate(run, "sub/c.txt", TEXTS)
    run("build", "sub/c.txt")
    assert run("build").stderr == ""
    assert Path("build", "ru", "sub", "c.txt").exists()


@pytest.mark.parametrize("finished", [True, False])
def test_an_article_with_a_new_path_leaves_none_at_the_old_one(run: Run, built: Path, finished: bool) -> None:
    old = Path("build", "ru", "old.txt")
    RU.rename(old)
    record = Path("build", manifest.NAME)
    record.write_text(record.read_text().replace("ru/a.txt", "ru/old.txt"))
    if not finished:
        _unfinish(built)
    told = "build/ru/old.txt: has got another path, moved aside to build/ru/old.txt.stale\n"
    assert run("build", code=0 if finished else 1).stderr.endswith(told)
    assert sorted(path.name for path in RU.parent.iterdir()) == ["a.txt"] * finished + ["old.txt.stale"]


@pytest.mark.parametrize("damage", ["lost", "broken", "foreign", "changed"])
def test_what_is_not_known_to_be_ours_is_left_alone_and_told(run: Run, built: Path, damage: str) -> None:
    record = Path("build", manifest.NAME)
    match damage:
        case "lost":
            record.unlink()
        case "broken":
            record.write_text('{"version": 1, "files": {"ru/a.txt"')
        case "foreign":
            record.write_text('[{"version": 1}, "files"]')
        case _:
            RU.write_text("Собака спит!\n", "utf-8")
    before = RU.read_bytes()
    _unfinish(built)
    told = "build/ru/a.txt: no longer current, but left there: the file is not as l10n build has written it\n"
    assert run("build", code=1).stderr.endswith(told)
    assert RU.read_bytes() == before
    assert not STALE.exists()


def test_a_lost_list_is_made_anew_of_what_is_current(run: Run, built: Path) -> None:
    record = Path("build", manifest.NAME)
    before = record.read_bytes()
    record.unlink()
    run("build")
    assert record.read_bytes() == before


def test_no_file_of_people_is_replaced_or_removed_by_moving_aside(run: Run, built: Path) -> None:
    STALE.write_text("Mine.\n")
    text = built.read_bytes()
    _unfinish(built)
    result = run("build", code=2)
    assert "error: build/ru/a.txt: cannot be moved aside, a.txt.stale is in the way\nhint: " in result.stderr
    assert RU.exists()
    built.write_bytes(text)
    run("build")
    assert STALE.read_text() == "Mine.\n"


def test_a_list_that_names_files_elsewhere_moves_none_of_them(run: Run, built: Path, project: Path) -> None:
    (project / "precious.po").write_text("x")
    known = manifest.read(Path("build"))["ru/a.txt"]
    entry = {"source": "gone.txt", "language": "ru", "edition": "", "sha256": known.sha256}
    files = dict.fromkeys(("../a.txt", str(project / "a.txt"), "x\x00", "", ".", "ru/a\x00.txt"), entry)
    Path("build", manifest.NAME).write_text(json.dumps({"version": 1, "files": files}))
    RU.with_name("b").symlink_to(RU)
    before = Path("a.txt").read_bytes()
    assert run("build").stderr == ""
    assert Path("a.txt").read_bytes() == before
    assert not list(project.rglob("*.stale"))


def test_behind_a_link_the_file_itself_is_moved(run: Run, built: Path, project: Path) -> None:
    (project / "www").mkdir()
    target = RU.rename(project / "www" / "a.txt")
    RU.symlink_to(target)
    text = built.read_bytes()
    _unfinish(built)
    run("build", code=1)
    assert [path.name for path in (project / "www").iterdir()] == ["a.txt.stale"]
    built.write_bytes(text)
    run("build")
    assert [path.name for path in (project / "www").iterdir()] == ["a.txt"]
    assert RU.is_symlink()


def test_a_bilingual_edition_is_another_file_of_the_same_source(run: Run, built: Path) -> None:
    run("build", "--bilingual", "html")
    assert run("build", "--bilingual", "html").stdout == "build/ru/a.html: 1 segment, up to date\n"
    assert run("build").stderr == ""
    assert RU.with_suffix(".html").exists()
    Path("a.txt").unlink()
    Path("b.txt").write_text("Das Haus ist alt.\n", "utf-8")
    translate(run, "b.txt", TEXTS)
    run("build")
    assert sorted(path.name for path in RU.parent.iterdir()) == ["a.html.stale", "a.txt.stale", "b.txt"]


def test_runs_into_one_folder_keep_what_the_others_have_recorded(run: Run, built: Path) -> None:
    shelved = manifest.read(Path("build"))
    other = {"en/a.txt": shelved["ru/a.txt"]}
    manifest.update(Path("build"), other)
    assert manifest.read(Path("build")) == {**shelved, **other}
    manifest.update(Path("build"), {"en/a.txt": None})
    assert manifest.read(Path("build")) == shelved


_VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=5) | st.sampled_from(["ru/a.txt", "../x", "/x", "0" * 64, "a\ud800"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
_ENTRIES = st.fixed_dictionaries(
    dict.fromkeys(("source", "language", "edition", "sha256"), _VALUES | st.just("a\0")),
    optional=dict.fromkeys(("source_sha256", "catalogue", "catalogue_sha256"), _VALUES | st.just("a\0")),
)


@examples(40, thorough=400)
@given(st.sampled_from([1, 2, "1", None]), st.dictionaries(st.text(max_size=9), _ENTRIES | _VALUES) | _VALUES)
def test_whatever_the_list_has_is_read_or_left(tmp_path: Path, version: object, files: object) -> None:
    (tmp_path / manifest.NAME).write_text(json.dumps({"version": version, "files": files}), "utf-8")
    for name, output in manifest.read(tmp_path).items():
        assert (tmp_path / name).resolve().is_relative_to(tmp_path.resolve())
        assert all(isinstance(part, str) for part in output.purpose)
    assert all(file.reasons for file in published(tmp_path))
    shelf = Shelf(tmp_path)
    assert all(shelf.retire(path, reason) is None for path, reason in shelf.superseded(whole=True))
    shelf.save()


def test_a_pipe_in_place_of_the_list_is_not_waited_for(run: Run, built: Path) -> None:
    record = Path("build", manifest.NAME)
    record.unlink()
    os.mkfifo(record)
    result = run("build", code=2)
    assert result.stdout == "build/ru/a.txt: 1 segment, up to date\n"
    assert "build/.l10n-build.json: no file, but a pipe or a device\nhint: put it somewhere else\n" in result.stderr


def test_a_folder_in_place_of_the_list_is_named(run: Run, built: Path) -> None:
    record = Path("build", manifest.NAME)
    record.unlink()
    record.mkdir()
    assert "build/.l10n-build.json: cannot write: " in run("build", code=4).stderr


def test_what_cannot_be_written_leaves_the_older_article(
    run: Run, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = RU.read_bytes()
    built.write_text(built.read_text("utf-8").replace("Собака", "Пёс"), "utf-8")

    def fail(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    assert "build/ru/a.txt: cannot write: No space left" in run("build", code=4).stderr
    assert RU.read_bytes() == before
    assert not STALE.exists()


def test_a_file_of_somebody_whose_source_is_gone_is_told_once(run: Run, built: Path) -> None:
    RU.write_text("Собака спит!\n", "utf-8")
    Path("a.txt").unlink()
    Path("b.txt").write_text("Das Haus ist alt.\n", "utf-8")
    translate(run, "b.txt", TEXTS)
    told = "build/ru/a.txt: its source is gone, but left there: the file is not as l10n build has written it\n"
    assert run("build").stderr == told
    assert run("build").stderr == ""
    assert RU.read_text("utf-8") == "Собака спит!\n"


def test_what_a_missing_source_of_the_settings_leaves_is_told_once(run: Run, built: Path) -> None:
    Path("l10n.toml").write_text('sources = ["a.txt"]\ntargets = ["ru"]\n')
    RU.write_text("Собака спит!\n", "utf-8")
    Path("a.txt").unlink()
    assert run("build", code=2).stderr.count("left there") == 1


def test_a_bilingual_edition_leaves_the_article_of_a_file_beside_its_source_alone(run: Run, project: Path) -> None:
    (project / "a.md").write_text("# Reise\n", "utf-8")
    (project / "a.html").write_text("<p>Der Zug fährt.</p>\n", "utf-8")
    run("update", "a.md", "a.html", "--to", "ru")
    run("build", "a.md", "a.html", "--to", "ru", "--fallback", "source")
    article = Path("build", "ru", "a.html").read_text("utf-8")
    line = run("build", "a.md", "--to", "ru", "--fallback", "source", "--bilingual", "html").stdout
    assert line.startswith("build/ru/a.bilingual.html: ")
    assert Path("build", "ru", "a.html").read_text("utf-8") == article


def test_no_article_is_written_where_it_would_be_a_source_itself(run: Run, project: Path) -> None:
    (project / "docs").mkdir()
    (project / "docs" / "a.md").write_text("# Reise\n", "utf-8")
    (project / "l10n.toml").write_text('sources = ["docs"]\ntargets = ["ru"]\n', "utf-8")
    run("update")
    error = run("build", "--fallback", "source", "-o", "docs", code=2).stderr
    assert "error: docs/ru/a.md: this is where sources are, not written\n" in error
    assert not Path("docs", "ru").exists()
    (project / "l10n.toml").write_text('sources = ["docs/*.md"]\ntargets = ["ru"]\n', "utf-8")
    run("build", "--fallback", "source", "-o", "docs")
