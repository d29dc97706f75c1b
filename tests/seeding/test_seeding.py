"""The seeded errors: the same for the same seed, real ones, and of every kind in every language; the good texts."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path
from random import Random

import pytest

from l10n.catalogue import po
from l10n.catalogue.po.serialization import serialize
from l10n.model import Catalogue, Key
from tests.seeding import CATALOGUE_KINDS, HEADER, KINDS, TARGETS, CatalogueKind, Kind, Material, seeded, spoiled
from tests.seeding.bank import article, bank, materials, plural_forms, themes, volume
from tests.seeding.numbers import values

LETTERS = {"ru": "ыэёъ", "uk": "іїєґ"}
CASES = [pytest.param(kind, language, id=f"{kind.name}-{language}") for kind in KINDS for language in kind.languages]
ADDED_AND_LOST = {"another-sentence-added", "cut-off", "cut-off-and-closed", "sentence-lost", "farewell-added"}
BY_NAME = {kind.name: kind for kind in KINDS}


@cache
def _materials(language: str, source: str) -> tuple[Material, ...]:
    return tuple(materials(bank(), language, source))


def _pairs(kind: Kind, language: str, source: str = "de", seed: int = 1) -> list[tuple[Material, str]]:
    """All that the bank yields, as material and spoiled text."""
    tried = (
        (material, seeded(kind, material, Random(f"{seed} {place}")))
        for place, material in enumerate(_materials(language, source))
    )
    return [(material, text) for material, text in tried if text is not None]


def _texts(name: str, language: str) -> list[tuple[str, str]]:
    """The good and the spoiled texts of a kind; there are some."""
    pairs = [(material.target, text) for material, text in _pairs(BY_NAME[name], language)]
    assert pairs
    return pairs


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_every_kind_spoils_texts_in_every_language_it_names(kind: Kind, language: str) -> None:
    pairs = _pairs(kind, language)
    assert len(pairs) >= 4
    assert all(text != material.target for material, text in pairs)


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_the_same_seed_makes_the_same_errors(kind: Kind, language: str) -> None:
    assert _pairs(kind, language) == _pairs(kind, language)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("language", ["ru", "uk", "az"])
def test_english_is_a_source_as_well(kind: Kind, language: str) -> None:
    pairs = _pairs(kind, language, "en")
    assert bool(pairs) == (language in kind.languages and kind.name != "english-word-left")


def test_other_seeds_make_other_errors() -> None:
    kind = BY_NAME["other-digit"]
    assert len({tuple(text for _, text in _pairs(kind, "en", seed=seed)) for seed in range(5)}) == 5


def test_a_kind_is_silent_in_other_languages_and_without_a_translation() -> None:
    material = next(materials(bank(), "en"))
    assert seeded(BY_NAME["own-letters-lost"], material, Random(1)) is None
    assert seeded(BY_NAME["untranslated"], Material("Haus", "de", {}, "en"), Random(1)) is None


def test_no_two_kinds_have_a_name_and_each_names_a_check() -> None:
    named = [(kind.name, kind.checks) for kind in KINDS] + [(kind.name, kind.checks) for kind in CATALOGUE_KINDS]
    names = [name for name, _ in named]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in names)
    assert all(checks for _, checks in named)


@pytest.mark.parametrize("language", TARGETS)
@pytest.mark.parametrize("name", ["digit-dropped", "other-digit", "number-lost", "number-added"])
def test_wrong_numbers_have_other_digits(name: str, language: str) -> None:
    for good, bad in _texts(name, language):
        assert Counter(re.findall(r"\d", good)) != Counter(re.findall(r"\d", bad))


@pytest.mark.parametrize("language", TARGETS)
@pytest.mark.parametrize("name", ["digit-dropped", "digits-swapped", "other-digit", "year-changed", "day-changed"])
def test_a_changed_number_is_one_that_the_source_does_not_have(name: str, language: str) -> None:
    for material, text in _pairs(BY_NAME[name], language):
        new = Counter(values(text, language)) - Counter(values(material.target, language))
        assert len(new) == 1
        assert not set(new) & set(values(material.source, "de"))


@pytest.mark.parametrize("language", TARGETS)
def test_a_changed_magnitude_or_lost_percent_leaves_the_figures_alone(language: str) -> None:
    for name in ("magnitude-changed", "magnitude-changed-in-words", "magnitude-lost", "percent-lost"):
        for good, bad in _texts(name, language):
            assert values(good, language) == values(bad, language)
            assert re.findall(r"[^\W\d_]+|%", good) != re.findall(r"[^\W\d_]+|%", bad)


@pytest.mark.parametrize("language", ["ru", "uk"])
@pytest.mark.parametrize("name", ["sister-word", "sister-letters"])
def test_letters_of_the_sister_language_come_in(name: str, language: str) -> None:
    foreign = set(LETTERS["uk" if language == "ru" else "ru"])
    for good, bad in _texts(name, language):
        assert foreign & set(bad.lower())
        assert not foreign & set(good.lower())


@pytest.mark.parametrize("language", TARGETS)
@pytest.mark.parametrize("name", ["lookalike-in-word", "lookalike-word"])
def test_lookalikes_are_of_the_other_alphabet_and_look_the_same(name: str, language: str) -> None:
    script = "LATIN" if language in LETTERS else "CYRILLIC"
    for good, bad in _texts(name, language):
        changed = [new for old, new in zip(good, bad, strict=True) if old != new]
        assert changed
        assert all(unicodedata.name(letter).startswith(script) for letter in changed)


def test_azerbaijani_loses_all_its_letters() -> None:
    for _, bad in _texts("own-letters-lost", "az"):
        assert not set("əığşçöüƏİĞŞÇÖÜ") & set(bad)


@pytest.mark.parametrize("language", TARGETS)
def test_what_nobody_sees(language: str) -> None:
    hidden = re.compile("[\u200b\u00ad\ufeff\x07]")
    for name in ("zero-width-space", "soft-hyphen", "byte-order-mark", "bell"):
        assert all(hidden.sub("", bad) == good for good, bad in _texts(name, language))
    for good, bad in _texts("letters-decomposed", language):
        assert unicodedata.normalize("NFC", bad) == good


@pytest.mark.parametrize("language", TARGETS)
def test_wrong_spaces_and_marks_leave_the_words_alone(language: str) -> None:
    names = [kind.name for kind in KINDS if kind.checks & {"spaces", "dashes", "quotes", "brackets", "line-breaks"}]
    for name in set(names) - ADDED_AND_LOST:
        if language in BY_NAME[name].languages:
            assert all(re.findall(r"\w+", good) == re.findall(r"\w+", bad) for good, bad in _texts(name, language))


@pytest.mark.parametrize("language", TARGETS)
def test_the_same_again_and_only_the_beginning(language: str) -> None:
    for name in ("loop", "doubled-word", "doubled-phrase", "doubled-text", "another-sentence-added"):
        for good, bad in _texts(name, language):
            assert len(bad) > len(good)
            assert not Counter(re.findall(r"\w+", good)) - Counter(re.findall(r"\w+", bad))
    for good, bad in _texts("cut-off", language):
        assert good.startswith(bad)
        assert 0.3 <= len(bad) / len(good) <= 0.6


@pytest.mark.parametrize("language", TARGETS)
def test_a_loop_has_its_phrase_at_least_three_times(language: str) -> None:
    assert all(re.search(r"(\b\S.*?)(?: \1){2}", bad, re.DOTALL) for _, bad in _texts("loop", language))


@pytest.mark.parametrize("language", ["ru", "uk", "az"])
def test_a_word_left_is_one_of_the_source(language: str) -> None:
    for material, text in _pairs(BY_NAME["source-word-left"], language):
        words = re.compile(r"[^\W\d_]+")
        new = set(words.findall(text)) - set(words.findall(material.target))
        assert new <= set(words.findall(material.source))


@pytest.mark.parametrize("language", TARGETS)
def test_what_one_language_lacks_all_others_have(language: str) -> None:
    for material, text in _pairs(BY_NAME["name-in-one-language-lost"], language):
        lost = set(re.findall(r"[A-Za-zÀ-ž]+", material.target)) - set(re.findall(r"[A-Za-zÀ-ž]+", text))
        assert any(all(name in other for other in material.targets.values()) for name in lost)


@pytest.mark.parametrize(("source", "language"), [*(("de", code) for code in TARGETS), ("en", "uk"), ("en", "az")])
@pytest.mark.parametrize("kind", CATALOGUE_KINDS, ids=lambda kind: kind.name)
def test_catalogues_are_spoiled_at_the_place_that_is_told(
    kind: CatalogueKind, source: str, language: str, tmp_path: Path
) -> None:
    good = volume(bank("terms", "prose"), language, source)
    bad = spoiled(kind, good, Random(1))
    assert bad is not None
    assert bad == spoiled(kind, good, Random(1))
    assert bad.catalogue != good.catalogue
    assert bad.keys == _differences(good.catalogue, bad.catalogue) or kind.name == "two-translations"
    path = tmp_path / "bank.po"
    path.write_text(serialize(bad.catalogue), encoding="utf-8")
    assert len(po.read(path).entries) == len(bad.catalogue.entries)


def _differences(good: Catalogue, bad: Catalogue) -> set[Key]:
    keys = {new.key for old, new in zip(good.entries, bad.entries, strict=False) if old != new}
    return keys | ({HEADER} if (good.header, good.flags) != (bad.header, bad.flags) else set())


def test_a_catalogue_offers_no_opportunity_for_what_it_does_not_have() -> None:
    good = volume((), "ru")
    names = {kind.name for kind in CATALOGUE_KINDS if spoiled(kind, good, Random(1)) is None}
    assert names == {"draft-unread", "two-translations"}


@pytest.mark.parametrize("theme", themes())
def test_the_bank_has_enough_of_every_theme(theme: str) -> None:
    assert len(bank(theme)) >= 12
    assert all(segment.texts[language] for segment in bank(theme) for language in ("de", *TARGETS))


def test_the_bank_has_every_form_of_a_plural() -> None:
    counts = {"de": 2, "en": 2, "ru": 3, "uk": 3, "az": 2}
    assert len(plural_forms()) >= 12
    assert all({code: len(texts) for code, texts in forms.items()} == counts for forms, _ in plural_forms())


@pytest.mark.parametrize("language", TARGETS)
@pytest.mark.parametrize("theme", ["numbers", "percent", "magnitude", "names", "brackets"])
def test_the_good_numbers_are_the_source_s(theme: str, language: str) -> None:
    for segment in bank(theme):
        assert sorted(values(segment.texts[language], language)) == sorted(values(segment.texts["de"], "de"))


@pytest.mark.parametrize("theme", sorted(set(themes()) - {"html", "icu"}))
def test_the_good_texts_have_their_language_s_marks(theme: str) -> None:
    for texts in (segment.texts for segment in bank(theme)):
        assert not re.search('["„“”]', texts["ru"].replace("„свобода“", "") + texts["uk"].replace("„свобода“", ""))
        assert not re.search('["„«»—]', texts["en"] + texts["az"])
        assert all(unicodedata.is_normalized("NFC", text) for text in texts.values())
        assert not re.search(r"\d %|  | $", texts["en"] + texts["uk"] + texts["az"])


def test_an_article_is_material_as_well() -> None:
    segments = article({"en": {"Haus": "house", "Baum": "tree"}, "ru": {"Haus": "дом"}})
    assert [material.source for material in materials(segments, "en")] == ["Haus", "Baum"]
    assert segments[0].texts == {"de": "Haus", "en": "house", "ru": "дом"}
    assert [seeded(BY_NAME["untranslated"], one, Random(1)) for one in materials(segments, "ru")] == ["", None]
