"""What becomes of one entry by what came back for it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from l10n.catalogue.bookkeeping.changes import tidied
from l10n.catalogue.bookkeeping.marks import is_draft
from l10n.catalogue.bookkeeping.signature import signature
from l10n.catalogue.fingerprint import fingerprint, rejections, shown_in
from l10n.catalogue.review import Action, Refusal, Reviewer, step
from l10n.catalogue.states import state
from l10n.exchange.gate import AdmittedUnit, Claim, Returned, claim_of
from l10n.exchange.gate.texts import fitting, plain, unfit
from l10n.model import STALE, Entry, State

_UNKNOWN = Refusal(
    "a state is raised, and the file does not say any more what was exported", "sign it: l10n review approve"
)
_STALE = Refusal(
    "the text belongs to another source, and is the same", "correct it, or sign it: l10n review approve --outdated"
)


@dataclass(frozen=True, slots=True)
class GateCase:
    """One entry, and what came back for it."""

    entry: Entry
    returned: Returned
    by: Reviewer | None
    """Who answers for the states."""

    def end(self, after: Entry | Refusal, *, merged: bool = False) -> AdmittedUnit:
        """The unit with the entry as it is now, or as it was and why."""
        if isinstance(after, Refusal):
            return AdmittedUnit(self.returned, self.entry, self.entry, after)
        return AdmittedUnit(self.returned, self.entry, after, merged=merged)


def decide(entry: Entry, returned: Returned, by: Reviewer | None) -> AdmittedUnit:
    """The entry with the text and the state; signed if they are called reviewed and somebody answers for it."""
    case = GateCase(entry, returned, by)
    if entry.obsolete:
        return case.end(Refusal("the segment is no longer in the article"))
    if returned.source is not None and plain(returned.source) != plain(entry.msgid):
        return case.end(Refusal(f"its source is another one here: “{entry.msgid}”", "translate what was exported"))
    new = fitting(entry, returned.texts)
    if isinstance(new, Refusal):
        return case.end(new)
    shown = shown_in(new, returned.exported)
    if new.texts == entry.texts:
        return _claimed(case, shown)
    return _texted(case, new) if shown is None else _overtaken(case, shown)


def changed(entry: Entry) -> str:
    """What an entry is by now, and through whom."""
    if signed := signature(entry):
        return f"{signed[0]} has approved it on {signed[1]}"
    if notes := rejections(entry):
        return f"sent back by {notes[-1]}"
    return f"it is {state(entry).value} now"


def _texted(case: GateCase, new: Entry) -> AdmittedUnit:
    """Another text than was exported, and than the catalogue has."""
    entry, claim = case.entry, case.returned.claim
    if claim is Claim.UNTRANSLATED and any(new.texts) and set(new.texts) <= {entry.msgid, entry.msgid_plural, ""}:
        return case.end(entry)  # some programs begin with the source
    if reason := unfit(entry, new.texts):
        return case.end(reason)
    if claim > Claim.DRAFT and not new.complete:
        return case.end(Refusal("a plural form is empty"))
    overtaken = fingerprint(entry) != case.returned.exported
    if overtaken and not _is_nobodys(case):
        return case.end(_conflict(entry))
    after = tidied(new.accepted()) if claim > Claim.DRAFT else new.as_fuzzy()
    return _signed(case, case.end(after, merged=overtaken))


def _is_nobodys(case: GateCase) -> bool:
    """What the entry has come to be since the export is the machine's work, and no person has said anything of it."""
    entry = case.entry
    if not entry.translated:
        return not case.returned.exported
    return is_draft(entry) and state(entry) is State.DRAFT and not rejections(entry)


def _claimed(case: GateCase, shown: State | None) -> AdmittedUnit:
    """The text that the catalogue has: there is only the state to decide about."""
    entry, claim = case.entry, case.returned.claim
    given = claim_of(shown or state(entry))
    if claim <= max(given, claim_of(state(entry))) or not entry.translated:
        known = min(given, Claim.REVIEWED)  # not all programs can tell a second signature from the first
        lowered = claim < known and fingerprint(entry) == case.returned.exported and claim is not Claim.STORED
        return replace(case.end(entry), lowered=lowered)
    after = tidied(entry.accepted())
    if after != entry and (refusal := _hindered(case, shown)):
        return case.end(refusal)
    if after != entry and case.by is None and claim is not Claim.STORED:
        return replace(case.end(entry), waits=True)
    return _signed(case, case.end(after))


def _hindered(case: GateCase, shown: State | None) -> Refusal | None:
    """Why the text cannot be accepted as it is; a signature has its own judge."""
    entry, exported = case.entry, case.returned.exported
    if shown is not None and fingerprint(entry) != exported:
        return _conflict(entry)
    if not exported:
        return _UNKNOWN
    return _STALE if state(entry) in STALE and case.returned.claim < Claim.REVIEWED else None


def _overtaken(case: GateCase, shown: State) -> AdmittedUnit:
    """The text as it was exported; the catalogue has another one by now."""
    raised = case.returned.claim > claim_of(shown)
    return case.end(_conflict(case.entry) if raised else case.entry)


def _signed(case: GateCase, unit: AdmittedUnit) -> AdmittedUnit:
    """Signed if it is called reviewed and somebody answers for it; else it waits for somebody who does."""
    if case.returned.claim < Claim.REVIEWED or unit.after is None:
        return unit
    if case.by is None:
        return replace(unit, waits=claim_of(state(unit.after)) < case.returned.claim)
    after = step(unit.after, Action.APPROVE, case.by)
    return replace(unit, refusal=after) if isinstance(after, Refusal) else replace(unit, after=after)


def _conflict(entry: Entry) -> Refusal:
    return Refusal(f"the entry has changed since the export: {changed(entry)}", "put the two texts together by hand")
