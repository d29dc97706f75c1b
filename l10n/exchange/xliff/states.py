"""What a file says of a unit's state, where the standard and the program may say different things.

Programs change what they know and leave the rest as it was: what is not as it was exported counts, of two such the
program's own. Where nothing is said at all, a text as exported has the state that it had; another one is somebody's.
"""

from __future__ import annotations

from l10n.exchange.gate import Claim, claim_of
from l10n.exchange.xliff import OURS, XliffProfile
from l10n.exchange.xliff.profiles import TargetState, claim, own_claim
from l10n.exchange.xliff.segments import UnitContent
from l10n.exchange.xliff.tree import XmlNode
from l10n.identity import digest
from l10n.model import State


def claimed(unit: XmlNode, content: UnitContent, profile: XliffProfile | None) -> Claim:
    """The lowest that is said of any of its segments."""
    given = _given(unit)
    untouched = digest(content.text) == unit.own(OURS, "text")
    if not content.text.strip():
        return given if untouched and given is not None else Claim.UNTRANSLATED
    return min((_claim(said, given, untouched, profile) for said in content.said), default=Claim.DRAFT)


def _given(unit: XmlNode) -> Claim | None:
    """As what it was exported; None if the file does not say that any more."""
    said = unit.own(OURS, "state")
    return claim_of(State(said)) if said in list(State) else None


def _claim(said: TargetState, given: Claim | None, untouched: bool, profile: XliffProfile | None) -> Claim:
    claims = [known for known in (own_claim(said.own), claim(said, profile)) if known is not None]
    if given is None:
        return claims[0] if claims else Claim.DRAFT
    if not claims:
        return given if untouched else Claim.STORED
    return next((known for known in claims if known is not given), given)
