"""The round trip: a draft's English translated back, to see how much of the text survives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from l10n.drafting import Options, Translated
from l10n.drafting.legs import Scheduler
from l10n.drafting.pivoting import translate
from l10n.engines import Route
from l10n.errors import PackageError
from l10n.languages import PIVOT
from l10n.memory.store import Memory
from l10n.model.events import Progress


@dataclass(slots=True)
class RoundTrips:
    """The round trips of a run; each text makes one, whatever its languages are."""

    source: str
    routes: Mapping[str, Route]
    options: Options
    memory: Memory | None
    back: Route | None
    """From English to the source language; None if no round trip is wanted, or none can be made."""
    scheduler: Scheduler
    likeness: dict[str, float] = field(default_factory=dict)
    """How like each text its translation back is, 0 to 1."""

    @property
    def wanted(self) -> bool:
        """Some are to be made."""
        return self.back is not None

    def make(self, translated: Translated) -> Iterator[Progress | PackageError]:
        """Translate the English of these drafts back, as far as that was not done, and compare it with the text."""
        from l10n.risk.likeness import similarity

        route = self.routes[translated.language]
        index = next((index for index, leg in enumerate(route) if leg.target == PIVOT), None)
        if self.back is None or index is None:
            return
        pivots = {text: draft.legs[index - len(route)].text for text, draft in translated.drafts.items()}
        wanted = [pivot for text, pivot in pivots.items() if text not in self.likeness]
        texts, routes = {self.source: wanted}, {self.source: self.back}
        for event in translate(texts, routes, self.options, self.memory, scheduler=self.scheduler):
            if isinstance(event, Translated):
                back = {text: event.drafts[pivot].text for text, pivot in pivots.items() if pivot in event.drafts}
                self.likeness |= {text: similarity(new, text) for text, new in back.items()}
            else:
                yield event
