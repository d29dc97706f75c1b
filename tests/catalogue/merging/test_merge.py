"""Merging with a changed document: people's work moves along."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.bookkeeping.signature import sign
from l10n.catalogue.merging.merge import Merge, merge
from l10n.catalogue.merging.similarity import word_diff
from l10n.catalogue.states import state
from l10n.catalogue.template import contexts
from l10n.model import Draft, Entry, Leg, State

documents = st.lists(st.sampled_from([*"ABCDEF"]), max_size=10)


def _template(sentences: list[str]) -> list[Entry]:
    return [Entry(text, msgctxt=name) for text, name in zip(sentences, contexts(sentences), strict=True)]


def _worked(entries: list[Entry]) -> list[Entry]:
    """Each translated differently, as a person would."""
    return [
        replace(entry, msgstr=f"{entry.msgid.lower()}{index}", comments=(f"note {index}",))
        for index, entry in enumerate(entries)
    ]


def test_an_unchanged_document_changes_nothing() -> None:
    old = _worked(_template(["A", "B", "A"]))
    result = merge(old, _template(["A", "B", "A"]))
    assert list(result.entries) == old
    assert (result.new, result.unchanged, result.restored, result.obsolete) == (0, 3, 0, 0)


def test_what_disappears_becomes_obsolete_and_comes_back() -> None:
    old = _worked(_template(["A", "B"]))
    gone = merge(old, _template(["B"]))
    assert gone.entries[-1] == replace(old[0], obsolete=True)
    back = merge(gone.entries, _template(["A", "B"]))
    assert list(back.entries) == old
    assert (gone.obsolete, back.restored) == (1, 1)


def test_an_untranslated_segment_disappears_without_a_trace() -> None:
    assert merge(_template(["A", "B"]), _template(["B"])).entries == (Entry("B"),)


def test_a_segment_that_becomes_repeated_keeps_its_translation_at_its_place() -> None:
    old = _worked(_template(["A", "B"]))
    result = merge(old, _template(["B", "A", "B"]))
    assert [entry.msgstr for entry in result.entries] == ["", "a0", "b1"]


def test_a_plural_entry_of_somebody_else_is_kept_as_obsolete() -> None:
    plural = Entry("A", msgid_plural="As", msgstr_plural=("a", "b"))
    result = merge([plural], _template(["A"]))
    assert result.entries[0] == Entry("A")
    assert result.entries[1].msgstr_plural == ("a", "b")
    assert result.entries[1].key != (None, "A")
    assert result.entries[1].obsolete


@given(documents, documents)
def test_no_text_and_no_comment_is_ever_lost(before: list[str], after: list[str]) -> None:
    old = _worked(_template(before))
    result = merge(old, _template(after))
    assert not Counter(entry.msgstr for entry in old) - Counter(entry.msgstr for entry in result.entries)
    comments = {line for entry in result.entries for line in entry.comments}
    assert comments >= {line for entry in old for line in entry.comments}
    keys = [entry.key for entry in result.entries]
    assert len(set(keys)) == len(keys)
    assert [entry.msgid for entry in result.entries if not entry.obsolete] == after


@given(documents, documents)
def test_there_and_back_again_restores_every_translation(before: list[str], after: list[str]) -> None:
    old = _worked(_template(before))
    result = merge(merge(old, _template(after)).entries, _template(before))
    texts = Counter((entry.msgid, entry.msgstr) for entry in result.entries if not entry.obsolete)
    assert texts == Counter((entry.msgid, entry.msgstr) for entry in old)


@given(documents)
def test_merging_twice_is_merging_once(sentences: list[str]) -> None:
    once = merge(_worked(_template(sentences)), _template(sentences))
    assert merge(once.entries, _template(sentences)).entries == once.entries


# --- a changed segment -----------------------------------------------------------------------------------------------

STORY = [
    "Der Mann geht heute in die Stadt.",
    "38 Menschen starben bei dem Unglück.",
    "Niemand weiß, wem das alte Haus am Rand gehört.",
    "Die Nachbarn schweigen, und im Rathaus gibt es keine Auskunft.",
    "Morgen kommt die Frau zurück.",
]


def _reviewed(sentences: list[str]) -> list[Entry]:
    entries = [replace(entry, msgstr=f"T{index} {entry.msgid}") for index, entry in enumerate(_template(sentences))]
    return [sign(entry, "Anna", "2026-01-31") for entry in entries]


def _changed(place: int, *texts: str) -> list[str]:
    return [*STORY[:place], *texts, *STORY[place + 1 :]]


def _current(result: Merge) -> list[Entry]:
    return [entry for entry in result.entries if not entry.obsolete]


@pytest.mark.parametrize("place", range(len(STORY)))
def test_a_changed_word_makes_the_entry_outdated_and_no_other(place: int) -> None:
    old = _reviewed(STORY)
    new = STORY[place].replace(STORY[place].split()[-1], "ganz anders.")
    result = merge(old, _template(_changed(place, new)))
    entry = _current(result)[place]
    assert state(entry) is State.OUTDATED
    assert entry.msgstr == old[place].msgstr
    assert entry.previous == (("msgid", STORY[place]),)
    assert f"l10n-diff: {word_diff(STORY[place], new)} ¶" in entry.comments
    assert [other for other in _current(result) if other is not entry] == [*old[:place], *old[place + 1 :]]
    assert (result.changed, result.unchanged, result.new, result.obsolete) == (1, 4, 0, 0)


@pytest.mark.parametrize(
    ("old", "new", "before", "after", "reason"),
    [
        pytest.param("38 Tote.", "39 Tote.", "38 погибших.", "39 погибших.", "38 → 39", id="number"),
        pytest.param("Wer kommt.", "Wer kommt?", "Кто идёт.", "Кто идёт?", "'.' → '?'", id="end mark"),
        pytest.param("Er sagt „ja“.", "Er sagt »ja«.", "Он «да».", "Он «да».", "quotes", id="quotes"),
        pytest.param("Er - nie.", "Er – nie.", "Он — нет.", "Он — нет.", "dashes", id="dashes"),
        pytest.param("Am 9. Mai.", "Am 9.\u00a0Mai.", "9 мая.", "9 мая.", "spacing", id="no-break space"),
        pytest.param("„Nein.“", "„Nein!“", "«Нет.»", "«Нет!»", "'.' → '!'", id="end mark in quotes"),
    ],
)
def test_a_cosmetic_edit_is_made_in_the_translation_too(
    old: str, new: str, before: str, after: str, reason: str
) -> None:
    result = merge([Entry(old, before)], [Entry(new)])
    (entry,) = result.entries
    assert (entry.msgstr, entry.flags, entry.previous) == (after, ("fuzzy",), (("msgid", old),))
    (note,) = (line for line in entry.comments if line.startswith("l10n-changed: "))
    assert reason in note
    assert _current(merge(result.entries, [Entry(old)])) == [Entry(old, before)], "taken back, as if nothing had been"
    assert result.touched == {entry.key}


@pytest.mark.parametrize(
    ("old", "new", "translation"),
    [
        pytest.param("38 Tote.", "39 Tote.", "Тридцать восемь погибших.", id="the number is a word there"),
        pytest.param("Am 9. und 9. Mai.", "Am 9. und 8. Mai.", "9 и 9 мая.", id="which of the two"),
        pytest.param("1.234 Tote.", "1.235 Tote.", "1 234 погибших.", id="separators"),
        pytest.param("Er kommt.", "Er kommt?", "Он идёт", id="another end mark there"),
    ],
)
def test_an_edit_that_is_not_safe_there_is_left_to_the_translator(old: str, new: str, translation: str) -> None:
    (entry,) = merge([Entry(old, translation)], [Entry(new)]).entries
    assert entry.msgstr == translation
    assert entry.fuzzy
    assert not any(line.startswith("l10n-changed: ") for line in entry.comments)


def test_an_edit_taken_back_brings_the_signature_back() -> None:
    old = _reviewed(STORY)
    changed = merge(old, _template(_changed(2, "Niemand weiß, wem das neue Haus am Rand gehört.")))
    twice = merge(changed.entries, _template(_changed(2, "Niemand weiß, wem das rote Haus am Rand gehört.")))
    assert _current(twice)[2].previous == (("msgid", STORY[2]),), "the text it is a translation of"
    assert _current(merge(twice.entries, _template(STORY))) == old


def test_a_mere_draft_of_a_changed_segment_is_dropped_for_a_new_one() -> None:
    draft = drafted(Entry(STORY[0], comments=("ask Anna",)), Draft("argos", (Leg("de-en-1.0", "x", 0.0),)))
    (entry,) = merge([draft], _template([STORY[0].replace("Stadt", "Welt")])).entries
    assert (entry.msgstr, entry.flags, entry.comments) == ("", (), ("ask Anna",))


def test_a_sentence_split_in_two_leaves_its_text_with_both() -> None:
    old = _reviewed(STORY)
    parts = ["Die Nachbarn schweigen.", "Und im Rathaus gibt es keine Auskunft."]
    result = merge(old, _template(_changed(3, *parts)))
    first, second = _current(result)[3:5]
    assert first.msgstr == second.msgstr == old[3].msgstr
    assert first.previous == second.previous == (("msgid", STORY[3]),)
    assert first.comments[0].startswith("l10n-changed: split in 2")
    assert not result.entries[6:]


def test_a_split_translation_is_divided_where_its_parts_are_found() -> None:
    old = [Entry("Er geht, sie kommt.", "He goes. She comes.")]
    new = _template(["Er geht.", "Sie kommt."])
    result = merge(old, new, lambda text, count: text.replace(". ", ".|").split("|"))
    assert [entry.msgstr for entry in result.entries] == ["He goes.", "She comes."]


def test_two_sentences_joined_join_their_texts() -> None:
    old = _reviewed(STORY)
    joined = f"{STORY[1][:-1]}, und {STORY[2][0].lower()}{STORY[2][1:]}"
    result = merge(old, _template([STORY[0], joined, *STORY[3:]]))
    entry = _current(result)[1]
    assert entry.msgstr == f"{old[1].msgstr} {old[2].msgstr}"
    assert entry.previous == (("msgid", f"{STORY[1]} {STORY[2]}"),)
    assert state(entry) is State.OUTDATED
    assert len(result.entries) == 4


def test_a_quite_different_sentence_is_new() -> None:
    result = merge(_reviewed(STORY), _template(_changed(2, "Völlig unerwartet begann es zu regnen!")))
    assert (result.new, result.obsolete, result.changed) == (1, 1, 0)
    assert _current(result)[2].msgstr == ""


def test_moved_segments_are_counted_and_kept() -> None:
    old = _reviewed(STORY)
    result = merge(old, _template([STORY[4], *STORY[:4]]))
    assert list(result.entries) == [old[4], *old[:4]]
    assert (result.moved, result.unchanged) == (1, 5)


def test_a_segment_moved_and_changed_is_found_again() -> None:
    old = _reviewed(STORY)
    changed = STORY[2].replace("alte", "neue")
    result = merge(old, _template([*STORY[:2], *STORY[3:], "Ganz neu.", changed]))
    assert _current(result)[-1].previous == (("msgid", STORY[2]),)
    assert result.obsolete == 0


def test_what_msgmerge_made_of_a_draft_is_drafted_anew() -> None:
    draft = drafted(Entry("Alt."), Draft("argos", (Leg("de-en-1.0", "Old.", 0.0),)))
    guessed = replace(draft, msgid="Neu.", previous=(("msgid", "Alt."),))
    (entry,) = merge([guessed], _template(["Neu."])).entries
    assert entry == Entry("Neu.")


sentences = st.lists(st.sampled_from([*STORY, "Ja.", "Ja."]), max_size=6)


@given(sentences, sentences, st.lists(st.sampled_from(["", " ", "!", " und", " 39", "x"]), min_size=6, max_size=6))
def test_whatever_changes_no_text_of_people_is_lost(before: list[str], after: list[str], edits: list[str]) -> None:
    old = _reviewed(before)
    edited = [f"{text}{edit}".strip() for text, edit in zip(after, edits, strict=False)]
    result = merge(old, _template(edited))
    remains = " ".join(entry.msgstr for entry in result.entries)
    assert all(entry.msgstr.removesuffix(".") in remains for entry in old)
    assert [entry.msgid for entry in _current(result)] == edited
    for entry in _current(result):
        assert state(entry) is not State.REVIEWED or entry.msgid in before
    assert merge(result.entries, _template(edited)).entries == result.entries


# --- what a hostile reader found -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("10 000 Menschen kamen.", "10.000 Menschen kamen.", id="grouping"),
        pytest.param("Am 3. 4. 2024 kam er.", "Am 3.4.2024 kam er.", id="date"),
        pytest.param("Es waren 5, 6 Leute.", "Es waren 5,6 Leute.", id="list"),
    ],
)
def test_numbers_that_grow_together_are_left_to_the_translator(old: str, new: str) -> None:
    (entry,) = merge([Entry(old, "text")], [Entry(new)]).entries
    assert (entry.msgstr, entry.fuzzy) == ("text", True)


@pytest.mark.parametrize(
    ("old", "new", "translation"),
    [
        pytest.param("Am 5. Mai kamen fünf.", "Am 6. Mai kamen fünf.", "On the fifth of May 5 came.", id="ordinal"),
        pytest.param("Es war der Mai 3 Tage.", "Es war der Mai 4 Tage.", "It was May 3rd.", id="part of a word"),
        pytest.param("Es sank um 5 Grad.", "Es sank um 6 Grad.", "It changed by -5 degrees.", id="sign"),
        pytest.param("Um 5 Uhr.", "Um 6 Uhr.", "At 5:00.", id="time"),
    ],
)
def test_a_number_that_is_part_of_something_is_not_carried_over(old: str, new: str, translation: str) -> None:
    (entry,) = merge([Entry(old, translation)], [Entry(new)]).entries
    assert (entry.msgstr, entry.fuzzy) == (translation, True)


def test_a_second_number_is_carried_over_into_the_text_of_the_first() -> None:
    first = merge([Entry("3 Hunde, 4 Katzen.", "3 dogs, 4 cats.")], [Entry("3 Hunde, 5 Katzen.")])
    second = merge(first.entries, [Entry("2 Hunde, 5 Katzen.")])
    assert second.entries[0].msgstr == "2 dogs, 5 cats."


def test_a_split_taken_back_brings_text_and_signature_back() -> None:
    whole = sign(Entry("Er geht heute, sie kommt morgen.", "He goes today. She comes tomorrow."), "Anna", "2026-01-31")
    parts = [Entry("Er geht heute."), Entry("Sie kommt morgen.")]
    split = merge([whole], parts, lambda text, count: text.replace(". ", ".|").split("|"))
    assert [entry.msgstr for entry in split.entries] == ["He goes today.", "She comes tomorrow."]
    assert merge(split.entries, [Entry(whole.msgid)]).entries == (whole,)


def test_a_join_taken_back_brings_texts_and_signatures_back() -> None:
    old = [
        sign(Entry("Er geht.", "He goes."), "Anna", "2026-01-31"),
        sign(Entry("Sie kommt.", "She comes."), "O", "2026-01-31"),
    ]
    joined = merge(old, [Entry("Er geht, sie kommt.")])
    back = merge(
        joined.entries, [Entry("Er geht."), Entry("Sie kommt.")], lambda text, _: text.replace(". ", ".|").split("|")
    )
    assert [(entry.msgstr, state(entry)) for entry in back.entries] == [
        ("He goes.", State.REVIEWED),
        ("She comes.", State.REVIEWED),
    ]


def test_an_edited_text_is_not_accepted_by_taking_the_change_back() -> None:
    changed = merge([Entry("Er geht heute.", "He goes.")], [Entry("Er geht morgen.")])
    edited = [replace(entry, msgstr="He is leaving.") for entry in changed.entries]
    (entry,) = merge(edited, [Entry("Er geht heute.")]).entries
    assert entry.fuzzy
    assert "l10n-changed: the source is again what it was ¶" in entry.comments


def test_a_signature_does_not_move_to_another_place_of_the_same_sentence() -> None:
    old = _template(["Tut es das?", "Ja.", "Kommt sie denn heute?", "Ja.", "Gut."])
    texts = ["Does it?", "It does.", "Is she coming?", "She is.", "Good."]
    signed = [sign(replace(entry, msgstr=text), "Anna", "2026-01-31") for entry, text in zip(old, texts, strict=True)]
    result = merge(signed, _template(["Ist Olga heute da?", "Ja.", "Dann ist es besser."]))
    yes = _current(result)[1]
    assert state(yes) is not State.REVIEWED
    assert any("stood in several places" in line for line in yes.comments)
    near = merge(signed, _template(["Ist Olga heute da?", "Ja.", "Gut."]))
    assert (_current(near)[1].msgstr, state(_current(near)[1])) == ("She is.", State.REVIEWED)


def test_a_machines_text_stays_a_machines_through_a_carry_over() -> None:
    draft = drafted(Entry("Er geht."), Draft("argos", (Leg("de-en-1.0", "He goes.", 0.0),)))
    unread = replace(draft, flags=())
    (entry,) = merge([unread], [Entry("Er geht!")]).entries
    assert entry.msgstr == "He goes!"
    assert state(replace(entry, flags=(), previous=())) is State.OUTDATED_UNREAD
    assert list(map(state, merge([entry], [Entry("Er geht.")]).entries)) == [State.UNREAD]
    assert merge([entry], [Entry("Er geht!")]).entries == (entry,)


def test_obsolete_twins_keep_their_texts_and_comments() -> None:
    plural = Entry("A", msgid_plural="As", msgstr_plural=("first", "firsts"))
    other = replace(plural, msgstr_plural=("second", "seconds"), obsolete=True)
    result = merge([plural, other], [])
    assert {entry.msgstr_plural for entry in result.entries} == {plural.msgstr_plural, other.msgstr_plural}
    twins = [Entry("B", "b", comments=(name,), obsolete=True) for name in ("Anna", "Hans")]
    assert [entry.comments for entry in merge(twins, []).entries] == [("Anna", "Hans")]


def test_a_text_in_an_obsolete_entry_of_the_same_key_comes_back() -> None:
    """Some programs leave an empty entry, or a draft, beside the `#~` one that has the translation."""
    obsolete = Entry("Er geht.", "He goes.", comments=("Anna",), obsolete=True)
    draft = drafted(Entry("Er geht."), Draft("argos", (Leg("de-en-1.0", "He goes!", 0.0),)))
    for active in (Entry("Er geht."), Entry("Er geht.", flags=("fuzzy",)), draft):
        result = merge([active, obsolete], [Entry("Er geht.")])
        assert result.entries == (Entry("Er geht.", "He goes.", comments=("Anna",)),)
        assert (result.restored, result.unchanged) == (1, 0)
    peoples = Entry("Er geht.", "He is leaving.")
    kept, left = merge([peoples, obsolete], [Entry("Er geht.")]).entries
    assert (kept, left.msgstr, left.obsolete) == (peoples, "He goes.", True)


def test_an_accepted_plural_entry_that_is_obsolete_stays_accepted() -> None:
    empty = Entry("A", msgid_plural="As", msgstr_plural=("", ""))
    filled = replace(empty, msgstr_plural=("b", "bs"), obsolete=True)
    assert merge([empty, filled], []).entries == (filled,)
