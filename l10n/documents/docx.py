"""Word's documents: Office Open XML, transitional and strict (ECMA-376, part 1, 17; part 2 for the archive)."""

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
from l10n.documents.xml import XmlElement, escaped
from l10n.languages import record
from l10n.languages.codes import base
from l10n.model import BlockKind

SUFFIXES = (".docx", ".docm", ".dotx")
INLINE = "tags"
_FAMILIES = ("wordprocessingml", "ms-word")
_TYPES = (
    "document.main",
    "document.macroEnabled.main",
    "template.main",
    "footnotes",
    "endnotes",
    "header",
    "footer",
    "styles",
)
"""The parts with texts, and the one with their styles, in the order in which they are read."""
_MAIN = _TYPES[:3]
_CHANGES = ("has tracked changes", "accept or reject all of them in Word (Review), and save it")
_UNSEEN = frozenset(("w:lang", "w:noProof", "w:bCs", "w:iCs", "w:szCs", "w:rPrChange"))
"""Properties of a run that nobody sees in it."""
_LOOKS = {
    "w:b": "b",
    "w:i": "i",
    "w:u w:val=single": "u",
    "w:strike": "s",
    "w:vertAlign w:val=superscript": "sup",
    "w:vertAlign w:val=subscript": "sub",
}
_LEVELS = 9
"""Of headings; the level of text follows."""
_HEADINGS = {f"heading {level}": level for level in range(1, _LEVELS + 1)}
"""What the styles of headings are called in every language."""


def unpack(data: bytes, path: Path) -> bytes:
    """The parts with texts. Raises L10nError."""
    archive = ZipArchive(data, path)
    parts = opc.parts(archive, path, _FAMILIES, _TYPES)
    links = [name for name in map(opc.relationships_of, parts) if name in archive.names]
    return archive.joined([*parts, *opc.core(archive), *links])


def with_notice(data: bytes, words: str, language: str) -> bytes:
    """The words as first paragraph, in bold letters, and in the description of the file, if it has properties."""
    archive = ZipArchive(data, Path())
    main, *_ = opc.parts(archive, Path(), _FAMILIES, _MAIN)
    core = opc.core(archive)

    def edits(joined: bytes, roots: Roots) -> Iterator[Edit]:
        if body := roots[main].child("w:body"):
            yield Edit(body.content, body.content, (_paragraph(joined, body, words, language),))
        yield from (edit for name in core for edit in described(joined, roots[name], words))

    return noticed(data, [main, *core], opc.NAMESPACES, edits)


def _paragraph(joined: bytes, body: XmlElement, words: str, language: str) -> str:
    """With the prefix that the file has; complex scripts have a bold and a direction of their own."""
    w = joined[body.start + 1 : joined.index(b"body", body.start)].decode()
    is_rtl = record(base(language)).direction == "rtl"
    properties = f"<{w}pPr><{w}bidi/></{w}pPr>" if is_rtl else ""
    look = f"<{w}rPr><{w}b/><{w}bCs/>{f'<{w}rtl/>' if is_rtl else ''}</{w}rPr>"
    return f"<{w}p>{properties}<{w}r>{look}<{w}t>{escaped(words)}</{w}t></{w}r></{w}p>"


def _formatting(run: XmlElement, _data: bytes, _styles: Styles) -> Formatting:
    properties = run.child("w:rPr")
    return frozenset(
        " ".join((child.name, *(f"{name}={value}" for name, value in sorted(child.attributes.items()))))
        for child in (properties.elements if properties else ())
        if child.name not in _UNSEEN
    )


def _describe(block: XmlElement, around: Sequence[XmlElement], styles: Styles) -> Described:
    properties = block.child("w:pPr")
    style = properties.child("w:pStyle") if properties else None
    described = styles.blocks.get(_value(style), Described(BlockKind.PARAGRAPH))
    if properties and (level := _level(properties)):
        return Described(BlockKind.HEADING, level)
    if described.kind is BlockKind.HEADING:
        return described
    if any(element.name == "w:tc" for element in around):
        return Described(BlockKind.CELL)
    return Described(BlockKind.LIST_ITEM) if properties and properties.child("w:numPr") else described


