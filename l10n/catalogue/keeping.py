"""The catalogue that somebody is working on, kept between one change and the next as long as its file stays as it is.

Whoever changes one entry of a large file after another need not have all of it read and made anew each time. What is
written is what `saving` writes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from l10n.catalogue import po, saving
from l10n.catalogue.header import CONTENT_TYPE, in_utf8
from l10n.catalogue.po.serialization import block, serialize
from l10n.catalogue.states import StateOf, state
from l10n.files import write_bytes
from l10n.model import Catalogue, Entry, State


@dataclass(frozen=True, slots=True)
class _Kept:
    """A file as it was read or written last."""

    path: Path
    data: bytes
    catalogue: Catalogue
    blocks: Sequence[str]
    """The lines of each entry; none if the file is not in our form."""


class _States(dict[Entry, State]):
    """The states of entries, each worked out once."""

    def __missing__(self, entry: Entry) -> State:
        self[entry] = state(entry)
        return self[entry]


class CatalogueKeeper:
    """Reads and saves catalogues, and keeps the last."""

    def __init__(self) -> None:
        self._kept: _Kept | None = None
        self._states = _States()

    @property
    def state_of(self) -> StateOf:
        """As `states.state`, for entries of the catalogue that is kept."""
        return self._states.__getitem__

    def read(self, path: Path) -> Catalogue:
        """As `po.read`."""
        data = po.read_bytes(path)
        kept = self._kept
        if kept is None or kept.path != path or kept.data != data:
            self._states.clear()
            catalogue = po.parsed(data, path)
            kept = self._kept = _Kept(path, data, catalogue, _blocks(catalogue, data))
        return kept.catalogue

    def save(self, path: Path, old: Catalogue, new: Catalogue) -> None:
        """As `saving.save`; the lock of the folder is the caller's."""
        kept, self._kept = self._kept, None
        changes = _changes(old, new) if kept and kept.catalogue is old and kept.blocks else None
        if kept is None or changes is None or kept.path != path or po.read_bytes(path) != kept.data:
            saving.save(path, old, new)
            return
        blocks = list(kept.blocks)
        for index, entry in changes.items():
            blocks[index] = block(entry)
        data = _file(new, blocks)
        if data != kept.data:
            write_bytes(path, data)
        self._kept = _renewed(kept, data, new, changes, blocks)


def _blocks(catalogue: Catalogue, data: bytes) -> list[str]:
    """Empty if writing the catalogue would give other bytes than these, or its header does not say that it is UTF-8."""
    gone = [entry.obsolete for entry in catalogue.entries]
    if not catalogue.field(CONTENT_TYPE) or gone != sorted(gone):
        return []
    blocks = [block(entry) for entry in catalogue.entries]
    return blocks if _file(catalogue, blocks) == data else []


def _file(catalogue: Catalogue, blocks: Sequence[str]) -> bytes:
    """The whole file, as `po.write` has it; the catalogue's obsolete entries come last."""
    around = replace(catalogue, header=in_utf8(catalogue.header), entries=())
    head = serialize(replace(around, trailing=()))
    return "\n".join([head, *blocks, *([serialize(around)[len(head) + 1 :]] if catalogue.trailing else [])]).encode()


def _changes(old: Catalogue, new: Catalogue) -> Mapping[int, Entry] | None:
    """The entries that are new, by place; None if others stand in other places."""
    if [entry.obsolete for entry in old.entries] != [entry.obsolete for entry in new.entries]:
        return None
    pairs = enumerate(zip(old.entries, new.entries, strict=True))
    return {index: entry for index, (before, entry) in pairs if entry is not before}


def _renewed(
    kept: _Kept, data: bytes, new: Catalogue, changes: Mapping[int, Entry], blocks: Sequence[str]
) -> _Kept | None:
    """What is kept after the change: all as if read from the file; None if that takes reading it."""
    head = serialize(replace(new, header=in_utf8(new.header), entries=(), trailing=()))
    part = po.parsed("\n".join([head, *(blocks[index] for index in changes)]).encode(), kept.path)
    if [block(entry) for entry in part.entries] != [blocks[index] for index in changes]:
        return None  # a comment is read as going on below, say
    entries = list(kept.catalogue.entries)
    for index, entry in zip(changes, part.entries, strict=True):
        entries[index] = entry
    catalogue = replace(part, entries=tuple(_with_lines(entries, head, blocks)), trailing=new.trailing)
    return _Kept(kept.path, data, catalogue, blocks)


def _with_lines(entries: Sequence[Entry], head: str, blocks: Sequence[str]) -> list[Entry]:
    """The entries with the numbers of their first lines."""
    line, numbered = head.count("\n") + 2, []
    for entry, lines in zip(entries, blocks, strict=True):
        numbered.append(entry if entry.line == line else replace(entry, line=line))
        line += lines.count("\n") + 1
    return numbered
