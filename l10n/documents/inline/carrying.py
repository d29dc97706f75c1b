"""Edits of a source with marks that leave its words alone, made in the translation; a new address of a link is one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from l10n.documents import inline
from l10n.model import Entry, InlinePart, PieceKind
from l10n.text import cosmetics
from l10n.text.cosmetics import PUT, Carried

_FIRST = 0xF0000
_MASK = re.compile("[\U000f0000-\U000ffffd]")
"""Private characters, one for each kind and name of mark; no text of people has them."""
_SPACING = "spacing"


def carried_over(entry: Entry, old: str, new: str, translation: str) -> Carried | None:
    """As `cosmetics.carried_over`, of texts of this entry; of marks nothing is changed but where a link leads to.

    None, too, where the link of the translation leads elsewhere than that of the old source.
    """
    form = inline.markup_of(entry)
    if form is None:
        return cosmetics.carried_over(old, new, translation)
    texts = (old, new, translation)
    parts = [form.parse(text) for text in texts]
    before, after, there = _masked(texts, parts)
    carried = None if _MASK.search("".join(texts)) else cosmetics.carried_over(before, after, there)
    if carried is None:
        return None
    marks = _marks(translation, parts[2])
    moved = _moved(_marks(old, parts[0]), _marks(new, parts[1]))
    if moved is None or not moved.keys() <= set(marks):
        return None
    rest = iter(marks)
    text = _MASK.sub(lambda _: moved.get(mark := next(rest), mark), carried.text)
    reasons = [f"{gone} → {put} {PUT}" for gone, put in moved.items()]
    return Carried(text, "; ".join(reasons if reasons and carried.reason == _SPACING else [*reasons, carried.reason]))


def _masked(texts: Iterable[str], parts: Iterable[Sequence[InlinePart]]) -> list[str]:
    """The texts with a character for each mark."""
    characters: dict[tuple[PieceKind, str], str] = {}
    return [
        "".join(
            text[part.start : part.end]
            if part.is_text
            else characters.setdefault((part.kind, part.name), chr(_FIRST + len(characters)))
            for part in some
        )
        for text, some in zip(texts, parts, strict=True)
    ]


def _marks(text: str, parts: Iterable[InlinePart]) -> list[str]:
    return [text[part.start : part.end] for part in parts if not part.is_text]


def _moved(old: Sequence[str], new: Sequence[str]) -> dict[str, str] | None:
    """What became of the marks that are written otherwise now; None unless the way back is as clear."""
    pairs = dict.fromkeys(zip(old, new, strict=True))
    if not len(pairs) == len(set(old)) == len(set(new)):
        return None
    return {gone: put for gone, put in pairs if gone != put}
