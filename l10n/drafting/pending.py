"""A catalogue with entries that want a draft: what packages are asked for, and where the answers go.

One class a kind of catalogue: `articles` has those that are ours, `software` those that are not. Whatever they share is
here, and in `run`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from l10n.drafting import Drafted, Options
from l10n.drafting.appraisal import Appraisal
from l10n.drafting.linking import Tie
from l10n.drafting.recall import Recalled
from l10n.engines import Links, Route
from l10n.memory.memories import Memories
from l10n.memory.store import Memory
from l10n.model import Draft

Line = tuple[str, tuple[str, ...]]
"""A text for a package, and the format flags of its entry."""


@dataclass(frozen=True, slots=True)
class Filling:
    """Where the drafts of a catalogue come from, and how they are appraised."""

    drafts: Mapping[str, Draft]
    """What the packages made of each text that they were given."""
    answers: Mapping[str, str]
    """The texts of these."""
    links: Mapping[str, Links]
    """For texts in whose drafts tags had several places: which words became which, if anybody knows."""
    route: Route
    """That they went; empty if there was none."""
    appraisal: Appraisal
    asked: Collection[str]
    """All that they were given."""
    options: Options
    memory: Memory | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending(ABC):
    """What wants a draft in a catalogue."""

    path: Path
    language: str
    source: str
    """The language of the texts."""
    texts: tuple[str, ...]
    """Distinct msgids of the entries that want a draft."""
    entries: int
    """How many entries want one."""
    pivots: Mapping[str, str] = field(default_factory=dict)
    """The accepted English of each text of the document that has one."""
    returning: int = 0
    """Entries whose text comes back from `#~`; of an article's catalogue, the update has brought them back."""
    known: Mapping[str, Recalled] = field(default_factory=dict)
    """What the memory has, by text; nothing until it was asked."""

    @abstractmethod
    def recalled(self, options: Options, memories: Memories | None) -> Self:
        """The same with what the memories have."""

    def wanted_pivots(self) -> Iterator[tuple[str, str]]:
        """The lines that start from an accepted English, each with that."""
        yield from ((text, self.pivots[text]) for text in self.texts if text in self.pivots)

    def piece_pivots(self) -> Iterator[tuple[str, str]]:
        """Likewise the pieces: what stands in tags, with what stands in them in the accepted English."""
        yield from ()

    @property
    @abstractmethod
    def incomplete(self) -> bool:
        """The memory does not have all that is wanted."""

    @abstractmethod
    def lines(self) -> Iterator[Line]:
        """What packages are to translate: nothing that the memory has."""

    @abstractmethod
    def pieces(self, filling: Filling) -> Iterator[str | Tie]:
        """What packages are to translate after all lines: parts of those that came back without a placeholder or tag.

        And whose links are wanted, for the tags of a draft that may have several places.

        Nothing that they were asked for.
        """

    @abstractmethod
    def fill(self, filling: Filling) -> Drafted:
        """Put the drafts into the file, as it is now; what has none is told. Raises L10nError."""
