"""`[tool.l10n.build]`: which articles are good enough, and how mistakes in it are named."""

from __future__ import annotations

import math
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.building import Fallback
from l10n.building.selection import Rules
from l10n.building.settings import Threshold, read, threshold
from l10n.errors import L10nError
from l10n.model import Document, Require
from tests.building.articles import translate
from tests.conftest import Run

FILE = Path("pyproject.toml")
DOCUMENT = Document("guide/index", "texts/guide/index.md", "plain", b"", "", ())
TEXT = " ".join(f"Das ist Satz {letter}." for letter in "ABCDEFGHIJ")


def _rules(text: str, lang: str = "ru", options: Threshold | None = None) -> Rules:
    stored = threshold(read(tomllib.loads(text), FILE), DOCUMENT, lang)
    return (options or Threshold()).over(stored).rules(mark=False)


def test_without_settings_every_segment_has_to_be_translated() -> None:
    assert _rules("") == Rules(Require.TRANSLATED, Fallback.FAIL, complete=0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('require = "reviewed"', Rules(Require.REVIEWED)),
        ('[ru]\nrequire = "reviewed"\n[az]\nrequire = "drafted"', Rules(Require.REVIEWED)),
        ('[ru_RU]\nrequire = "reviewed"', Rules(Require.REVIEWED)),
        ('[ru]\nrequire = "reviewed"\n["guide/*"]\nfallback = "omit"', Rules(Require.REVIEWED, Fallback.OMIT)),
        ('["guide/*".ru]\nrequire = "drafted"\n[ru]\nrequire = "reviewed"', Rules(Require.DRAFTED)),
        ('["guide/*"]\ncomplete = 5\n["*/index"]\ncomplete = 6', Rules(fallback=Fallback.SOURCE, complete=6)),
        ('["texts/*.md"]\nfallback = "draft"', Rules(fallback=Fallback.DRAFT)),
        ('["guide/index.md"]\nfallback = "draft"', Rules()),
        ('["Guide/*"]\nfallback = "draft"', Rules()),
    ],
)
def test_the_more_special_wins(text: str, expected: Rules) -> None:
    assert _rules(text) == expected


def test_a_share_is_enough_only_where_something_stands_for_the_others() -> None:
    assert _rules("complete = 95") == Rules(fallback=Fallback.SOURCE, complete=95)
    assert _rules('fallback = "draft"\n[ru]\ncomplete = 95') == Rules(fallback=Fallback.DRAFT, complete=95)
    assert _rules('fallback = "fail"\n[ru]\ncomplete = 95') == Rules(fallback=Fallback.SOURCE, complete=95)
    assert _rules('complete = 95\n[ru]\nfallback = "fail"') == Rules()
    assert _rules('complete = 95\n[ru]\nfallback = "omit"') == Rules(fallback=Fallback.OMIT, complete=95)


def test_options_win() -> None:
    text = '[ru]\nrequire = "reviewed"\ncomplete = 95\nfallback = "draft"'
    options = Threshold(Require.DRAFTED, Fallback.OMIT, 0)
    assert _rules(text, options=options) == Rules(Require.DRAFTED, Fallback.OMIT, complete=0)
    assert _rules(text, options=Threshold(fallback=Fallback.FAIL)) == Rules(Require.REVIEWED)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            'requires = "reviewed"',
            "'build.requires' is unknown",
            "known: require, fallback, complete, notice, anchors, languages, and documents",
        ),
        ('require = "done"', "'build.require' cannot be 'done'", "one of: drafted, translated, reviewed"),
        ("fallback = 1", "'build.fallback' cannot be '1'", "one of: source, draft, omit, fail"),
        ("complete = 101", "'build.complete' must be a whole number from 0 to 100, not 101", "write: complete = 95"),
        ("complete = 9.5", "'build.complete' must be a whole number from 0 to 100, not 9.5", "write: complete = 95"),
        ("complete = true", "'build.complete' must be a whole number from 0 to 100, not True", "write: complete = 95"),
        ('complete = "95%"', "'build.complete' must be a whole number from 0 to 100, not '95%'", "write: complete"),
        ("ru = 1", "'build.ru' must be a table", "write: [tool.l10n.build.ru]"),
        ("[ru]\ncomplet = 1", "'build.ru.complet' is unknown", "known: require, fallback, complete"),
        ("[ru]\n[ru_RU]", "'build.ru_RU' is a second table for 'ru'", "make one of them"),
        ("[xx]", "'build.xx' is unknown", "known: require"),
        ('"guide/*" = 1', "'build.guide/*' must be a table", 'write: [tool.l10n.build."guide/*"]'),
        (
            '["guide/*"]\nx = 1',
            "'build.guide/*.x' is unknown",
            "known: require, fallback, complete, notice, anchors, and languages",
        ),
        ('["guide/*"."b/*"]', "'build.guide/*.b/*' is unknown", "known: require"),
    ],
)
def test_a_mistake_is_named_with_file_and_key(text: str, message: str, hint: str) -> None:
    with pytest.raises(L10nError) as error:
        read(tomllib.loads(text), FILE)
    assert error.value.message == f"{FILE}: {message}"
    assert error.value.hint.startswith(hint)


_VALUES = st.sampled_from(["reviewed", "draft", "", 5, 101, -1, True, math.nan, [], {}])
_KEYS = st.sampled_from(["require", "fallback", "complete", "ru", "az", "x", "*", "[", "a/[z-a]", "[[:]*"])
_TABLES = st.recursive(_VALUES, lambda inner: st.dictionaries(_KEYS, inner, max_size=3), max_leaves=6)


@given(st.dictionaries(_KEYS, _TABLES, max_size=3))
def test_whatever_the_file_has_is_either_read_or_named(table: dict[str, object]) -> None:
    try:
        threshold(read(table, FILE), DOCUMENT, "ru")
    except L10nError as error:
        assert error.message.startswith("pyproject.toml: 'build.")  # noqa: PT017
        assert error.hint  # noqa: PT017


@pytest.mark.parametrize(
    ("done", "percent", "told"),
    [
        (9, 90, ""),
        (9, 91, "error: build/ru/a.txt: not written, 9 of 10 segments translated, 1 too few for 91 %\n"),
        (2, 95, "error: build/ru/a.txt: not written, 2 of 10 segments translated, 8 too few for 95 %\n"),
        (0, 0, ""),
    ],
)
def test_below_the_share_there_is_no_article(run: Run, project: Path, done: int, percent: int, told: str) -> None:
    (project / "a.txt").write_text(f"{TEXT}\n", "utf-8")
    (project / "l10n.toml").write_text(f"[build.ru]\ncomplete = {percent}\n")
    texts = {f"Das ist Satz {letter}.": f"Это {letter}." for letter in "ABCDEFGHIJ"[:done]}
    translate(run, "a.txt", texts)
    result = run("build", "a.txt", "--to", "ru", code=1 if told else 0)
    assert result.stderr == told + "hint: finish them, or ask for less with --complete\n" * bool(told)
    assert (project / "build" / "ru" / "a.txt").exists() == (not told)
    if told:
        run("build", "a.txt", "--to", "ru", "--complete", str(done * 10))
