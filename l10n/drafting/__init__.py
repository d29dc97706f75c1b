"""Drafts for what has none: from the memory, else each distinct text once per leg, nobody's work touched.

`pending` finds what wants a draft, `pivoting` translates it leg by leg, with `repair` for what goes wrong, `catalogues`
fills it in. Values here, what is done with them there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from l10n.engines import LanguagePair
from l10n.glossary import Glossary
from l10n.model import Draft, Entry

Route = tuple[LanguagePair, ...]
THRESHOLD = 75
REVIEWED = "reviewed"
"""Stands for the package of a leg that people have accepted."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to draft."""

    beam: int = 4
    redraft: bool = False
    """Drafts that nobody edited are made again."""
    glossary: Glossary | None = None
    threshold: int = THRESHOLD
    """Percent from which a similar unit of the memory serves as a draft."""
    trust_exact: bool = False
    """Take what was reviewed for the same text between the same neighbours as translated."""
    pivot: bool = True
    """Start from the English of a text once people have accepted it."""
    round_trip: bool = False
    """Translate the English back to see how much of the text survives."""


DEFAULT = Options()


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The texts before and behind one; empty at the edges, None if the catalogue does not say."""

    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """A catalogue and the texts in it that want a draft."""

    path: Path
    language: str
    texts: tuple[str, ...]
    """Distinct ones."""
    entries: int
    """Entries that want these texts."""
    neighbours: Mapping[str, Neighbours] = field(default_factory=dict)
    """Of each text where it stands first."""
    pivots: Mapping[str, str] = field(default_factory=dict)
    """The accepted English of each text of the document that has one."""
    differing: int = 0
    """Entries that people work on, made from another English than the accepted."""
    returning: int = 0
    """Entries whose text comes back from `#~`; of an article's catalogue, the update has brought them back."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a package is with its texts."""

    package: LanguagePair
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Translated:
    """A language whose route is done: a draft for each text that has one."""

    language: str
    drafts: Mapping[str, Draft]


@dataclass(frozen=True, slots=True)
class Drafted:
    """A catalogue after drafting."""

    path: Path
    language: str
    drafts: int
    """Entries that got a draft."""
    failed: tuple[Entry, ...]
    """Entries that no package could translate whole."""
    remembered: int = 0
    """Of the drafts, those from the memory."""
    trusted: int = 0
    """Entries that the memory has translated."""
    returned: int = 0
    """Entries whose text has come back from `#~`."""
    note: str = ""
    """What whoever keeps the file should know of it."""
