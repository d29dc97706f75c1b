"""Marks of drafts that somebody has typed over, put back: the translation memory knows which texts are the machine's.

Poedit's Edit Comment shows our comments with people's; who types a note there may erase them, and an unread draft would
pass for somebody's translation. Commands that write put them back; commands that only read see the file as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from l10n.catalogue.bookkeeping import read, written
from l10n.catalogue.mark import record, source_digest, text_digest, with_record
from l10n.catalogue.search import language_of
from l10n.catalogue.signature import signed
from l10n.errors import L10nError
from l10n.languages import base
from l10n.memory.marks import Marked
from l10n.memory.store import Memory
from l10n.model import Catalogue, Entry


def restored(path: Path, catalogue: Catalogue, memory: Path | None) -> Catalogue:
    """The catalogue with the marks that its texts had; as it is without a memory, or with one that cannot be read."""
    bare = [entry for entry in catalogue.entries if _is_bare(entry)]
    if not bare or memory is None or not memory.is_file():
        return catalogue
    try:
        with Memory(memory, create=False) as store:
            known = store.marks(base(language_of(path, catalogue)), map(_place, bare))
    except L10nError:  # who needs the memory is told so by what needs it
        return catalogue
    if not known:
        return catalogue
    entries = tuple(
        _marked(entry, known[_place(entry)]) if _place(entry) in known and _is_bare(entry) else entry
        for entry in catalogue.entries
    )
    return replace(catalogue, entries=entries, renewed=True)


def keep(store: Memory | None, language: str, entries: Iterable[Entry]) -> None:
    """Keep the marks of these drafts."""
    if store is not None:
        ours = ((entry, written(replace(record(entry), people=()))) for entry in entries)
        store.keep_marks(base(language), (Marked(*_place(entry), lines) for entry, lines in ours))


def _is_bare(entry: Entry) -> bool:
    """Nothing says where the text comes from."""
    return entry.translated and not record(entry).marks and not signed(entry)


def _place(entry: Entry) -> tuple[str, str]:
    return source_digest(entry), text_digest(entry)


def _marked(entry: Entry, lines: tuple[str, ...]) -> Entry:
    ours = read(lines)
    old = record(entry)
    return with_record(
        entry, replace(old, pivots=ours.pivots or old.pivots, lost=ours.lost or old.lost, marks=ours.marks)
    )
