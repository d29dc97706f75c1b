"""EPUB: the pages of a book in XHTML, what is said of it, and its table of contents (W3C, EPUB 3.3; IDPF, OPF 2.0.1).

`package` says which members have texts, and refuses what is encrypted or signed; `metadata` reads those that are no
pages. Everything else is as in HTML.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Sequence
from pathlib import Path

from l10n.documents import Reading, Split, inline
from l10n.documents.archive import Member, ZipArchive, members, with_contents
from l10n.documents.encoding import encoding_of
from l10n.documents.epub import metadata, package
from l10n.documents.epub.notice import noticed
from l10n.documents.epub.positions import edges, opening, page, refuse_addition
from l10n.documents.html import switches
from l10n.documents.html.blocks import blocks_of
from l10n.documents.html.charset import decode
from l10n.documents.html.escaping import no_break_space
from l10n.documents.html.language import renamings
from l10n.documents.html.skeleton import structure
from l10n.documents.html.writing import changes_of
from l10n.documents.splice import Change
from l10n.documents.switches import remarks
from l10n.documents.xml import encoded
from l10n.errors import L10nError
from l10n.model import Block, BlockKind, Document, Remark
from l10n.model.rendering import Rendering, by_block

SUFFIXES = (".epub",)
INLINE = "tags"
ADDITIONS = "html"

__all__ = [
    "ADDITIONS",
    "INLINE",
    "SUFFIXES",
    "changes",
    "edges",
    "encode",
    "opening",
    "page",
    "read",
    "refuse_addition",
    "skeleton",
    "unpack",
    "with_notice",
]


def unpack(data: bytes, path: Path) -> bytes:
    """The description of the book, its pages in reading order, and its tables of contents.

    Raises L10nError for what is no EPUB, or is encrypted or signed.
    """
    archive = ZipArchive(data, path)
    package.refuse_protected(archive, path)
    return archive.joined(package.names(archive, path))


def read(
    data: bytes,
    path: Path,
    split: Split,  # noqa: ARG001  # tags tell headings
    fields: Collection[str] = (),  # noqa: ARG001  # there is no front matter
) -> Reading:
    """A block for each text of a page, each line of a table of contents, the title and the description.

    Raises L10nError for members in other encodings than UTF-8, and with entities of their own.
    """
    numbers = Counter[BlockKind]()
    blocks: list[Block] = []
    said: list[Remark] = []
    counted = offset = 0
    for member in members(data):
        text, start = _text(data, member, path)
        offset += len(data[counted:start].decode())
        counted = start
        said += (Remark(0, f"{member.name}, line {remark.line}: {remark.text}") for remark in remarks(switches(text)))
        for block in blocks_of(text, start=start, offset=offset, drafts=metadata.drafts_of(text)):
            numbers[block.kind] += 1
            blocks.append(block._replace(number=numbers[block.kind], line=0))
    return Reading(data.decode(), tuple(blocks), tuple(said))


def changes(document: Document, renderings: Sequence[Rendering], language: str | None = None) -> Iterator[Change]:
    """What is to be changed of the members, in their order; `renderings` has one for each segment."""
    form = inline.named(INLINE)
    blocks = list(by_block(document, renderings))
    first = 0
    for member in members(document.data):
        content = document.data[member.start : member.end]
        last = first
        while last < len(blocks) and blocks[last][0].start < member.end:
            last += 1
        named = _renamed(content, member.start, document.language, language) if language else ()
        yield from changes_of(document.data, blocks[first:last], form, named, "utf-8", no_break_space(content))
        first = last


def encode(text: str, before: memoryview, after: memoryview) -> bytes:  # noqa: ARG001  # it is UTF-8 everywhere
    """The markup in UTF-8; what is no character becomes `?`."""
    return encoded(text)


def skeleton(data: bytes) -> Hashable:
    """The tags of each member, with all that is not translated of them; those within a text in whatever order."""
    return tuple(
        (member.name, structure(data[member.start : member.end].decode("utf-8", "replace"))) for member in members(data)
    )


def with_notice(data: bytes, words: str, language: str) -> bytes:
    """The words in the description of the book, and in a paragraph where its first page with words begins."""
    archive = ZipArchive(data, Path())
    contents = {name: archive.content(name) for name in package.names(archive, Path())}
    return with_contents(data, noticed(contents, words, language))


def _text(data: bytes, member: Member, path: Path) -> tuple[str, int]:
    """The text of a member without its byte order mark, and the offset at which it begins."""
    text, encoding = decode(data[member.start : member.end], Path(f"{path}: {member.name}"))
    if encoding.name != "utf-8":
        raise L10nError(f"{path}: its member {member.name} is in {encoding.name}", "save it as UTF-8, as EPUB 3 has it")
    package.refuse_entities(text, member.name, path)
    return text, member.start + len(encoding.mark)


def _renamed(content: bytes, start: int, source: str, language: str) -> Iterator[Change]:
    """The changes that make a member say that it is in another language."""
    mark = len(encoding_of(content).mark)
    text = content[mark:].decode()
    counted, position = 0, start + mark
    for renaming in sorted((*renamings(text, source, language), *metadata.renamings(text, source, language))):
        first = position + len(text[counted : renaming.start].encode())
        counted, position = renaming.end, first + len(text[renaming.start : renaming.end].encode())
        yield Change(first, position, renaming.text)
