"""Links of drafts: as the packages decode their texts, for the words as they stand in the draft, over all legs."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import engines
from l10n.drafting import REVIEWED, Translated, linking, open_pairs
from l10n.drafting.linking import composed
from l10n.drafting.open_pairs import OpenPairs
from l10n.drafting.pivoting import translate
from l10n.engines import FAINT, Decoder, LanguagePair, Link, Links, Route
from l10n.engines.argos.demo.builder import build_package
from l10n.engines.routes import routes
from l10n.errors import PackageError
from l10n.model import Draft, Leg
from tests.conftest import examples
from tests.drafting.tags import strategies

TEXT = "Der Hund sieht im Dorf den Hund."
ENGLISH = {"Der": "The", "den": "the", "Hund": "dog", "sieht": "sees", "im Dorf": "in town"}
RUSSIAN = {"The": "", "the": "", "dog": "пёс", "sees": "видит", "in": "в", "town": "городе"}
BEAM = 4


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packages")
    build_package(folder, "de", "en", ENGLISH)
    build_package(folder, "en", "ru", RUSSIAN)
    return folder


def way(folder: Path, target: str) -> Route:
    known, errors = routes(folder, "de", [target])
    assert not errors
    return known[target]


def drafted(route: Route, text: str = TEXT) -> Draft:
    (draft,) = (event.drafts[text] for event in translate({"x": [text]}, {"x": route}) if isinstance(event, Translated))
    return draft


def asked(drafts: Mapping[str, Mapping[str, Draft]], ways: Mapping[str, Route]) -> list[Any]:
    with OpenPairs() as pairs:
        return list(linking.links(drafts, ways, BEAM, pairs))


def links_of(draft: Draft, route: Route, text: str = TEXT) -> Links:
    (event,) = asked({"x": {text: draft}}, {"x": route})
    assert not isinstance(event, PackageError)
    of_texts: Mapping[str, Links] = event[1]
    return of_texts[text]


def words(links: Links, translation: str, text: str = TEXT) -> list[tuple[str, str]]:
    return [(text[slice(*link.source)], translation[slice(*link.target)]) for link in links]


def test_links_of_one_leg_are_of_the_words_of_the_draft(folder: Path) -> None:
    route = way(folder, "en")
    draft = drafted(route)
    assert draft.text == "The dog sees in town the dog."
    links = links_of(draft, route)
    assert words(links, draft.text) == [
        ("Der", "The"),
        ("Hund", "dog"),
        ("sieht", "sees"),
        ("im Dorf", "in town"),
        ("den", "the"),
        ("Hund", "dog"),
    ]
    assert [link.source for link in links if TEXT[slice(*link.source)] == "Hund"] == [(4, 8), (27, 31)]


def test_links_of_two_legs_are_put_together(folder: Path) -> None:
    route = way(folder, "ru")
    draft = drafted(route)
    assert draft.text == "Пёс видит в городе пёс."
    links = links_of(draft, route)
    assert words(links, draft.text) == [
        ("Hund", "Пёс"),
        ("sieht", "видит"),
        ("im Dorf", "в"),
        ("im Dorf", "городе"),
        ("Hund", "пёс"),
    ]
    assert [link.source for link in links if TEXT[slice(*link.source)] == "Hund"] == [(4, 8), (27, 31)]


@pytest.mark.parametrize(
    ("text", "dogs"),
    [
        pytest.param("the dog sees: In town – the dog!", [(4, 7), (28, 31)], id="other marks and capitals"),
        pytest.param("The  dog  sees in town the dog", [(5, 8), (27, 30)], id="other spaces"),
        pytest.param("The dog sees in town the hound.", [], id="another word"),
        pytest.param("The dog sees the dog in town.", [], id="another order"),
        pytest.param("…", [], id="no words"),
    ],
)
def test_links_are_where_the_words_stand_in_what_became_of_a_translation(
    folder: Path, text: str, dogs: list[tuple[int, int]]
) -> None:
    route = way(folder, "en")
    links = links_of(Draft("argos", (Leg("de-en-1.0", text, 0.0),)), route)
    assert [link.target for link in links if TEXT[slice(*link.source)] == "Hund"] == dogs


def test_an_accepted_english_has_links_if_it_is_what_the_package_writes(folder: Path) -> None:
    route = way(folder, "ru")
    draft = drafted(route)
    accepted = Draft(draft.engine, (Leg(REVIEWED, draft.legs[0].text, 0.0), draft.legs[1]))
    assert links_of(accepted, route) == links_of(draft, route) != ()
    other = Draft(draft.engine, (Leg(REVIEWED, "A hound sees another.", 0.0), draft.legs[1]))
    assert links_of(other, route) == ()


def test_a_draft_that_came_another_way_has_none(folder: Path) -> None:
    route = way(folder, "ru")
    draft = drafted(route)
    assert links_of(Draft("memory", draft.legs[1:], match="100% human"), route) == ()
    assert links_of(Draft("argos", (Leg("de-en-0.9", draft.legs[0].text, 0.0), draft.legs[1])), route) == ()


def test_an_engine_without_links_gives_none(tmp_path: Path, folder: Path, words_engine: list[tuple[str, str]]) -> None:
    (tmp_path / "de-en.words").write_text(
        "\n".join(f"{word} {other}" for word, other in ENGLISH.items() if " " not in word)
    )
    route = way(tmp_path, "en")
    draft = drafted(route)
    words_engine.clear()
    assert links_of(draft, route) == ()
    assert words_engine == [], "nothing is translated for it"


def test_a_broken_package_is_told_and_harms_no_other(tmp_path: Path, folder: Path) -> None:
    build_package(tmp_path, "de", "en", ENGLISH)
    build_package(tmp_path, "de", "uk", ENGLISH)
    ways = {lang: way(tmp_path, lang) for lang in ("en", "uk")}
    drafts = {lang: {TEXT: drafted(route)} for lang, route in ways.items()}
    (tmp_path / "translate-de_uk-1_0/model/model.bin").write_bytes(b"nonsense")
    error, *rest = asked(drafts, ways)
    assert isinstance(error, PackageError)
    assert "translate-de_uk" in error.message
    of_languages = dict(event for event in rest if not isinstance(event, PackageError))
    assert of_languages["uk"] == {TEXT: ()}
    assert of_languages["en"][TEXT]


def test_a_package_decodes_each_text_once_for_all_languages(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for package in folder.iterdir():
        (tmp_path / package.name).symlink_to(package)
    build_package(tmp_path, "en", "uk", RUSSIAN)
    ways = {lang: way(tmp_path, lang) for lang in ("ru", "uk")}
    drafts = {lang: {TEXT: drafted(route)} for lang, route in ways.items()}
    names: list[str] = []

    def opened(pair: LanguagePair, beam: int) -> AbstractContextManager[Decoder]:
        names.append(pair.name)
        return engines.opened(pair, beam)

    monkeypatch.setattr(open_pairs, "opened", opened)
    asked(drafts, ways)
    assert names == ["de-en-1.0", "en-ru-1.0", "en-uk-1.0"]


def test_a_part_in_between_counts_as_far_as_both_legs_share_it() -> None:
    first = (Link((0, 4), (0, 4), 0.75), Link((5, 9), (0, 4), 0.25), Link((5, 9), (4, 8), 1.0))
    second = (Link((0, 4), (0, 5), 1.0), Link((2, 6), (6, 9), 1.0))
    assert composed(first, second) == (
        Link((0, 4), (0, 5), 0.75),
        Link((5, 9), (0, 5), 0.25),
        Link((0, 4), (6, 9), 0.375),
        Link((5, 9), (6, 9), 0.125 + 0.5),
    )


@st.composite
def _legs(draw: st.DrawFn) -> Links:
    """Links as an engine gives them: parts apart, of one part all together at most 1."""
    targets = draw(st.lists(st.integers(0, 40), unique=True, max_size=8).map(sorted))
    links: list[Link] = []
    for start, end in pairwise(targets):
        sources = draw(st.lists(strategies.spans, unique=True, max_size=4))
        links += [Link(source, (start, end), 1 / len(sources)) for source in sources]
    return tuple(links)


@examples(50, thorough=2000)
@given(_legs(), _legs())
def test_all_links_of_a_part_stay_within_one(first: Links, second: Links) -> None:
    by_part: dict[tuple[int, int], float] = {}
    for link in composed(first, second):
        assert link.weight >= FAINT
        assert link.source in {other.source for other in first}
        assert link.target in {other.target for other in second}
        by_part[link.target] = by_part.get(link.target, 0.0) + link.weight
    assert all(weight < 1 + 1e-9 for weight in by_part.values())
