"""The entries of catalogues, with the numbers and keys by which people name them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.review import key
from l10n.catalogue.states import state
from l10n.errors import L10nError
from l10n.model import Catalogue, Entry, State
from l10n.model.events import Event, Failed
from l10n.workflow.review.catalogues import named


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRequest:
    """Which entries are to be listed."""

    paths: tuple[Path, ...]
    """PO files, or folders that have some."""
    state: State | None = None
    """Only entries in this state."""


@dataclass(frozen=True, slots=True)
class Selected(Event):
    """The catalogues whose entries follow."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class EntryListed(Event):
    """An entry that is not obsolete."""

    path: Path
    number: int
    """Number in its catalogue, from 1."""
    key: str
    """What it can be called, too: eight hexadecimal digits, which outlive insertions above it."""
    state: State
    entry: Entry


def list_entries(request: ListRequest) -> Iterator[Event]:
    """List the entries of each catalogue in the order of the file.

    A catalogue that cannot be read is told, and the others go on. Raises L10nError if there are no PO files.
    """
    paths = named(request.paths)
    yield Selected(tuple(paths))
    for path in paths:
        try:
            catalogue = po.read(path)
        except L10nError as error:
            yield Failed(error)
            continue
        yield from (entry for entry in _listed(path, catalogue) if request.state in (None, entry.state))


def _listed(path: Path, catalogue: Catalogue) -> Iterator[EntryListed]:
    entries = (entry for entry in catalogue.entries if not entry.obsolete)
    for number, entry in enumerate(entries, start=1):
        yield EntryListed(path, number, key(entry), state(entry), entry)
