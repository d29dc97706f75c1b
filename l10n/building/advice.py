"""What to do about a text that would change the structure of the file: which of its marks are too few or too many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from l10n.documents import inline
from l10n.documents.inline import InlineForm, structural
from l10n.model import InlinePart, PieceKind
from l10n.model.rendering import Rendering

_PLAIN = (
    "begin it with a word: as it is, it reads as an item, a quotation, a heading or a rule, or parts a cell with a tab"
)
_IN_PLACE = "its marks are those of the source, but one is none where it stands: put a space beside it, or other words"

_NAMED = 10
"""Nobody reads more marks."""


def advice(rendering: Rendering, form: InlineForm) -> str:
    """What the translation lacks of its source, or has beyond it; of a mark that is there, that it is none."""
    source, text = rendering.segment.text, rendering.text
    own, other = _marks(source, form), _marks(text, form)
    words = "\n".join(text[part.start : part.end] for part in form.parse(text) if part.is_text)
    missing, extra = _beyond(source, own, other), _beyond(text, other, own)
    dead = [mark for mark in missing[:_NAMED] if mark in words]
    if dead:
        return f"{_listed(dead)} marks nothing where it stands: write it just as in the source, around whole words"
    if missing:
        return f"write it with the tags and marks of the source, each as often as there: {_listed(missing)} is missing"
    if extra:
        return f"write it with the tags and marks of the source and no others: {_listed(extra)} is not there"
    return _PLAIN if form is inline.named(inline.PLAIN) else _IN_PLACE


def _marks(text: str, form: InlineForm) -> list[InlinePart]:
    return [part for part in form.parse(text) if part.kind in {PieceKind.OPEN, PieceKind.ALONE}]


def _beyond(text: str, own: Sequence[InlinePart], others: Sequence[InlinePart]) -> list[str]:
    """The marks of a text that the other has not, or not as often, as they are written, each once."""
    left = Counter(structural(part.name) for part in others)
    beyond: dict[str, None] = {}
    for part in own:
        left[structural(part.name)] -= 1
        if left[structural(part.name)] < 0:
            beyond[text[part.start : part.end]] = None
    return list(beyond)


def _listed(marks: Sequence[str]) -> str:
    return ", ".join((*marks[:_NAMED], *(("…",) if len(marks) > _NAMED else ())))
