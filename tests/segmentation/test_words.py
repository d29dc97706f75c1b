"""The word lists are well-formed."""

from importlib.resources import files

import pytest

from l10n.languages import LANGUAGES
from l10n.segmentation.words import Words, words

DATA = files("l10n.languages").joinpath("data")
FOLDERS = {lang: folder for lang in LANGUAGES if (folder := DATA.joinpath(lang, "segmentation")).is_dir()}
LISTS = [(lang, path.name) for lang, folder in FOLDERS.items() for path in folder.iterdir()]
ABBREVIATIONS = ("never_final", "maybe_final", "often_final", "before_numbers", "units")


@pytest.mark.parametrize(("lang", "name"), LISTS)
def test_a_list_begins_with_its_purpose_and_holds_no_word_twice(lang: str, name: str) -> None:
    text = DATA.joinpath(lang, "segmentation", name).read_text(encoding="utf-8")
    listed = [word.removesuffix(".") for line in text.splitlines() for word in line.partition("#")[0].split()]
    assert text.startswith("# ")
    assert sorted(listed) == sorted(set(listed))


@pytest.mark.parametrize(("lang", "name"), LISTS)
def test_a_list_is_one_that_the_engine_reads(lang: str, name: str) -> None:
    assert name.removesuffix(".txt") in Words.__dataclass_fields__


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_abbreviation_stands_in_two_lists(lang: str) -> None:
    listed = [word for name in ABBREVIATIONS for word in getattr(words(lang), name)]
    assert sorted(listed) == sorted(set(listed))


@pytest.mark.parametrize("lang", FOLDERS)
def test_every_language_with_lists_has_starters_and_abbreviations(lang: str) -> None:
    assert len(words(lang).starters) > 100
    assert len(words(lang).never_final) > 50


def test_the_full_stop_and_comments_are_not_part_of_a_word() -> None:
    assert "z.B" in words("de").never_final
    assert not any("#" in word or word.endswith(".") for word in words("de").never_final)


def test_a_missing_list_is_empty() -> None:
    assert words("ru").determiners == frozenset()
