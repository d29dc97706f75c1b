"""How far a run of several slices is, and how fast: what packages were given, and the catalogues that are behind it."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass

from l10n.drafting import Options
from l10n.drafting.legs import Flags, Made, Scheduler
from l10n.engines import LanguagePair
from l10n.model.events import Event


@dataclass(frozen=True, slots=True)
class Pace(Event):
    """A slice is behind the run, and others are to come."""

    catalogues: int
    """Those that were looked at so far, the first ones of the next slice among them."""
    total: int
    """All catalogues of the run."""
    words: int
    """Given to packages: a word counts once a leg, as it takes as long."""
    seconds: float
    """Since the first catalogue."""

    @property
    def left(self) -> float:
        """Seconds that the other catalogues will take if they are like those before."""
        return self.seconds / max(self.catalogues, 1) * (self.total - self.catalogues)


class Metered:
    """A scheduler that counts the words it passes on."""

    def __init__(self, scheduler: Scheduler, clock: Callable[[], float] = time.monotonic) -> None:
        self._scheduler, self._clock = scheduler, clock
        self._started = clock()
        self.slice_size = scheduler.slice_size
        self.words = 0

    def legs(self, pair: LanguagePair, texts: Sequence[str], options: Options, flags: Flags) -> Generator[Made]:
        """Have the legs made."""
        self.words += sum(len(text.split()) for text in texts)
        return self._scheduler.legs(pair, texts, options, flags)

    def pace(self, catalogues: int, total: int) -> Pace:
        """How far it is now."""
        return Pace(catalogues, total, self.words, self._clock() - self._started)
