"""What a run would have to do, told without doing it: distinct texts, words, what the memory has, the expected time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from l10n.drafting import Options
from l10n.drafting.articles import wants_draft
from l10n.drafting.recall import recall
from l10n.drafting.software import PendingSoftware
from l10n.languages import PIVOT
from l10n.memory.store import Memory
from l10n.model.events import Event
from l10n.updating import Updated

ENOUGH = 1_000
"""Words that a run has to have given to packages for its rate to be worth keeping: fewer are lost in the start."""


@dataclass(frozen=True, slots=True)
class Outlook(Event):
    """What a run would have to do."""

    texts: int
    """Distinct texts that want a draft, in whatever languages."""
    words: int
    """Of these texts."""
    remembered: int
    """Drafts that the memory has, counted in each language."""
    seconds: float | None
    """The expected time, by the rate of an earlier run with this memory; None if there was none."""


@dataclass(slots=True)
class Wanted:
    """Distinct texts by source and target language."""

    texts: dict[tuple[str, str], dict[str, None]] = field(default_factory=dict)

    def add(self, updated: Updated, source: str, redraft: bool) -> None:
        """Add what a catalogue would want once it is updated."""
        wanting = (entry.msgid for entry in updated.merge.entries if wants_draft(entry, redraft, {}))
        self._add(source, updated.language, wanting)

    def add_software(self, catalogues: Sequence[PendingSoftware]) -> None:
        """Add what catalogues of software want."""
        for catalogue in catalogues:
            self._add(catalogue.source, catalogue.language, (line for line, _ in catalogue.lines()))

    def _add(self, source: str, target: str, texts: Iterable[str]) -> None:
        self.texts.setdefault((source, target), {}).update(dict.fromkeys(texts))

    def outlook(self, path: Path | None, options: Options) -> Outlook:
        """What there is to do with the memory in this file, if there is one. Raises L10nError."""
        every = {text for own in self.texts.values() for text in own}
        remembered, rate, left = 0, None, self.texts
        if path and path.is_file():
            with Memory(path, create=False) as memory:
                rate = memory.rate(options.beam)
                known = {pair: recall(dict.fromkeys(own), pair, options, memory) for pair, own in self.texts.items()}
            remembered = sum(map(len, known.values()))
            left = {pair: dict.fromkeys(own.keys() - known[pair].keys()) for pair, own in self.texts.items()}
        seconds = _words_of_legs(left) / rate if rate else None
        return Outlook(len(every), _words(every), remembered, seconds)


def _words_of_legs(texts: dict[tuple[str, str], dict[str, None]]) -> int:
    """A word counts once a leg; the one to English is made once for all languages."""
    firsts: dict[str, set[str]] = {}
    for (source, _), own in texts.items():
        firsts.setdefault(source, set()).update(own if source != PIVOT else ())
    legs = sum(_words(own) for (_, target), own in texts.items() if target != PIVOT)
    return legs + sum(map(_words, firsts.values()))


def _words(texts: Iterable[str]) -> int:
    return sum(len(text.split()) for text in texts)
