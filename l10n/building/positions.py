"""Where additions go: byte offsets in the source's file, which the article's are counted from."""

from __future__ import annotations

from collections.abc import Iterable

from l10n import documents
from l10n.building.additions import Addition, Where
from l10n.building.inserting import Insertion, encoder, form_of_additions, unwritable
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
        if not form_of_additions(document):
            message = f"{document.reference}: no addition can be put into a file of this format"
            hint = f"leave it out of the documents of '{addition.file}' in {addition.settings}"
            raise L10nError(message, f"{hint}, and put the text in with the office program")
        if refuse := getattr(documents.named(document.format), "refuse_addition", None):
            refuse(text, addition.path(lang))
        if lost := unwritable(text, encode):
            message = f"{addition.path(lang)}: {document.reference} is in an encoding without {quoted(lost)}"
            raise L10nError(message, "save the source in UTF-8, or write these characters in another way")
        if text.strip():
            result.append(Insertion(_position(addition, document), text))
    return tuple(result)


def _position(addition: Addition, document: Document) -> int:
    """Before which byte the addition is put. Raises L10nError if its heading is not there, or not the only one."""
    match addition.where:
        case Where.START:
            return _edges(document)[0]
        case Where.END:
            return _edges(document)[1]
        case Where.SECTION:
            return _behind(addition, document)


def _behind(addition: Addition, document: Document) -> int:
    """Before the next heading that is no part of the section, or at the end of its page."""
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
    end = _end(document, own.start)
    following = next((block for block in others if block.level <= own.level), None)
    return _opening(document, following.start) if following and following.start < end else end


def _read(block: Block, form: inline.InlineForm) -> tuple[str, str]:
    """What a heading is called: with its marks and tags, and without."""
    text = one_line(block.text)
    return text, " ".join(words(form.parse(text)).split())


def _edges(document: Document) -> tuple[int, int]:
    """As the format says; else the whole file but its byte order mark. Raises L10nError."""
    edges = getattr(documents.named(document.format), "edges", None)
    if not edges:
        return len(encoding_of(document.data).mark), len(document.data)
    try:
        start, end = edges(document.data)
    except L10nError as error:
        raise L10nError(f"{document.reference}: {error.message}", error.hint) from None
    return start, end


def _end(document: Document, position: int) -> int:
    """Of the page with this byte, if the file has several."""
    page = getattr(documents.named(document.format), "page", None)
    return int(page(document.data, position)[1]) if page else _edges(document)[1]


def _opening(document: Document, start: int) -> int:
    """As the format says; else the beginning of the line."""
    opening = getattr(documents.named(document.format), "opening", None)
    if opening:
        return int(opening(document.data, start))
    encoding = encoding_of(document.data)
    before = document.data[len(encoding.mark) : start].decode(encoding.name, "replace")
    return start - len(LINE_BREAK.split(before)[-1].encode(encoding.name))
