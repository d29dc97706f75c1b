"""Paragraphs that keep those after them out of translation: `l10n:off` up to `l10n:on`, each alone in its paragraph.

Office programs have no comments that go with no text. Who does not want to show these paragraphs hides their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from l10n.documents.office.pieces import Paragraph
from l10n.documents.switches import remarks
from l10n.model import PieceKind, Remark

_SWITCH = re.compile(r"l10n:(?P<word>off|on)(?:\s*:.*)?", re.DOTALL)
"""It may say why behind a colon."""


def switch(paragraph: Paragraph) -> str:
    """`off` or `on`; empty for any other text."""
    match = _SWITCH.fullmatch("".join(piece.text for piece in paragraph.pieces if piece.kind is PieceKind.TEXT))
    return match["word"] if match else ""


def kept(words: Iterable[str]) -> Iterator[bool]:
    """Of each text of a member whether it stays as it is, by what it is as a switch."""
    is_off = False
    for word in words:
        is_off = word == "off" or (is_off and word != "on")
        yield is_off or word == "on"


def slips(member: str, words: Iterable[str]) -> Iterator[Remark]:
    """What may be one in a member."""
    numbered = ((number, word) for number, word in enumerate(words, 1) if word)
    yield from (Remark(0, f"{member}: {remark.text}") for remark in remarks(numbered))
