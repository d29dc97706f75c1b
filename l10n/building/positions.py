"""Where additions go: byte offsets in the source's file, which the article's are counted from."""

from __future__ import annotations

from collections.abc import Iterable

from l10n import documents
from l10n.building.additions import Addition, Where
from l10n.building.inserting import Insertion, encoder, unwritable
from l10n.config import quoted
from l10n.documents import inline
from l10n.documents.encoding import encoding_of
from l10n.errors import L10nError
from l10n.model import Block, BlockKind, Document
from l10n.model.inline import words
from l10n.text.lines import LINE_BREAK, one_line


def insertions(additions: Iterable[Addition], document: Document, lang: str) -> tuple[Insertion, ...]:
    """What is put into this article, in the order of the settings. Raises L10nError."""
    encode = encoder(document)
    result = []
    for addition in additions:
        if not addition.belongs(document, lang):
            continue
        text = addition.text(lang)
        if document.archive:
            message = f"{document.reference}: nothing can be put between the texts of this format"
            raise L10nError(message, f"leave it out of the documents of '{addition.file}' in {addition.settings}")
        if lost := unwritable(text, encode):
            message = f"{addition.path(lang)}: {document.reference} is in an encoding without {quoted(lost)}"
            raise L10nError(message, "save the source in UTF-8, or write these characters in another way")
        if text.strip():
            result.append(Insertion(_position(addition, document), text))
    return tuple(result)


def _position(addition: Addition, document: Document) -> int:
    """Before which byte the addition is put. Raises L10nError if its heading is not there, or not the only one."""
    start, end = _edges(document)
    match addition.where:
        case Where.START:
            return start
        case Where.END:
            return end
        case Where.SECTION:
            return _behind(addition, document, end)


def _behind(addition: Addition, document: Document, end: int) -> int:
    """Before the next heading that is no part of the section."""
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    form = inline.named(documents.named(document.format).INLINE)
    numbers = [number for number, block in enumerate(headings) if addition.heading in _read(block, form)]
    if len(numbers) != 1:
        what = f"{len(numbers)} headings are" if numbers else "no heading is"
        message = f"{document.reference}: {what} '{addition.heading}', behind which '{addition.file}' is to stand"
        raise L10nError(
            message, f"name another heading, or documents that have it, in 'additions' of {addition.settings}"
        )
    own, *others = headings[numbers[0] :]
    following = next((block for block in others if block.level <= own.level), None)
    return _opening(document, following.start) if following else end


def _read(block: Block, form: inline.InlineForm) -> tuple[str, str]:
    """What a heading is called: with its marks and tags, and without."""
    text = one_line(block.text)
    return text, " ".join(words(form.parse(text)).split())


def _edges(document: Document) -> tuple[int, int]:
    """As the format says; else the whole file but its byte order mark."""
    edges = getattr(documents.named(document.format), "edges", None)
    if edges:
        start, end = edges(document.data)
        return start, end
    return len(encoding_of(document.data).mark), len(document.data)


def _opening(document: Document, start: int) -> int:
    """As the format says; else the beginning of the line."""
    opening = getattr(documents.named(document.format), "opening", None)
    if opening:
        return int(opening(document.data, start))
    encoding = encoding_of(document.data)
    before = document.data[len(encoding.mark) : start].decode(encoding.name, "replace")
    return start - len(LINE_BREAK.split(before)[-1].encode(encoding.name))
