"""What a running server has done to entries, so that a reviewer can take it back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from l10n.catalogue.bookkeeping import read, written
from l10n.catalogue.fingerprint import fingerprint
from l10n.catalogue.keeping import CatalogueKeeper
from l10n.catalogue.review import key
from l10n.catalogue.revision import revised
from l10n.catalogue.search import home
from l10n.files import locked
from l10n.model import Entry, flagged
from l10n.review.inquiry import PageEvent
from l10n.review.merging import DecisionResult, Outcome


@dataclass(frozen=True, slots=True)
class JournalStep:
    """What somebody has decided: the entry before and after, equal if it already was as they wanted it."""

    before: Entry
    after: Entry
    who: str
    when: str
    """ISO 8601, UTC."""
    what: str
    """The verdict."""


class Journal:
    """The steps of each entry, the latest last; gone with the process."""

    def __init__(self, keeper: CatalogueKeeper) -> None:
        self._keeper = keeper
        self._steps: dict[tuple[Path, str], list[JournalStep]] = {}

    def note(self, path: Path, result: DecisionResult, who: str, when: str) -> None:
        """Remember what became of a decision, unless it was refused."""
        if result.outcome is not Outcome.REFUSED and result.before and result.after:
            step = JournalStep(result.before, result.after, who, when, result.decision.verdict.value)
            self._steps.setdefault((path, key(result.after)), []).append(step)

    def last(self, path: Path, wanted: str) -> str:
        """Who has decided last about the entry; empty if nobody has, or nobody said their name."""
        steps = self._steps.get((path, wanted), [])
        return steps[-1].who if steps else ""

    def events(self, path: Path, wanted: str) -> list[PageEvent]:
        """What was decided about the entry, the newest first."""
        steps = reversed(self._steps.get((path, wanted), []))
        return [PageEvent(step.when, step.who, step.what, step.after.texts) for step in steps]

    def undo(self, path: Path, wanted: str, shown: str) -> Outcome:
        """Take the last step back; refused unless the entry still is as that step left it, and as it was `shown`."""
        steps = self._steps.get((path, wanted), [])
        if not steps or fingerprint(steps[-1].after) != shown:
            return Outcome.REFUSED
        outcome = _taken_back(path, steps[-1].before, steps[-1].after, self._keeper)
        if outcome is not Outcome.REFUSED:
            steps.pop()
        return outcome


def _taken_back(path: Path, before: Entry, after: Entry, keeper: CatalogueKeeper) -> Outcome:
    with locked(home(path)):
        old = keeper.read(path)
        entries = list(old.entries)
        for index, entry in enumerate(entries):
            if entry.key == after.key and fingerprint(entry) == fingerprint(after):
                if before == after:
                    return Outcome.UNCHANGED
                entries[index] = _restored(entry, before, after)
                keeper.save(path, old, revised(old, tuple(entries), old))
                return Outcome.CHANGED
    return Outcome.REFUSED


def _restored(entry: Entry, before: Entry, after: Entry) -> Entry:
    """With text, fuzzy and our comments of before; what people have added since stays."""
    if entry.comments == after.comments:
        comments = before.comments
    else:
        gone, back = (
            Counter(after.comments) - Counter(before.comments),
            Counter(before.comments) - Counter(after.comments),
        )
        comments = written(read((*(line for line in entry.comments if line not in gone), *back.elements())))
    return replace(
        entry,
        msgstr=before.msgstr,
        msgstr_plural=before.msgstr_plural,
        flags=before.flags if entry.flags == after.flags else flagged(before.fuzzy, entry.other_flags),
        comments=comments,
        previous=before.previous,
    )
