"""What a run of drafting is asked for, and what it tells beside the events of an update."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.config import Config
from l10n.drafting import THRESHOLD
from l10n.drafting.legs import Scheduler
from l10n.engines import Route
from l10n.errors import PackageError
from l10n.memory.shared import SharedMemory, shared_memories
from l10n.model.beam import Beam
from l10n.model.device import Device
from l10n.model.events import Event


def _nobody_agrees(_missing: Sequence[PackageError]) -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRequest:
    """What is to be drafted, and how; what is not said is as in the settings."""

    settings: Config
    sources: tuple[Path, ...] = ()
    """Files, folders and patterns; without any, and without catalogues, those of the settings."""
    format: str | None = None
    """The format of all sources, whatever their suffix."""
    catalogues: tuple[Path, ...] = ()
    """PO files of software, or folders of some: drafted in place, whatever project they are of."""
    to: str | None = None
    """Target languages, with commas between them; of `catalogues`, only those in these languages."""
    source_language: str | None = None
    locales: Path | None = None
    """Folder of the articles' catalogues."""
    packages: Path | None = None
    """Folder of the Argos packages."""
    engine: str | None = None
    """The engine that leads into all languages; without it, the settings' routes and what is best."""
    beam: Beam | None = None
    device: Device | None = None
    """What packages compute on; None for the environment's, else the settings', else the processor."""
    redraft: bool = False
    """Renew drafts that nobody has edited."""
    accepted_pivot: bool = True
    """Start from the English that people have accepted, not always from the machine's."""
    memory: Path | None = None
    """File of the translation memory."""
    use_memory: bool = True
    threshold: int = THRESHOLD
    """Likeness in percent from which the memory's text is a draft."""
    trust_exact: bool = False
    """Take what was reviewed in the same place as translated."""
    round_trip: bool = False
    """Translate the English back, so that risk is known better."""
    install: bool = False
    """Download packages that are missing."""
    agree: Callable[[Sequence[PackageError]], bool] = _nobody_agrees
    """Asked before anything is downloaded, if `install` does not say so; it is given what is missing."""
    force: bool = False
    """Go on although texts of people would be lost."""
    prune: bool = False
    """Drop obsolete entries; texts of people among them are kept in a file beside the catalogue."""
    dry_run: bool = False
    """Write nothing; tell what is pending."""
    scheduler: Scheduler | None = None
    """Has the texts translated, leg by leg; this process if there is none."""
    cluster: str | None = None
    """Where a Dask scheduler is: `tcp://HOST:8786`, or its file; its workers translate, in place of `scheduler`."""

    @property
    def memory_file(self) -> Path | None:
        """The translation memory of the run, if it has one."""
        return self.memory or self.settings.memory if self.use_memory else None

    @property
    def shared_memories(self) -> tuple[SharedMemory, ...]:
        """Those that are only read; L10nError for settings of another kind."""
        return shared_memories(self.settings) if self.use_memory else ()


@dataclass(frozen=True, slots=True)
class OtherPivots(Event):
    """Entries that people work on were made from another English than the one that is accepted by now."""

    path: Path
    entries: int


@dataclass(frozen=True, slots=True)
class ToDraft(Event):
    """What a run would draft in a catalogue of software."""

    path: Path
    entries: int
    returning: int
    """Texts that come back from `#~`."""
    source: str
    language: str


@dataclass(frozen=True, slots=True)
class DraftCounts:
    """What became of a catalogue that was filled."""

    drafts: int
    """Entries that got a draft."""
    undrafted: int
    """Entries that no package could translate whole."""
    remembered: int
    """Drafts that came from the memory."""
    returned: int
    """Entries whose text has come back from `#~`."""


@dataclass(frozen=True, slots=True)
class DraftReport(Event):
    """The end of a run."""

    pending: Mapping[Path, int]
    """All catalogues of the run, and how many of their entries wanted a draft."""
    drafted: Mapping[Path, DraftCounts]
    """Those that were filled."""
    routes: tuple[Route, ...]
    """That texts went."""
    seconds: float
