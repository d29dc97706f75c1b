"""Decisions -> the catalogue: each entry by itself, and only if it still is what the reviewer has seen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from l10n.catalogue.bookkeeping.changes import tidied
from l10n.catalogue.bookkeeping.signature import signature
from l10n.catalogue.doubts import Doubts, Judge, refusal, settled, silent
from l10n.catalogue.fingerprint import fingerprint, rejections, same_text
from l10n.catalogue.review import Action, Refusal, Reviewer, commented, key, one_line, step
from l10n.catalogue.revision import revised
from l10n.catalogue.states import state
from l10n.exchange.gate.texts import fitting, unfit
from l10n.model import SIGNED, Catalogue, Entry
from l10n.review import ReviewVerdict
from l10n.review.patch import Patch, ReviewDecision

_GONE = "the segment is no longer there, or its text has changed"


class Outcome(StrEnum):
    """What became of a decision."""

    CHANGED = "changed"
    UNCHANGED = "unchanged"
    """The entry already was as the reviewer wants it."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class DecisionResult:
    """A decision, and what became of it."""

    decision: ReviewDecision
    outcome: Outcome
    reason: str = ""
    """Why it was refused."""
    before: Entry | None = None
    after: Entry | None = None
    """The entry before and now; None if there is none."""
    index: int | None = None
    """Where the entry stands among those of its catalogue."""
    doubts: Doubts = ()
    """Why it was refused, if confirming it would be enough."""
    hint: str = ""
    """What to do about the refusal."""


def merge(
    old: Catalogue, decisions: Sequence[ReviewDecision], by: Reviewer, judge: Judge = silent
) -> tuple[Catalogue, list[DecisionResult]]:
    """The catalogue after these decisions, in turn: one that contradicts an earlier one is refused.

    So are approvals that something speaks against, as the judge says, unless they were confirmed in spite of it.
    """
    return settled(lambda doubted: _merged(old, decisions, by, doubted), lambda done: _doubted(old, *done, judge))


def _doubted(old: Catalogue, new: Catalogue, results: Sequence[DecisionResult], judge: Judge) -> dict[int, Doubts]:
    """What speaks against signatures that the results have put into the catalogue, by the decision's number."""
    signed = {
        result.index: number
        for number, result in enumerate(results)
        if result.index is not None and _signs(result, new)
    }
    objections = {}
    for index, doubts in judge(old, new, list(signed)).items():
        number = signed[index]
        if left := tuple(doubt for doubt in doubts if doubt.name not in results[number].decision.despite):
            objections[number] = left
    return objections


def _signs(result: DecisionResult, new: Catalogue) -> bool:
    """The decision is an approval, and no later one has changed what it signed."""
    approved = result.decision.verdict is ReviewVerdict.APPROVE and result.outcome is Outcome.CHANGED
    return approved and result.index is not None and new.entries[result.index] is result.after


def _merged(
    old: Catalogue, decisions: Iterable[ReviewDecision], by: Reviewer, doubted: Mapping[int, Doubts]
) -> tuple[Catalogue, list[DecisionResult]]:
    """After these decisions, but for the doubted ones."""
    entries = list(old.entries)
    indexes: dict[str, list[int]] = {}
    for index, entry in enumerate(entries):
        indexes.setdefault(key(entry), []).append(index)
    results = []
    for number, decision in enumerate(decisions):
        known = indexes.get(decision.key)
        if known is None:
            results.append(DecisionResult(decision, Outcome.REFUSED, _GONE))
            continue
        index = _index_of(entries, known, decision)
        before, doubts = entries[index], doubted.get(number, ())
        after = refusal(doubts) if doubts else decide(before, decision, by)
        if isinstance(after, Refusal):
            reason, hint = after.reason, after.hint
            results.append(DecisionResult(decision, Outcome.REFUSED, reason, before, before, index, doubts, hint))
            continue
        entries[index] = after
        outcome = Outcome.UNCHANGED if after == before else Outcome.CHANGED
        results.append(DecisionResult(decision, outcome, "", before, after, index))
    return revised(old, tuple(entries), old), results


