"""Drafts beside what was made of them, or beside a reference."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from l10n.catalogue.bookkeeping.grammar import MEMORY
from l10n.catalogue.bookkeeping.marks import origin, risk_of
from l10n.catalogue.states import state
from l10n.documents import inline
from l10n.memory.drafts import FirstDraft
from l10n.model import READ, BlockKind, Catalogue, Entry, Key, State
from l10n.risk.features import Features

STANDING = frozenset({State.DRAFT, State.UNREAD})
"""The text is the machine's, letter by letter."""
_KIND = re.compile(rf"([a-z][a-z ]*) \d+(?:, |$)|({'|'.join(BlockKind)})(?:, sentence \d+)?$")
"""Catalogues that do not change with each moved paragraph have no number of it."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """One draft and what it is compared with."""

    document: str
    language: str
    kind: str | None
    """Kind of the block, as `heading`; None in catalogues that do not tell."""
    source: str
    draft: str
    accepted: str
    """What people made of it, or the reference."""
    risk: float | None = None
    features: Features | None = None
    """What the risk was made of, if that was kept: only such drafts can be fitted to."""
    calibrated: bool = True
    """Risk was measured between these languages."""
    engine: str = ""
    """What the draft came from, as its mark says: an engine, several with `+`, `memory`; empty if nobody knows."""


Reference = Callable[[Entry], tuple[str, ...] | None]
"""The texts that an entry should have, one a plural form; None if it is not in the reference."""


def with_first_drafts(
    document: str, language: str, catalogue: Catalogue, drafts: Iterable[FirstDraft]
) -> Iterator[Pairing]:
    """The accepted entries whose first draft is known, in the catalogue's order; of two drafts the first counts.

    What is accepted unread would only flatter the drafts.
    """
    known: dict[Key, FirstDraft] = {}
    for draft in drafts:
        if (draft.document, draft.language) == (document, language):
            known.setdefault((draft.msgctxt, draft.msgid), draft)
    for entry in catalogue.active:
        if not entry.plural and (first := known.get(entry.key)) and state(entry) in READ:
            texts = _words(entry, first.text, entry.msgstr)
            features = _features(first.features)
            yield Pairing(document, language, kind(entry), *texts, first.risk, features, engine=_engine(first.engine))


def with_reference(document: str, language: str, catalogue: Catalogue, reference: Reference) -> Iterator[Pairing]:
    """The drafts that still stand in the catalogue and that the reference has, in the catalogue's order; words only."""
    for entry in catalogue.active:
        if state(entry) in STANDING and len(texts := reference(entry) or ()) == len(entry.texts):
            for draft, accepted in zip(entry.texts, texts, strict=True):
                texts = _words(entry, draft, accepted)
                yield Pairing(document, language, kind(entry), *texts, risk_of(entry), engine=_engine(origin(entry)))


def _words(entry: Entry, draft: str, accepted: str) -> tuple[str, str, str]:
    """The words of source, draft and accepted text: marks and tags are nobody's translation."""
    return (inline.words_of(entry, entry.msgid), inline.words_of(entry, draft), inline.words_of(entry, accepted))


def _engine(mark: str) -> str:
    """The engine in what a mark or the memory says: `argos de-en-1.0`, `l10n-tm`, `memory 92% reviewed`."""
    name = mark.partition(" ")[0]
    return "memory" if name == MEMORY else name


def _features(text: str) -> Features | None:
    """What the memory has kept of them, which may be nothing."""
    if not text:
        return None
    kept: dict[str, Any] = json.loads(text)
    fields: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()}
    return Features(**fields)


def kind(entry: Entry) -> str | None:
    """What the first `#.` line calls the block: `heading` of `heading 1`, `paragraph` of `paragraph 2, sentence 3`."""
    match = _KIND.match(entry.extracted[0]) if entry.extracted else None
    return match[1] or match[2] if match else None
