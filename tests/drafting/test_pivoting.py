"""Texts along their routes: what is translated, how often, from what, and what is kept when something fails."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.drafting import REVIEWED, Options, Translated
from l10n.drafting.pivoting import translate
from l10n.engines import Route, Supply
from l10n.engines.routes import routes
from l10n.errors import PackageError
from l10n.glossary import Glossary, Term
from l10n.memory.store import Memory
from l10n.model import Draft
from l10n.model.beam import AUTO
from l10n.model.device import Device
from l10n.model.events import Progress

Asked = list[tuple[str, str]]
Texts = Mapping[str, list[str]]
OLD, BIG = "Das Haus ist alt.", "Das Haus ist groß."
WORDS = {
    "de-en": {"das": "the", "Haus": "house", "ist": "is", "alt": "old", "groß": "big"},
    "en-ru": {"the": "", "house": "дом", "is": "", "big": "большой", "old": "старый"},
    "en-uk": {"the": "", "house": "будинок", "is": "", "big": "великий", "old": "старий"},
}


@pytest.fixture
def words(tmp_path: Path, words_engine: Asked) -> Path:
    """A folder of the second engine, which counts what it is asked."""
    words_engine.clear()
    folder = tmp_path / "words"
    folder.mkdir()
    for pair, table in WORDS.items():
        lines = (f"{word} {other}" for word, other in table.items())
        (folder / f"{pair}.words").write_text("\n".join(lines), "utf-8")
    return folder


def ways(folder: Path, *targets: str) -> dict[str, Route]:
    found, errors = routes(Supply(folder), "de", targets)
    assert not errors
    return found


def drafts(events: object) -> dict[str, dict[str, Draft]]:
    """The drafts of each language; the other events are left out."""
    assert hasattr(events, "__iter__")
    return {event.language: dict(event.drafts) for event in events if isinstance(event, Translated)}


def texts_of(made: Mapping[str, Draft]) -> dict[str, str]:
    return {text: draft.text for text, draft in made.items()}


def test_real_packages_translate_in_turn_and_each_leg_is_in_the_draft(packages: Path) -> None:
    made = drafts(translate({"en": [OLD], "ru": [OLD]}, ways(packages, "en", "ru")))
    english, russian = made["en"][OLD], made["ru"][OLD]
    assert (english.text, russian.text) == ("The house is old.", "Дом старый.")
    assert [leg.package for leg in russian.legs] == ["de-en-1.0", "en-ru-1.0"]
    assert russian.legs[0] == english.legs[0]
    assert english.engine == "argos"


def test_each_distinct_text_goes_once_through_each_leg_and_common_legs_once(words: Path, words_engine: Asked) -> None:
    wanted = {"en": [OLD, BIG, OLD], "ru": [OLD, BIG], "uk": [OLD]}
    list(translate(wanted, ways(words, "en", "ru", "uk")))
    assert sorted(words_engine) == [
        ("de-en-w", OLD),
        ("de-en-w", BIG),
        ("en-ru-w", "The house is big."),
        ("en-ru-w", "The house is old."),
        ("en-uk-w", "The house is old."),
    ]


def test_two_texts_that_are_the_same_in_english_share_the_second_leg(words: Path, words_engine: Asked) -> None:
    other = "Das house ist alt."
    made = drafts(translate({"ru": [OLD, other]}, ways(words, "ru")))
    assert made["ru"][OLD].text == made["ru"][other].text
    assert [text for name, text in words_engine if name == "en-ru-w"] == ["The house is old."]


@given(
    st.dictionaries(
        st.sampled_from(["en", "ru", "uk"]),
        st.lists(st.sampled_from([OLD, BIG, "Das Haus.", "Das Haus ist das Haus."]), max_size=5),
        min_size=1,
    )
)
def test_no_leg_is_asked_twice_and_every_text_has_its_draft(words: Path, words_engine: Asked, wanted: Texts) -> None:
    words_engine.clear()
    made = drafts(translate(wanted, ways(words, *wanted)))
    assert max(Counter(words_engine).values(), default=0) <= 1
    expected = {lang: set(texts) for lang, texts in wanted.items() if texts}
    assert {lang: set(new) for lang, new in made.items()} == expected


def test_progress_of_a_leg_rises_to_its_total(words: Path) -> None:
    events = [event for event in translate({"ru": [OLD, BIG]}, ways(words, "ru")) if isinstance(event, Progress)]
    assert [(event.name, event.done, event.total) for event in events] == [
        (name, done, 2) for name in ("de-en-w", "en-ru-w") for done in (0, 1, 2)
    ]


def test_an_accepted_english_takes_the_place_of_the_first_leg(words: Path, words_engine: Asked) -> None:
    pivots = {"ru": {OLD: "The big house."}}
    made = drafts(translate({"ru": [OLD], "uk": [OLD]}, ways(words, "ru", "uk"), pivots=pivots))
    assert (made["ru"][OLD].text, made["uk"][OLD].text) == ("Большой дом.", "Будинок старий.")
    assert [leg.package for leg in made["ru"][OLD].legs] == [REVIEWED, "en-ru-w"]
    assert ("en-ru-w", "The big house.") in words_engine
    assert ("en-ru-w", "The house is old.") not in words_engine


def test_a_leg_that_every_text_skips_is_not_opened(words: Path, words_engine: Asked) -> None:
    (words / "de-en.words").write_text("damaged\n")
    events = list(translate({"ru": [OLD]}, ways(words, "ru"), pivots={"ru": {OLD: "The old house."}}))
    assert texts_of(drafts(events)["ru"]) == {OLD: "Старый дом."}
    assert not any(isinstance(event, PackageError) for event in events)


def test_a_broken_package_loses_only_what_depends_on_it(packages: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(packages, tmp_path / "some")
    (folder / "translate-en_ru-1_0" / "model" / "model.bin").write_bytes(b"nonsense")
    events = list(translate({lang: [OLD] for lang in ("en", "ru", "uk")}, ways(folder, "en", "ru", "uk")))
    assert set(drafts(events)) == {"en", "uk"}
    (error,) = (event for event in events if isinstance(event, PackageError))
    assert "translate-en_ru-1_0: broken package" in error.message


def test_a_broken_first_leg_is_told_once_and_nothing_after_it_is_opened(words: Path, words_engine: Asked) -> None:
    (words / "de-en.words").write_text("damaged\n")
    events = list(translate({"ru": [OLD], "uk": [OLD]}, ways(words, "ru", "uk")))
    assert [type(event) for event in events if not isinstance(event, Progress)] == [PackageError]
    assert words_engine == []


def test_an_interrupted_run_keeps_what_is_done_and_the_next_goes_on_there(
    words: Path, words_engine: Asked, tmp_path: Path
) -> None:
    made: dict[str, dict[str, Draft]] = {}
    with Memory(tmp_path / "m.db") as memory:
        with pytest.raises(KeyboardInterrupt):  # noqa: PT012  # what came before is looked at
            for event in translate({"en": [OLD, BIG, "Stopp!"]}, ways(words, "en"), memory=memory):
                made |= drafts([event])
        assert texts_of(made["en"]) == {OLD: "The house is old.", BIG: "The house is big."}
        words_engine.clear()
        again = drafts(translate({"en": [OLD, BIG, "Das Haus."]}, ways(words, "en"), memory=memory))
    assert set(again["en"]) == {OLD, BIG, "Das Haus."}
    assert words_engine == [("de-en-w", "Das Haus.")]


def test_the_memory_tells_beams_and_terms_apart_and_devices_not(
    words: Path, words_engine: Asked, tmp_path: Path
) -> None:
    terms = Glossary((Term({"de": ("Haus",), "en": ("house",)}),))
    asked = []
    with Memory(tmp_path / "m.db") as memory:
        others = (Options(beam=2), Options(beam=AUTO), Options(glossary=terms))
        for options in (Options(), Options(), *others, Options(redraft=True), Options(device=Device.AUTO)):
            words_engine.clear()
            list(translate({"en": [OLD]}, ways(words, "en"), options, memory))
            asked.append(len(words_engine))
    assert asked == [1, 0, 1, 1, 1, 0, 0]


def test_an_engine_without_scores_makes_drafts_without_and_the_memory_has_them_so(words: Path, tmp_path: Path) -> None:
    with Memory(tmp_path / "m.db") as memory:
        first, again = (
            drafts(translate({"ru": [OLD, "DAS HAUS IST ALT", "Haus"]}, ways(words, "ru"), memory=memory))
            for _ in range(2)
        )
    assert first == again
    legs = [leg for draft in first["ru"].values() for leg in draft.legs]
    assert {(leg.score, leg.disagreement) for leg in legs} == {(None, None)}


def test_a_language_without_texts_opens_nothing_and_has_no_result(words: Path, words_engine: Asked) -> None:
    assert list(translate({"en": [], "ru": []}, ways(words, "en", "ru"))) == []
    assert words_engine == []
