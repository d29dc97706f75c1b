"""Broken marks of manuals: codes of POD, and what reStructuredText has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from tests.seeding.material import Material, kind
from tests.seeding.texts import one_of, put

THEMES = ("pod", "rest")
"""The texts for these kinds; others would take the names of roles for words."""

_CODE = re.compile(r"\b[BCFIL]<([^<>]+)>")
_ROLE = re.compile(r":(\w+):`([^`<]+?)(?: <([^`<>]+)>)?`")
_LITERAL = re.compile(r"``([^`]+)``")
_LINK = re.compile(r"(?<!:)`([^`<]+) <([^`<>]+)>`_")


def _code_lost(material: Material, rng: Random) -> str | None:
    """The words without their form, or with the brackets alone."""
    matches = list(_CODE.finditer(material.target))
    return one_of(rng, [text for match in matches for text in (put(match, match[1]), put(match, match[0][1:]))])


def _code_unclosed(material: Material, rng: Random) -> str | None:
    return one_of(rng, [put(match, match[0][:-1]) for match in _CODE.finditer(material.target)])


def _role_lost(material: Material, rng: Random) -> str | None:
    """The words alone, or in backticks; a space that docutils does not allow."""

    def options() -> Iterator[str]:
        for match in _ROLE.finditer(material.target):
            yield put(match, match[2])
            yield put(match, f":{match[1]}: {match[0][len(match[1]) + 2 :]}")
            yield put(match, f": {match[0][1:]}")

    return one_of(rng, options())


def _target_changed(material: Material, rng: Random) -> str | None:
    """What people read stays, what it leads to is gone or another."""
    matches = [match for match in _ROLE.finditer(material.target) if match[3]]
    texts = (f":{match[1]}:`{match[2]} <{match[3]}s>`" for match in matches)
    return one_of(rng, [put(match, text) for match, text in zip(matches, texts, strict=True)])


def _literal_broken(material: Material, rng: Random) -> str | None:
    def options() -> Iterator[str]:
        for match in _LITERAL.finditer(material.target):
            yield from (put(match, new) for new in (match[1], f"`{match[1]}``", f"``{match[1]}`", f"'{match[1]}'"))

    return one_of(rng, options())


def _link_broken(material: Material, rng: Random) -> str | None:
    def options() -> Iterator[str]:
        for match in _LINK.finditer(material.target):
            text, address = match.groups()
            yield from (put(match, new) for new in (match[0][:-1], match[0][1:], f"{text} <{address}>", f"`{text}`_"))

    return one_of(rng, options())


KINDS = (
    kind("pod-code-lost", "pod", _code_lost),
    kind("pod-code-unclosed", "pod", _code_unclosed),
    kind("rest-role-lost", "rest", _role_lost),
    kind("rest-target-changed", "rest", _target_changed),
    kind("rest-literal-broken", "rest", _literal_broken),
    kind("rest-link-broken", "rest addresses", _link_broken),
)
