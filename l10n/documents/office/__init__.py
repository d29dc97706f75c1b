"""Documents of office programs: XML in zip archives, in which paragraphs are made of runs, links and things among them.

A format is a table, see `dialect`. `reading` makes blocks of its files: `tokens` finds the words of a paragraph and
what is among them, with the `layers` around; `fields` what programs make anew; `paragraphs` and `pieces` what
translators see. `writing` puts other texts there, in `runs`, and `nesting` texts within what is copied; `structure`
compares.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Sequence
from pathlib import Path

from l10n.documents import Reading, Split, inline
from l10n.documents.office.dialect import OfficeDialect
from l10n.documents.office.language import renamings
from l10n.documents.office.nesting import Edit, changes_of
from l10n.documents.office.reading import blocks, contents
from l10n.documents.office.structure import structure
from l10n.documents.office.writing import BlockWriter
from l10n.documents.splice import Change
from l10n.documents.xml import encoded
from l10n.errors import L10nError
from l10n.model import Document, Remark
from l10n.model.rendering import Rendering, by_block

INLINE = "tags"
_KEPT = "what fields show, as a table of contents does, is kept: update the fields in the office program"


def read(
    data: bytes,
    path: Path,
    split: Split,  # noqa: ARG001  # styles tell headings
    fields: Collection[str] = (),  # noqa: ARG001  # there is no front matter
    *,
    dialect: OfficeDialect,
) -> Reading:
    """A block for each paragraph with words, alternative text, and the title of the document. Raises L10nError."""
    try:
        content = contents(data, dialect)
    except L10nError as error:
        raise L10nError(f"{path}: {error.message}", error.hint) from None
    text, made = blocks(content.texts)
    return Reading(text, made, (*content.remarks, *((Remark(0, _KEPT),) if content.has_kept else ())))


def changes(
    document: Document, renderings: Sequence[Rendering], language: str | None = None, *, dialect: OfficeDialect
) -> list[Change]:
    """What is to be changed of the joined members, in their order; `renderings` has one for each segment."""
    return changes_of(document.data, _edits(document, renderings, language, dialect))


def encode(text: str, before: memoryview, after: memoryview) -> bytes:  # noqa: ARG001  # it is UTF-8 everywhere
    """The markup in UTF-8; what is no character becomes `?`."""
    return encoded(text)


def skeleton(data: bytes, *, dialect: OfficeDialect) -> Hashable:
    """All but the words, how they look, and where in its paragraph something stands."""
    return structure(data, dialect)


def _edits(
    document: Document, renderings: Sequence[Rendering], language: str | None, dialect: OfficeDialect
) -> Iterator[Edit]:
    content = contents(document.data, dialect)
    form = inline.named(INLINE)
    for (block, own), text in zip(by_block(document, renderings), content.texts, strict=True):
        if own:
            yield from BlockWriter(document.data, dialect, form, block, text.paragraph).edits(own)
    if language:
        yield from renamings(document.data, content.roots, dialect, document.language, language)
