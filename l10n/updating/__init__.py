"""Catalogues follow the articles: whose catalogues they are, what moved between documents, what would be lost.

`run` puts the steps in order and is the only part that writes, with `writing`: first everything is worked out, then
what is to be refused is refused, then files are written, those that take texts before those that give them away.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from l10n.catalogue.merging.merge import Merge
from l10n.model import Catalogue, Document, Entry
from l10n.model.events import Event
from l10n.model.origin_lines import ReferenceStyle


@dataclass(frozen=True, slots=True)
class UpdateOptions:
    """How `update` may treat what is there."""

    force: bool = False
    """Go on although texts of people would be lost, or the catalogues look like another document's."""
    prune: bool = False
    """Drop obsolete entries."""
    dry_run: bool = False
    """Write nothing."""
    memory: Path | None = None
    """The translation memory, which knows the marks of drafts that somebody has typed over."""
    references: ReferenceStyle = ReferenceStyle.FULL
    """How `#:` lines are written."""


DEFAULT = UpdateOptions()


@dataclass(frozen=True, slots=True)
class Article:
    """A document, and the file that it was read from."""

    path: Path
    document: Document
    targets: tuple[str, ...] | None = None
    """The languages of its own; None for those of the run."""

    @property
    def name(self) -> str:
        """The name of its catalogues, which no other source of the run has."""
        return self.document.name


@dataclass(frozen=True, slots=True)
class Move:
    """A sentence that has left one document for another, and the entry that goes along."""

    entry: Entry
    """As it stood in the catalogue of the document that gives it away."""
    donor: str
    recipient: str
    """Names of documents."""
    index: int
    """The index of the segment in the recipient's template."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to become of one catalogue; nothing is written yet."""

    document: str
    language: str
    path: Path
    seen: tuple[int, ...]
    """What file it was read from, see `writing.stamp`."""
    old: Catalogue
    new: Catalogue
    merge: Merge
    pruned: tuple[Entry, ...] = ()
    arrived: tuple[Move, ...] = ()
    departed: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class Updated(Event):
    """One catalogue after `update`."""

    document: str
    language: str
    path: Path
    merge: Merge
    written: bool
    """False if the file already was as it should be."""
    pruned: tuple[Entry, ...] = ()
    """Obsolete entries that were dropped."""
    kept: Path | None = None
    """Where those with texts or comments of people are kept; None if there are none."""
    arrived: tuple[Move, ...] = ()
    """Entries that came from other documents of the run; the merge counts them as unchanged."""
    departed: tuple[Move, ...] = ()
    """Entries that went to other documents of the run."""
