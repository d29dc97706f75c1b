"""Tags without attributes: `<b>gut</b>`, `<a1>…</a1>`, `<br>`, `<x2/>`. A number tells unequal ones of a name apart.

`<code>` and its like stand, with what is in them, for themselves, and so does a template expression, `{{ … }}`. A `<`
that would look like a tag is `&lt;`, a `{` that would begin an expression `&#123;`, and a `&` that would make one of
these `&amp;`; every other character is itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from l10n.documents.inline.pairing import paired
from l10n.documents.inline.templates import IN_HTML
from l10n.model import InlinePart, PieceKind

VOID = frozenset(("area", "br", "embed", "hr", "img", "input", "source", "track", "wbr"))
"""Elements without an end tag."""
VERBATIM = frozenset(("code", "kbd", "samp", "tt", "var"))
"""Elements whose content is shown and is not to be translated."""
SPOKEN = frozenset(
    (
        *("alt", "aria-description", "aria-label", "aria-placeholder", "aria-roledescription", "aria-valuetext"),
        *("label", "placeholder", "summary", "title"),
    )
)
"""Attributes that people read, or hear."""
NAME = re.compile(r"</?(?P<name>[A-Za-z][A-Za-z0-9:.-]*)")
"""How a tag begins."""
BARE = re.compile(r"</?[A-Za-z][A-Za-z0-9:.-]*\s*/?>")
"""A tag without attributes."""
_TAG = re.compile(rf"(?P<template>{IN_HTML})|<(?P<slash>/?)(?P<name>[A-Za-z][A-Za-z0-9:.-]*)\s*(?P<alone>/?)>")
_ESCAPE = re.compile(r"&lt;|&#123;|&amp;(?=(?:amp;)*(?:lt|#123);)")
_SIGN = re.compile(rf"&(?=(?:amp;)*(?:lt|#123);)|<(?=/?[A-Za-z])|(?={IN_HTML})\{{|\{{\Z")
"""What looks like an escape, a tag or an expression; a bracket at the end, as what follows may make one with it."""
_ESCAPES = {"&": "&amp;", "<": "&lt;", "{": "&#123;"}
_CHARACTERS = {escape: sign for sign, escape in _ESCAPES.items()}


def parse(text: str) -> tuple[InlinePart, ...]:
    """The parts of a text; a tag without a partner stands alone, and so does one that is nested wrongly."""
    parts: list[InlinePart] = []
    position = 0
    for mark in _marks(text):
        parts += (*_text(text, position, mark.start), mark)
        position = mark.end
    return tuple(paired((*parts, *_text(text, position, len(text)))))


def escape(words: str, after: str = "") -> str:  # noqa: ARG001  # nothing depends on it
    """The text that has neither a tag nor an escape."""
    return _SIGN.sub(lambda sign: _ESCAPES[sign[0]], words)


def escape_all(runs: Sequence[str]) -> list[str]:
    """The same for runs of words that stand side by side: a sign and what it needs to look like a tag may be in two."""
    joined = "".join(runs)
    signs = [sign.start() for sign in _SIGN.finditer(joined)]
    escaped, start, number = [], 0, 0
    for end in accumulate(map(len, runs)):
        parts: list[str] = []
        while number < len(signs) and signs[number] < end:
            parts += (joined[start : signs[number]], _ESCAPES[joined[signs[number]]])
            start, number = signs[number] + 1, number + 1
        escaped.append("".join((*parts, joined[start:end])))
        start = end
    return escaped


def unescape(text: str) -> str:
    """The words of a text between tags."""
    return _ESCAPE.sub(lambda match: _CHARACTERS[match[0]], text)


def base(name: str) -> str:
    """The name of an element without the number that tells tags of its name apart."""
    return name.rstrip("0123456789").lower()


def _text(text: str, start: int, end: int) -> Iterator[InlinePart]:
    if start < end:
        yield InlinePart(PieceKind.TEXT, start, end, unescape(text[start:end]))


def _marks(text: str) -> Iterator[InlinePart]:
    """The tags, of verbatim elements the whole, and the template expressions, in order."""
    after = 0
    unclosed: set[str] = set()
    for tag in _TAG.finditer(text) if "<" in text or "{" in text else ():
        if tag.start() < after:
            continue
        if tag["template"]:
            yield InlinePart(PieceKind.ALONE, *tag.span(), tag[0], tag[0])
            continue
        name = tag["name"]
        if base(name) in VERBATIM and not tag["slash"] and not tag["alone"] and name not in unclosed:
            end = text.find(f"</{name}>", tag.end())
            if end >= 0:
                shown = unescape(text[tag.end() : end])
                after = end + len(f"</{name}>")
                yield InlinePart(PieceKind.ALONE, tag.start(), after, shown, f"{name} {shown}")
                continue
            unclosed.add(name)
        yield InlinePart(_kind(tag), *tag.span(), "", name)


def _kind(tag: re.Match[str]) -> PieceKind:
    if tag["alone"] or base(tag["name"]) in VOID:
        return PieceKind.ALONE
    return PieceKind.CLOSE if tag["slash"] else PieceKind.OPEN
