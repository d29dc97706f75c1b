"""A notice to readers in a finished file: in its properties, and where its text begins, if it is one to be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from l10n.documents.archive import ZipArchive, packed
from l10n.documents.office import encode
from l10n.documents.office.nesting import Edit, changes_of
from l10n.documents.splice import splice
from l10n.documents.xml import XmlElement, escaped, trees

_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"

Roots = Mapping[str, XmlElement]


def noticed(
    data: bytes,
    names: Sequence[str],
    namespaces: Mapping[str, str],
    edits: Callable[[bytes, Roots], Iterable[Edit]],
) -> bytes:
    """The archive with the edits in these members, which they are given joined and as the roots of their trees."""
    joined = ZipArchive(data, Path()).joined(names)
    changes = changes_of(joined, edits(joined, trees(joined, namespaces)))
    return packed(data, splice(joined, changes, encode))


def described(joined: bytes, properties: XmlElement | None, words: str) -> Iterator[Edit]:
    """The words in what the properties of the file say of it, which office programs show as comments; before others."""
    if properties is None or properties.content == properties.end:
        return
    description = properties.child("dc:description")
    start, end, others = properties.content, properties.content, ""
    if description:
        start, end = description.start, description.end
        others = joined[description.content : description.closing].decode()
    text = "\n".join(filter(None, (escaped(words), others)))
    yield Edit(start, end, (f'<dc:description xmlns:dc="{_DUBLIN_CORE}">{text}</dc:description>',))
