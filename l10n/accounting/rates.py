"""How much of a text was there before anybody worked on it, in the bands by which translators are paid.

The bands are those of the analyses of translation programs; the weights are an example, as every agreement has its own.

[tool.l10n.work]
"95-99" = 30
machine = 60
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from l10n.tables import Table


class Rate(StrEnum):
    """A band of matches, or another origin of the text that the translator began with."""

    NEW = "new"
    """There was nothing, or a match of less than half."""
    LOW = "50-74"
    FAIR = "75-84"
    HIGH = "85-94"
    NEAR = "95-99"
    EXACT = "100"
    """The memory had this very text."""
    REPETITION = "repetition"
    """The text occurs before, in this catalogue or in one before it."""
    MACHINE = "machine"
    """A machine's draft."""


_BANDS = ((100, Rate.EXACT), (95, Rate.NEAR), (85, Rate.HIGH), (75, Rate.FAIR), (50, Rate.LOW), (0, Rate.NEW))
LEAST = 50
"""Percent below which a match is none."""
_WEIGHTS = {
    Rate.NEW: 100,
    Rate.LOW: 100,
    Rate.FAIR: 75,
    Rate.HIGH: 60,
    Rate.NEAR: 40,
    Rate.EXACT: 25,
    Rate.REPETITION: 25,
    Rate.MACHINE: 70,
}
Weights = Mapping[Rate, int]
"""Percent of a word that is counted."""


def band(percent: int) -> Rate:
    """The band of a match."""
    return next(rate for least, rate in _BANDS if percent >= least)


def weights(values: Mapping[str, object], file: Path) -> Weights:
    """What `[tool.l10n.work]` says, and the example for the rest; L10nError names file and key."""
    table = Table(file, "work", values)
    table.only(*Rate)
    given = {rate: table.percent(rate) for rate in Rate}
    return {rate: _WEIGHTS[rate] if percent is None else percent for rate, percent in given.items()}