def _styles(roots: Mapping[str, XmlElement]) -> Callable[[str], Styles]:
    own = [element for root in roots.values() if root.name == "w:styles" for element in root.elements]
    styles = {style.attributes.get("w:styleId", ""): style for style in own if style.name == "w:style"}
    blocks: dict[str, Described] = {}
    for name in styles:
        _resolve(name, styles, blocks)
    return lambda part: Styles(blocks, links=opc.links(roots, part))


def _resolve(name: str, styles: Mapping[str, XmlElement], blocks: dict[str, Described]) -> None:
    """Put what the paragraphs of a style are, and those of the styles on which it is based, to those that are known."""
    described = Described(BlockKind.PARAGRAPH)
    line: dict[str, None] = {}
    while name in styles and name not in line:
        if known := blocks.get(name) or _described(styles[name]):
            described = known
            break
        line[name] = None
        name = _value(styles[name].child("w:basedOn"))
    blocks |= dict.fromkeys((*line, name), described)


def _described(style: XmlElement) -> Described | None:
    """What a style says itself; None if it says nothing."""
    name = _value(style.child("w:name")).lower()
    properties = style.child("w:pPr")
    if name in _HEADINGS:
        return Described(BlockKind.HEADING, _HEADINGS[name])
    if name in {"title", "caption"}:
        return Described(BlockKind.HEADING, 1) if name == "title" else Described(BlockKind.CAPTION)
    if properties and (level := _level(properties)):
        return Described(BlockKind.HEADING, level)
    return Described(BlockKind.LIST_ITEM) if properties and properties.child("w:numPr") else None


def _level(properties: XmlElement) -> int:
    """Of a heading, from 1; 0 for what is none."""
    value = _value(properties.child("w:outlineLvl"))
    return int(value) + 1 if value in map(str, range(_LEVELS)) else 0


def _value(element: XmlElement | None) -> str:
    return element.attributes.get("w:val", "") if element else ""


def _note(element: XmlElement, styles: Styles) -> str:
    attributes = element.attributes
    if element.name == "w:hyperlink":
        anchor = f"#{attributes['w:anchor']}" if "w:anchor" in attributes else ""
        address = styles.links.get(attributes.get("r:id", ""), "") + anchor
        return f"link to {address}" if address else "link"
    if element.name == "w:fldSimple":
        return f"field: {' '.join(attributes.get('w:instr', '').split())}"
    return opc.NOTES.get(element.name, "kept as it is")


_DIALECT = OfficeDialect(
    namespaces=opc.NAMESPACES,
    blocks=frozenset(("w:p",)),
    plain={"dc:title": BlockKind.TITLE},
    words=frozenset(("w:t",)),
    runs=frozenset(("w:r",)),
    properties=frozenset(("w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:smartTagPr", "w:customXmlPr")),
    pairs={"w:hyperlink": "a", "w:sdt": "g", "w:customXml": "g"},
    wrappers=frozenset(("w:sdtContent",)),
    noise=frozenset(("w:smartTag", "w:dir", "w:bdo")),
    markers=frozenset(
        f"w:{name}{border}"
        for name in ("bookmark", "commentRange", "perm", "customXmlInsRange", "customXmlDelRange")
        for border in ("Start", "End")
    ),
    dust=frozenset(("w:proofErr", "w:lastRenderedPageBreak")),
    breaks=frozenset(("w:br", "w:cr")),
    characters={"w:noBreakHyphen": "\u2011", "w:softHyphen": "\u00ad"},
    notes=frozenset(("w:footnoteReference", "w:endnoteReference", "w:commentReference")),
    skipped=frozenset(("mc:Fallback",)),
    attributes=opc.ALTERNATIVES,
    refused=dict.fromkeys(("w:ins", "w:del", "w:moveFrom", "w:moveTo"), _CHANGES),
    languages={"w:lang": "w:val"},
    field="w:fldChar",
    preserves=True,
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
