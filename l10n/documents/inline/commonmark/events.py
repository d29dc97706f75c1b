"""What a CommonMark parser says of a text, with byte offsets; nobody else calls it.

The dialect is GitHub's: tables, strikethrough, task lists, footnotes, alerts, math; and front matter and attributes of
headings, as static site generators have them. Template expressions (`{{…}}`, `{%…%}`) are words to the parser.
"""

from __future__ import annotations

import re
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
    value: Any
    """What begins or ends, with its attributes; the text of a text; None if the kind says all."""
    start: int
    """Byte offset in the text, which is UTF-8."""
    end: int

    @property
    def name(self) -> str:
        """Of what begins or ends: `Paragraph`, `Link`."""
        return self.value if isinstance(self.value, str) else str(next(iter(self.value)))

    @property
    def attributes(self) -> Any:
        """Of what begins or ends; None if it has none."""
        return None if isinstance(self.value, str) else self.value[self.name]


def events(data: bytes, front_matter: bool = True) -> list[MarkdownEvent]:
    """The events of a text in UTF-8, in its order."""
    import pyromark

    text = _TEMPLATE.sub(_word, data).decode("utf-8", "replace")
    raw = pyromark.events_with_range(text, options=_options(front_matter))
    return [_event(event, span["start"], span["end"]) for event, span in raw]


def titles_of_definitions(data: bytes) -> list[tuple[str, Span]]:
    """The titles of the reference definitions of a text, decoded, and where they stand in it, in its order."""
    import pyromark

    text = _TEMPLATE.sub(_word, data).decode("utf-8", "replace")
    definitions = pyromark.reference_definitions(text, options=_options(front_matter=True)).values()
    return [
        (definition["title"], span)
        for definition in definitions
        if definition["title"]
        for span in last_title(data, definition["span"]["start"], definition["span"]["end"])
    ]


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
        options |= Options.ENABLE_HEADING_ATTRIBUTES
        options |= Options.ENABLE_YAML_STYLE_METADATA_BLOCKS | Options.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
    return options


def _word(template: re.Match[bytes]) -> bytes:
    """As long, and nothing that means anything."""
    return b"x" * len(template[0])


def _event(event: Any, start: int, end: int) -> MarkdownEvent:
    if isinstance(event, str):
        return MarkdownEvent(event, None, start, end)
    ((kind, value),) = event.items()
    if kind == "InlineMath" and not _MATH.search(value):
        return MarkdownEvent("Text", f"${value}$", start, end)
    return MarkdownEvent(kind, value, start, end)
