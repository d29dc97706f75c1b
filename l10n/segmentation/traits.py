"""Which rules are asked about an end mark: most have no opinion on most marks, and say what it takes that they have."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from l10n.segmentation.end_mark import EndMark, Rule

NUMBER, COUNT, DOTTED, LETTER, CLOSERS, DASH, ODD = (1 << bit for bit in range(7))
"""The token is a number; a digit or a capital ends it; it is an abbreviation of several parts; it is of one letter;
quotes or brackets close after the mark; a dash comes next; it is all but a full stop after a token and before a word
with a capital, or a number, that stands in no bracket."""
_ALL = 128
_TRAITS: dict[Rule, int] = {}


def only_with(trait: int) -> Callable[[Rule], Rule]:
    """Says of a rule that it has no opinion on an end mark without this trait."""

    def noted(rule: Rule) -> Rule:
        _TRAITS[rule] = trait
        return rule

    return noted


def traits(c: EndMark) -> int:
    """The sum of all that the end mark has."""
    last = c.token[-1:]
    return (
        (c.number is not None and NUMBER)
        | ((last.isdigit() or last.isupper()) and COUNT)
        | (c.dotted != "" and DOTTED)
        | (len(c.token) == 1 and LETTER)
        | (c.closers != "" and CLOSERS)
        | (c.dash and DASH)
        | (not _is_plain(c) and ODD)
    )


def _is_plain(c: EndMark) -> bool:
    first = c.next[:1]
    full_stop = c.mark == "." and not c.late_mark and c.token != ""
    return full_stop and first.isalnum() and not first.islower() and "(" not in c.opener


def by_traits(table: Sequence[Rule]) -> tuple[tuple[Rule, ...], ...]:
    """For each sum of traits the rules of a table that may have an opinion, in their order."""
    return tuple(
        tuple(rule for rule in table if (trait := _TRAITS.get(rule, 0)) & present == trait) for present in range(_ALL)
    )
