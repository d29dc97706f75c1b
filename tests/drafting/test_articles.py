from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.marks import drafted, trusted
from l10n.catalogue.bookkeeping.signature import sign
from l10n.drafting import Neighbours, Options
from l10n.drafting.articles import PendingArticle, accepted, wants_draft
from l10n.drafting.articles import pending as pending_article
from l10n.model import Catalogue, Draft, Entry, Leg

REDRAFT = Options(redraft=True)


def draft(text: str, english: str = "") -> Draft:
    """By one package, or by two with this English between them."""
    if not english:
        return Draft("argos", (Leg("de-ru-1.0", text, -0.1),))
    return Draft("argos", (Leg("de-en-1.0", english, -0.1), Leg("en-ru-1.9", text, -0.1)))


EMPTY = Entry("Das Haus.")
DRAFT = drafted(EMPTY, draft("Дом."))
OUTDATED = replace(drafted(Entry("Die Häuser."), draft("Дома.")), msgid="Das Haus.")
TYPED = Entry("Das Haus.", "Дом.")
REVIEWED = Draft("memory", (Leg("memory", "Дом.", 0.0),), match="101% reviewed")
"""A match of the translation memory that may stand."""
PIVOTED = drafted(EMPTY, draft("Дом.", "The house."))


@pytest.mark.parametrize(
    ("entry", "usually", "redrafting"),
    [
        pytest.param(EMPTY, True, True, id="empty"),
        pytest.param(DRAFT, False, True, id="draft"),
        pytest.param(OUTDATED, True, True, id="draft of another source"),
        pytest.param(replace(DRAFT, msgstr="Здание."), False, False, id="edited draft"),
        pytest.param(DRAFT.accepted(), False, False, id="accepted unread"),
        pytest.param(TYPED, False, False, id="translated"),
        pytest.param(TYPED.as_fuzzy(), False, False, id="somebody's fuzzy text"),
        pytest.param(replace(EMPTY, msgstr=" "), False, False, id="white space that somebody typed"),
        pytest.param(sign(DRAFT, "Anna Muster", "2026-01-31"), False, False, id="signed"),
        pytest.param(sign(DRAFT, "Anna Muster", "2026-01-31").as_fuzzy(), False, False, id="signed once"),
        pytest.param(trusted(EMPTY, REVIEWED), False, False, id="trusted"),
        pytest.param(replace(EMPTY, obsolete=True), False, False, id="obsolete"),
        pytest.param(replace(DRAFT, obsolete=True), False, False, id="obsolete draft"),
        pytest.param(Entry("%d Haus", msgid_plural="%d Häuser", msgstr_plural=("", "")), False, False, id="plural"),
    ],
)
def test_a_draft_is_wanted_where_nobodys_work_is_lost(entry: Entry, usually: bool, redrafting: bool) -> None:
    assert wants_draft(entry, False, {}) is usually
    assert wants_draft(entry, True, {}) is redrafting


@pytest.mark.parametrize(
    ("entry", "english", "wanted"),
    [
        pytest.param(PIVOTED, {"Das Haus.": "The building."}, True, id="replaced"),
        pytest.param(PIVOTED, {"Das Haus.": "The house."}, False, id="as it was"),
        pytest.param(PIVOTED, {"Das Haus.": "The  house. "}, False, id="white space"),
        pytest.param(PIVOTED, {}, False, id="not accepted"),
        pytest.param(DRAFT, {"Das Haus.": "The building."}, False, id="made without English"),
        pytest.param(replace(PIVOTED, msgstr="Здание."), {"Das Haus.": "The building."}, False, id="edited"),
    ],
)
def test_a_draft_is_renewed_when_people_have_replaced_its_english(
    entry: Entry, english: Mapping[str, str], wanted: bool
) -> None:
    assert wants_draft(entry, False, english) is wanted


def written(path: Path, entries: Sequence[Entry]) -> Path:
    po.write(path, Catalogue((("Language", "ru"),), tuple(entries)))
    return path


def pending(
    folder: Path, *entries: Entry, options: Options | None = None, english: dict[str, str] | None = None
) -> PendingArticle:
    return pending_article(written(folder / "ru.po", entries), "text", "de", "ru", options or Options(), english)


def test_each_text_is_drafted_once_for_all_entries_that_have_it(tmp_path: Path) -> None:
    wanted = pending(tmp_path, Entry("Ja."), Entry("Nein.", msgctxt="a"), Entry("Nein.", msgctxt="b"), TYPED)
    assert wanted.texts == ("Ja.", "Nein.")
    assert wanted.entries == 3


def test_drafts_are_made_again_if_one_asks_for_it(tmp_path: Path) -> None:
    assert pending(tmp_path, DRAFT).texts == ()
    assert pending(tmp_path, DRAFT, options=REDRAFT).texts == ("Das Haus.",)


def test_those_who_work_on_a_text_are_told_of_another_english(tmp_path: Path) -> None:
    edited = replace(PIVOTED, msgstr="Здание.")
    english = {"Das Haus.": "The building."}
    assert pending(tmp_path, edited, english=english).differing == 1
    assert pending(tmp_path, PIVOTED, english=english).differing == 0  # it is drafted again
    assert pending(tmp_path, replace(edited, obsolete=True), english=english).differing == 0


def test_a_text_is_drafted_between_the_neighbours_of_its_first_place(tmp_path: Path) -> None:
    first = Entry("Nein.", msgctxt="a", extracted=("paragraph 1, sentence 2", "previous: Ja.", "next: Doch."))
    second = Entry("Nein.", msgctxt="b", extracted=("paragraph 2, sentence 1", "previous: Doch."))
    alone = Entry("Haus", extracted=("heading 1",))
    neighbours = pending(tmp_path, first, second, alone).neighbours
    assert neighbours == {"Nein.": Neighbours("Ja.", "Doch."), "Haus": Neighbours(None, None)}


def test_english_counts_once_people_have_accepted_it(tmp_path: Path) -> None:
    entries = (
        Entry("Ja.", "Yes."),
        Entry("Nein.", "No.").as_fuzzy(),
        Entry("Haus", ""),
        Entry("Tor", "gate", msgctxt="a"),
        Entry("Tor", "goal", msgctxt="b"),
        Entry("Tür", "door", msgctxt="a"),
        Entry("Tür", "door", msgctxt="b"),
        Entry("%d Tag", msgid_plural="%d Tage", msgstr_plural=("%d day", "%d days")),
        Entry("Alt.", "Old.", obsolete=True),
    )
    assert accepted(written(tmp_path / "en.po", entries)) == {"Ja.": "Yes.", "Tür": "door"}
