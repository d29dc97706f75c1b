"""How grave it is that a number is missing or new: what other languages say in words, or in another unit, is noted."""

from __future__ import annotations

from l10n.languages.knowledge import knows
from l10n.model.findings import Severity
from l10n.pairs.number_comparison import (
    Side,
    in_lost_name,
    in_name,
    in_weeks,
    is_idiom,
    is_reference,
    is_round,
    is_year,
)
from l10n.pairs.pair import Pair
from l10n.pairs.quotation import is_reversed, marks, quotations
from l10n.pairs.same_quantity import FEW, goes_with, in_other_unit
from l10n.text.measures import converted
from l10n.text.numbers import Number, digits

_SECTION = "<manvolnum>"
"""Before the section of a manual page in DocBook, which translators of manuals refer to on their own."""
_LONG = 3
"""Digits of numbers for which manuals have no other words."""
_SPOKEN = 100
"""Numbers up to which texts have words."""


def change(old: Number, new: Number, source: Side, target: Side, pair: Pair) -> Severity | None:
    """How grave it is that a number is another one; None if it is an error.

    What programs quote are examples, and translators make some of their own, with the year of their work.
    """
    same = digits(old.text) == digits(new.text) and not (old.power and new.power)
    if is_round(new, target.text) or (same and in_unknown_words(old, pair)):
        return Severity.INFO
    if pair.kind.is_technical and _is_quoted(old, source.text) and _is_quoted(new, target.text):
        return Severity.INFO if all(any(map(is_year, number.values)) for number in (old, new)) else Severity.WARNING
    return None


def _is_quoted(number: Number, text: str) -> bool:
    start, end = number.span
    pairs = quotations(marks(text, is_reversed(text)))
    return any(opening.position < start and end <= closing.position for opening, closing in pairs)


def loss(number: Number, source: Side, target: Side, pair: Pair) -> Severity | None:
    """How grave it is that the number is missing; None if it is an error."""
    if (
        in_unknown_words(number, pair)
        or in_weeks(number, source, target)
        or in_other_unit(number, source, target)
        or is_reference(number, source.text)
        or is_idiom(number, source.text)
        or in_lost_name(number, source, target)
    ):
        return Severity.INFO
    reworded = pair.kind.is_technical and len(number.text) < _LONG  # returns 0, below 0, size 4
    return Severity.WARNING if reworded or in_name(number, source.text) else None


def in_unknown_words(number: Number, pair: Pair) -> bool:
    """One of the texts may have it in words, and nobody knows these: a small number, a decade, a round large one."""
    if knows(pair.language, "numerals") and knows(pair.source_language, "numerals"):
        return False
    return number.power > 0 or all(value <= _SPOKEN or value % 10 == 0 for value in number.values)


def gain(number: Number, source: Side, target: Side) -> Severity:
    """How grave it is that the number is new."""
    if converted(number, source.sizes) or in_other_unit(number, target, source):
        return Severity.INFO
    if target.raw.endswith(_SECTION, 0, number.span[0]):
        return Severity.INFO
    if any(goes_with(number, old, source, target) for old in source.numbers[:FEW]):
        return Severity.INFO
    if in_name(number, target.text) or is_reference(number, target.text) or is_round(number, target.text):
        return Severity.INFO
    return Severity.WARNING
