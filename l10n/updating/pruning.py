"""What `--prune` drops goes into a file beside the catalogue: `a.po.pruned`, a PO file that no command picks up.

To have the texts back: `msgcat a.po a.po.pruned -o a.po`, or by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, count
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.bookkeeping import record
from l10n.catalogue.bookkeeping.signature import with_context
from l10n.identity import digest
from l10n.model import Catalogue, Entry
from l10n.updating.losses import written


def kept_in(path: Path) -> Path:
    """Where the entries pruned from this catalogue are kept."""
    return path.with_name(f"{path.name}.pruned")


def worth_keeping(entry: Entry) -> bool:
    """Its text is somebody's, or people have said something about it."""
    return written(entry) or bool(remarks(entry))


def remarks(entry: Entry) -> list[str]:
    """The comments that people wrote."""
    return [line for line in record(entry).people if line]


def keep(path: Path, catalogue: Catalogue, dropped: Sequence[Entry]) -> None:
    """Add these entries of the catalogue to its file of pruned ones, unless they stand there already.

    Raises L10nError if that file cannot be read or written.
    """
    target = kept_in(path)
    old = po.read(target) if target.exists() else Catalogue(catalogue.header, (), catalogue.comments)
    po.write(target, replace(old, entries=distinct(old.entries, dropped)))


def distinct(there: Sequence[Entry], more: Iterable[Entry]) -> tuple[Entry, ...]:
    """All of them, no two with one key, which PO forbids: what is not there yet gets a context of its own."""
    entries = {entry.key: entry for entry in there}
    for entry in more:
        name = f"old:{digest(*entry.texts)}"
        names = chain((name,), (f"{name} {number}" for number in count(2)))
        kept = entry
        while entries.get(kept.key, kept) != kept:
            kept = with_context(entry, next(names))
        entries[kept.key] = kept
    return tuple(entries.values())
