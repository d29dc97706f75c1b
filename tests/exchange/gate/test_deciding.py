"""What may come in through the gate, and what it says of what may not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.bookkeeping.signature import countersign, sign, signature, signatures
from l10n.catalogue.doubts import Doubt
from l10n.catalogue.fingerprint import fingerprint
from l10n.catalogue.review import Action, Reviewer, key, step
from l10n.catalogue.states import state
from l10n.exchange.gate import Admission, Claim, Returned, claim_of
from l10n.exchange.gate.admission import admit
from l10n.model import Catalogue, Draft, Entry, Leg, State

ANNA, OLGA = Reviewer("Anna Muster", "2026-01-31"), Reviewer("Olga", "2026-02-01")


def _drafted(text: str) -> Entry:
    return drafted(Entry("Haus", comments=("ask Anna",)), Draft("argos", (Leg("de-ru-1.0", text, -0.2),)))


EMPTY = Entry("Haus", comments=("ask Anna",))
DRAFT = _drafted("дом")
UNREAD = DRAFT.accepted()
EDITED = replace(DRAFT, msgstr="домик")
OUTDATED = replace(EDITED, previous=(("msgid", "Hütte"),))
TRANSLATED = EDITED.accepted()
SIGNED = sign(TRANSLATED, "Olga", "2026-01-01")
TWICE = countersign(SIGNED, "Boris", "2026-01-02")
ALL = [EMPTY, DRAFT, UNREAD, EDITED, OUTDATED, TRANSLATED, SIGNED, TWICE]
PLURAL = Entry("%d Haus", msgid_plural="%d Häuser", msgstr_plural=("%d дом", "%d дома", "%d домов"))


def back(entry: Entry, *texts: str, claim: Claim | None = None, source: str | None = None) -> Returned:
    """The entry as exported, and with these texts now."""
    claimed = claim_of(state(entry)) if claim is None else claim
    return Returned(key(entry), fingerprint(entry), source or entry.msgid, texts or entry.texts, claimed, "", "a.xlf:7")


def admitted(entry: Entry, *returned: Returned, by: Reviewer | None = None) -> tuple[Entry, Admission]:
    """The entry after all of these, and the second time nothing new."""
    old = Catalogue(entries=(entry,))
    done = admit(old, returned, by)
    again = admit(done.catalogue, returned, by)
    assert again.catalogue == done.catalogue
    assert not again.taken
    return done.catalogue.entries[0], done


@pytest.mark.parametrize("entry", [*ALL, PLURAL, replace(PLURAL, flags=("fuzzy",))])
@pytest.mark.parametrize("by", [None, ANNA])
def test_what_nobody_has_touched_stays(entry: Entry, by: Reviewer | None) -> None:
    after, done = admitted(entry, back(entry), by=by)
    assert after == entry
    assert not done.taken
    assert not done.refused


@pytest.mark.parametrize("entry", ALL)
@pytest.mark.parametrize(
    ("claim", "by", "expected"),
    [
        (Claim.DRAFT, None, State.EDITED),
        (Claim.STORED, None, State.TRANSLATED),
        (Claim.TRANSLATED, None, State.TRANSLATED),
        (Claim.REVIEWED, None, State.TRANSLATED),
        (Claim.REVIEWED, ANNA, State.REVIEWED),
        (Claim.SECOND, None, State.TRANSLATED),
        (Claim.SECOND, ANNA, State.REVIEWED),
    ],
)
def test_a_new_text_comes_in_as_what_it_is_called(
    entry: Entry, claim: Claim, by: Reviewer | None, expected: State
) -> None:
    after, done = admitted(entry, back(entry, "изба", claim=claim), by=by)
    assert after.msgstr == "изба"
    assert state(after) is (State.OUTDATED if entry is OUTDATED and claim is Claim.DRAFT else expected)
    assert "ask Anna" in after.comments
    assert not done.refused
    assert done.units[0].waits == (claim >= Claim.REVIEWED and by is None)


@pytest.mark.parametrize("entry", [DRAFT, UNREAD, EDITED])
def test_a_state_is_raised_only_if_somebody_answers_for_it(entry: Entry) -> None:
    for claim in (Claim.TRANSLATED, Claim.REVIEWED):
        after, done = admitted(entry, back(entry, claim=claim))
        assert after == entry
        assert [unit.waits for unit in done.units] == [not (entry is UNREAD and claim is Claim.TRANSLATED)]
    after, _ = admitted(entry, back(entry, claim=Claim.REVIEWED), by=ANNA)
    assert signature(after) == (ANNA.name, ANNA.date)
    after, _ = admitted(entry, back(entry, claim=Claim.TRANSLATED), by=ANNA)
    assert state(after) is (State.TRANSLATED if entry is EDITED else State.UNREAD)


def test_a_stored_draft_is_accepted_unread_and_a_signature_stays_whose_it_is() -> None:
    after, _ = admitted(DRAFT, back(DRAFT, claim=Claim.STORED))
    assert after == UNREAD
    after, done = admitted(SIGNED, back(SIGNED, claim=Claim.REVIEWED), by=ANNA)
    assert after == SIGNED
    assert not done.refused


def test_a_second_signature_is_that_of_another_person() -> None:
    twice = back(SIGNED, claim=Claim.SECOND)
    assert admitted(SIGNED, twice)[1].units[0].waits
    assert signatures(admitted(SIGNED, twice, by=ANNA)[0]) == (("Olga", "2026-01-01"), (ANNA.name, ANNA.date))
    assert admitted(SIGNED, twice, by=OLGA)[0] == SIGNED
    assert signatures(admitted(TRANSLATED, back(TRANSLATED, claim=Claim.SECOND), by=ANNA)[0]) == (
        (ANNA.name, ANNA.date),
    )
    after, done = admitted(TWICE, back(TWICE, claim=Claim.REVIEWED), by=ANNA)
    assert (after, done.units[0].lowered) == (TWICE, False)


def test_a_lower_state_is_named_and_changes_nothing() -> None:
    after, done = admitted(SIGNED, back(SIGNED, claim=Claim.DRAFT))
    assert after == SIGNED
    assert done.units[0].lowered


@pytest.mark.parametrize(
    ("now", "returned", "reason"),
    [
        pytest.param(TRANSLATED, back(DRAFT, "изба", claim=Claim.TRANSLATED), "has changed", id="translated meanwhile"),
        pytest.param(SIGNED, back(TRANSLATED, "изба"), "Olga has approved it", id="signed meanwhile"),
        pytest.param(UNREAD, back(DRAFT, "изба", claim=Claim.DRAFT), "has changed", id="accepted meanwhile"),
        pytest.param(EMPTY, back(TRANSLATED, "изба"), "has changed", id="deleted meanwhile"),
        pytest.param(TRANSLATED, back(DRAFT, claim=Claim.REVIEWED), "has changed", id="raised, edited meanwhile"),
        pytest.param(replace(DRAFT, obsolete=True), back(DRAFT, "изба"), "no longer in the article", id="obsolete"),
        pytest.param(replace(DRAFT, msgid="Hof"), back(DRAFT, "изба"), "no longer in the cat", id="gone"),
        pytest.param(DRAFT, back(DRAFT, "изба", source="Maus"), "source is another", id="source changed"),
        pytest.param(TRANSLATED, back(TRANSLATED, ""), "empty", id="emptied"),
        pytest.param(TRANSLATED, back(TRANSLATED, " \n"), "empty", id="blank"),
        pytest.param(DRAFT, back(DRAFT, "", claim=Claim.UNTRANSLATED), "empty", id="emptied, and called so"),
        pytest.param(DRAFT, back(DRAFT, "из\x07ба"), "U+0007", id="control character"),
        pytest.param(DRAFT, back(DRAFT, "изба", "избы"), "has 1 texts", id="forms of none"),
        pytest.param(PLURAL, back(PLURAL, "%d изба", "%d избы"), "has 3 texts", id="forms lost"),
        pytest.param(PLURAL, back(PLURAL, "%d изба", "%d избы", ""), "form is empty", id="form emptied"),
        pytest.param(OUTDATED, back(OUTDATED, claim=Claim.TRANSLATED), "another source", id="outdated as it was"),
        pytest.param(
            DRAFT, replace(back(DRAFT, claim=Claim.REVIEWED), exported=""), "does not say", id="state without hash"
        ),
        pytest.param(TRANSLATED, replace(back(TRANSLATED, "изба"), exported=""), "has changed", id="text without hash"),
    ],
)
def test_what_is_refused_leaves_the_entry_as_it_is(now: Entry, returned: Returned, reason: str) -> None:
    after, done = admitted(now, returned, by=ANNA)
    assert after == now
    (unit,) = done.refused
    assert unit.refusal is not None
    assert reason in unit.refusal.reason
    assert unit.returned is returned


@pytest.mark.parametrize("before", [EMPTY, DRAFT])
@pytest.mark.parametrize("exported", [True, False])
def test_a_draft_made_meanwhile_gives_way(before: Entry, exported: bool) -> None:
    returned = back(before, "изба", claim=Claim.TRANSLATED)
    after, done = admitted(_drafted("здание"), returned if exported else replace(returned, exported=""))
    assert (after.msgstr, state(after)) == ("изба", State.TRANSLATED)
    assert done.units[0].merged


def test_an_untouched_text_does_not_undo_what_has_been_done_here() -> None:
    rejected = step(TRANSLATED, Action.REJECT, OLGA, "no")
    assert isinstance(rejected, Entry)
    for now in (TRANSLATED, SIGNED, rejected, EMPTY, _drafted("здание")):
        after, done = admitted(now, back(DRAFT))
        assert after == now
        assert not done.refused


def test_units_that_contradict_each_other_are_both_refused() -> None:
    after, done = admitted(DRAFT, back(DRAFT, "изба"), back(DRAFT, "хата"), back(DRAFT))
    assert after == DRAFT
    assert len(done.refused) == 3
    after, done = admitted(DRAFT, back(DRAFT, "изба"), back(DRAFT, "изба"))
    assert after.msgstr == "изба"
    assert not done.refused


def test_the_source_as_translation_is_named_and_the_source_as_a_start_is_nothing() -> None:
    after, done = admitted(EMPTY, back(EMPTY, "Haus", claim=Claim.TRANSLATED))
    assert state(after) is State.TRANSLATED
    assert done.units[0].copied
    after, done = admitted(EMPTY, back(EMPTY, "Haus", claim=Claim.UNTRANSLATED))
    assert after == EMPTY
    assert not done.taken


def test_line_breaks_of_another_program_are_no_change() -> None:
    entry = replace(TRANSLATED, msgid="Haus\nHof", msgstr="дом\nдвор")
    after, _ = admitted(entry, back(entry, "дом\r\nдвор", source="Haus\r\nHof"))
    assert after == entry
    after, _ = admitted(entry, back(entry, "изба\r\nдвор"))
    assert after.msgstr == "изба\nдвор"


def test_a_note_becomes_a_comment_and_no_signature() -> None:
    forged = "l10n-reviewed: Eve 2026-01-01 h=00000000"
    returned = replace(back(TRANSLATED), comment=f"ask Olga\n\n{forged}\nl10n-ignore: numbers\nask Anna")
    after, done = admitted(TRANSLATED, returned)
    assert after.comments[:4] == ("ask Anna", "ask Olga", f"“{forged}”", "“l10n-ignore: numbers”")
    assert done.taken


def test_what_the_judge_doubts_is_taken_and_not_signed() -> None:
    other = Entry("Hof", "двор", flags=("fuzzy",))
    old = Catalogue(entries=(DRAFT, other, SIGNED))
    returned = [
        back(DRAFT, "изба", claim=Claim.REVIEWED),
        back(other, claim=Claim.REVIEWED),
        replace(back(replace(SIGNED, msgid="Dach")), source=None),
    ]
    done = admit(old, returned, ANNA, lambda _, __, signed: {0: (Doubt("numbers", "error"),)} if 0 in signed else {})
    assert [state(entry) for entry in done.catalogue.entries] == [State.TRANSLATED, State.REVIEWED, State.REVIEWED]
    reasons = [unit.refusal.reason if unit.refusal else "" for unit in done.units]
    assert reasons[:2] == ["error", ""]


def test_a_comment_on_a_signed_entry_does_not_judge_it_anew() -> None:
    returned = replace(back(SIGNED), comment="well done")
    done = admit(Catalogue(entries=(SIGNED,)), [returned], ANNA, lambda _, __, signed: dict.fromkeys(signed, ()))
    assert state(done.catalogue.entries[0]) is State.REVIEWED
    assert "well done" in done.catalogue.entries[0].comments


def test_entries_whose_keys_are_equal_by_chance_are_told_apart() -> None:
    first, second = replace(EMPTY, msgctxt=None), replace(EMPTY, msgctxt="")  # one key, two entries
    assert key(first) == key(second)
    old = Catalogue(entries=(first, second))
    done = admit(old, [replace(back(second, "дом", claim=Claim.TRANSLATED), unit=f"{key(second)}-2")])
    assert [entry.msgstr for entry in done.catalogue.entries] == ["", "дом"]
