"""What a machine or the memory proposes. Values only, no files."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Leg:
    """One package's share in a draft: the text it wrote and how sure it was."""

    package: str
    """The package as `de-en-1.0`; `reviewed` for a text that people have accepted."""
    text: str
    score: float | None
    """Mean log-probability of a target token, natural logarithm: 0 is certain, lower is less; None if nobody knows."""
    disagreement: float | None = None
    """How different the decoder's other proposals are, 0 to 1; None if there is only one."""
    repairs: tuple[str, ...] = ()
    """What had to be done to get this text."""
    lost: tuple[str, ...] = ()
    """What should have been copied, and was not."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A translation of one segment that people have to look at, by one package, several in a row, or the memory."""

    engine: str
    legs: tuple[Leg, ...]
    risk: float | None = None
    """How likely it is that people have to change it, 0 to 1."""
    match: str = ""
    """What the translation memory says of a draft of its own, which has one leg: `92% reviewed`."""

    @property
    def text(self) -> str:
        """What goes into msgstr."""
        return self.legs[-1].text
