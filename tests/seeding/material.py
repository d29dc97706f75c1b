"""What errors are made from and what they are called: the good texts of one segment, and the kinds of errors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random

TARGETS = ("en", "ru", "uk", "az")

Texts = Mapping[str, str]
"""The same segment by language, the source's among them."""


@dataclass(frozen=True, slots=True)
class Material:
    """One segment with good translations, one of which is to be spoiled."""

    source: str
    source_language: str
    targets: Texts
    """Good translations by language."""
    language: str
    """Whose translation is to be spoiled."""
    others: tuple[Texts, ...] = ()
    """Other segments of the document."""
    glossary: Mapping[str, Texts] = field(default_factory=dict)
    """The translations of a term by language."""
    variants: Texts = field(default_factory=dict)
    """Translations by language that are good but for the glossary's term, which they call by another word."""
    flags: tuple[str, ...] = ()
    """Of the entry, as `python-format`."""

    @property
    def target(self) -> str:
        """The good translation that is to be spoiled."""
        return self.targets[self.language]


Seed = Callable[[Material, Random], str | None]
"""The translation with one error; None if the segment offers no opportunity."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of error."""

    name: str
    checks: frozenset[str]
    """Each of these has found the error if it reports the segment."""
    seed: Seed
    languages: tuple[str, ...] = TARGETS
    """Into which translations such errors come."""
    together: bool = False
    """It shows only beside the good catalogues of the other languages."""


def kind(name: str, checks: str, seed: Seed, languages: str = "", *, together: bool = False) -> Kind:
    """A kind; names of checks and languages are words of one string."""
    return Kind(name, frozenset(checks.split()), seed, tuple(languages.split()) or TARGETS, together)


def seeded(kind: Kind, material: Material, rng: Random) -> str | None:
    """The translation with one error of this kind, never the good one; None if there is no opportunity."""
    if material.language not in kind.languages or material.language not in material.targets:
        return None
    spoiled = kind.seed(material, rng)
    return None if spoiled == material.target else spoiled
