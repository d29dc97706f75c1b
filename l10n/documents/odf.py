"""OpenDocument: texts and presentations (OASIS OpenDocument 1.3, part 3; part 2 for the archive).

Of texts headers and footers are read, too, which are in their styles; of presentations not what all pages show.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from l10n.documents import office
from l10n.documents.archive import ZipArchive
from l10n.documents.office.dialect import Described, Formatting, OfficeDialect, Styles
from l10n.documents.office.nesting import Edit
from l10n.documents.office.notice import Roots, described, noticed
from l10n.documents.xml import XmlElement, escaped
from l10n.errors import L10nError
from l10n.model import BlockKind

_ODF = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_NAMESPACES = {
    **{_ODF.format(name): name for name in ("draw", "meta", "office", "presentation", "style", "table", "text")},
    _ODF.format("xsl-fo-compatible"): "fo",
    _ODF.format("svg-compatible"): "svg",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://openoffice.org/2009/office": "officeooo",
}
SUFFIXES = (".odt", ".ott", ".odp", ".otp")
INLINE = "tags"
_CONTENT, _METADATA = "content.xml", "meta.xml"
_MEMBERS = {
    b"application/vnd.oasis.opendocument.text": ("styles.xml", _METADATA),
    b"application/vnd.oasis.opendocument.presentation": (_METADATA,),
}
"""By the beginning of the type that a file says it has."""
_MANIFEST = "META-INF/manifest.xml"
_SIGNATURES = "META-INF/documentsignatures.xml"
_CHANGES = ("has tracked changes", "accept or reject all of them (Edit, Track Changes, Manage), and save it")
_PRELUDE = frozenset(
    (
        "office:forms",
        "text:alphabetical-index-auto-mark-file",
        "text:dde-connection-decls",
        "text:sequence-decls",
        "text:tracked-changes",
        "text:user-field-decls",
        "text:variable-decls",
    )
)
"""What stands before the paragraphs of a text (part 3, 3.4)."""
_SEEN = frozenset(
    f"{prefix}:{name}"
    for prefix, names in {
        "fo": "background-color color font-family font-size font-style font-variant font-weight text-transform",
        "style": "font-name text-position text-underline-style text-line-through-style",
    }.items()
    for name in names.split()
)
"""Properties of words that people see in a text in any script."""
_LOOKS = {
    "fo:font-weight=bold": "b",
    "fo:font-style=italic": "i",
    "style:text-underline-style=solid": "u",
    "style:text-line-through-style=solid": "s",
    "style:text-position=super 58%": "sup",
    "style:text-position=sub 58%": "sub",
    "style Strong_20_Emphasis": "b",
    "style Emphasis": "i",
}
_KINDS = {
    "Title": Described(BlockKind.HEADING, 1),
    "Caption": Described(BlockKind.CAPTION),
    "Quotations": Described(BlockKind.QUOTATION),
}
"""Styles of paragraphs as every program names them."""
_NOTES = {
    "text:tab": "tab",
    "text:note": "note",
    "draw:frame": "picture or text box",
    "office:annotation": "comment",
    "text:page-number": "field: number of the page",
    "text:date": "field: date",
}


def unpack(data: bytes, path: Path) -> bytes:
    """The members with texts; L10nError for what is encrypted, signed, or neither text nor presentation."""
    archive = ZipArchive(data, path)
    said = archive.content("mimetype") if "mimetype" in archive.names else b""
    others = next((others for kind, others in _MEMBERS.items() if said.startswith(kind)), None)
    if others is None:
        raise L10nError(f"{path}: is another kind of file than its suffix says", "save it again with the right suffix")
    if _MANIFEST in archive.names and b"encryption-data" in archive.content(_MANIFEST):
        raise L10nError(f"{path}: is encrypted with a password", "save it without a password")
    if _SIGNATURES in archive.names:
        hint = "a translation needs a signature of its own: save a copy without it"
        raise L10nError(f"{path}: is signed", hint)
    return archive.joined([_CONTENT, *(name for name in others if name in archive.names)])


def with_notice(data: bytes, words: str, language: str) -> bytes:  # noqa: ARG001  # nothing in it names a language
    """The words as first paragraph of a text, and in the description of the file, if it has metadata."""
    names = [name for name in (_CONTENT, _METADATA) if name in ZipArchive(data, Path()).names]

    def edits(joined: bytes, roots: Roots) -> Iterator[Edit]:
        content = roots[_CONTENT]
        if (text := content.child("office:body", "office:text")) and text.content < text.end:
            position = _beginning(text, content)
            yield Edit(position, position, (f'<text:p xmlns:text="{_ODF.format("text")}">{escaped(words)}</text:p>',))
        if _METADATA in roots:
            yield from described(joined, roots[_METADATA].child("office:meta"), words)

    return noticed(data, names, _NAMESPACES, edits)


def _beginning(text: XmlElement, content: XmlElement) -> int:
    """Before the first paragraph; behind one that begins a page, lest the notice have one for itself."""
    first = next((element for element in text.elements if element.name not in _PRELUDE), None)
    if first is None:
        return text.closing
    automatic = content.child("office:automatic-styles")
    paged = {
        style.attributes.get("style:name")
        for style in (automatic.elements if automatic else ())
        if style.attributes.get("style:master-page-name")
    }
    return first.end if first.attributes.get("text:style-name") in paged else first.start


def _formatting(span: XmlElement, _data: bytes, styles: Styles) -> Formatting:
    name = span.attributes.get("text:style-name", "")
    return styles.formatting.get(name, frozenset((f"style {name}",) if name else ()))


def _styles(roots: Mapping[str, XmlElement]) -> Callable[[str], Styles]:
    return lambda name: _automatic(roots[name])


def _automatic(root: XmlElement) -> Styles:
    """The automatic styles of a member; those that people have given names are what their names say."""
    automatic = root.child("office:automatic-styles")
    own = [style for style in (automatic.elements if automatic else ()) if style.name == "style:style"]
    named = {style.attributes.get("style:name", ""): style for style in own}
    return Styles(
        {name: kind for name, style in named.items() if (kind := _KINDS.get(_parent(style)))} | _KINDS,
        {name: _look(style) for name, style in named.items()},
    )


def _parent(style: XmlElement) -> str:
    return style.attributes.get("style:parent-style-name", "")


def _look(style: XmlElement) -> Formatting:
    properties = style.child("style:text-properties")
    said = properties.attributes.items() if properties else ()
    parent = _parent(style)
    return frozenset(
        (*(f"{name}={value}" for name, value in said if name in _SEEN), *((f"style {parent}",) if parent else ()))
    )


def _describe(block: XmlElement, around: Sequence[XmlElement], styles: Styles) -> Described:
    if block.name == "text:h":
        level = block.attributes.get("text:outline-level", "1")
        return Described(BlockKind.HEADING, int(level) if level in map(str, range(1, 11)) else 1)
    described = styles.blocks.get(block.attributes.get("text:style-name", ""), Described(BlockKind.PARAGRAPH))
    if described.kind is not BlockKind.PARAGRAPH:
        return described
    for element in reversed(around):
        if element.name in _SURROUNDINGS:
            return _SURROUNDINGS[element.name]
        if element.attributes.get("presentation:class") == "title":
            return Described(BlockKind.HEADING, 1)
    return described


_SURROUNDINGS = {
    "table:table-cell": Described(BlockKind.CELL),
    "text:list-item": Described(BlockKind.LIST_ITEM),
    "text:note-body": Described(BlockKind.PARAGRAPH),
    "draw:text-box": Described(BlockKind.PARAGRAPH),
}


def _note(element: XmlElement, _styles: Styles) -> str:
    if element.name == "text:a":
        return f"link to {element.attributes.get('xlink:href', '')}"
    name = element.name.rpartition(":")[2].replace("-", " ")
    return _NOTES.get(element.name, f"kept as it is: {name}")


_MARKS = ("bookmark", "reference-mark", "alphabetical-index-mark", "toc-mark", "user-index-mark")

_DIALECT = OfficeDialect(
    namespaces=_NAMESPACES,
    blocks=frozenset(("text:p", "text:h")),
    plain={"dc:title": BlockKind.TITLE, "svg:title": BlockKind.ALTERNATIVE, "svg:desc": BlockKind.ALTERNATIVE},
    words=frozenset(),
    runs=frozenset(("text:span",)),
    properties=frozenset(),
    pairs={"text:a": "a"},
    wrappers=frozenset(),
    noise=frozenset(),
    markers=frozenset(f"text:{name}{border}" for name in _MARKS for border in ("", "-start", "-end")),
    dust=frozenset(("text:soft-page-break",)),
    breaks=frozenset(("text:line-break",)),
    characters={"text:s": " "},
    notes=frozenset(("text:note", "office:annotation", "office:annotation-end")),
    skipped=frozenset(("office:annotation", "text:index-body", "text:tracked-changes", "office:forms")),
    attributes={},
    refused={"text:changed-region": _CHANGES},
    languages={"style:text-properties": "fo:language"},
    countries={"style:text-properties": "fo:country"},
    directions={
        f"style:{name}-properties": "style:writing-mode"
        for name in ("graphic", "page-layout", "paragraph", "section", "table", "table-cell")
    },
    remade=frozenset(("text:index-body",)),
    spaces="s",
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
