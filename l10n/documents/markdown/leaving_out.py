"""What goes with texts that are left out: paragraphs and headings with the blank lines after them, items of lists."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, starmap

from l10n.documents.inline.commonmark.events import MarkdownEvent, raw_events
from l10n.documents.lines import line_start
from l10n.documents.markdown.reader import shifted
from l10n.documents.splice import Change
from l10n.model import Block, Span

_KEPT = frozenset(("CodeBlock", "HtmlBlock", "Table", "BlockQuote", "FootnoteDefinition"))
"""An item with one of these does not go; a quotation stays, without a text."""
_OPEN_ENDED = frozenset(("List", "FootnoteDefinition"))
"""What is indented behind one of these belongs to it."""
_SEPARATOR = "<!-- -->"
"""Nothing, which ends a list all the same (CommonMark 0.31.2, section 5.3)."""
_BLANK_LINES = re.compile(rb"(?:[ \t]*(?:\r\n|\r|\n))*")
_LINE_END = re.compile(rb"[ \t]*(?:\r\n|\r|\n|\Z)")
_LINE_PREFIX = re.compile(rb"[ \t>]*\Z")


def changes(data: bytes, start: int, blocks: Sequence[Block], left_out: Sequence[bool]) -> list[Change]:
    """What makes them go, in the order of the file; `left_out` has a value for each block."""
    return _Search(data, [block.start for block in blocks], [0, *accumulate(left_out)]).changes(start)


@dataclass(frozen=True, slots=True)
class _Search:
    """What is known of the file."""

    data: bytes
    starts: Sequence[int]
    """Offsets of the blocks."""
    counts: Sequence[int]
    """How many of the blocks before each are left out."""

    def changes(self, start: int) -> list[Change]:
        """Those of the outermost elements that go; what keeps code from a list before it becomes a separator."""
        gone: list[Change] = []
        kept: list[bool] = []  # for each open block: something in it has to stay
        before: list[tuple[str, Span | None]] = [("", None)]  # in each: what stays, and a text behind it that goes
        for event in starmap(MarkdownEvent, shifted(raw_events(self.data[start:]), start)):
            if event.kind == "Start":
                name, text = before[-1]
                if event.value == "Indented" and text and name in _OPEN_ENDED:
                    _put(gone, Change(*text, _SEPARATOR))
                kept.append(event.name in _KEPT)
                before.append(("", None))
            elif event.kind == "End":
                has_to_stay = kept.pop()
                before.pop()
                if kept:
                    kept[-1] = kept[-1] or has_to_stay
                is_text = event.name in {"Paragraph", "Heading"} and self._is_left_out(event)
                before[-1] = (before[-1][0], self._text(event)) if is_text else (event.name, None)
                if not has_to_stay and self._may_go(event, depth=len(kept)):
                    span = self._lines(event) or self._underlined(event)
                    if span:
                        _put(gone, Change(*span, ""))
            elif event.kind == "Rule" and kept:
                kept[-1] = True
        return gone

    def _may_go(self, event: MarkdownEvent, depth: int) -> bool:
        """It is of a kind that goes with its texts, and all of them are left out."""
        if event.name not in {"Item", "Heading"} and (depth or event.name != "Paragraph"):
            return False
        return self._is_left_out(event)

    def _is_left_out(self, event: MarkdownEvent) -> bool:
        """It has texts, and none of them stays."""
        first, last = bisect_left(self.starts, event.start), bisect_left(self.starts, event.end)
        return first < last and self.counts[last] - self.counts[first] == last - first

    def _underlined(self, event: MarkdownEvent) -> Span | None:
        """A heading without the end of its line: what underlines it would be a text."""
        return self._text(event) if event.name == "Heading" else None

    def _text(self, event: MarkdownEvent) -> Span:
        return event.start, event.start + len(self.data[event.start : event.end].rstrip(b"\r\n"))

    def _lines(self, event: MarkdownEvent) -> Span | None:
        """The lines on which it stands, and blank ones after it; None if something else is on them."""
        start = line_start(self.data, event.start)
        prefix = self.data[start : event.start]
        if prefix and not _LINE_PREFIX.match(prefix):
            return None
        last = event.start + len(self.data[event.start : event.end].rstrip())
        pattern = _LINE_END if event.name == "Item" else _BLANK_LINES
        after = pattern.match(self.data, last)
        return start, after.end() if after else event.end


def _put(gone: list[Change], change: Change) -> None:
    """At the end, in place of what is within it."""
    while gone and gone[-1].start >= change.start:
        gone.pop()
    gone.append(change)
