"""The gate: entries that have not reached the state that is required."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from l10n.catalogue.states import reaches
from l10n.checking.examination import RawFinding
from l10n.checking.gates import Limit
from l10n.checking.settings import FailOn
from l10n.checks import CatalogueView, Hit
from l10n.documents import inline
from l10n.model import Entry, Key, Require, State
from l10n.model.findings import Report, Rule, Severity

GATE = "required-state"
RULE = Rule(
    GATE,
    Severity.ERROR,
    "The entry has not reached the required state",
    "`--require drafted` wants a text, `translated` one that is accepted (not fuzzy), `reviewed` a signature "
    "(`l10n review approve`), `second` those of two people. "
    "`--max-untranslated` allows for some entries or percent of a catalogue.",
)
SHADOWED = frozenset({"untranslated", "unread", "outdated-unread"})
"""Checks that say the same of an entry that the gate has refused."""

_GRAVE = {
    FailOn.ERROR: frozenset({Severity.ERROR}),
    FailOn.WARNING: frozenset({Severity.ERROR, Severity.WARNING}),
    FailOn.NEVER: frozenset[Severity](),
}
_RANK = {
    State.UNTRANSLATED: 0,
    State.DRAFT: 1,
    State.OUTDATED: 1,
    State.OUTDATED_UNREAD: 1,
    State.EDITED: 1,
    State.UNREAD: 2,
    State.TRANSLATED: 3,
    State.REVIEWED: 4,
    State.SECOND: 5,
}


def fails(report: Report, fail_on: FailOn) -> bool:
    """Some finding is grave enough, or the gate has refused an entry, which counts whatever `fail_on` says."""
    return any(finding.check == GATE or finding.severity in _GRAVE[fail_on] for finding in report.findings)


def refused(
    catalogue: CatalogueView, require: Require, limit: Limit | None, before: Mapping[Key, State]
) -> Iterator[RawFinding]:
    """The entries that miss the required state, all or none: as many as the limit allows are none.

    Entries that `before` has in the same state or a worse one do not count, nor do those with nothing to translate.
    """
    missing = [
        (entry, state)
        for entry, state in zip(catalogue.entries, catalogue.states, strict=True)
        if not reaches(entry, state, require) and not _known(entry, state, before) and inline.has_words(entry)
    ]
    if limit and limit.allows(len(missing), len(catalogue.entries)):
        return
    excess = f" ({len(missing)} of {len(catalogue.entries)} entries; allowed: {limit})" if limit else ""
    for entry, state in missing:
        hit = Hit(f"{state}, but {require} is required{excess}")
        yield RawFinding(GATE, Severity.ERROR, hit, entry, None, entry.msgid, entry.msgstr)


def _known(entry: Entry, state: State, before: Mapping[Key, State]) -> bool:
    return entry.key in before and _RANK[before[entry.key]] <= _RANK[state]
