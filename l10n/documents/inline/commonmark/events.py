"""What a CommonMark parser says of a text, with byte offsets; nobody else calls it.

The dialect is GitHub's: tables, strikethrough, task lists, footnotes, alerts, math; and front matter and attributes of
headings, as static site generators have them. Template expressions (`{{…}}`, `{%…%}`) are words to the parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from l10n.documents.inline.commonmark.titles import last_title
from l10n.documents.inline.templates import TEMPLATE
from l10n.model import Span

_TEMPLATE = re.compile(TEMPLATE.encode())
_MATH = re.compile(r"[\\^_={}]|\A\S{1,3}\Z")
"""`$x_1$` is math, `$5 sowie US$` is not."""


class MarkdownEvent(NamedTuple):
    """Something begins, ends or stands there."""

    kind: str
    """`Start`, `End`, or what it is: `Text`, `Code`, `SoftBreak` …"""
    name: str
    """Of what begins or ends: `Paragraph`, `Link`; empty for all else."""
    value: Any
    """The attributes of what begins or ends; the text of a text; None if the rest says all."""
    start: int
    """Byte offset in the text, which is UTF-8."""
    end: int


RawEvent = tuple[str, str, Any, int, int]
"""The same without names, which is made in a third of the time: what a file has by the hundred thousand."""


def events(data: bytes, front_matter: bool = True) -> Iterator[MarkdownEvent]:
    """The events of a text in UTF-8, in its order."""
    return map(MarkdownEvent._make, raw_events(data, front_matter))


def raw_events(data: bytes, front_matter: bool = True) -> Iterator[RawEvent]:
    """The same, made one by one: to keep them takes longer than to make them."""
    import pyromark

    raw: Any = pyromark.events_with_range(_without_templates(data), options=_options(front_matter))
    value: Any
    for event, span in raw:
        name = ""
        if event.__class__ is str:
            kind, value = event, None
        else:
            kind, value = event.popitem()
            if kind == "Text":  # first, as they are two in five
                pass
            elif kind == "Start" or kind == "End":
                name, value = (value, None) if value.__class__ is str else value.popitem()
            elif kind == "InlineMath" and not is_math(value):
                kind, value = "Text", f"${value}$"
        yield kind, name, value, span["start"], span["end"]


def rendered(text: str, metadata: bool = True) -> str:
    """The text as HTML, tags of its own as they are; template expressions are read as what they look like.

    Metadata, which may stand in the midst of it, is dropped, or read as if there were no such thing.
    """
    import pyromark

    options = _options(front_matter=True)
    return pyromark.html(text, options=options if metadata else options & ~_metadata())


@cache
def _metadata() -> Any:
    from pyromark import Options

    return Options.ENABLE_YAML_STYLE_METADATA_BLOCKS | Options.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS


def is_math(formula: str) -> bool:
    """Whether what stands between two dollar signs is a formula, and no text with amounts in it."""
    return bool(_MATH.search(formula))


def addresses_of_definitions(data: bytes) -> list[tuple[str, Span]]:
    """The addresses of the reference definitions of a text, and where they stand in it, if that is without escapes."""
    known = []
    for definition in _definitions(data):
        to = definition["dest"].encode()
        label = data.find(b"]:", definition["span"]["start"], definition["span"]["end"])
        start = data.find(to, label + 2, definition["span"]["end"]) if label >= 0 and to else -1
        if start >= 0:
            known.append((definition["dest"], (start, start + len(to))))
    return known


def titles_of_definitions(data: bytes) -> list[tuple[str, Span]]:
    """The titles of the reference definitions of a text, decoded, and where they stand in it, in its order."""
    return [
        (definition["title"], span)
        for definition in _definitions(data)
        if definition["title"]
        for span in last_title(data, definition["span"]["start"], definition["span"]["end"])
    ]


def _definitions(data: bytes) -> Iterable[Any]:
    import pyromark

    return pyromark.reference_definitions(_without_templates(data), options=_options(front_matter=True)).values()


def templates(data: bytes, start: int, end: int) -> list[tuple[int, int]]:
    """Where the template expressions are between two offsets."""
    if data.find(b"{", start, end) < 0:
        return []
    return [match.span() for match in _TEMPLATE.finditer(data, start, end)]


@cache
def _options(front_matter: bool) -> Any:
    from pyromark import Options

    options = (
        Options.ENABLE_TABLES
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_STRIKETHROUGH
        | Options.ENABLE_TASKLISTS
        | Options.ENABLE_MATH
        | Options.ENABLE_GFM
    )
    if front_matter:
        options |= Options.ENABLE_HEADING_ATTRIBUTES | _metadata()
    return options


def _without_templates(data: bytes) -> str:
    """The text with words for template expressions that are as long, and mean nothing."""
    if b"{" in data:
        data = _TEMPLATE.sub(lambda template: b"x" * len(template[0]), data)
    return data.decode("utf-8", "replace")
