"""Word's documents: Office Open XML, transitional and strict (ECMA-376, part 1, 17; part 2 for the archive)."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from pathlib import Path

from l10n.documents import Reading, Split, office
from l10n.documents.archive import ZipArchive
from l10n.documents.office import opc
from l10n.documents.office.dialect import Described, Formatting, OfficeDialect, Styles
from l10n.documents.office.structure import structure
from l10n.documents.splice import Change
from l10n.documents.xml import XmlElement, encoded
from l10n.model import BlockKind, Document
from l10n.model.rendering import Rendering

SUFFIXES = (".docx", ".docm", ".dotx")
INLINE = office.INLINE
_TYPES = ("document.main", "template.main", "footnotes", "endnotes", "header", "footer", "styles")
"""The parts with texts, and the one with their styles, in the order in which they are read."""
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


def unpack(data: bytes, path: Path) -> bytes:
    """The parts with texts. Raises L10nError."""
    archive = ZipArchive(data, path)
    return archive.joined(opc.parts(archive, path, "wordprocessingml", _TYPES))


def read(
    data: bytes,
    path: Path,
    split: Split,  # noqa: ARG001  # styles tell headings
    fields: Collection[str] = (),  # noqa: ARG001  # there is no front matter
) -> Reading:
    """A block for each paragraph with words, alternative text, and the title of the document."""
    return office.read(data, path, _DIALECT)


def changes(document: Document, renderings: Sequence[Rendering], language: str | None = None) -> list[Change]:
    """What is to be changed of the parts, in their order; `renderings` has one for each segment."""
    return office.changes(document, renderings, language, _DIALECT)


def encode(text: str, before: memoryview, after: memoryview) -> bytes:  # noqa: ARG001  # it is UTF-8 everywhere
    """The markup in UTF-8; what is no character becomes `?`."""
    return encoded(text)


def skeleton(data: bytes) -> Hashable:
    """All but the words and how they look."""
    return structure(data, _DIALECT)


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


def _styles(roots: Mapping[str, XmlElement], part: str) -> Styles:
    own = [element for root in roots.values() if root.name == "w:styles" for element in root.elements]
    styles = {style.attributes.get("w:styleId", ""): style for style in own if style.name == "w:style"}
    return Styles({name: _described(style, styles) for name, style in styles.items()}, links=opc.links(roots, part))


def _described(style: XmlElement, styles: Mapping[str, XmlElement]) -> Described:
    """What the paragraphs of a style are, which may be based on another."""
    seen: set[str] = set()
    ancestor: XmlElement | None = style
    while ancestor and ancestor.attributes.get("w:styleId", "") not in seen:
        seen.add(ancestor.attributes.get("w:styleId", ""))
        name = _value(ancestor.child("w:name")).lower()
        properties = ancestor.child("w:pPr")
        if name in {"title", "caption"}:
            return Described(BlockKind.HEADING, 1) if name == "title" else Described(BlockKind.CAPTION)
        if properties and (level := _level(properties)):
            return Described(BlockKind.HEADING, level)
        if properties and properties.child("w:numPr"):
            return Described(BlockKind.LIST_ITEM)
        ancestor = styles.get(_value(ancestor.child("w:basedOn")))
    return Described(BlockKind.PARAGRAPH)


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
