"""Renderings -> the article: the source's file with other texts in it, and of the same structure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from l10n import documents
from l10n.building import StructureError
from l10n.building.inserting import Insertion, encoder, inserted
from l10n.documents.encoding import encoding_of
from l10n.documents.splice import cut, splice
from l10n.model import Document
from l10n.model.rendering import Rendering, RenderingOrigin


def article(document: Document, renderings: Sequence[Rendering], insertions: Sequence[Insertion] = ()) -> bytes:
    """The bytes of the file with a rendering for each segment, in reading order; its mark alone if all are left out.

    A rendering that is its segment unchanged gives the bytes of the source. Raises StructureError for the first
    rendering that would be taken for markup; what is inserted may have a structure of its own.
    """
    built = _built(document, renderings)
    kept = [_in_source_language(rendering) for rendering in renderings]
    if not _alike(document, built, expected := _built(document, kept)):
        raise StructureError(_culprit(document, renderings, kept, expected))
    return _inserted(document, renderings, insertions) if insertions else built


def _inserted(document: Document, renderings: Sequence[Rendering], insertions: Sequence[Insertion]) -> bytes:
    form = documents.named(document.format)
    ordered = sorted(insertions, key=lambda insertion: insertion.position)
    positions = [insertion.position for insertion in ordered]
    parts = cut(document.data, form.changes(document, renderings), form.encode, positions)
    mark = encoding_of(document.data).mark
    return inserted(parts, mark, [insertion.text for insertion in ordered], encoder(document))


def _built(document: Document, renderings: Sequence[Rendering]) -> bytes:
    form = documents.named(document.format)
    return splice(document.data, form.changes(document, renderings), form.encode)


def _in_source_language(rendering: Rendering) -> Rendering:
    """Left out if the rendering is: what it leaves of the structure is no fault."""
    if rendering.origin is RenderingOrigin.NOTHING:
        return rendering
    return replace(rendering, text=rendering.segment.text, origin=RenderingOrigin.SOURCE, marked=False)


def _alike(document: Document, built: bytes, expected: bytes) -> bool:
    skeleton = documents.named(document.format).skeleton
    return built == expected or skeleton(built) == skeleton(expected)


def _culprit(
    document: Document, renderings: Sequence[Rendering], kept: Sequence[Rendering], expected: bytes
) -> Rendering:
    """The rendering that, put in after all those before it, makes the difference."""
    right, wrong = 0, len(renderings)  # numbers of renderings put in that change nothing, and something
    while wrong - right > 1:
        middle = (right + wrong) // 2
        built = _built(document, [*renderings[:middle], *kept[middle:]])
        right, wrong = (middle, wrong) if _alike(document, built, expected) else (right, middle)
    return renderings[right]
