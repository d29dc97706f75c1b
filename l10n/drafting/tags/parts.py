"""What stands between the tags, translated part by part: they cannot get lost, but the sentence may suffer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from l10n.drafting.tags import TaggedText
from l10n.model import Span
from l10n.text.placeholders import Fragment

_WORDS = 3
"""Words of each part; with fewer there is too little to translate."""


def fragments(tagged: TaggedText) -> tuple[Fragment, ...]:
    """The words cut at each end of a pair; white space and marks stay as they are. None if a part is too short."""
    parts = tuple(_fragments(tagged))
    return parts if all(part.fixed or len(part.text.split()) >= _WORDS for part in parts) else ()


def spans(tagged: TaggedText, answers: Mapping[str, str]) -> list[Span]:
    """Where each pair is in the text that the translated parts make."""
    offsets: dict[int, int] = {}
    here = length = 0
    for part in _fragments(tagged):
        offsets[here] = length
        here, length = here + len(part.text), length + len(part.text if part.fixed else answers[part.text])
    offsets[here] = length
    return [(offsets[pair.span[0]], offsets[pair.span[1]]) for pair in tagged.pairs]


def _borders(tagged: TaggedText) -> list[int]:
    return sorted({edge for pair in tagged.pairs for edge in pair.span} | {0, len(tagged.words)})


def _fragments(tagged: TaggedText) -> Iterator[Fragment]:
    borders = _borders(tagged)
    for start, end in pairwise(borders):
        text = tagged.words[start:end]
        core = text.strip()
        if not any(map(str.isalpha, core)):
            yield Fragment(text, True)
            continue
        left = len(text) - len(text.lstrip())
        for piece, fixed in ((text[:left], True), (core, False), (text[left + len(core) :], True)):
            if piece:
                yield Fragment(piece, fixed)
