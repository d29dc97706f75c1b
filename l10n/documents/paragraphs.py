"""Where the paragraphs of a plain text are, marks included; `layout` says which of their words a block has."""

from __future__ import annotations

from l10n.documents.layout.passages import layout, passages
from l10n.model import Span


def paragraphs(text: str) -> list[Span]:
    """Spans of the paragraphs in order, without the white space around them; none is empty.

    Together they have all that is no white space: rules and rows of tables count as paragraphs, too.
    """
    read = layout(text)
    spans = {(passage.lines[0].visible, passage.lines[-1].end) for passage in passages(text, read)}
    others = (line for index, line in enumerate(read.lines) if line.is_rule or index in read.rows)
    return sorted(spans.union((line.visible, line.end) for line in others if line.visible < line.end))
