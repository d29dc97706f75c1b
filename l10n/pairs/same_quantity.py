"""Whether another number is the same quantity: in another unit, or rounded in another way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from l10n.pairs.number_comparison import Side
from l10n.text.measures import conversions, in_metric, is_imperial, measured, same_measure, sizes
from l10n.text.measures import converted as is_multiple
from l10n.text.metric import close_to, rounded
from l10n.text.numbers import Number

_TENS = re.compile(r"(?:['’]?s|-?er)\b")
"""After the decade of a life: in her 20s."""
_DECADE = (9, 10)
FEW = 20
"""Numbers of a text that are looked at: among more, each is like some other one."""


def converted(number: Number, own: Side, other: Side) -> bool:
    """The other text has the same quantity in another unit; the units stand after both."""
    return any(
        same_measure(number, each, own.text, other.text) or _same_height(number, each, own, other)
        for each in other.numbers[:FEW]
    )


def rounded_pairs(
    missing: Sequence[Number], extra: Sequence[Number], source: Side, target: Side
) -> Iterator[tuple[Number, Number]]:
    """Each number with the same quantity, wherever it stands, that was rounded in another way."""
    left = list(extra[:FEW])
    for old in missing[:FEW] if left else ():
        for new in left:
            if rounded(old, new, source.text, target.text):
                left.remove(new)
                yield old, new
                break


def goes_with(new: Number, old: Number, source: Side, target: Side) -> bool:
    """The same once more, 200 miles (322 km) for 320 km, or the end of a decade: 20 to 29 for somebody in their 20s."""
    if rounded(old, new, source.text, target.text):
        return True
    last = new.values[0] - old.values[0] in _DECADE
    return last and old.values[0] % 10 == 0 and _TENS.match(source.text, old.span[1]) is not None


def in_other_unit(number: Number, own: Side, other: Side) -> bool:
    """Only the other of two units is left, 45 miles (72 km) as 72 km, or it stands in words: 60 cm as two feet."""
    if _is_height(number, own, other):
        return True
    if is_imperial(number, own.text):
        return is_multiple(number, other.sizes) or any(map(other.says, in_metric(number, own.text)))
    if not measured(own.text, number):
        return False
    return any(map(other.says, conversions(number, other.text))) or _is_about(number, other)


def _is_about(number: Number, other: Side) -> bool:
    """It has decimals, and the other text the round number in words: 1.98 m as two metres."""
    return any(
        value != round(value) and round(value) and close_to(value, round(value)) and other.says(round(value))
        for value in sizes([number])
    )


def _is_height(number: Number, own: Side, other: Side) -> bool:
    """6-foot-6 as 1.98 m, 198 cm or two metres, either way round."""
    metres = _metres(number, own)
    if metres:
        whole = round(metres)
        in_words = whole > 0 and close_to(metres, whole) and other.says(whole)
        return in_words or any(_is_long(value, metres) for value in other.sizes)
    return any(_is_long(value, metres) for value in sizes([number]) for _, metres in other.heights)


def _same_height(old: Number, new: Number, source: Side, target: Side) -> bool:
    """One is in feet and inches, and the other one is as long."""
    ways = (_metres(old, source), new), (_metres(new, target), old)
    return any(metres and _is_long(value, metres) for metres, number in ways for value in sizes([number]))


def _metres(number: Number, side: Side) -> float:
    """How long that is of which the number is the feet or the inches; 0 if it is neither."""
    return next((metres for (start, end), metres in side.heights if start <= number.span[0] < end), 0.0)


def _is_long(value: float, metres: float) -> bool:
    """The value is so many metres, or centimetres."""
    return close_to(value, metres) or close_to(value, 100 * metres)
