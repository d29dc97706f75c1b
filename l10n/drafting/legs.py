"""One leg of many texts as work that can be done anywhere: in shards, each a pure function of pair, texts and settings.

What a scheduler needs is here, and nothing of a memory, of catalogues or of a terminal. Only names, identities and
texts are in a shard, so that it can travel; whoever makes it opens the pair of this identity in its own folder. Shards
depend on the texts alone, not on who makes them: what is translated together may change the last digit of a score.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from l10n.drafting import Options
from l10n.engines import Decoder, LanguagePair
from l10n.glossary import Glossary
from l10n.model import Leg

SHARD = 256
"""Texts of a shard: enough for batches that keep every core busy, few enough to be lost."""
SLICE = 2_000
"""Distinct texts that go through all legs before the next ones: what a killed run loses at most."""
Flags = Mapping[str, tuple[str, ...]]
"""Format flags of the texts that have some."""
Made = tuple[str, Leg | None]
"""A text and what became of it; None for one that cannot be translated whole."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Distinct texts of one leg, and all that their translations depend on."""

    identity: str
    """Of the pair."""
    package: str
    """Name of the pair."""
    source: str
    target: str
    texts: tuple[str, ...]
    flags: Flags
    beam: int
    glossary: Glossary | None


class Scheduler(Protocol):
    """Where legs are made: here (`local.Local`), or on other machines."""

    @property
    def slice_size(self) -> int:
        """Distinct texts of a slice; more than `SLICE` if it takes more to keep all who work busy."""

    def legs(self, pair: LanguagePair, texts: Sequence[str], options: Options, flags: Flags) -> Generator[Made]:
        """Make the leg of each distinct text; in any order, as they are ready.

        Work goes on while nobody asks for the next one, and stops when the generator is closed. Raises PackageError.
        """


def shards(pair: LanguagePair, texts: Sequence[str], options: Options, flags: Flags) -> list[Shard]:
    """The texts in their order, as many shards as they need."""
    parts = (tuple(texts[start : start + SHARD]) for start in range(0, len(texts), SHARD))
    return [
        Shard(
            pair.identity,
            pair.name,
            pair.source,
            pair.target,
            part,
            {text: flags[text] for text in part if text in flags},
            options.beam,
            options.glossary,
        )
        for part in parts
    ]


def make(decoder: Decoder, shard: Shard) -> Iterator[Made]:
    """Translate the texts of a shard, judge and repair; as they are ready. Raises PackageError."""
    from l10n.drafting.repair import improve
    from l10n.drafting.scoring import Languages

    languages = Languages(shard.source, shard.target, shard.glossary)
    yield from improve(decoder, shard.texts, languages, shard.package, shard.beam, shard.flags)
