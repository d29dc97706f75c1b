"""What links of a Markdown file can lead to within it, and where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from l10n.documents.inline.commonmark.events import MarkdownEvent, addresses_of_definitions
from l10n.model import Span

_OPENED = re.compile(rb"\]\(\s*<?")
"""What stands before the address of a link."""


class MarkdownHeading(NamedTuple):
    """A heading as a renderer sees it."""

    words: str
    """Without marks."""
    anchor: str
    """The one that the file gives it, `{#anchor}`; empty if it gives none."""


class MarkdownLink(NamedTuple):
    """Where a link leads, and where in the file that stands."""

    to: str
    span: Span


def headings(told: Iterable[MarkdownEvent]) -> Iterator[MarkdownHeading]:
    """The headings of a file, in its order."""
    words: list[str] | None = None
    anchor = ""
    for event in told:
        if event.kind == "Start" and event.name == "Heading":
            words, anchor = [], event.value["id"] or ""
        elif event.kind == "End" and event.name == "Heading" and words is not None:
            yield MarkdownHeading("".join(words), anchor)
            words = None
        elif words is not None and event.kind in {"Text", "Code", "SoftBreak"}:
            words.append(event.value if event.kind != "SoftBreak" else " ")


def links(data: bytes, told: Iterable[MarkdownEvent]) -> list[MarkdownLink]:
    """The links of a file in UTF-8 that name their address as it is read, and the definitions of others."""
    own = [
        MarkdownLink(start.value["dest_url"], span)
        for start, last in _inline(told)
        for span in _addressed(data, start, last)
    ]
    return [*own, *(MarkdownLink(to, span) for to, span in addresses_of_definitions(data))]


def _inline(told: Iterable[MarkdownEvent]) -> Iterator[tuple[MarkdownEvent, int]]:
    """Each link that says itself where it leads, and where its words end."""
    opened: list[tuple[MarkdownEvent, int]] = []
    for event in told:
        if opened and not (event.kind == "End" and event.name == "Link"):
            opened[-1] = opened[-1][0], max(opened[-1][1], event.end)
        if event.kind == "Start" and event.name == "Link":
            opened.append((event, event.start + 1))
        elif event.kind == "End" and event.name == "Link":
            link, last = opened.pop()
            if link.value["link_type"] == "Inline":
                yield link, last


def _addressed(data: bytes, link: MarkdownEvent, last: int) -> Iterator[Span]:
    """Where the address stands, if it stands there without escapes."""
    before = _OPENED.match(data, last, link.end)
    to = link.value["dest_url"].encode()
    if before and to and data.startswith(to, before.end(), link.end):
        yield before.end(), before.end() + len(to)
