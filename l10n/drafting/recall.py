"""What the translation memory has for texts, and what it keeps of their drafts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType

from l10n.catalogue.bookkeeping.grammar import MEMORY
from l10n.catalogue.header import now
from l10n.drafting import Neighbours, Options
from l10n.memory.drafts import FirstDraft
from l10n.memory.memories import Memories
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
    texts: Mapping[str, Neighbours | None],
    languages: tuple[str, str],
    options: Options,
    memories: Memories | None,
    forms: Mapping[str, str] = MappingProxyType({}),
) -> Mapping[str, Recalled]:
    """The texts that the memories have, or something like them; `languages` are source and target.

    `forms` has the name of the inline form of each text that has marks.
    """
    if memories is None or not texts:
        return {}
    queries = [_query(text, around, forms.get(text, "")) for text, around in texts.items()]
    matches = memories.matches(queries, *languages, options.threshold)
    return {
        query.text: _recalled(match, options, bare=bool(query.markup) and not match.marked)
        for query, match in zip(queries, matches, strict=True)
        if match
    }


def _query(text: str, around: Neighbours | None, form: str) -> Query:
    return Query(text, around.before, around.after, form) if around else Query(text, markup=form)


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


def _recalled(match: MemoryMatch, options: Options, bare: bool) -> Recalled:
    """Only what was reviewed for the same text between the same neighbours may stand."""
    origin = f"{match.unit.origin} {_plain(match.unit.who)}" if match.score >= EXACT else str(match.unit.origin)
    origin = origin.strip()
    origin += f" from {_plain(match.memory)}" if match.memory else ""
    draft = Draft(MEMORY, (Leg(MEMORY, match.text, 0.0),), match=f"{min(match.score, EXACT)}% {origin}")
    exact = match.score == IN_CONTEXT and match.unit.origin is UnitOrigin.REVIEWED
    return Recalled(draft, options.trust_exact and exact and not bare, bare)


def _plain(name: str) -> str:
    """A name as it may stand in a mark, whose values are told by their `=`."""
    return " ".join(name.replace("=", "-").split())
