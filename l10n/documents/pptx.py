"""PowerPoint's presentations: Office Open XML (ECMA-376, part 1, 19 and 21; part 2 for the archive)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from l10n.documents import office
from l10n.documents.archive import ZipArchive
from l10n.documents.office import opc
from l10n.documents.office.dialect import Described, Formatting, OfficeDialect, Styles
from l10n.documents.office.nesting import Edit
from l10n.documents.office.notice import Roots, described, noticed
from l10n.documents.xml import XmlElement
from l10n.model import BlockKind

SUFFIXES = (".pptx", ".pptm", ".ppsx")
INLINE = "tags"
_FAMILIES = ("presentationml", "ms-powerpoint")
_MAIN = ("presentation.main", "presentation.macroEnabled.main", "slideshow.main")
_UNSEEN = frozenset(("lang", "altLang", "dirty", "err", "noProof", "smtClean", "smtId", "bmk", "kumimoji"))
"""What a run says of itself that nobody sees in it."""
_LOOKS = {
    "b=1": "b",
    "i=1": "i",
    "u=sng": "u",
    "strike=sngStrike": "s",
    "baseline=30000": "sup",
    "baseline=-25000": "sub",
}
_TITLES = frozenset(("title", "ctrTitle"))


def unpack(data: bytes, path: Path) -> bytes:
    """The slides in the order in which they are shown, each with its notes. Raises L10nError."""
    archive = ZipArchive(data, path)
    main, *_ = opc.parts(archive, path, _FAMILIES, _MAIN)
    roots = opc.roots(archive, [main, opc.relationships_of(main)], path)
    targets = dict(opc.targets(roots, main, "slide"))
    shown = [element.attributes.get("r:id", "") for element in roots[main].walk() if element.name == "p:sldId"]
    slides = [targets[name] for name in shown if targets.get(name) in archive.names]
    return archive.joined([*opc.core(archive), *_with_notes(archive, path, slides)])


def with_notice(data: bytes, words: str, language: str) -> bytes:  # noqa: ARG001  # nothing in it names a language
    """The words in the description of the file, if it has properties: no slide has room for what nobody has placed."""
    core = opc.core(ZipArchive(data, Path()))

    def edits(joined: bytes, roots: Roots) -> Iterator[Edit]:
        yield from (edit for name in core for edit in described(joined, roots[name], words))

    return noticed(data, core, opc.NAMESPACES, edits)


def _with_notes(archive: ZipArchive, path: Path, slides: Sequence[str]) -> Iterator[str]:
    """The slides with their notes, and where the links of both lead."""
    for slide in dict.fromkeys(slides):
        relationships = opc.relationships_of(slide)
        own = [slide]
        if relationships in archive.names:
            roots = opc.roots(archive, [relationships], path)
            own += (part for _, part in opc.targets(roots, slide, "notesSlide") if part in archive.names)
        for part in own:
            yield from (name for name in (part, opc.relationships_of(part)) if name in archive.names)


def _formatting(run: XmlElement, data: bytes, styles: Styles) -> Formatting:
    properties = run.child("a:rPr")
    if not properties:
        return frozenset()
    said = (f"{name}={value}" for name, value in properties.attributes.items() if name not in _UNSEEN)
    children = (_said(child, data, styles) for child in properties.elements)
    return frozenset((*said, *children))


def _said(child: XmlElement, data: bytes, styles: Styles) -> str:
    if child.name == "a:hlinkClick":
        name = child.attributes.get("r:id", "")
        return f"link to {styles.links.get(name, name)}"
    return data[child.start : child.end].decode()


def _describe(_block: XmlElement, around: Sequence[XmlElement], _styles: Styles) -> Described:
    for element in reversed(around):
        if element.name == "a:tc":
            return Described(BlockKind.CELL)
        if element.name == "p:sp":
            holder = element.child("p:nvSpPr", "p:nvPr", "p:ph")
            is_title = holder is not None and holder.attributes.get("type") in _TITLES
            return Described(BlockKind.HEADING, 1) if is_title else Described(BlockKind.PARAGRAPH)
    return Described(BlockKind.PARAGRAPH)


def _styles(roots: Mapping[str, XmlElement]) -> Callable[[str], Styles]:
    return lambda part: Styles({}, links=opc.links(roots, part))


def _note(element: XmlElement, _styles: Styles) -> str:
    if element.name == "a:fld":
        return f"field: {element.attributes.get('type', '')}"
    return opc.NOTES.get(element.name, "kept as it is")


_DIALECT = OfficeDialect(
    namespaces=opc.NAMESPACES,
    blocks=frozenset(("a:p",)),
    plain={"dc:title": BlockKind.TITLE},
    words=frozenset(("a:t",)),
    runs=frozenset(("a:r",)),
    properties=frozenset(("a:pPr", "a:rPr", "a:endParaRPr")),
    pairs={},
    wrappers=frozenset(),
    noise=frozenset(),
    markers=frozenset(),
    dust=frozenset(),
    breaks=frozenset(("a:br",)),
    characters={},
    notes=frozenset(),
    skipped=frozenset(("mc:Fallback",)),
    attributes=opc.ALTERNATIVES,
    refused={},
    languages=dict.fromkeys(("a:rPr", "a:endParaRPr", "a:defRPr"), "lang"),
    tags=_LOOKS,
    formatting=_formatting,
    describe=_describe,
    styles=_styles,
    note=_note,
)

read = partial(office.read, dialect=_DIALECT)
changes = partial(office.changes, dialect=_DIALECT)
encode = office.encode
skeleton = partial(office.skeleton, dialect=_DIALECT)
