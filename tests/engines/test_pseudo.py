"""Made-up texts: whatever stays, stays; the rest is longer, in other letters, and never passes for a translation."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalogue import po
from l10n.engines.pseudo import _SCRIPTS, invented
from l10n.text import placeholders
from tests.conftest import Run, examples

TEXT = "Der Hund schläft auf dem großen Sofa."
RIGHT_TO_LEFT = {"R", "AL"}


@pytest.mark.parametrize("script", _SCRIPTS)
def test_each_letter_becomes_another_one(script: str) -> None:
    assert len(_SCRIPTS[script]) == len(set(_SCRIPTS[script])) == 26


@pytest.mark.parametrize(
    ("target", "name"),
    [("en", "LATIN"), ("uk", "CYRILLIC"), ("ar", "ARABIC"), ("zh_TW", "CJK"), ("el", "GREEK"), ("xx", "LATIN")],
)
def test_the_letters_are_the_targets_and_all_others_than_before(target: str, name: str) -> None:
    made = invented(TEXT, target)
    letters = [letter for letter in made if letter.isalpha()]
    assert {unicodedata.name(letter).split()[0] for letter in letters} == {name}
    assert not set(letters) & set("DerHundschlftaugo")
    assert made.count(" ") == TEXT.count(" ")
    assert made.endswith(".")


def test_a_text_for_a_language_from_right_to_left_runs_so() -> None:
    directions = {unicodedata.bidirectional(letter) for letter in invented(TEXT, "he") if letter.isalpha()}
    assert directions <= RIGHT_TO_LEFT


def test_it_is_longer_and_keeps_capitals() -> None:
    made = invented(TEXT, "en")
    assert 1.1 * len(TEXT) < len(made) < 1.4 * len(TEXT)
    assert [word[0].isupper() for word in made.split()] == [word[0].isupper() for word in TEXT.split()]


@examples(60, thorough=2000)
@given(st.lists(st.sampled_from(["Der", "Hund", "12", "m²", "<b>", "schläft", "ein", "%s", "Été"]), min_size=1))
def test_a_word_becomes_the_same_wherever_it_stands(words: list[str]) -> None:
    assert invented(" ".join(words), "ru") == " ".join(invented(word, "ru") for word in words)


@examples(60, thorough=2000)
@given(
    words=st.lists(st.sampled_from(["Haus", "%s", "<b>", "</b>", "{name}", "https://example.org/a?b=c", "12,5", "\n"])),
    target=st.sampled_from(["en", "ru", "ar"]),
)
def test_placeholders_tags_addresses_and_figures_stay(words: list[str], target: str) -> None:
    text = " ".join(words)
    made = invented(text, target)
    assert placeholders.placeholders(made) == placeholders.placeholders(text)
    assert [word for word in made.split(" ") if word in words] == [word for word in words if word != "Haus"]


def test_nothing_but_the_option_is_needed_and_drafts_are_marked(run: Run, project: Path) -> None:
    (project / "text.md").write_text("# Der Hund\n\nDer **Hund** schläft.\n", "utf-8")
    done = run("draft", "text.md", "--to", "en,ru", "--engine", "pseudo")
    assert "pseudo: no translations" in done.stderr
    path = project / "locales" / "ru" / "LC_MESSAGES" / "text.po"
    assert path.read_text("utf-8").count("# l10n-mt: pseudo de-ru-pseudo risk=1.00 ") == 2
    assert "scores" not in done.stderr
    assert {entry.fuzzy for entry in po.read(path).entries} == {True}
    assert "**" in po.read(path).entries[1].msgstr


def test_a_route_of_the_settings_is_for_its_language_alone(run: Run, project: Path, packages: Path) -> None:
    (project / "l10n.toml").write_text('[routes]\naz = "pseudo"\n')
    (project / "text.txt").write_text("Das Haus ist alt.\n", "utf-8")
    run("draft", "text.txt", "--to", "az,ru", "--packages", packages)
    texts = [(project / "locales" / lang / "LC_MESSAGES" / "text.po").read_text("utf-8") for lang in ("az", "ru")]
    assert "# l10n-mt: pseudo de-az-pseudo " in texts[0]
    assert "# l10n-mt: argos de-en-1.0+en-ru-1.0 " in texts[1]


def test_nobody_gets_it_unasked_not_even_where_nothing_else_leads(run: Run, project: Path, packages: Path) -> None:
    (project / "l10n.toml").write_text('[routes]\naz = "pseudo"\n')
    (project / "text.txt").write_text("Das Haus ist alt.\n", "utf-8")
    (packages / "empty").mkdir(exist_ok=True)
    done = run("draft", "text.txt", "--to", "az,ru", "--packages", packages / "empty", code=3)
    assert "no package translates de → ru" in done.stderr
    assert not (project / "locales" / "ru" / "LC_MESSAGES" / "text.po").read_text("utf-8").count("l10n-mt")
