"""The customs of a whole catalogue, and what its texts have to do with each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from l10n.checking.continuation import RunningQuotations
from l10n.checking.conventions import CustomCounts, conventions
from l10n.checks import CatalogueView
from l10n.documents import inline
from l10n.model import ACCEPTED, READ, Entry, Key, State
from l10n.pairs.end_marks import EndMarks
from l10n.pairs.kept_words import KeptWords
from l10n.pairs.pair import Conventions

_ENOUGH = 3
"""Accepted texts from which they, and not the drafts, show the custom."""


def surveyed(catalogue: CatalogueView) -> tuple[Conventions, frozenset[Key]]:
    """The customs of the accepted texts if there are some, else of all; the entries over which quotations run."""
    accepted, running = CustomCounts(), RunningQuotations()
    for entry, state in zip(catalogue.entries, catalogue.states, strict=True):
        running.add(entry)
        for text in _visible(entry) if state in ACCEPTED else ():
            accepted.add(text)
    custom = accepted.conventions(catalogue.kind)
    if accepted.texts < _ENOUGH:
        custom = conventions(_of(catalogue, frozenset(State)), catalogue.kind)
    return _with_pairs(custom, catalogue), frozenset(running.keys)


def peoples_customs(catalogue: CatalogueView) -> Conventions:
    """The customs of all that people have written, however little it is: drafts have to follow it."""
    custom = conventions(_of(catalogue, frozenset(State) - {State.DRAFT, State.UNREAD}), catalogue.kind, few=0)
    return _with_pairs(custom, catalogue)


def _with_pairs(custom: Conventions, catalogue: CatalogueView) -> Conventions:
    """With what people do beside the source: an engine leaves a word that it does not know every time."""

    def both() -> Iterator[tuple[str, str]]:
        for entry, state in zip(catalogue.entries, catalogue.states, strict=True):
            if state in READ and (source := catalogue.source_of(entry)):
                plural = source.plural or entry.plural
                yield _all_forms(source, entry) if plural else (source.msgid, entry.msgstr)

    return replace(custom, kept=KeptWords(both), ends=EndMarks(both))


def _all_forms(source: Entry, entry: Entry) -> tuple[str, str]:
    return " ".join(filter(None, (source.msgid, source.msgid_plural))), " ".join(entry.texts)


def _of(catalogue: CatalogueView, wanted: frozenset[State]) -> Iterator[str]:
    """The texts of the entries in these states."""
    for entry, state in zip(catalogue.entries, catalogue.states, strict=True):
        if state in wanted:
            yield from _visible(entry)


def _visible(entry: Entry) -> Sequence[str]:
    if inline.markup_of(entry) is None:
        return entry.texts
    return [inline.visible_of(entry, text).text for text in entry.texts]
