"""Broken HTML and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from tests.seeding.material import Material, kind
from tests.seeding.texts import one_of, put

_TAG = re.compile(r"</?[a-z]\w*[^<>]*>")
_ELEMENT = re.compile(r"<([a-z]\w*)([^<>]*)>([^<>]*)</\1>")
_ENTITY = re.compile(r"&\w+;")
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_CODE = re.compile(r"`([^`]+)`")
_LINK = re.compile(r"\[([^\[\]]+)\]\(([^()]+)\)")


def _tag_lost(material: Material, rng: Random) -> str | None:
    """An element without its tags, or a tag that has no partner."""
    elements = [put(match, match[3]) for match in _ELEMENT.finditer(material.target)]
    single = [put(match, " ") for match in re.finditer(r"<[a-z]\w*/>", material.target)]
    return one_of(rng, elements + single)


def _tag_unclosed(material: Material, rng: Random) -> str | None:
    def options() -> Iterator[str]:
        for match in re.finditer(r"</\w+>", material.target):
            yield put(match, "")
            yield put(match, match[0].replace("/", ""))
            yield put(match, match[0][:-1])

    return one_of(rng, options())


def _tag_changed(material: Material, rng: Random) -> str | None:
    """Another element, one more space, or a letter of the wrong alphabet."""

    def options() -> Iterator[str]:
        for match in _ELEMENT.finditer(material.target):
            name, attributes, inner = match.groups()
            other = "i" if name == "b" else "b"
            yield put(match, f"<{other}{attributes}>{inner}</{other}>")
            yield put(match, f"<{name}{attributes}>{inner}</ {name}>")
            cyrillic = name.translate(str.maketrans("aeopc", "аеорс"))
            if cyrillic != name:
                yield put(match, f"<{cyrillic}{attributes}>{inner}</{cyrillic}>")
            if '="' in attributes:
                unquoted = attributes.replace('"', "", 1)
                yield put(match, f"<{name}{unquoted}>{inner}</{name}>")

    return one_of(rng, options())


def _entity_broken(material: Material, rng: Random) -> str | None:
    def options() -> Iterator[str]:
        for match in _ENTITY.finditer(material.target):
            yield put(match, match[0][:-1])
            yield put(match, f"& {match[0][1:]}")
            yield put(match, match[0][1:])
            yield put(match, f"{match[0][:-1]} ;")

    return one_of(rng, options())


def _markdown_lost(material: Material, rng: Random) -> str | None:
    """Words that are no longer bold, code or a link."""
    pairs = [match for pattern in (_BOLD, _CODE, _LINK) for match in pattern.finditer(material.target)]
    return one_of(rng, [put(match, match[1]) for match in pairs])


def _markdown_unbalanced(material: Material, rng: Random) -> str | None:
    text = material.target
    marks = [match for pattern in (_BOLD, _CODE) for match in pattern.finditer(text)]
    halves = [(match, "**" if match[0].startswith("*") else "`") for match in marks]
    options = [put(match, match[0].removesuffix(mark)) for match, mark in halves]
    return one_of(rng, options + [put(match, match[0].removeprefix(mark)) for match, mark in halves])


def _markdown_spaced(material: Material, rng: Random) -> str | None:
    """Spaces where Markdown allows none: ** bold **."""
    return one_of(rng, [put(match, f"** {match[1]} **") for match in _BOLD.finditer(material.target)])


def _link_broken(material: Material, rng: Random) -> str | None:
    def options() -> Iterator[str]:
        for match in _LINK.finditer(material.target):
            label, address = match.groups()
            yield from (put(match, f"[{label}] ({address})"), put(match, f"{label}]({address})"))
            yield from (put(match, f"[{label}({address})"), put(match, f"[{label}]({address}"))

    return one_of(rng, options())


KINDS = (
    kind("tag-lost", "tags", _tag_lost),
    kind("tag-unclosed", "tags", _tag_unclosed),
    kind("tag-changed", "tags", _tag_changed),
    kind("entity-broken", "tags", _entity_broken),
    kind("markdown-lost", "markdown", _markdown_lost),
    kind("markdown-unbalanced", "markdown", _markdown_unbalanced),
    kind("markdown-spaced", "markdown", _markdown_spaced),
    kind("link-broken", "markdown", _link_broken),
)
