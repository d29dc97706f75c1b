"""What the translation memory has for texts, and what it keeps of their drafts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from l10n.catalogue.bookkeeping.grammar import MEMORY
from l10n.catalogue.header import now
from l10n.drafting import Neighbours, Options
from l10n.memory.drafts import FirstDraft
from l10n.memory.store import Memory
from l10n.memory.unit import EXACT, IN_CONTEXT, MemoryMatch, Query, UnitOrigin
from l10n.model import Draft, Entry, Leg
from l10n.risk.features import Features


@dataclass(frozen=True, slots=True)
class Recalled:
    """A match as a draft; `trusted` if it may stand as a translation."""

    draft: Draft
    trusted: bool = False
    bare: bool = False
    """It is of the words of a text with tags, which are still to be put in."""


def recall(
    texts: Mapping[str, Neighbours | None], languages: tuple[str, str], options: Options, memory: Memory | None
) -> Mapping[str, Recalled]:
    """The texts that the memory has, or something like them; `languages` are source and target."""
    if memory is None or not texts:
        return {}
    queries = [Query(text, around.before, around.after) if around else Query(text) for text, around in texts.items()]
    matches = memory.matches(queries, *languages, options.threshold)
    return {text: _recalled(match, options) for text, match in zip(texts, matches, strict=True) if match}


def keep(document: str, language: str, drafts: Iterable[tuple[Entry, Draft, Features]], memory: Memory | None) -> None:
    """Keep the first draft of each entry of the document's catalogue, for `l10n eval`."""
    if memory is None:
        return
    when = now()
    memory.keep_drafts(
        FirstDraft(
            document,
            language,
            entry.msgctxt,
            entry.msgid,
            draft.text,
            MEMORY if draft.match else f"{draft.engine} {'+'.join(leg.package for leg in draft.legs)}",
            draft.risk,
            when,
            json.dumps(asdict(features)),
        )
        for entry, draft, features in drafts
    )


def _recalled(match: MemoryMatch, options: Options) -> Recalled:
    """Only what was reviewed for the same text between the same neighbours may stand."""
    origin = f"{match.unit.origin} {match.unit.who}".strip() if match.score >= EXACT else str(match.unit.origin)
    draft = Draft(MEMORY, (Leg(MEMORY, match.text, 0.0),), match=f"{min(match.score, EXACT)}% {origin}")
    exact = match.score == IN_CONTEXT and match.unit.origin is UnitOrigin.REVIEWED
    return Recalled(draft, options.trust_exact and exact)
