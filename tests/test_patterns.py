"""Patterns of files: what they match is what they list, and what Python's glob lists."""

from __future__ import annotations

import glob
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.files.patterns import Pattern
from tests.conftest import Run

NAMES = ["a", "b.txt", "ab.md", ".h", "[x].txt"]
PARTS = ["*", "**", "a", "*.txt", "?", "[ab]*", "[!a]*", ".*", "b.txt", "a**"]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All names in all folders, three deep."""
    root = tmp_path_factory.mktemp("tree")
    folders = [root]
    for depth in range(3):
        for folder in folders:
            for name in NAMES[1:]:
                (folder / name).touch()
        folders = [folder / name for folder in folders for name in ("a", ".g")] if depth < 2 else []
        for folder in folders:
            folder.mkdir()
    return root


@given(parts=st.lists(st.sampled_from(PARTS), min_size=1, max_size=4))
@settings(max_examples=60)
def test_a_pattern_lists_what_it_matches_and_what_glob_lists(tree: Path, parts: list[str]) -> None:
    text = "/".join(parts)
    pattern = Pattern.of(text, tree)
    files = pattern.files()
    every = [path for path in tree.rglob("*") if path.is_file()]
    assert files == sorted(path for path in every if pattern.below(path) is not None)
    if glob.has_magic(text):
        expected = glob.glob(text, root_dir=tree, recursive=True)  # noqa: PTH207  # the oracle
        assert {path.relative_to(tree).as_posix() for path in files} == {
            name for name in expected if (tree / name).is_file() and not name.endswith("/")
        }


def test_a_folder_stands_for_what_is_below_it_and_a_file_for_itself(tree: Path) -> None:
    assert Pattern.of("a", tree).files() == Pattern.of("a/**", tree).files()
    assert Pattern.of("a/b.txt", tree).files() == [tree / "a" / "b.txt"]
    assert Pattern.of("[x].txt", tree).files() == [tree / "[x].txt"], "a file of that name is meant"
    assert Pattern.of("no.txt", tree).files() == []


def test_a_path_is_counted_from_the_fixed_part(tree: Path) -> None:
    path = tree / "a" / "a" / "b.txt"
    assert Pattern.of("a/**/*.txt", tree).below(path) == Path("a/b.txt")
    assert Pattern.of("a/a", tree).below(path) == Path("b.txt")
    assert Pattern.of("a/a/b.txt", tree).below(path) == Path("b.txt")
    assert Pattern.of("*/*/*.txt", tree).below(path) == Path("a/a/b.txt")
    assert Pattern.of("../*.txt", tree).below(path) is None


def test_folders_apart_are_not_entered_unless_they_are_named(tree: Path) -> None:
    inside = tree / "a" / "b.txt"
    assert inside in Pattern.of("**/*.txt", tree).files()
    assert inside not in Pattern.of("**/*.txt", tree).files([tree / "a"])
    assert inside in Pattern.of("a/*.txt", tree).files([tree / "a"])


@pytest.mark.parametrize("text", ["n" * 300, "n/" * 3000 + "*", "a\0", "a\0*", "a\0/*", "/" * 3, "**/" * 500 + "x"])
def test_names_that_nothing_can_have_match_nothing(tree: Path, text: str) -> None:
    pattern = Pattern.of(text, tree)
    assert text.startswith("/") or pattern.files() == []
    assert pattern.below(tree / "a" / ("x/" * 500) / "y") is None or text.startswith("/")


def test_links_to_folders_are_followed_where_the_pattern_says_how_deep(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "a.txt").touch()
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "link").symlink_to(tmp_path / "there", target_is_directory=True)
    assert Pattern.of("here/*/*.txt", tmp_path).files() == [tmp_path / "here" / "link" / "a.txt"]
    assert Pattern.of("here/**/*.txt", tmp_path).files() == []
    shutil.rmtree(tmp_path / "there")
    assert Pattern.of("here/*/*.txt", tmp_path).files() == []


def test_a_pattern_that_matches_nothing_is_told_as_such(run: Run, project: Path) -> None:
    (project / "texts").mkdir()
    (project / "l10n.toml").write_text('sources = ["texts/**/*.md"]\ntargets = ["ru"]\n', "utf-8")
    assert "texts/**/*.md: no file matches\nhint: check the pattern" in run("update", code=2).stderr