def decide(entry: Entry, decision: ReviewDecision, by: Reviewer) -> Entry | Refusal:
    """The entry after the decision, with its comment; itself if it already is so."""
    if entry.obsolete:
        return Refusal("the segment is no longer in the article")
    after = entry if decision.verdict is ReviewVerdict.COMMENT else _decided(entry, decision, by)
    note = _note(decision.comment)
    return commented(after, by.name, note) if note and isinstance(after, Entry) else after


def _decided(entry: Entry, decision: ReviewDecision, by: Reviewer) -> Entry | Refusal:
    if fingerprint(entry) != decision.old and not _is_own_text(entry, decision):
        if not _is_so(entry, decision):
            return Refusal(_changed(entry))
        return step(entry, Action.APPROVE, by) if decision.verdict is ReviewVerdict.APPROVE else entry
    new = _with_texts(entry, decision.texts)
    if isinstance(new, Refusal):
        return new
    if decision.verdict is ReviewVerdict.EDIT:
        return new
    action = Action.APPROVE if decision.verdict is ReviewVerdict.APPROVE else Action.REJECT
    return step(new, action, by, _note(decision.note))


def _index_of(entries: Sequence[Entry], indexes: Sequence[int], decision: ReviewDecision) -> int:
    """Choose the entry that was shown from those whose keys are equal by chance."""
    return next((index for index in indexes if fingerprint(entries[index]) == decision.old), indexes[0])


def _with_texts(entry: Entry, texts: tuple[str, ...] | None) -> Entry | Refusal:
    if texts is None or texts == entry.texts:
        return entry
    new = fitting(entry, texts)
    if isinstance(new, Refusal) or new == entry:
        return new
    if not any(map(str.strip, texts)):
        return Refusal("the text is empty: send it back with a note instead, or write one")
    return unfit(entry, new.texts) or tidied(new)  # of a text that stays fuzzy nothing is done with


def _is_own_text(entry: Entry, decision: ReviewDecision) -> bool:
    """The entry has the very text that is decided about, by an earlier patch of the same page; nobody objected."""
    return entry.texts == decision.texts and state(entry) not in SIGNED and not rejections(entry)


def _is_so(entry: Entry, decision: ReviewDecision) -> bool:
    """Somebody, or this patch before, has already done what the decision wants."""
    same = same_text(entry, decision.old) if decision.texts is None else entry.texts == decision.texts
    match decision.verdict:
        case ReviewVerdict.APPROVE:
            return same and state(entry) in SIGNED
        case ReviewVerdict.EDIT:
            return same and decision.texts is not None
        case ReviewVerdict.REJECT:
            note = _note(decision.note)
            return same and entry.fuzzy and (not note or any(line.endswith(f": {note}") for line in rejections(entry)))
        case ReviewVerdict.COMMENT:
            return True


def _changed(entry: Entry) -> str:
    """What an entry is by now, and through whom."""
    if signed := signature(entry):
        return f"changed since the page was made: {signed[0]} has approved it on {signed[1]}"
    if notes := rejections(entry):
        return f"changed since the page was made: sent back by {notes[-1]}"
    return f"changed since the page was made: it is {state(entry).value} now"


def _is_nameless(decision: ReviewDecision) -> bool:
    """An edit alone: nobody's name is written down."""
    return decision.verdict is ReviewVerdict.EDIT and not decision.comment.strip()


def _note(note: str) -> str:
    """One line without control characters, as a comment has to be."""
    signs = (" " if unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} else character for character in note)
    return " ".join("".join(signs).split())


def reviewer(patch: Patch, today: str, by: str | None = None) -> Reviewer:
    """Who signs, and when: `by` or whoever the patch names, the day of the decisions, but none to come.

    L10nError for a name that is none, unless there are only edits, which nobody signs.
    """
    name, date = patch.reviewer if by is None else by, min(patch.made[:10], today[:10])
    if not name.strip() and all(map(_is_nameless, patch.decisions)):
        return Reviewer("", date)
    return Reviewer(
        one_line(name, "the reviewer's name", "write your name on the page, or say it with --by NAME"), date
    )
