"""The package of a book: which members of its archive have texts, in reading order, and what forbids to change them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from l10n.documents.archive import ZipArchive
from l10n.documents.html.tokens import TokenKind, attributes, tokens, value
from l10n.errors import L10nError

_CONTAINER = "META-INF/container.xml"
_PAGES = frozenset(("application/xhtml+xml", "text/html", "text/x-oeb1-document"))
_CONTENTS = "application/x-dtbncx+xml"
_OBFUSCATED = frozenset(("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"))
"""Algorithms for fonts that are not to be taken out of the book; all readers know them (EPUB 3.3, section 4.2.6)."""
_OWN_ENTITIES = re.compile(r"<!DOCTYPE[^>\[]*+\[", re.IGNORECASE)
_HEAD = 4096


class XmlTag(NamedTuple):
    """A start tag, without the prefix of its namespace, in small letters."""

    name: str
    attributes: dict[str, str]


def refuse_protected(archive: ZipArchive, path: Path) -> None:
    """L10nError for a book that is encrypted, but for its fonts, that has rights, or is signed."""
    if "META-INF/rights.xml" in archive.names:
        raise L10nError(f"{path}: is protected (it has META-INF/rights.xml)", "take an edition without DRM")
    if "META-INF/signatures.xml" in archive.names:
        raise L10nError(f"{path}: is signed, and would not be any more", "take an edition without a signature")
    if "META-INF/encryption.xml" in archive.names:
        tags = list(_tags(archive, "META-INF/encryption.xml"))
        methods = [tag.attributes.get("algorithm") for tag in tags if tag.name == "encryptionmethod"]
        if len(methods) < sum(tag.name == "encrypteddata" for tag in tags) or not _OBFUSCATED.issuperset(methods):
            raise L10nError(f"{path}: is encrypted (META-INF/encryption.xml says how)", "take an edition without DRM")


def refuse_entities(text: str, name: str, path: Path) -> None:
    """L10nError for a member that declares entities: what they stand for would be no text."""
    if _OWN_ENTITIES.search(text, 0, _HEAD):
        raise L10nError(f"{path}: its member {name} has entities of its own", "write out what they stand for")


def names(archive: ZipArchive, path: Path) -> list[str]:
    """What the members with texts are called: the description of the book, its pages, its tables of contents."""
    described = next(
        (tag.attributes.get("full-path", "") for tag in _tags(archive, _CONTAINER) if tag.name == "rootfile"), ""
    )
    if not described:
        raise L10nError(
            f"{path}: is no EPUB: its {_CONTAINER} names no package", "make it anew in the program it is from"
        )
    items = _Items(archive.content(described).decode("utf-8", "replace"))
    lists = [part for part in items.parts.values() if _is_list(part)]
    lists += [part for part in items.parts.values() if part.get("media-type") == _CONTENTS]
    return list(dict.fromkeys((described, *_paths(described, (*items.spine, *lists)))))


def pages(described: str, package: str) -> list[str]:
    """What the pages with the text of a book are called, in reading order; a table of contents is none of them.

    `described` is the member with the description, and `package` its text.
    """
    return _paths(described, [part for part in _Items(package).spine if not _is_list(part)])


class _Items:
    """What a description names."""

    def __init__(self, package: str) -> None:
        listed = list(_tags_in(package))
        self.parts = {tag.attributes.get("id", ""): tag.attributes for tag in listed if tag.name == "item"}
        named = (self.parts.get(tag.attributes.get("idref", ""), {}) for tag in listed if tag.name == "itemref")
        self.spine = [part for part in named if part.get("media-type") in _PAGES]


def _is_list(part: Mapping[str, str]) -> bool:
    return "nav" in part.get("properties", "").split()


def _paths(described: str, parts: Iterable[Mapping[str, str]]) -> list[str]:
    folder = posixpath.dirname(described)
    return [posixpath.normpath(posixpath.join(folder, unquote(part.get("href", "")))) for part in parts]


def _tags(archive: ZipArchive, name: str) -> Iterator[XmlTag]:
    """The start tags of a member."""
    return _tags_in(archive.content(name).decode("utf-8", "replace"))


def _tags_in(text: str) -> Iterator[XmlTag]:
    for token in tokens(text):
        if token.kind is TokenKind.START:
            own = {attribute.name: value(text, attribute) for attribute in attributes(text, token)}
            yield XmlTag(token.name.rpartition(":")[2], own)
