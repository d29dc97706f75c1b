"""Drafts for what has none: from the memory, else each distinct text once a leg, nobody's work touched.

`articles` and `software` say what wants a draft in a catalogue and put it in, `recall` asks the memory, `pivoting`
translates leg by leg, with `repair` for what goes wrong, `run` puts these steps in order. Values here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.model import Draft, Entry
from l10n.model.beam import USUAL, Beam
from l10n.model.device import Device
from l10n.model.events import Event

if TYPE_CHECKING:
    from l10n.glossary import Glossary

THRESHOLD = 75
REVIEWED = "reviewed"
"""Stands for the package of a leg that people have accepted."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to draft."""

    beam: Beam = USUAL
    device: Device = Device.CPU
    """What engines compute on. Drafts of one device are as good as another's: the memory does not tell them apart."""
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
    """The texts before and after one; empty at the edges, None if the catalogue does not say."""

    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Translated:
    """A language whose route is done: a draft for each text that has one."""

    language: str
    drafts: Mapping[str, Draft]
    asked: Collection[str]
    """All texts that were tried."""


@dataclass(frozen=True, slots=True)
class Drafted(Event):
    """A catalogue after drafting."""

    path: Path
    language: str
    drafts: int
    """Entries that got a draft."""
    failed: tuple[Entry, ...]
    """Entries that no package could translate whole."""
    remembered: int = 0
    """Drafts among these that came from the memory."""
    trusted: int = 0
    """Entries that the memory has translated."""
    returned: int = 0
    """Entries whose text has come back from `#~`."""
    note: str = ""
    """What whoever keeps the file should know of it."""
