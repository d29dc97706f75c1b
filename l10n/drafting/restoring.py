"""Marks of drafts that somebody has typed over, put back: the translation memory knows which texts are the machine's.

Poedit's Edit Comment shows our comments with people's; who types a note there may erase them, and an unread draft would
pass for somebody's translation. Commands that write put them back; commands that only read see the file as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.catalogue.bookkeeping import read, record, with_record, written
from l10n.catalogue.bookkeeping.digests import source_digest, text_digest
from l10n.catalogue.bookkeeping.signature import signed
from l10n.catalogue.search import language_of
from l10n.errors import L10nError
from l10n.languages.codes import base
from l10n.model import Catalogue, Entry

if TYPE_CHECKING:
    from l10n.memory.store import Memory


def restored(path: Path, catalogue: Catalogue, memory: Path | None) -> Catalogue:
    """The catalogue with the marks that its texts had; as it is without a memory, or with one that cannot be read."""
    if memory is None or not memory.is_file():
        return catalogue
    bare = {index: _digests(entry) for index, entry in enumerate(catalogue.entries) if _is_bare(entry)}
    known = _known(memory, base(language_of(path, catalogue)), bare.values()) if bare else {}
    if not known:
        return catalogue
    entries = list(catalogue.entries)
    for index, digests in bare.items():
        if digests in known:
            entries[index] = _marked(entries[index], known[digests])
    return replace(catalogue, entries=tuple(entries), renewed=True)


def keep(store: Memory | None, language: str, entries: Iterable[Entry]) -> None:
    """Keep the marks of these drafts."""
    if store is not None:
        from l10n.memory.marks import Marked

        ours = ((entry, written(replace(record(entry), people=()))) for entry in entries)
        store.keep_marks(base(language), (Marked(*_digests(entry), lines) for entry, lines in ours))


def _is_bare(entry: Entry) -> bool:
    """Nothing says where the text comes from."""
    return entry.translated and not record(entry).marks and not signed(entry)


def _known(memory: Path, language: str, digests: Iterable[tuple[str, str]]) -> dict[tuple[str, str], tuple[str, ...]]:
    from l10n.memory.store import Memory  # only here: not every command needs SQLite

    try:
        with Memory(memory, create=False) as store:
            return store.marks(language, digests)
    except L10nError:  # who needs the memory is told so by what needs it
        return {}


def _digests(entry: Entry) -> tuple[str, str]:
    return source_digest(entry), text_digest(entry)


def _marked(entry: Entry, lines: tuple[str, ...]) -> Entry:
    ours = read(lines)
    old = record(entry)
    return with_record(
        entry, replace(old, pivots=ours.pivots or old.pivots, lost=ours.lost or old.lost, marks=ours.marks)
    )
