"""Everything that came back for one catalogue -> the catalogue, and what became of each unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial

from l10n.catalogue.doubts import Doubts, Judge, refusal, settled, silent
from l10n.catalogue.fingerprint import shown_in
from l10n.catalogue.review import Refusal, Reviewer, key
from l10n.catalogue.revision import revised
from l10n.catalogue.states import state
from l10n.exchange.gate import Admission, AdmittedUnit, Claim, Returned
from l10n.exchange.gate.deciding import decide
from l10n.exchange.gate.notes import commented
from l10n.exchange.gate.texts import plain
from l10n.model import SIGNED, Catalogue, Entry

_KEY = 8
"""Characters of a `catalogue.review.key`; what follows them in a unit's name tells equal keys apart."""
_GONE = Refusal(
    "the entry is no longer in the catalogue, or of another project", "look for its text in the leftover file"
)
_TWICE = Refusal("the unit came back more than once, and not the same", "leave it there once")


def admit(old: Catalogue, returned: Sequence[Returned], by: Reviewer | None = None, judge: Judge = silent) -> Admission:
    """The catalogue with what may come in; a signature that the judge has doubts about is refused, its text taken."""
    targets = _targets(old.entries, returned)
    twice = _contradicting(returned, targets)
    attempt = partial(_admitted, old, returned, targets, twice, by)
    return settled(attempt, lambda done: judge(old, done.catalogue, _newly_signed(old, done.catalogue)))


def _admitted(
    old: Catalogue,
    returned: Sequence[Returned],
    targets: Sequence[int | None],
    twice: Collection[int],
    by: Reviewer | None,
    doubted: Mapping[int, Doubts],
) -> Admission:
    entries = list(old.entries)
    units = []
    for unit, index in zip(returned, targets, strict=True):
        if index is None:
            units.append(AdmittedUnit(unit, refusal=_GONE))
        elif index in twice:
            units.append(AdmittedUnit(unit, entries[index], entries[index], _TWICE))
        else:
            units.append(_unit(entries[index], unit, by, doubted.get(index, ())))
            entries[index] = units[-1].after or entries[index]
    return Admission(revised(old, tuple(entries), old), tuple(units))


def _unit(entry: Entry, returned: Returned, by: Reviewer | None, doubts: Doubts) -> AdmittedUnit:
    """What is doubted is taken as translated if its text is new, and never signed."""
    unit = decide(entry, returned, None if doubts else by)
    if doubts:
        unit = replace(unit, waits=False, refusal=unit.refusal or refusal(doubts))
    if unit.after is None or (unit.refusal and not doubts):
        return unit
    return replace(unit, after=commented(unit.after, returned.comment))


def _targets(entries: Sequence[Entry], returned: Sequence[Returned]) -> list[int | None]:
    """Of each unit the index of its entry; None if there is none."""
    indexes: defaultdict[str, list[int]] = defaultdict(list)
    for index, entry in enumerate(entries):
        indexes[key(entry)].append(index)
    return [_target(entries, indexes.get(unit.unit[:_KEY], ()), unit) for unit in returned]


def _target(entries: Sequence[Entry], indexes: Sequence[int], unit: Returned) -> int | None:
    """Choose among those whose keys are equal by chance."""
    if len(indexes) < 2:
        return indexes[0] if indexes else None
    return max(indexes, key=lambda index: _likeness(entries[index], unit))


def _likeness(entry: Entry, unit: Returned) -> tuple[bool, bool]:
    alike = unit.source is not None and plain(unit.source) == plain(entry.msgid)
    return alike, shown_in(entry, unit.exported) is not None


def _contradicting(returned: Sequence[Returned], targets: Sequence[int | None]) -> set[int]:
    """Entries for which there are several texts, or several states of one."""
    seen: dict[int, tuple[tuple[str, ...], Claim]] = {}
    twice = set()
    for unit, index in zip(returned, targets, strict=True):
        if index is not None and seen.setdefault(index, (unit.texts, unit.claim)) != (unit.texts, unit.claim):
            twice.add(index)
    return twice


def _newly_signed(old: Catalogue, new: Catalogue) -> list[int]:
    pairs = enumerate(zip(old.entries, new.entries, strict=True))
    return [index for index, (before, after) in pairs if before != after and _is_signed(before, after)]


def _is_signed(before: Entry, after: Entry) -> bool:
    return state(after) in SIGNED and (state(before) is not state(after) or before.texts != after.texts)
