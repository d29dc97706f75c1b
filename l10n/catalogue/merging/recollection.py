"""A sentence that comes back while its entry has become another's: what somebody had left for it, found by its digests.

The entry may be obsolete by now, may live on under the changed sentence, or may be one of joined sentences. It stays as
it is: the text is copied.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from l10n.catalogue.bookkeeping import record, with_record
from l10n.catalogue.bookkeeping.marks import true_mark
from l10n.catalogue.bookkeeping.record import Was
from l10n.catalogue.merging.succession import settled
from l10n.documents.inline.carrying import carried_over
from l10n.identity import digest
from l10n.model import Entry
from l10n.text.cosmetics import CLOSERS, MARKS

_MANY = 300
"""Words of a text in which parts are looked for between any two of them."""
_MOST = 40
"""Ends of sentences of a longer text between which parts are looked for."""

Memories = Mapping[str, Sequence[tuple[Entry, Was]]]
"""Entries and what they remember, by digest of the source that it was of."""


def memories(entries: Iterable[Entry]) -> Memories:
    """What entries remember of the sources that they had; those of live ones first."""
    by_source: defaultdict[str, list[tuple[Entry, Was]]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: entry.obsolete):
        for was in () if entry.plural else record(entry).was:
            if was.source is not None:
                by_source[was.source].append((entry, was))
    return by_source


def recalled(known: Memories, new: Entry) -> Entry | None:
    """The new entry with the text that somebody had left for its source, in the state in which it was left."""
    for entry, was in known.get(digest(new.msgid), ()):
        text = next((part for part in _texts(entry, new) if digest(part) == was.text), None)
        if text and (back := settled(_part(entry, text, was), new, text)):
            return back
    return None


def _texts(entry: Entry, new: Entry) -> Iterator[str]:
    """What may be left of the text: all of it, without the edit that was made along with the source, or a part."""
    yield entry.msgstr
    if back := carried_over(new, entry.msgid, new.msgid, entry.msgstr):
        yield back.text
    words = entry.msgstr.split(" ")
    borders = range(len(words) + 1) if len(words) <= _MANY else _ends(words)
    for number, start in enumerate(borders):
        for stop in reversed(borders[number + 1 :]):
            yield " ".join(words[start:stop])


def _ends(words: Sequence[str]) -> list[int]:
    """The numbers of the words with which sentences may begin, and where the text ends."""
    ends = [number for number, word in enumerate(words, 1) if word.rstrip(CLOSERS).endswith(tuple(MARKS))]
    return list(dict.fromkeys((0, *ends[:_MOST], len(words))))


def _part(entry: Entry, text: str, was: Was) -> Entry:
    """This text of the entry by itself."""
    old = record(entry)
    alone = replace(entry, msgstr=text, obsolete=False)
    true = true_mark(alone)
    marks = tuple(mark for mark in old.marks if mark == true)
    return with_record(alone, replace(old.without_changes(), was=(replace(was, now=was.text),), marks=marks))
