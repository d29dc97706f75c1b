"""What comes back: taken, left or refused, entry by entry."""

from __future__ import annotations

from dataclasses import replace

import pytest

from l10n.catalogue.bookkeeping.signature import sign
from l10n.catalogue.fingerprint import fingerprint
from l10n.catalogue.review import Action, Reviewer, step
from l10n.catalogue.states import state
from l10n.exchange.omegat import ExportedCatalogue, ExportedEntry, wording
from l10n.exchange.omegat.merging import merged
from l10n.exchange.omegat.saved import Saved, Translation, accepted
from l10n.identity import digest
from l10n.model import Entry, State

MARK = f"l10n-mt: argos de-ru-1.0 h={digest('Черновик.')}"
DRAFT = Entry("Ein Satz.", "Черновик.", flags=("fuzzy", "no-wrap"), comments=("Anna: ?", MARK))
EMPTY = Entry("Ein Satz.")
DONE = Entry("Ein Satz.", "Готово.")
SIGNED = sign(DONE, "Anna", "2026-01-31")
EDITED = Entry("Ein Satz.", "Начато.", flags=("fuzzy",), comments=(MARK,))
OUTDATED = Entry(
    "Ein Satz.", "Старое.", flags=("fuzzy",), comments=("l10n-diff: [-Zwei-] {+Ein+}",), previous=(("msgid", "Zwei."),)
)


def _rejected(entry: Entry) -> Entry:
    after = step(entry, Action.REJECT, Reviewer("Anna", "2026-01-31"), "no")
    assert isinstance(after, Entry)
    return after


def _exported(entry: Entry) -> ExportedCatalogue:
    """As exported."""
    text = wording.trace(entry.msgstr) if accepted(entry) else None
    return ExportedCatalogue("x.po", "x.properties", (ExportedEntry("1", entry.key, fingerprint(entry), text),))


def _saved(text: str | None, msgid: str = "Ein Satz.") -> Saved:
    return Saved({} if text is None else {wording.plain(msgid): Translation(msgid, text, "Rita", "2026-02-28")})


@pytest.mark.parametrize("entry", [DRAFT, EMPTY, DONE, SIGNED, EDITED, OUTDATED])
def test_a_new_text_is_a_translation(entry: Entry) -> None:
    done = merged((entry,), _exported(entry), _saved("Новое."))
    (after,) = done.entries
    assert after.msgstr == "Новое."
    assert state(after) is State.TRANSLATED
    assert after.previous == ()
    assert set(after.flags) == set(entry.flags) - {"fuzzy"}
    done_with = ("l10n-diff", "l10n-reviewed")
    assert set(after.comments) == {line for line in entry.comments if not line.startswith(done_with)}
    assert merged(done.entries, done.exported, _saved("Новое.")).taken == ()
    assert merged(done.entries, done.exported, _saved("Ещё новее.")).taken[0].msgstr == "Ещё новее."


@pytest.mark.parametrize("entry", [DRAFT, EMPTY, EDITED, OUTDATED])
def test_what_is_untouched_stays(entry: Entry) -> None:
    done = merged((entry,), _exported(entry), _saved(None))
    assert (done.entries, done.taken, done.refused, done.removed) == ((entry,), (), (), ())


@pytest.mark.parametrize("entry", [DONE, SIGNED])
def test_a_translation_that_omegat_still_has_stays(entry: Entry) -> None:
    for text in (entry.msgstr, f" {entry.msgstr}\n"):
        done = merged((entry,), _exported(entry), _saved(text))
        assert (done.entries, done.taken, done.refused, done.removed) == ((entry,), (), (), ())


def test_a_draft_taken_letter_by_letter_is_accepted_unread() -> None:
    (after,) = merged((DRAFT,), _exported(DRAFT), _saved("Черновик.")).entries
    assert after == replace(DRAFT, flags=("no-wrap",))
    assert state(after) is State.UNREAD


def test_a_started_text_confirmed_is_a_translation() -> None:
    (after,) = merged((EDITED,), _exported(EDITED), _saved("Начато.")).entries
    assert (after.msgstr, state(after)) == ("Начато.", State.TRANSLATED)


def test_a_translation_removed_in_omegat_stays_and_is_named() -> None:
    done = merged((DONE,), _exported(DONE), _saved(None))
    assert (done.entries, done.removed, done.refused) == ((DONE,), (DONE,), ())


