"""Decisions in catalogues: what was shown counts, everything else is refused, and nobody's work is lost."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.bookkeeping.signature import sign, signature
from l10n.catalogue.fingerprint import fingerprint, rejections
from l10n.catalogue.review import Reviewer, key
from l10n.catalogue.states import state
from l10n.checking.approval import Examiner
from l10n.checking.settings import Settings
from l10n.errors import L10nError
from l10n.model import Catalogue, Draft, Entry, Leg, State
from l10n.review import ReviewVerdict
from l10n.review.merging import DecisionResult, Outcome, merge, reviewer
from l10n.review.patch import Patch, ReviewDecision
from tests.catalogue import strategies

ANNA, OLGA = Reviewer("Anna Muster", "2026-01-31"), Reviewer("Olga", "2026-02-01")
DRAFT = drafted(Entry("Haus", comments=("ask Anna",)), Draft("argos", (Leg("de-ru-1.0", "дом", -0.2),)))
HUMAN = replace(DRAFT, msgstr="домик", flags=())
OUTDATED = replace(HUMAN, flags=("fuzzy",), previous=(("msgid", "Hütte"),))
PLURAL = Entry("%d Haus", msgid_plural="%d Häuser", msgstr_plural=("%d дом", "%d дома", "%d домов"))
APPROVE, EDIT, REJECT = ReviewVerdict.APPROVE, ReviewVerdict.EDIT, ReviewVerdict.REJECT
COMMENT = ReviewVerdict.COMMENT


def _decision(entry: Entry, verdict: ReviewVerdict, *texts: str, note: str = "") -> ReviewDecision:
    return ReviewDecision(
        "ru/a.po", "a", "ru", key(entry), fingerprint(entry), verdict, texts or None, note, entry.msgid
    )


def _merged(
    *entries: Entry, decisions: list[ReviewDecision], by: Reviewer = ANNA
) -> tuple[tuple[Entry, ...], list[DecisionResult]]:
    catalogue, results = merge(Catalogue(entries=entries), decisions, by)
    return catalogue.entries, results


def _one(entry: Entry, decision: ReviewDecision, by: Reviewer = ANNA) -> tuple[Entry, DecisionResult]:
    (after,), (result,) = _merged(entry, decisions=[decision], by=by)
    return after, result


@pytest.mark.parametrize(
    ("entry", "verdict", "texts", "expected"),
    [
        pytest.param(DRAFT, APPROVE, (), State.REVIEWED, id="draft-approved"),
        pytest.param(DRAFT, APPROVE, ("домик",), State.REVIEWED, id="draft-corrected-and-approved"),
        pytest.param(DRAFT, EDIT, ("домик",), State.EDITED, id="draft-edited"),
        pytest.param(DRAFT, REJECT, (), State.DRAFT, id="draft-rejected"),
        pytest.param(DRAFT, REJECT, ("домик",), State.EDITED, id="draft-edited-and-rejected"),
        pytest.param(replace(DRAFT, flags=()), EDIT, ("домик",), State.TRANSLATED, id="unread-edited"),
        pytest.param(replace(DRAFT, flags=()), REJECT, (), State.DRAFT, id="unread-rejected"),
        pytest.param(HUMAN, APPROVE, (), State.REVIEWED, id="translated-approved"),
        pytest.param(HUMAN, REJECT, (), State.EDITED, id="translated-rejected"),
        pytest.param(sign(HUMAN, "Olga", "2026-01-01"), EDIT, ("дома",), State.TRANSLATED, id="reviewed-edited"),
        pytest.param(sign(HUMAN, "Olga", "2026-01-01"), REJECT, (), State.EDITED, id="reviewed-rejected"),
        pytest.param(replace(DRAFT, previous=(("msgid", "Hütte"),)), APPROVE, (), State.REVIEWED, id="outdated"),
        pytest.param(OUTDATED, EDIT, ("дома",), State.OUTDATED, id="outdated-edited"),
        pytest.param(Entry("Haus"), EDIT, ("дом",), State.TRANSLATED, id="untranslated-written"),
        pytest.param(Entry("Haus"), APPROVE, ("дом",), State.REVIEWED, id="untranslated-written-and-approved"),
        pytest.param(PLURAL, APPROVE, ("%d дом", "%d дома", "%d домов!"), State.REVIEWED, id="plural"),
    ],
)
def test_a_decision_leads_to_the_state_of_the_table(
    entry: Entry, verdict: ReviewVerdict, texts: tuple[str, ...], expected: State
) -> None:
    after, result = _one(entry, _decision(entry, verdict, *texts))

    assert (state(after), after.texts) == (expected, texts or entry.texts)
    assert result.outcome is (Outcome.UNCHANGED if after == entry else Outcome.CHANGED)
    assert [line for line in after.comments if "ask Anna" in line] == [one for one in entry.comments if "ask" in one]


def test_who_approves_signs() -> None:
    after, _ = _one(DRAFT, _decision(DRAFT, APPROVE, "домик"))

    assert signature(after) == ("Anna Muster", "2026-01-31")


def test_a_note_says_why() -> None:
    after, _ = _one(DRAFT, _decision(DRAFT, REJECT, note='  "ist"\n is missing\u2028'))

    assert rejections(after) == ('Anna Muster 2026-01-31: "ist" is missing',)


@pytest.mark.parametrize(
    ("now", "reason"),
    [
        pytest.param(replace(DRAFT, msgstr="хата"), "it is edited draft now", id="edited"),
        pytest.param(sign(HUMAN, "Olga", "2026-02-01"), "Olga has approved it on 2026-02-01", id="approved"),
        pytest.param(
            replace(DRAFT, comments=(*DRAFT.comments, "l10n-rejected: Olga 2026-02-01: no")),
            "sent back by Olga 2026-02-01: no",
            id="rejected",
        ),
        pytest.param(replace(DRAFT, obsolete=True), "no longer in the article", id="obsolete"),
        pytest.param(Entry("Hütte", "дом"), "no longer there", id="gone"),
    ],
)
@pytest.mark.parametrize("verdict", [APPROVE, EDIT, REJECT])
def test_what_has_changed_since_is_refused(now: Entry, reason: str, verdict: ReviewVerdict) -> None:
    after, result = _one(now, _decision(DRAFT, verdict, "домище", note="why"))

    assert after == now
    assert result.outcome is Outcome.REFUSED
    assert reason in result.reason


@pytest.mark.parametrize(
    ("entry", "decision", "reason"),
    [
        pytest.param(Entry("Haus"), _decision(Entry("Haus"), APPROVE), "no translation", id="empty"),
        pytest.param(DRAFT, _decision(DRAFT, APPROVE, " \n"), "the text is empty", id="emptied"),
        pytest.param(PLURAL, _decision(PLURAL, APPROVE, "%d дом"), "has 3 texts, what came back 1", id="forms"),
        pytest.param(DRAFT, _decision(DRAFT, EDIT, "дом", "дома"), "has 1 texts, what came back 2", id="no-plural"),
        pytest.param(PLURAL, _decision(PLURAL, APPROVE, "%d дом", "", ""), "a plural form is empty", id="form-empty"),
    ],
)
def test_what_cannot_be_is_refused(entry: Entry, decision: ReviewDecision, reason: str) -> None:
    after, result = _one(entry, decision)

    assert (after, result.outcome) == (entry, Outcome.REFUSED)
    assert reason in result.reason


def test_a_later_export_of_the_same_page_goes_on_where_the_first_has_ended() -> None:
    """Edited, exported, applied; then approved on the page as it was, and exported again."""
    first, _ = _one(DRAFT, _decision(DRAFT, EDIT, "домик"))

    approved, _ = _one(first, _decision(DRAFT, APPROVE, "домик"))
    flagged, _ = _one(first, _decision(DRAFT, REJECT, "домик", note="or дом?"))

    assert state(approved) is State.REVIEWED
    assert rejections(flagged)[-1].endswith("or дом?")


@pytest.mark.parametrize("entry", [DRAFT, HUMAN, sign(HUMAN, "Olga", "2026-01-01"), PLURAL])
def test_a_comment_is_kept_once_and_leaves_text_and_state(entry: Entry) -> None:
    decision = replace(_decision(DRAFT, COMMENT), key=key(entry), comment="ask  Olga\nfirst ¶")
    after, _ = _one(entry, decision)
    again, result = _one(after, decision)

    assert "Anna Muster: ask Olga first ⁋" in after.comments
    assert replace(after, comments=entry.comments) == entry
    assert state(after) is state(entry)
    assert (again, result.outcome) == (after, Outcome.UNCHANGED)


def test_a_comment_goes_along_with_another_verdict_and_is_never_a_mark_of_ours() -> None:
    forged = replace(_decision(HUMAN, APPROVE), comment="Olga 2026-01-01 h=00000000")
    after, _ = _one(HUMAN, forged, Reviewer("l10n-reviewed", "2026-02-01"))

    assert state(after) is State.REVIEWED
    assert "– l10n-reviewed: Olga 2026-01-01 h=00000000" in after.comments


def test_two_reviewers_who_agree_both_sign() -> None:
    first, _ = _one(DRAFT, _decision(DRAFT, APPROVE), ANNA)
    again, same = _one(first, _decision(DRAFT, APPROVE), ANNA)
    second, result = _one(first, _decision(DRAFT, APPROVE), OLGA)

    assert (again, same.outcome) == (first, Outcome.UNCHANGED)
    assert (state(second), result.outcome) == (State.SECOND, Outcome.CHANGED)


def test_of_two_reviewers_who_do_not_agree_the_second_is_refused() -> None:
    first, _ = _one(DRAFT, _decision(DRAFT, APPROVE, "домик"), ANNA)
    second, result = _one(first, _decision(DRAFT, APPROVE), OLGA)

    assert (second, result.outcome) == (first, Outcome.REFUSED)


def test_an_approval_does_not_pass_over_somebody_elses_doubts() -> None:
    first, _ = _one(DRAFT, _decision(DRAFT, REJECT, note="wrong"), ANNA)
    second, result = _one(first, _decision(DRAFT, APPROVE), OLGA)

    assert (second, result.outcome) == (first, Outcome.REFUSED)


def test_entries_whose_keys_collide_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("l10n.review.merging.key", lambda _: "00000000")
    house, dog = DRAFT, replace(DRAFT, msgid="Hund")
    decision = replace(_decision(dog, APPROVE), key="00000000")

    entries, _ = _merged(house, dog, decisions=[decision])

    assert [state(entry) for entry in entries] == [State.DRAFT, State.REVIEWED]


def _judged(*entries: Entry, decisions: list[ReviewDecision]) -> tuple[tuple[Entry, ...], list[DecisionResult]]:
    judge = partial(Examiner(Settings()).doubts, Path("ru/a.po"))
    catalogue, results = merge(Catalogue(entries=entries), decisions, ANNA, judge)
    return catalogue.entries, results


NUMBERS = replace(DRAFT, msgid="39 Häuser", msgstr="39 домов")


@pytest.mark.parametrize(
    ("entry", "texts", "doubts"),
    [
        pytest.param(NUMBERS, (), [], id="sound"),
        pytest.param(NUMBERS, ("38 домов",), ["numbers"], id="error in the new text"),
        pytest.param(replace(NUMBERS, msgstr="38 домов"), (), ["numbers"], id="error in the text"),
        pytest.param(replace(NUMBERS, msgstr="38 домов"), ("39 домов",), [], id="error mended"),
        pytest.param(OUTDATED, ("дома",), ["outdated"], id="outdated"),
        pytest.param(
            replace(NUMBERS, msgstr="38 домов", previous=(("msgid", "38 Häuser"),)),
            (),
            ["outdated", "numbers"],
            id="both",
        ),
    ],
)
def test_an_approval_that_something_speaks_against_has_to_be_confirmed(
    entry: Entry, texts: tuple[str, ...], doubts: list[str]
) -> None:
    decision = _decision(entry, APPROVE, *texts)

    (after,), (result,) = _judged(entry, decisions=[decision])

    assert [doubt.name for doubt in result.doubts] == doubts
    assert result.outcome is (Outcome.REFUSED if doubts else Outcome.CHANGED)
    assert after == entry if doubts else state(after) is State.REVIEWED
    for missing in doubts:
        some = replace(decision, despite=tuple(name for name in doubts if name != missing))
        (after,), (result,) = _judged(entry, decisions=[some])
        assert (after, [doubt.name for doubt in result.doubts]) == (entry, [missing])
    (after,), (result,) = _judged(entry, decisions=[replace(decision, despite=(*doubts, "tags"))])
    assert (state(after), result.doubts) == (State.REVIEWED, ())


def test_edits_and_rejections_are_nobodys_signature() -> None:
    wrong = replace(NUMBERS, msgstr="38 домов")
    decisions = [_decision(wrong, EDIT, "37 домов"), _decision(OUTDATED, REJECT)]

    _, results = _judged(wrong, OUTDATED, decisions=decisions)

    assert [one.outcome for one in results] == [Outcome.CHANGED, Outcome.UNCHANGED]


def test_the_other_decisions_are_carried_out() -> None:
    wrong = replace(NUMBERS, msgstr="38 домов")
    decisions = [_decision(wrong, APPROVE), _decision(DRAFT, APPROVE, "домик"), _decision(wrong, REJECT, note="39!")]

    (first, second), results = _judged(wrong, DRAFT, decisions=decisions)

    assert [one.outcome for one in results] == [Outcome.REFUSED, Outcome.CHANGED, Outcome.CHANGED]
    assert state(second) is State.REVIEWED
    assert rejections(first)[-1].endswith("39!")


def test_an_approval_that_is_taken_back_by_a_later_decision_is_not_judged() -> None:
    wrong = replace(NUMBERS, msgstr="38 домов")
    signed = _one(wrong, _decision(wrong, APPROVE))[0]
    decisions = [_decision(wrong, APPROVE), _decision(signed, EDIT, "39 домов")]

    (after,), results = _judged(wrong, decisions=decisions)

    assert [one.outcome for one in results] == [Outcome.CHANGED, Outcome.CHANGED]
    assert (after.msgstr, state(after)) == ("39 домов", State.TRANSLATED)


def test_what_somebody_has_signed_all_the_same_is_not_refused_again() -> None:
    wrong = replace(NUMBERS, msgstr="38 домов")
    signed = _one(wrong, _decision(wrong, APPROVE))[0]

    (after,), (result,) = _judged(signed, decisions=[_decision(wrong, APPROVE)])

    assert (after, result.outcome) == (signed, Outcome.UNCHANGED)


def _by(name: str, made: str, verdict: ReviewVerdict = APPROVE, by: str | None = None) -> Reviewer:
    return reviewer(Patch(name, made, (_decision(DRAFT, verdict, "дом"),)), "2026-01-31 12:00+0000", by)


def test_nobody_signs_for_a_day_to_come() -> None:
    assert _by("Anna", "2099-01-01T00:00:00Z") == Reviewer("Anna", "2026-01-31")
    assert _by(" Anna  Muster ", "2026-01-30T00:00:00Z") == Reviewer("Anna Muster", "2026-01-30")
    assert _by("Anna", "2026-01-30", by="Olga").name == "Olga"


@pytest.mark.parametrize("name", ["", "  ", "Anna\nMuster"])
def test_a_signature_needs_a_name(name: str) -> None:
    for verdict in (APPROVE, REJECT):
        with pytest.raises(L10nError, match="the reviewer's name"):
            _by(name, "2026-01-31", verdict)


def test_who_only_edits_need_not_say_who_it_is() -> None:
    assert _by("", "2026-01-31", EDIT) == Reviewer("", "2026-01-31")


@st.composite
def _decisions(draw: st.DrawFn, entries: tuple[Entry, ...]) -> list[ReviewDecision]:
    """About these entries, some of them as they were with another text or state."""
    found = []
    for entry in draw(st.lists(st.sampled_from(entries), max_size=6)) if entries else []:
        shown = replace(entry, msgstr=draw(strategies.text)) if draw(st.booleans()) else entry
        texts = draw(st.none() | st.lists(strategies.text, min_size=1, max_size=3).map(tuple))
        one = _decision(entry, draw(st.sampled_from(ReviewVerdict)), note=draw(st.sampled_from(["", "why"])))
        found.append(replace(one, old=fingerprint(shown), texts=texts))
    return found


@given(strategies.catalogues(), st.data())
def test_only_what_was_decided_changes_and_human_text_only_for_human_text(old: Catalogue, data: st.DataObject) -> None:
    decisions = data.draw(_decisions(old.entries))

    new, results = merge(old, decisions, ANNA)

    assert [entry.key for entry in new.entries] == [entry.key for entry in old.entries]
    for before, after in zip(old.entries, new.entries, strict=True):
        done = [one.decision for one in results if one.outcome is Outcome.CHANGED and one.decision.key == key(before)]
        if not done:
            assert after == before
        written = [one.texts for one in done if one.texts is not None]
        assert after.texts == before.texts or after.texts in [
            tuple(text.replace("\r\n", "\n").replace("\r", "\n") for text in texts) for texts in written
        ]
        assert set(before.comments) - set(after.comments) <= {
            line for line in before.comments if line.startswith("l10n-")
        }


@given(strategies.catalogues(), st.data())
def test_twice_is_as_good_as_once(old: Catalogue, data: st.DataObject) -> None:
    decisions = data.draw(_decisions(old.entries))
    once, _ = merge(old, decisions, ANNA)

    twice, results = merge(once, decisions, ANNA)

    if len({one.key for one in decisions}) == len(decisions):  # one that contradicts another may win the second time
        assert twice == once
        assert all(one.outcome is not Outcome.CHANGED for one in results)


@given(strategies.catalogues(), st.data())
def test_patches_about_different_entries_can_come_in_any_order(old: Catalogue, data: st.DataObject) -> None:
    decisions = data.draw(_decisions(old.entries))
    first, second = decisions[::2], decisions[1::2]
    if {one.key for one in first} & {one.key for one in second}:
        return

    one_way = merge(merge(old, first, ANNA)[0], second, OLGA)[0]
    other_way = merge(merge(old, second, OLGA)[0], first, ANNA)[0]

    assert one_way.entries == other_way.entries
