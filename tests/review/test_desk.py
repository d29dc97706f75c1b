"""What a served page looks up: memory, glossary, the engine, an entry's history; and who has decided what."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from l10n.catalogue import po
from l10n.catalogue.review import key
from l10n.catalogue.states import state
from l10n.checking.settings import Settings
from l10n.drafting.proposals import Proposer
from l10n.engines import Supply
from l10n.engines.argos.demo.builder import build_package
from l10n.errors import L10nError
from l10n.memory.store import Memory
from l10n.memory.unit import Unit, UnitOrigin
from l10n.model import Catalogue, Entry, State
from l10n.review.desk import MalformedError, ReviewDesk
from l10n.review.page import PageSources
from tests.conftest import program

NAME = "ru/LC_MESSAGES/a.po"
HOUSE = Entry("Das Haus ist groß", "дом большой")
BETWEEN = {"source": "de", "language": "ru"}


@pytest.fixture
def catalogue(project: Path) -> Path:
    path = project / NAME
    po.write(path, Catalogue((("Language", "ru"),), (HOUSE,)))
    return path


@pytest.fixture
def sources(project: Path) -> PageSources:
    (project / "terms.csv").write_text("de,ru,note\nHaus,дом,a building\nHund,собака,\n", "utf-8")
    with Memory(project / "tm.db") as memory:
        memory.add([Unit("Das Haus ist alt", "дом старый", "de", "ru", origin=UnitOrigin.REVIEWED, who="Olga")])
    return PageSources(project, Settings(glossary=project / "terms.csv"), project / "tm.db")


def _body(**values: str) -> bytes:
    return json.dumps(values).encode()


def _save(desk: ReviewDesk, entry: Entry, by: str, **decision: Any) -> dict[str, Any]:
    names = {"catalogue": NAME, "document": "a", "language": "ru", "key": key(entry), "old": desk.page().rows[0].old}
    patch = {"format": "l10n-review-patch", "version": 1, "reviewer": by, "made": "2026-01-30"}
    (answer,) = desk.save(json.dumps({**patch, "entries": [{**names, **decision}]}).encode())
    return answer


def test_a_word_is_looked_up_in_memory_and_glossary(catalogue: Path, sources: PageSources) -> None:
    answer = ReviewDesk([catalogue], sources).look_up(_body(text="Haus", **BETWEEN))

    assert [(unit["source"], unit["text"], unit["origin"]) for unit in answer["units"]] == [
        ("Das Haus ist alt", "дом старый", "reviewed Olga")
    ]
    assert [(term["term"], term["words"], term["note"]) for term in answer["terms"]] == [
        ("Haus", ("дом",), "a building")
    ]
    assert ReviewDesk([catalogue], sources).look_up(_body(text=" ", **BETWEEN)) == {"units": [], "terms": []}


def test_a_term_is_found_by_a_part_of_its_translation(catalogue: Path, sources: PageSources) -> None:
    answer = ReviewDesk([catalogue], sources).look_up(_body(text="собак", **BETWEEN))

    assert [term["term"] for term in answer["terms"]] == ["Hund"]


def test_the_engine_proposes_and_translates_back(
    catalogue: Path, sources: PageSources, packages: Path, tmp_path: Path
) -> None:
    build_package(tmp_path / "back", "ru", "de", {"дом": "Haus", "большой": "groß"})
    with Proposer(Supply(packages)) as there, Proposer(Supply(tmp_path / "back")) as back:
        desk = ReviewDesk([catalogue], sources, proposer=there)
        assert desk.page().asks_engine
        proposed = desk.propose(_body(text="Das Haus ist groß", **BETWEEN))
        accepted = desk.propose(_body(text="Das Haus ist groß", pivot="the old house", **BETWEEN))
        returned = ReviewDesk([catalogue], sources, proposer=back).back(_body(text="дом большой", **BETWEEN))
        with pytest.raises(L10nError, match="no package translates ru → de"):
            desk.back(_body(text="дом", **BETWEEN))

    assert proposed["engine"] == "argos de-en-1.0+en-ru-1.0"
    assert proposed["texts"][0] == "дом большой"
    assert len(set(proposed["texts"])) == len(proposed["texts"]) <= 6
    assert accepted["texts"][0] == "старый дом"
    assert returned == {"text": "Haus groß"}


def test_without_an_engine_nothing_is_proposed(catalogue: Path, sources: PageSources) -> None:
    desk = ReviewDesk([catalogue], sources)

    assert not desk.page().asks_engine
    with Proposer(Supply(sources.root / "none")) as nothing:
        assert not ReviewDesk([catalogue], sources, proposer=nothing).page().asks_engine
    with pytest.raises(L10nError, match="no engine"):
        desk.propose(_body(text="Haus", **BETWEEN))


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"\xff", b"[" * 100_000, b'{"text": 1}', _body(text="x" * 5001, **BETWEEN)]
)
def test_what_no_page_asks_is_refused(catalogue: Path, sources: PageSources, body: bytes) -> None:
    with pytest.raises(MalformedError):
        ReviewDesk([catalogue], sources).propose(body)


def test_the_history_of_an_entry_is_what_git_and_the_desk_know(catalogue: Path, sources: PageSources) -> None:
    def commit(name: str, *entries: Entry) -> None:
        po.write(catalogue, Catalogue((("Language", "ru"),), entries))
        who = ["-c", f"user.name={name}", "-c", "user.email=x@example.org"]
        subprocess.run([program("git"), *who, "commit", "-qam", "x"], check=True)

    subprocess.run([program("git"), "init", "-q"], check=True)
    subprocess.run([program("git"), "add", "."], check=True)
    other = Entry("Katze", "кошка")
    commit("Anna", other)
    commit("Boris", other, replace(HOUSE, msgstr="изба", flags=("fuzzy",)))
    commit("Olga", other, HOUSE)
    commit("Olga", replace(other, msgstr="кот"), HOUSE)
    desk = ReviewDesk([catalogue], sources)
    _save(desk, other, "Anna", verdict="edit", texts=["киса"], note="")

    def told(entry: Entry) -> list[tuple[str, str, tuple[str, ...]]]:
        events = desk.history(_body(catalogue=NAME, key=key(entry)))["events"]
        return [(event["who"], event["what"], event["texts"]) for event in events]

    assert told(HOUSE) == [("Olga", "translated", ("дом большой",)), ("Boris", "edited draft", ("изба",))]
    assert told(other)[:2] == [("Anna", "edit", ("киса",)), ("Olga", "translated", ("кот",))]
    assert desk.history(_body(catalogue="../a.po", key="x")) == {"events": []}


def test_there_is_a_history_without_git(catalogue: Path, sources: PageSources) -> None:
    assert ReviewDesk([catalogue], sources).history(_body(catalogue=NAME, key=key(HOUSE))) == {"events": []}


def test_nobody_takes_back_what_another_has_decided(catalogue: Path, sources: PageSources) -> None:
    desk = ReviewDesk([catalogue], sources)
    _save(desk, HOUSE, "Anna", verdict="approve", texts=None, note="")
    saved = _save(desk, HOUSE, "Olga", verdict="approve", texts=None, note="")
    undo = {"catalogue": NAME, "key": key(HOUSE), "old": saved["row"]["old"]}

    (refused,) = desk.undo(_body(**undo, reviewer="Anna"))
    assert (refused["outcome"], refused["reason"]) == ("refused", "Olga has decided it since")
    assert state(po.read(catalogue).entries[0]) is State.SECOND
    (undone,) = desk.undo(_body(**undo, reviewer="Olga"))
    assert (undone["outcome"], undone["row"]["state"]) == ("changed", "reviewed")


def test_a_comment_is_saved_and_nothing_else(catalogue: Path, sources: PageSources) -> None:
    saved = _save(ReviewDesk([catalogue], sources), HOUSE, "Anna", verdict="comment", texts=None, comment="why so big?")

    assert (saved["outcome"], saved["row"]["state"]) == ("changed", "translated")
    assert saved["row"]["comments"] == ("Anna: why so big?",)