def test_the_source_registered_as_translation_is_one_and_is_named() -> None:
    done = merged((DRAFT,), _exported(DRAFT), _saved("Ein Satz."))
    assert state(done.entries[0]) is State.TRANSLATED
    assert done.copies == done.taken == done.entries


@pytest.mark.parametrize(
    ("now", "text", "reason"),
    [
        pytest.param(replace(DRAFT, msgstr="Правка."), "Новое.", "has changed", id="edited meanwhile"),
        pytest.param(replace(DRAFT, flags=()), "Новое.", "has changed", id="accepted meanwhile"),
        pytest.param(sign(DRAFT, "Anna", "2026-01-31"), "Новое.", "has changed", id="signed meanwhile"),
        pytest.param(replace(DRAFT, previous=(("msgid", "x"),)), "Новое.", "has changed", id="outdated meanwhile"),
        pytest.param(_rejected(DRAFT), "Новое.", "has changed", id="rejected meanwhile"),
        pytest.param(replace(DRAFT, obsolete=True), "Новое.", "no longer", id="obsolete meanwhile"),
        pytest.param(replace(DRAFT, msgid="Anders."), "Новое.", "no longer", id="another source"),
        pytest.param(DRAFT, "", "set empty", id="empty"),
        pytest.param(DRAFT, "[fuzzy] Черновик.", "mark of a match", id="match as inserted"),
        pytest.param(DRAFT, "[fuzzy]Почти готово.", "mark of a match", id="match with edits"),
        pytest.param(DRAFT, "[нечеткое совпадение]Черновик.", "mark of a match", id="match in Russian"),
        pytest.param(DRAFT, "[TM] Черновик.", "mark of a match", id="match with a mark of one's own"),
        pytest.param(DRAFT, "a\x80", "control character", id="a control character"),
    ],
)
def test_what_cannot_be_taken_is_refused_and_the_entry_stays(now: Entry, text: str, reason: str) -> None:
    done = merged((now,), _exported(DRAFT), _saved(text))
    assert (done.entries, done.taken) == ((now,), ())
    (refusal,) = done.refused
    assert reason in refusal.reason
    assert refusal.translation.text == text
    assert refusal.entry in (now, None)
    again = merged(done.entries, done.exported, _saved(text))
    assert again == done


def test_a_text_in_brackets_is_no_match() -> None:
    entry = Entry("[Zwischenruf] Nein!")
    (after,) = merged((entry,), _exported(entry), _saved("[fuzzy] Нет!", entry.msgid)).entries
    assert after.msgstr == "[fuzzy] Нет!"
    assert merged((DRAFT,), _exported(DRAFT), _saved("[смех] Новое.")).taken


def test_marks_and_tags_come_back_as_they_are() -> None:
    entry = Entry("[Seite](a.md) mit **Text** und `f()`<br>", references=("a.md",))
    for text in ("[Page](en/a.md) with **text** and `f()`<br>", "[fuzzy](a.md) **text** `f()`<br>"):
        (after,) = merged((entry,), _exported(entry), _saved(text, entry.msgid)).entries
        assert after.msgstr == text
    done = merged((entry,), _exported(entry), _saved("[fuzzy] [Page](a.md)", entry.msgid))
    assert "mark of a match" in done.refused[0].reason


def test_what_both_have_come_to_is_agreed_upon() -> None:
    """Somebody has typed the same into the catalogue: from then on, OmegaT's next text is no conflict."""
    now = sign(replace(DRAFT, msgstr="Новое."), "Anna", "2026-01-31")
    done = merged((now,), _exported(DRAFT), _saved("Новое."))
    assert (done.entries, done.taken, done.refused) == ((now,), (), ())
    assert merged((now,), done.exported, _saved("Новейшее.")).taken[0].msgstr == "Новейшее."


def test_an_alternative_counts_for_its_segment_only() -> None:
    entries = (replace(EMPTY, msgctxt="a"), replace(EMPTY, msgctxt="b"), replace(EMPTY, msgctxt="c"))
    items = tuple(ExportedEntry(str(place), entry.key, fingerprint(entry), None) for place, entry in enumerate(entries))
    catalogue = ExportedCatalogue("x.po", "x.properties", items)
    saved = _saved("Общее.")
    saved.alternatives["x.properties", "1", "Ein Satz."] = Translation("Ein Satz.", "Особое.")
    saved.alternatives["other.properties", "2", "Ein Satz."] = Translation("Ein Satz.", "Чужое.")
    done = merged(entries, catalogue, saved)
    assert [entry.msgstr for entry in done.entries] == ["Общее.", "Особое.", "Общее."]
