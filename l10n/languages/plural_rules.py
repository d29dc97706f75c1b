"""CLDR's plural rules as expressions of gettext: of integers, and so much shorter than the rules.

The operands are those of https://unicode.org/reports/tr35/tr35-numbers.html: of an integer `i` is the number itself,
and what counts decimals (`v w f t`) and powers of ten (`c e`) is 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from babel.plural import PluralRule

_ITSELF = ("n", "i")
_TRUE, _FALSE = "1", "0"


def condition(rule: PluralRule, tag: str) -> str:
    """When a number has the form that CLDR calls so: `n%10==1 && n%100!=11`, 1 for always. KeyError for no form."""
    return _condition(dict(rule.abstract)[tag])[0]


def _condition(tree: tuple[str, Any], negated: bool = False) -> tuple[str, bool]:
    """The expression, and whether it is an alternative, which wants brackets within another."""
    kind, parts = tree
    if kind == "not":
        return _condition(parts[0], not negated)
    if kind == "relation":
        return _relation(parts[1], parts[2], negated)
    both = (kind == "and") is not negated
    return _joined([_condition(part, negated) for part in parts], both)


def _joined(parts: Sequence[tuple[str, bool]], both: bool) -> tuple[str, bool]:
    neutral, decisive = (_TRUE, _FALSE) if both else (_FALSE, _TRUE)
    if any(text == decisive for text, _ in parts):
        return decisive, False
    left = list(dict.fromkeys(part for part in parts if part[0] != neutral))
    if len(left) < 2:
        return left[0] if left else (neutral, False)
    if both:
        return " && ".join(f"({text})" if alternative else text for text, alternative in left), False
    return " || ".join(text for text, _ in left), True


def _relation(operand: tuple[str, Any], ranges: tuple[str, Any], negated: bool) -> tuple[str, bool]:
    bounds = [(first[1][0], last[1][0]) for first, last in ranges[1]]
    name = _operand(operand)
    if not name:
        holds = any(first <= 0 <= last for first, last in bounds)
        return (_TRUE if holds is not negated else _FALSE), False
    return _joined([_within(name, first, last, negated) for first, last in bounds], negated)


def _operand(tree: tuple[str, Any]) -> str:
    """`n`, `n%10`; empty for what is 0 of every integer."""
    kind, parts = tree
    if kind == "mod":
        whole = _operand(parts[0])
        return f"{whole}%{parts[1][1][0]}" if whole else ""
    return "n" if kind in _ITSELF else ""


def _within(name: str, first: int, last: int, negated: bool) -> tuple[str, bool]:
    if first == last:
        return f"{name}{'!=' if negated else '=='}{first}", False
    if negated:
        return f"{name}<{first} || {name}>{last}", True
    return f"{name}>={first} && {name}<={last}", False
