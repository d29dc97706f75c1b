"""Signing and sending back: the table of steps, what a step may touch, and how people name entries."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.changes import remembering
from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.bookkeeping.signature import countersign, sign, signatures, signed
from l10n.catalogue.review import STEPS, Action, Refusal, Reviewer, choose, clean, key, one_line, review, step
from l10n.catalogue.states import state
from l10n.drafting import Options
from l10n.drafting.articles import pending
from l10n.errors import L10nError
from l10n.model import SIGNED, Catalogue, Draft, Entry, Leg, State
from tests.catalogue import strategies
from tests.conftest import ROOT

ANNA = Reviewer("Anna Muster", "2026-01-31")
OLGA = Reviewer("Olga", "2026-02-01")

MACHINE = replace(
    drafted(Entry("Haus", comments=("ask Anna",)), Draft("argos", (Leg("de-ru-1.0", "дом", -0.2),))), line=7
)
HUMAN = replace(MACHINE, msgstr="домик", flags=())
PLURAL = drafted(
    Entry("%d Haus", msgid_plural="%d Häuser"),
    *(Draft("argos", (Leg("de-ru-1.0", text, -0.2),)) for text in ("дом", "дома", "домов")),
)
EXAMPLES = {
    State.UNTRANSLATED: (Entry("Haus"), Entry("Haus", flags=("fuzzy",))),
    State.DRAFT: (MACHINE, replace(sign(MACHINE, "Olga", "2026-01-01"), flags=("fuzzy",))),
    State.EDITED: (replace(MACHINE, msgstr="домик"), Entry("Haus", "дом", flags=("no-wrap", "fuzzy"))),
    State.OUTDATED: (
        replace(MACHINE, previous=(("msgid", "Hütte"),)),
        replace(HUMAN, flags=("fuzzy",), previous=(("msgctxt", "x"), ("msgid", "Hütte"))),
    ),
    State.OUTDATED_UNREAD: (
        replace(MACHINE, msgid="Hütte", flags=()),
        replace(remembering([HUMAN], HUMAN), msgid="Hütte"),
    ),
    State.UNREAD: (
        replace(MACHINE, flags=()),
        replace(MACHINE, flags=(), previous=(("msgid", "Hütte"),)),
        replace(PLURAL, msgstr_plural=("дом", "дома", "дома, дома"), flags=()),
    ),
    State.TRANSLATED: (
        HUMAN,
        replace(HUMAN, previous=(("msgid", "Hütte"),)),
        replace(sign(MACHINE, "Olga", "2026-01-01"), msgstr="домик"),
        Entry("Haus", msgid_plural="Häuser", msgstr_plural=("дом", "дома", "домов")),
    ),
    State.REVIEWED: (
        sign(MACHINE, "Olga", "2026-01-01"),
        sign(HUMAN, "Olga", "2026-01-01"),
        sign(HUMAN, "anna  muster", "2026-01-01"),
    ),
    State.SECOND: (
        countersign(sign(MACHINE, "Olga", "2026-01-01"), "Boris", "2026-01-02"),
        countersign(sign(HUMAN, "Olga", "2026-01-01"), "Boris", "2026-01-02"),
    ),
}

actions = st.sampled_from(Action)
translations = strategies.entries(obsolete=False).filter(lambda entry: state(entry) is not State.UNTRANSLATED)


def _taken(entry: Entry, action: Action, by: Reviewer = ANNA, note: str = "") -> Entry:
    after = step(entry, action, by, note)
    assert isinstance(after, Entry)
    return after


def _signature(reviewer: Reviewer) -> tuple[str, str]:
    return reviewer.name, reviewer.date


def _approved(entry: Entry) -> Entry:
    return _taken(entry, Action.APPROVE)


def test_the_table_has_every_step() -> None:
    assert set(STEPS) == set(product(State, Action))
    assert set(EXAMPLES) == set(State)
    assert all(state(entry) is one for one, entries in EXAMPLES.items() for entry in entries)


@pytest.mark.parametrize("note", ["", "number is missing"])
@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("before", State)
def test_each_step_leads_where_the_table_says(before: State, action: Action, note: str) -> None:
    allowed = STEPS[before, action]
    results = [step(entry, action, ANNA, note) for entry in EXAMPLES[before]]
    if isinstance(allowed, Refusal):
        assert results == [allowed] * len(results)
    else:
        assert {state(entry) for entry in results if isinstance(entry, Entry)} == allowed
        assert len([entry for entry in results if isinstance(entry, Entry)]) == len(EXAMPLES[before])


def test_only_an_empty_entry_is_refused_and_everything_else_can_be_approved() -> None:
    refused = {one for (one, _), allowed in STEPS.items() if isinstance(allowed, Refusal)}
    assert refused == {State.UNTRANSLATED}
    approvals = [STEPS[one, Action.APPROVE] for one in State if one not in SIGNED | {State.UNTRANSLATED}]
    assert approvals == [frozenset({State.REVIEWED})] * 6
    assert all(
        not SIGNED & allowed
        for (_, action), allowed in STEPS.items()
        if action is Action.REJECT and not isinstance(allowed, Refusal)
    )


def test_approving_drops_fuzzy_the_old_source_and_our_notes_and_nothing_else() -> None:
    notes = ("l10n-changed: 38 → 39", "l10n-diff: [-38-] {+39+}", "l10n-rejected: Olga 2026-01-30: 38? ¶", "a note")
    entry = replace(
        MACHINE, comments=(*MACHINE.comments, *notes), flags=("fuzzy", "no-wrap"), previous=(("msgid", "Hütte"),)
    )
    after = _approved(entry)
    asked, mark = MACHINE.comments
    assert after.comments[:-2] == (asked, *notes[2:])
    assert re.fullmatch(r"l10n-reviewed: Anna Muster 2026-01-31 h=[0-9a-f]{8}", after.comments[-2])
    assert after.comments[-1] == mark
    assert replace(after, comments=entry.comments, flags=entry.flags, previous=entry.previous) == entry
    assert (after.flags, after.previous) == (("no-wrap",), ())


def test_a_second_person_signs_beside_the_first_and_nobody_twice() -> None:
    entry = _approved(MACHINE)
    assert _taken(entry, Action.APPROVE, ANNA) is entry
    assert _taken(entry, Action.APPROVE, Reviewer("ANNA MUSTER", "2026-03-01")) is entry

    second = _taken(entry, Action.APPROVE, OLGA)
    assert (state(second), signatures(second)) == (State.SECOND, (_signature(ANNA), _signature(OLGA)))
    assert _taken(second, Action.APPROVE, Reviewer("Boris", "2026-03-01")) is second
    assert state(replace(second, msgstr="домик")) is State.TRANSLATED
    assert signatures(_taken(second, Action.REJECT)) == ()


def test_a_text_that_is_fuzzy_again_has_lost_its_first_signature_too() -> None:
    again = _taken(_approved(MACHINE).as_fuzzy(), Action.APPROVE, OLGA)
    assert (state(again), signatures(again)) == (State.REVIEWED, (_signature(OLGA),))


def test_a_stale_signature_is_replaced() -> None:
    entry = replace(_approved(MACHINE), msgstr="домик")
    again = _taken(entry, Action.APPROVE, OLGA)
    assert [line[:20] for line in again.comments if line.startswith("l10n-reviewed")] == ["l10n-reviewed: Olga "]


def test_rejecting_twice_for_one_reason_leaves_one_note() -> None:
    entry = _taken(_taken(MACHINE, Action.REJECT, note="no"), Action.REJECT, note="no")
    asked, mark = MACHINE.comments
    assert entry.comments == (asked, "l10n-rejected: Anna Muster 2026-01-31: no ¶", mark)
    assert len(_taken(entry, Action.REJECT, OLGA, "no").comments) == len(entry.comments) + 1


def test_a_draft_that_an_editor_flagged_after_its_signature_loses_it_when_rejected() -> None:
    entry = replace(_approved(MACHINE), flags=("fuzzy",))
    assert signed(entry)
    assert not signed(_taken(entry, Action.REJECT))
    assert state(replace(_taken(entry, Action.REJECT), flags=())) is State.UNREAD


def test_a_rejection_without_note_needs_no_name() -> None:
    assert isinstance(step(HUMAN, Action.REJECT, None), Entry)
    with pytest.raises(ValueError, match="reviewer"):
        step(HUMAN, Action.APPROVE, None)
    with pytest.raises(ValueError, match="reviewer"):
        step(HUMAN, Action.REJECT, None, "no")


@given(translations, strategies.text, st.sampled_from(["msgid", "msgstr", "msgctxt"]))
def test_after_any_edit_an_approved_entry_is_no_longer_reviewed(entry: Entry, text: str, field: str) -> None:
    assume(entry.msgid_plural is None or all(map(str.strip, entry.msgstr_plural)))
    after = _approved(entry)
    assert state(after) is State.REVIEWED
    assume((getattr(entry, field) or "") != text)  # no context and an empty one are the same to us
    match field:
        case "msgid":
            edited = replace(after, msgid=text)
        case "msgstr":
            edited = replace(after, msgstr=text)
        case _:
            edited = replace(after, msgctxt=text)
    assert state(edited) is not State.REVIEWED
    assert state(replace(edited, msgid=entry.msgid, msgstr=entry.msgstr, msgctxt=entry.msgctxt)) is State.REVIEWED


@given(st.lists(strategies.entries(), max_size=4), st.lists(st.tuples(actions, st.sampled_from([0, 1, 2, 3, 99]))))
def test_no_sequence_of_steps_changes_a_text_or_a_persons_comment(
    entries: list[Entry], steps: list[tuple[Action, int]]
) -> None:
    start = Catalogue(entries=tuple(entries))
    catalogue = start
    for action, number in steps:
        places = {place for place in range(len(entries)) if number in (place, 99)}
        catalogue = review(catalogue, places, action, ANNA, "no" if number == 99 else "").catalogue
    for before, after in zip(start.entries, catalogue.entries, strict=True):
        assert (after.msgctxt, after.msgid, after.msgstr) == (before.msgctxt, before.msgid, before.msgstr)
        assert (after.extracted, after.references, after.obsolete) == (
            before.extracted,
            before.references,
            before.obsolete,
        )
        ours = ("l10n-reviewed: ", "l10n-rejected: ")
        assert tuple(line for line in after.comments if not line.startswith(ours)) == before.comments


def test_a_plural_with_an_empty_form_cannot_be_approved() -> None:
    entry = Entry("a", msgid_plural="b", msgstr_plural=("c", ""))
    assert isinstance(step(entry, Action.APPROVE, ANNA), Refusal)


def test_a_signature_is_for_the_plural_too() -> None:
    signed = _approved(Entry("a", msgid_plural="b", msgstr_plural=("c", "d")))
    assert state(replace(signed, msgid_plural="x")) is not State.REVIEWED


@given(translations)
def test_rejecting_what_was_approved_keeps_peoples_comments(entry: Entry) -> None:
    assume(entry.msgid_plural is None or all(map(str.strip, entry.msgstr_plural)))
    back = _taken(_approved(entry), Action.REJECT)
    assert back.comments == entry.comments
    assert back.fuzzy
    assert set(back.flags) == {*entry.flags, "fuzzy"}


@given(strategies.catalogues(), st.sets(st.integers(0, 4)), actions)
def test_only_the_entries_meant_change_and_the_date_moves_only_with_them(
    old: Catalogue, wanted: set[int], action: Action
) -> None:
    places = {place for place in wanted if place < len(old.entries)}
    done = review(old, places, action, ANNA)
    for place, entry in enumerate(old.entries):
        if place not in places:
            assert done.catalogue.entries[place] is entry
    assert done.changed + done.unchanged + len(done.refused) == len(places)
    assert (done.catalogue == old) == (done.changed == 0)
    differing = {
        name for (name, new), (_, value) in zip(done.catalogue.header, old.header, strict=True) if new != value
    }
    assert differing == ({"PO-Revision-Date"} if done.changed else set())


@given(strategies.catalogues(), st.text(st.characters(codec="utf-8"), min_size=1), actions)
def test_name_and_note_come_back_from_the_file(tmp_path: Path, old: Catalogue, given_text: str, action: Action) -> None:
    try:
        text = one_line(given_text, "the name", "")
    except L10nError:
        assume(False)
    done = review(old, range(len(old.entries)), action, Reviewer(text, "2026-01-31"), text).catalogue
    po.write(tmp_path / "a.po", done)
    read = po.read(tmp_path / "a.po")
    assert [state(entry) for entry in read.entries] == [state(entry) for entry in done.entries]
    notes = [line for entry in read.entries for line in entry.comments if line.startswith("l10n-rejected: ")]
    note = text.replace("¶", "⁋")  # the mark stands at the end alone
    assert all(line == f"l10n-rejected: {text} 2026-01-31: {note} ¶" for line in notes)


def test_all_clean_takes_no_draft_and_nothing_outdated() -> None:
    entries = [entry for examples in EXAMPLES.values() for entry in examples]
    entries.append(replace(HUMAN, obsolete=True))
    taken = {state(entries[place]) for place in clean(entries)}
    assert taken == {State.UNREAD, State.TRANSLATED}
    assert len(entries) - 1 not in clean(entries)


ENTRIES = (
    Entry("a", "1", line=10),
    Entry("b", "2", line=15, obsolete=True),
    Entry("c", "3", line=20, msgctxt="x"),
    Entry("d", "4", line=25),
)


@pytest.mark.parametrize(
    ("names", "expected", "missing"),
    [
        pytest.param("1", {0}, (), id="number"),
        pytest.param("2", {2}, (), id="obsolete entries do not count"),
        pytest.param(" 1 , 3 ", {0, 3}, (), id="list with spaces"),
        pytest.param("1-2,2-3", {0, 2, 3}, (), id="ranges that overlap"),
        pytest.param("4", set(), ("4",), id="past the end"),
        pytest.param("3-9999999", {3}, ("3-9999999",), id="partly past the end"),
        pytest.param("L10", {0}, (), id="first line"),
        pytest.param("L14,:24", {0, 2}, (), id="last lines"),
        pytest.param("L9", set(), ("L9",), id="line of the header"),
        pytest.param("L17", set(), ("L17",), id="line of an obsolete entry"),
        pytest.param("L28", {3}, (), id="last line of the file"),
        pytest.param("L29", set(), ("L29",), id="past the file"),
        pytest.param(key(ENTRIES[2]), {2}, (), id="key"),
        pytest.param(key(ENTRIES[1]), set(), (key(ENTRIES[1]),), id="key of an obsolete entry"),
        pytest.param("12345678", set(), ("12345678",), id="eight digits are a key"),
        pytest.param("all", {0, 2, 3}, (), id="all"),
        pytest.param("all,77", {0, 2, 3}, ("77",), id="all and more"),
    ],
)
def test_entries_are_found_by_number_line_and_key(names: str, expected: set[int], missing: tuple[str, ...]) -> None:
    choice = choose(names, ENTRIES, last_line=28)
    assert (set(choice.indices), choice.missing) == (expected, missing)


@pytest.mark.parametrize("names", ["", ",", "0", "0-3", "7-3", "-3", "3-", "x", "L", "Lx", "١", "1;2", "1,x"])
def test_what_names_no_entry_is_an_error(names: str) -> None:
    with pytest.raises(L10nError, match="names no entry") as caught:
        choose(names, ENTRIES, last_line=28)
    assert "3,5-7" in caught.value.hint


def test_a_line_is_that_of_the_file_as_people_see_it(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    path.write_text(
        'msgid ""\nmsgstr "Language: ru\\n"\n\n# one\n#. x\nmsgid "a"\nmsgstr "1"\n# two\nmsgid "b"\nmsgstr ""\n"2"\n',
        "utf-8",
    )
    entries = po.read(path).entries
    found = [choose(f"L{line}", entries, 11).indices for line in range(1, 12)]
    assert found == [frozenset()] * 3 + [frozenset({0})] * 4 + [frozenset({1})] * 4


@pytest.mark.parametrize("text", ["", " ", "a\nb", "a\tb", "a\x1b[1m", "a\u2028b", "a\x85b", "\udcff"])
def test_what_does_not_fit_a_comment_is_refused(text: str) -> None:
    with pytest.raises(L10nError) as caught:
        one_line(text, "the reviewer's name", "--by NAME")
    assert caught.value.hint == "--by NAME"


@pytest.mark.parametrize("name", ["Anna Muster", "Нестор", "Jürgen (jm@example.org)", "安娜"])
def test_names_of_people_are_accepted(name: str) -> None:
    assert one_line(f" {name}  ", "the reviewer's name", "") == name


def test_blanks_in_a_plural_form_are_not_signed() -> None:
    entry = Entry("a", msgid_plural="b", msgstr_plural=("c", " "))
    assert step(entry, Action.APPROVE, Reviewer("Anna", "2026-01-31")) == Refusal("a plural form is empty")


def _tables() -> list[dict[str, dict[str, str]]]:
    """The tables of docs/states.md: state -> heading -> cell."""
    tables = []
    for block in re.findall(r"(?:^\|.*\n)+", (ROOT / "docs" / "states.md").read_text("utf-8"), re.M):
        head, _, *rows = ([cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in block.splitlines())
        tables.append({row[0]: dict(zip(head, row, strict=True)) for row in rows})
    return tables


def test_the_page_for_translators_names_every_state_in_order() -> None:
    for table in _tables()[:2]:
        assert list(table) == [one.value for one in State]


@pytest.mark.parametrize("action", Action)
def test_the_page_for_translators_has_the_steps_of_the_code(action: Action) -> None:
    for one in State:
        allowed = STEPS[one, action]
        expected = "refused" if isinstance(allowed, Refusal) else " or ".join(to for to in State if to in allowed)
        assert _tables()[1][one][f"`l10n review {action}`"] == expected


@pytest.mark.parametrize(("heading", "redraft"), [("`l10n draft`", False), ("`l10n draft --redraft`", True)])
def test_the_page_for_translators_says_what_drafting_touches(tmp_path: Path, heading: str, redraft: bool) -> None:
    for one, examples in EXAMPLES.items():
        touched = []
        for entry in examples:
            po.write(tmp_path / "a.po", Catalogue(entries=(entry,)))
            touched.append(bool(pending(tmp_path / "a.po", "a", "de", "ru", Options(redraft=redraft)).texts))
        cell = _tables()[1][one][heading]
        assert cell == ("draft" if all(touched) else "draft¹" if any(touched) else "–")
    assert "¹ If the text is a machine's that nobody has accepted." in (ROOT / "docs" / "states.md").read_text("utf-8")
