"""Document -> the entries of its template: what a reviewer is told of each segment, what tells equals apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from l10n.catalogue.references import isolated
from l10n.documents.lines import located
from l10n.identity import digest
from l10n.model import Document, Entry
from l10n.model.origin_lines import ReferenceStyle

_OURS = re.compile(r"previous: |next: |[^\W\d][\w ]*, sentence \d+\Z")
"""What `_around` and `_positions` write."""


def template(document: Document, style: ReferenceStyle = ReferenceStyle.FULL) -> tuple[Entry, ...]:
    """One entry a segment, in reading order, no two with the same key.

    All name their file; what the style leaves out of the catalogue is lines and numbers of paragraphs here.
    """
    has_numbers = style is ReferenceStyle.FULL
    segments = document.segments
    texts = [segment.text for segment in segments]
    names = contexts(texts)
    positions, references = _positions(document, has_numbers), _references(document, has_numbers)
    rows = zip(texts, names, positions, segments, _around(texts), references, strict=True)
    return tuple(
        [
            Entry(msgid, "", context, (), (), (position, *segment.tags, *segment.notes, *around), (reference,))
            for msgid, context, position, segment, around, reference in rows
        ]
    )


def is_segment(entry: Entry) -> bool:
    """It is of a template of ours, whose comments say where in the document it stands: an article is made of it."""
    return any(_OURS.match(line) for line in entry.extracted)


def neighbours(entry: Entry) -> tuple[str | None, str | None]:
    """The segments before and after, as the template's comments have them; None if it has none of both."""
    texts = {}
    for line in entry.extracted:
        name, _, text = line.partition(": ")
        texts[name] = text
    if not texts.keys() & {"previous", "next"}:
        return None, None
    return texts.get("previous", ""), texts.get("next", "")


def contexts(texts: Sequence[str]) -> list[str | None]:
    """A msgctxt for each text that occurs more than once, else None; never a position.

    The digest of the sentence before it; where that is equal too, of the one after it; else the number of the
    occurrence among those still equal. Insertions elsewhere leave all of them as they are.
    """
    around = ["", *texts, ""]
    names: list[str | None] = [None] * len(texts)
    repeated = _repeated(range(len(texts)), texts)
    for index in repeated:
        names[index] = f"after:{digest(around[index])}"
    repeated = _repeated(repeated, [(texts[index], names[index]) for index in repeated])
    for index in repeated:
        names[index] = f"{names[index]} before:{digest(around[index + 2])}"
    seen: Counter[object] = Counter()
    for index in _repeated(repeated, [(texts[index], names[index]) for index in repeated]):
        key = (texts[index], names[index])
        seen[key] += 1
        names[index] = f"{names[index]} #{seen[key]}"
    return names


def _repeated(indices: Sequence[int], keys: Sequence[Hashable]) -> list[int]:
    """Those of the indices with whose key there is another."""
    counts = Counter(keys)
    return [index for index, key in zip(indices, keys, strict=True) if counts[key] > 1]


def _positions(document: Document, has_numbers: bool) -> Iterator[str]:
    """Kind and number of the block, whatever kinds there are, and which of its sentences; a heading is mostly one.

    Without numbers of blocks, nothing changes if one is put before it.
    """
    for block in document.blocks:
        position = f"{block.kind} {block.number}" if has_numbers else f"{block.kind}"
        if block.level and len(block.segments) == 1:
            yield position
        else:
            for number in range(1, len(block.segments) + 1):
                yield f"{position}, sentence {number}"


def _around(texts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The comments on what stands before and after each text."""
    # Most texts have single spaces and no other white space, which is seen sooner than put right.
    lines = [text.strip() if text.isprintable() and "  " not in text else " ".join(text.split()) for text in texts]
    last = len(lines) - 1
    for index in range(len(lines)):
        before = (f"previous: {lines[index - 1]}",) if index else ()
        yield (*before, f"next: {lines[index + 1]}") if index < last else before


def _references(document: Document, has_lines: bool) -> Iterator[str]:
    name = isolated(document.reference)
    return (located(name, segment.line if has_lines else 0) for segment in document.segments)
