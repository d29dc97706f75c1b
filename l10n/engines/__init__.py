"""The contract of engines: each is a module here, found by its name, and needs no registration.

An engine says which pairs of languages it has (`stock`) and opens one of them (`open_pair`); what it does with texts is
the open pair's (`Decoder`). It has to be importable without the library that it translates with. What an engine cannot
do (`Capabilities`) is done without: nothing fails for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, cast

from l10n import plugins
from l10n.errors import PackageError
from l10n.model import Span

FAMILY = "l10n.engines"
DEFAULT = "argos"
"""The engine that says where packages are and how to get some; of equal pairs, its own are taken."""
SHARED = frozenset({"routes"})
"""Modules here that are no engine."""


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What an open pair can do besides translating."""

    scores: bool = False
    """Its hypotheses have scores."""
    hypotheses: bool = False
    """It gives several for a text, if asked for them."""
    prefixes: bool = False
    """A translation begins as it is told."""
    penalties: bool = False
    """It can be kept from repeating itself: `Decoding.repetition_penalty` and `no_repeat` make a difference."""
    links: bool = False
    """It says which words became which, if asked for that."""
    threads: bool = False
    """Several threads may use it at once, and while it decodes, others get on."""


FAINT = 0.05
"""Links below this weight are noise: no engine needs to give them. So a part of a translation has twenty at most."""


@dataclass(frozen=True, slots=True)
class Link:
    """What a part of a text counts for in a part of its translation, as the decoder weighed it."""

    source: Span
    """Offsets in the text."""
    target: Span
    """Offsets in the translation; of two links, equal or apart."""
    weight: float
    """0 to 1; of one part of the translation all together 1 at most."""


Links = tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One translation that a decoder proposes for a text."""

    text: str
    score: float | None = None
    """Mean log-probability of a target token, natural logarithm: 0 is certain, lower is less; None if nobody knows."""
    tokens: int = 1
    links: Links = ()
    """Which words became which, in the order of the translation; none if nobody asked, or nobody knows."""

    @property
    def logprob(self) -> float:
        """Log-probability of the whole text; 0 for one without a score."""
        return (self.score or 0.0) * self.tokens


@dataclass(frozen=True, slots=True)
class Decoding:
    """How a decoder looks for translations; what it is not capable of it leaves aside."""

    hypotheses: int = 1
    """So many of each text, best first; at most the beam."""
    repetition_penalty: float = 1.0
    """Above 1, tokens that were written already become less likely."""
    no_repeat: int = 0
    """No run of so many tokens is written twice; 0 for no limit."""
    links: bool = False
    """Say which words became which."""


class Decoder(Protocol):
    """An open pair."""

    @property
    def capabilities(self) -> Capabilities:
        """What it can do."""

    def translate(
        self, texts: Sequence[str], how: Decoding = ..., prefixes: Sequence[str] = ...
    ) -> Iterator[tuple[int, tuple[Hypothesis, ...]]]:
        """Index and translations of each text, the likeliest first, as they are ready; none for one that fails.

        With `prefixes`, one a text, each translation begins with its own. Raises PackageError.
        """


class LanguagePair(Protocol):
    """From which language into which an engine translates: a frozen value, equal only to itself."""

    @property
    def engine(self) -> str:
        """Name of the module here."""

    @property
    def source(self) -> str:
        """Our code of the language that it translates from."""

    @property
    def target(self) -> str:
        """Our code of the language that it translates into."""

    @property
    def name(self) -> str:
        """`de-en-1.0`: for people, and in catalogues; without spaces."""

    @property
    def engine_name(self) -> str:
        """What catalogues call the origin of its drafts: a demo's never pass for real ones. Without spaces."""

    @property
    def demo(self) -> bool:
        """Its translations are a gloss, to try l10n with."""

    @property
    def identity(self) -> str:
        """Two pairs of the same identity make the same translations; without spaces. Memory and workers compare it."""


Route = tuple[LanguagePair, ...]
"""The pairs that a text goes through in turn."""


@dataclass(frozen=True, slots=True)
class Stock:
    """What an engine has in a folder."""

    pairs: tuple[LanguagePair, ...] = ()
    """What it can open; of two pairs for the same languages, the one to use comes first."""
    broken: tuple[PackageError, ...] = ()
    """What should be a pair and cannot be used, and what to do about it."""


class Engine(Protocol):
    """A module here."""

    def default_folder(self) -> Path:
        """Where its packages are if nobody says so; nothing is created."""

    def stock(self, folder: Path) -> Stock:
        """Its pairs in this folder; an absent folder has none. Raises PackageError if it cannot be read."""

    def nothing_in(self, folder: Path) -> PackageError | None:
        """What is wrong with a folder without pairs; None for one that has some, and for one that may be empty."""

    def install_hint(self, legs: Sequence[str], folder: Path) -> str:
        """How to get pairs such as `de-en` into the folder."""

    def open_pair(self, pair: Any, beam: int) -> AbstractContextManager[Decoder]:
        """Open one of its own pairs until the context ends; PackageError if it is broken."""


def engine(name: str) -> Engine:
    """The engine of this name; L10nError that lists all engines for a wrong one."""
    return cast(Engine, plugins.load(FAMILY, name))


def engines() -> tuple[Engine, ...]:
    """All engines, the default one first."""
    return tuple(engine(name) for name in sorted(plugins.names(FAMILY), key=lambda name: name != DEFAULT))


def default_folder() -> Path:
    """Where packages are if nobody says so."""
    return engine(DEFAULT).default_folder()


def opened(pair: LanguagePair, beam: int) -> AbstractContextManager[Decoder]:
    """The pair, open until the context ends; PackageError if it is broken. `beam` is how widely it searches."""
    return engine(pair.engine).open_pair(pair, beam)
