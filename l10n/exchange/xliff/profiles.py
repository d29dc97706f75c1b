"""Our states as the receiving program calls them: no draft passes as finished in any of them.

Of Trados and memoQ only what their own export files show is known; see docs/exchange/xliff.md. Weblate takes all but
`new` and `needs-…` for translated, even `needs-review-translation`.

Sources: XLIFF 1.2, 2.3.1 (`state`, `state-qualifier`); XLIFF 2.1, 4.3.1.35; Weblate's documentation, "XLIFF".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from l10n.exchange.gate import Claim
from l10n.exchange.xliff import XliffProfile, XliffVersion
from l10n.model import State

Told = Mapping[State, str]

MACHINE = frozenset({State.DRAFT, State.UNREAD})
_REVIEW, _TRANSLATION, _ADAPTATION = "needs-review-translation", "needs-translation", "needs-adaptation"
_TRANSLATED, _SIGNED = "translated", "signed-off"
_PREFIX = "l10n:"


class TargetState(NamedTuple):
    """What a file says of a text."""

    state: str = ""
    qualifier: str = ""
    """`state-qualifier` in 1.2, `subState` in 2.1."""
    approved: bool = False
    own: str = ""
    """What only the receiving program writes: `conf` of Trados, `status` of memoQ."""


_12 = {
    State.DRAFT: TargetState(_REVIEW, "leveraged-mt"),
    State.UNREAD: TargetState(_REVIEW, "leveraged-mt"),
    State.EDITED: TargetState(_REVIEW),
    State.OUTDATED: TargetState(_ADAPTATION),
    State.OUTDATED_UNREAD: TargetState(_ADAPTATION),
    State.TRANSLATED: TargetState(_TRANSLATED),
    State.REVIEWED: TargetState(_SIGNED, approved=True),
    State.SECOND: TargetState("final", approved=True),
    State.UNTRANSLATED: TargetState(),
}
_21 = {
    State.DRAFT: TargetState("initial", f"{_PREFIX}draft"),
    State.UNREAD: TargetState("initial", f"{_PREFIX}draft"),
    State.EDITED: TargetState("translated", f"{_PREFIX}edited"),
    State.OUTDATED: TargetState("initial", f"{_PREFIX}outdated"),
    State.OUTDATED_UNREAD: TargetState("initial", f"{_PREFIX}outdated"),
    State.TRANSLATED: TargetState("translated"),
    State.REVIEWED: TargetState("reviewed"),
    State.SECOND: TargetState("final"),
    State.UNTRANSLATED: TargetState("initial"),
}
_WEBLATE = {
    State.DRAFT: _TRANSLATION,
    State.UNREAD: _TRANSLATION,
    State.EDITED: _TRANSLATION,
}
_TRADOS = {
    State.DRAFT: "Draft",
    State.UNREAD: "Draft",
    State.EDITED: "Draft",
    State.OUTDATED: "Draft",
    State.OUTDATED_UNREAD: "Draft",
    State.TRANSLATED: "Translated",
    State.REVIEWED: "ApprovedTranslation",
    State.SECOND: "ApprovedSignOff",
}
_MEMOQ = {
    State.UNTRANSLATED: "NotStarted",
    State.DRAFT: "MachineTranslated",
    State.UNREAD: "MachineTranslated",
    State.EDITED: "PartiallyEdited",
    State.OUTDATED: "Assembled",
    State.OUTDATED_UNREAD: "Assembled",
    State.TRANSLATED: "ManuallyConfirmed",
    State.REVIEWED: "Proofread",
    State.SECOND: "Reviewer2Confirmed",
}
_OWN: Mapping[XliffProfile, Told] = {XliffProfile.TRADOS: _TRADOS, XliffProfile.MEMOQ: _MEMOQ}
_CLAIMS = {
    _TRANSLATED: Claim.TRANSLATED,
    "reviewed": Claim.REVIEWED,
    "final": Claim.SECOND,
    _SIGNED: Claim.REVIEWED,
    "new": Claim.UNTRANSLATED,
    "initial": Claim.DRAFT,
}
_ONLY_21 = frozenset({"reviewed", "final"})
"""In 2.1 nothing is approved beside its state."""
_OWN_CLAIMS = {
    "Translated": Claim.TRANSLATED,
    "ApprovedTranslation": Claim.REVIEWED,
    "ApprovedSignOff": Claim.SECOND,
    "ManuallyConfirmed": Claim.TRANSLATED,
    "Proofread": Claim.REVIEWED,
    "Reviewer1Confirmed": Claim.REVIEWED,
    "Reviewer2Confirmed": Claim.SECOND,
    "NotStarted": Claim.UNTRANSLATED,
}


def told(profile: XliffProfile, version: XliffVersion, state: State) -> TargetState:
    """What a file of this profile says of a text in this state."""
    standard = (_12 if version is XliffVersion.V12 else _21)[state]
    if profile is XliffProfile.WEBLATE and state in _WEBLATE:
        return TargetState(_WEBLATE[state]) if version is XliffVersion.V12 else standard._replace(state="initial")
    return standard._replace(own=_OWN.get(profile, {}).get(state, "")) if version is XliffVersion.V12 else standard


def claim(said: TargetState, profile: XliffProfile | None) -> Claim | None:
    """What the standard's own words mean; None if there are none.

    `approved` alone says that the text is not fuzzy any more; of Weblate's, that it was reviewed.
    """
    if said.qualifier.startswith(_PREFIX) or said.state.startswith("needs-"):
        return Claim.DRAFT
    known = _CLAIMS.get(said.state, Claim.TRANSLATED if said.approved else None)
    if profile is XliffProfile.WEBLATE and known in {Claim.TRANSLATED, Claim.REVIEWED} and said.state not in _ONLY_21:
        return Claim.REVIEWED if said.approved else Claim.TRANSLATED
    return min(known, Claim.REVIEWED) if profile is XliffProfile.WEBLATE and known is not None else known


def own_claim(own: str) -> Claim | None:
    """What the receiving program's own word means; None for none. All that is not known to be finished is a draft."""
    return _OWN_CLAIMS.get(own, Claim.DRAFT) if own else None
