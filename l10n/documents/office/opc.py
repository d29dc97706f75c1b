"""Office Open XML: which parts an archive has (ECMA-376, part 2), and what its formats have in common."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from l10n.documents.archive import ZipArchive
from l10n.documents.xml import XmlElement, trees
from l10n.errors import L10nError
from l10n.model import BlockKind

_OFFICE = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_SHARED = {"drawingml/{}main": "a", "officeDocument/{}relationships": "r"}
NAMESPACES: Mapping[str, str] = {
    **{
        f"{root}{path.format(year)}": prefix
        for root, year in ((_OFFICE, "2006/"), (_STRICT, ""))
        for path, prefix in {
            "wordprocessingml/{}main": "w",
            "presentationml/{}main": "p",
            "drawingml/{}wordprocessingDrawing": "wp",
            "drawingml/{}picture": "pic",
            **_SHARED,
        }.items()
    },
    f"{_OFFICE}markup-compatibility/2006": "mc",
    f"{_OFFICE}package/2006/relationships": "rel",
    f"{_OFFICE}package/2006/content-types": "ct",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "urn:schemas-microsoft-com:vml": "v",
}
ALTERNATIVES: Mapping[tuple[str, str], BlockKind] = {
    (element, name): BlockKind.ALTERNATIVE for element in ("wp:docPr", "p:cNvPr") for name in ("descr", "title")
}
"""Alternative texts of pictures; in those within groups no program shows others."""
NOTES: Mapping[str, str] = {
    "w:tab": "tab",
    "w:ptab": "tab",
    "w:drawing": "picture",
    "w:pict": "picture",
    "w:object": "object",
    "w:footnoteReference": "footnote",
    "w:endnoteReference": "endnote",
    "w:commentReference": "comment",
    "m:oMath": "formula",
    "mc:AlternateContent": "picture or text box",
    "w:sdt": "content control",
    "w:sym": "symbol",
}
"""What elements are, for people."""
_CONTENT_TYPES = "[Content_Types].xml"
_CORE = "docProps/core.xml"
_SIGNED = ("is signed", "a translation needs a signature of its own: save a copy without it")


def parts(archive: ZipArchive, path: Path, family: str, types: Sequence[str]) -> list[str]:
    """The parts of these types in their order, with the properties of the document, and the links that parts have.

    Raises L10nError for a file of another family, and for one that is signed.
    """
    if any(name.startswith("_xmlsignatures/") for name in archive.names):
        raise L10nError(f"{path}: {_SIGNED[0]}", _SIGNED[1])
    named = _named(archive, path)
    own = [
        part
        for kind in types
        for part, said in sorted(named.items(), key=lambda item: _natural(item[0]))
        if said.removesuffix("+xml").endswith(f".{kind}") and (family in said or "macroEnabled" in said)
    ]
    if not own:
        raise L10nError(f"{path}: is another kind of file than its suffix says", "save it again with the right suffix")
    wanted = [*own, *([_CORE] if _CORE in archive.names else ())]
    return [*wanted, *(name for name in map(relationships_of, own) if name in archive.names)]


def _named(archive: ZipArchive, path: Path) -> dict[str, str]:
    """The content types of the parts that are there."""
    try:
        root = trees(archive.joined([_CONTENT_TYPES]), NAMESPACES)[_CONTENT_TYPES]
    except L10nError as error:
        where = "" if error.message.startswith(f"{path}: ") else f"{path}: "
        raise L10nError(f"{where}{error.message}", error.hint) from None
    said = {
        element.attributes.get("PartName", "").removeprefix("/"): element.attributes.get("ContentType", "")
        for element in root.elements
    }
    return {name: kind for name, kind in said.items() if name in archive.names}


def relationships_of(part: str) -> str:
    """The part that says where the links of this one lead."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def links(roots: Mapping[str, XmlElement], part: str) -> dict[str, str]:
    """Where the links of a part lead, by their names in it."""
    return {name: target for name, _, target in relationships(roots, part)}


def relationships(roots: Mapping[str, XmlElement], part: str) -> Iterator[tuple[str, str, str]]:
    """Name, type and target of what a part refers to."""
    root = roots.get(relationships_of(part))
    for element in root.elements if root else ():
        said = element.attributes
        yield said.get("Id", ""), said.get("Type", ""), said.get("Target", "")


def _natural(name: str) -> list[tuple[int, str]]:
    """`slide2` before `slide10`."""
    return [(len(part), part) if part.isdecimal() else (0, part) for part in re.split(r"(\d+)", name)]
