"""Marks of drafts: what they say, and when they stop being true."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalogue.bookkeeping.marks import drafted, is_draft, risk_of
from l10n.catalogue.bookkeeping.signature import sign, signed, with_context
from l10n.catalogue.states import count, state, tally
from l10n.identity import digest
from l10n.model import Counts, Draft, Entry, Leg, State

DRAFT = Draft("argos", (Leg("de-en-1.0", "a house", -0.11), Leg("en-ru-1.9", "дом", -0.2)))
ENTRY = drafted(Entry("Haus"), DRAFT)


def test_a_draft_is_fuzzy_and_says_where_it_comes_from() -> None:
    assert ENTRY.flags == ("fuzzy",)
    assert ENTRY.comments == (
        "l10n-pivot: a house ¶",
        f"l10n-mt: argos de-en-1.0+en-ru-1.9 s={digest('Haus')} h={digest('дом')}",
    )


def test_the_digest_never_changes() -> None:
    assert digest("дом") == "f5b3d757"


def test_a_new_draft_replaces_only_our_comments() -> None:
    entry = replace(ENTRY, comments=("ask Anna", *ENTRY.comments, "and Olga"), flags=("fuzzy", "no-wrap"))
    again = drafted(entry, Draft("argos", (Leg("de-ru-1.0", "домик", -1.0),)))
    assert again.comments[:2] == ("ask Anna", "and Olga")
    assert again.comments[2].startswith("l10n-mt: argos de-ru-1.0 s=")
    assert again.flags == ("fuzzy", "no-wrap")


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        pytest.param(Entry("a"), State.UNTRANSLATED, id="empty"),
        pytest.param(Entry("a", flags=("fuzzy",)), State.UNTRANSLATED, id="empty though fuzzy"),
        pytest.param(ENTRY, State.DRAFT, id="as drafted"),
        pytest.param(replace(ENTRY, msgstr="домик"), State.EDITED, id="edited"),
        pytest.param(Entry("a", "b", flags=("fuzzy",)), State.EDITED, id="fuzzy from elsewhere"),
        pytest.param(replace(ENTRY, flags=()), State.UNREAD, id="accepted as it was drafted"),
        pytest.param(replace(ENTRY, msgstr="домик", flags=()), State.TRANSLATED, id="corrected and accepted"),
        pytest.param(replace(ENTRY, previous=(("msgid", "Hütte"),)), State.OUTDATED, id="source changed"),
        pytest.param(sign(ENTRY, "Anna", "2026-01-31"), State.REVIEWED, id="signed"),
        pytest.param(replace(sign(ENTRY, "Anna", "2026-01-31"), msgstr="x"), State.TRANSLATED, id="edited after it"),
        pytest.param(
            replace(sign(ENTRY, "Anna", "2026-01-31"), msgid="x"), State.OUTDATED_UNREAD, id="source changed after it"
        ),
        pytest.param(replace(sign(ENTRY, "Anna", "2026-01-31"), flags=("fuzzy",)), State.DRAFT, id="flagged after it"),
        pytest.param(Entry("a", "b"), State.TRANSLATED, id="translated by hand"),
        pytest.param(Entry("a", " \n\u00a0"), State.UNTRANSLATED, id="blanks"),
        pytest.param(sign(Entry("a", " "), "Anna", "2026-01-31"), State.UNTRANSLATED, id="signed blanks"),
        pytest.param(Entry("\u00a0", " "), State.TRANSLATED, id="blanks for blanks"),
    ],
)
def test_the_state_is_read_from_the_entry(entry: Entry, expected: State) -> None:
    assert state(entry) is expected


def _plural(*texts: str) -> Entry:
    entry = Entry("%d Haus", msgid_plural="%d Häuser", flags=("c-format",))
    return drafted(entry, *(Draft("argos", (Leg("en-ru-1.9", text, -0.1 * len(text)),)) for text in texts))


def test_a_plural_draft_has_a_text_for_each_form_and_one_mark() -> None:
    entry = _plural("a", "bbb", "bbb")
    assert (entry.msgid_plural, entry.msgstr, entry.msgstr_plural) == ("%d Häuser", "", ("a", "bbb", "bbb"))
    assert entry.flags == ("fuzzy", "c-format")
    source, texts = digest("%d Haus", "%d Häuser"), ",".join(map(digest, ("a", "bbb", "bbb")))
    assert entry.comments == (f"l10n-mt: argos en-ru-1.9 s={source} h={texts}",)


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        pytest.param(("a", "b", "c"), State.DRAFT, id="as drafted"),
        pytest.param(("a", "b", "d"), State.EDITED, id="one form edited"),
        pytest.param(("b", "a", "c"), State.EDITED, id="two forms exchanged"),
        pytest.param(("a", "b"), State.EDITED, id="a form gone"),
        pytest.param(("", "", ""), State.UNTRANSLATED, id="emptied"),
        pytest.param(("", " ", ""), State.UNTRANSLATED, id="blanks"),
    ],
)
def test_the_state_of_a_plural_entry_depends_on_all_forms(forms: tuple[str, ...], expected: State) -> None:
    assert state(replace(_plural("a", "b", "c"), msgstr_plural=forms)) is expected


def test_what_it_was_made_from_is_said_once_and_on_one_line() -> None:
    drafts = [Draft("argos", (Leg("de-en-1.0", "a\nhouse\n", 0.0), Leg("en-ru-1.9", text, 0.0))) for text in ("a", "b")]
    entry = drafted(Entry("Haus", msgid_plural="Häuser"), *drafts)
    assert entry.comments[:-1] == ("l10n-pivot: a house ¶",)


@given(st.text(min_size=1), st.text(min_size=1))
def test_any_other_text_is_an_edited_draft(first: str, second: str) -> None:
    entry = drafted(Entry("a"), Draft("argos", (Leg("de-en-1.0", first, 0.0),)))
    assert is_draft(entry)
    assert is_draft(replace(entry, msgstr=second)) == (first == second)


def test_counts_leave_out_obsolete_entries() -> None:
    counts = count([Entry("drei Wörter – hier"), ENTRY, Entry("weg", "gone", obsolete=True)])
    assert (counts.segments, counts.words, counts.untranslated, counts[State.DRAFT], counts.drafted) == (2, 4, 1, 1, 1)


def test_words_are_counted_by_state() -> None:
    counts = count([Entry("drei Wörter – hier"), ENTRY, sign(Entry("ja ja", "yes"), "Anna", "2026-01-31")])
    assert counts.words_by_state == {State.UNTRANSLATED: 3, State.DRAFT: 1, State.REVIEWED: 2}
    both = counts + count([ENTRY])
    assert both == Counts(
        {State.UNTRANSLATED: 1, State.DRAFT: 2, State.REVIEWED: 1},
        {State.UNTRANSLATED: 3, State.DRAFT: 2, State.REVIEWED: 2},
    )
    assert (both.words, both.in_words.segments, both.in_words.drafted) == (7, 7, 2)


def _with_risk(risk: float | None) -> Entry:
    return drafted(Entry("Haus"), replace(DRAFT, risk=risk))


def test_the_risk_stands_in_the_mark_of_the_draft() -> None:
    assert risk_of(_with_risk(0.35)) == 0.35
    assert risk_of(_with_risk(1)) == 1
    assert risk_of(_with_risk(None)) is None
    assert risk_of(Entry("x", comments=("risk=0.50 is high",))) is None


@given(st.integers(0, 100))
def test_every_risk_is_in_its_tenth(percent: int) -> None:
    _, tenths = tally([_with_risk(percent / 100)])
    assert tenths.index(1) == min(percent // 10, 9)
    assert sum(tenths) == 1


def test_only_standing_drafts_have_a_risk_worth_counting() -> None:
    entry = _with_risk(0.35)
    others = (
        replace(entry, obsolete=True),
        replace(entry, flags=()),
        replace(entry, msgstr="edited"),
        replace(entry, previous=(("msgid", "old"),)),
        _with_risk(None),
        Entry("x"),
    )
    assert tally((entry, *others))[1] == (0, 0, 0, 1, 0, 0, 0, 0, 0, 0)


def test_a_signature_counts_on_when_only_the_context_moves() -> None:
    entry = with_context(sign(ENTRY, "Anna von Ort", "2026-01-31"), "after:12345678")
    assert signed(entry)
    assert entry.comments[-2].startswith("l10n-reviewed: Anna von Ort 2026-01-31 h=")
    assert not signed(with_context(replace(entry, msgstr="x"), None))


@given(st.text(min_size=1), st.text(min_size=1))
def test_a_signature_counts_for_one_text_only(first: str, second: str) -> None:
    entry = sign(Entry("a", first), "Anna", "2026-01-31")
    assert signed(entry)
    assert signed(replace(entry, msgstr=second)) == (first == second)
