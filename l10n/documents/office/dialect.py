"""What the elements of a format mean for a translation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as with_default
from typing import NamedTuple

from l10n.documents.xml import XmlElement
from l10n.model import BlockKind

Formatting = frozenset[str]
"""How words look, beyond what their paragraph says, in words of the file: `w:b`, `w:color w:val=FF0000`."""


class Described(NamedTuple):
    """What a block is."""

    kind: BlockKind
    level: int = 0
    """Of a heading."""


@dataclass(frozen=True, slots=True)
class Styles:
    """What stands elsewhere and is only named in the text of a member."""

    blocks: Mapping[str, Described]
    """What the paragraphs of a style are."""
    formatting: Mapping[str, Formatting] = with_default(default_factory=dict)
    """How the words of a style look."""
    links: Mapping[str, str] = with_default(default_factory=dict)
    """Where links lead."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OfficeDialect:
    """A format; elements and attributes have the prefixes that `namespaces` gives, whatever a file has."""

    namespaces: Mapping[str, str]
    """Prefixes by the addresses that name them."""
    blocks: frozenset[str]
    """Paragraphs."""
    plain: Mapping[str, BlockKind]
    """Elements with a text and nothing else: the title of the document."""
    words: frozenset[str]
    """Elements of which the characters are words; none if these stand in paragraphs and runs themselves."""
    runs: frozenset[str]
    """Elements that say how words look."""
    properties: frozenset[str]
    """Elements that say something of that in which they are, before its content."""
    pairs: Mapping[str, str]
    """Elements around words that translators see, and as which tag: links, fields of a form."""
    wrappers: frozenset[str]
    """The content of such a pair, apart from its properties."""
    noise: frozenset[str]
    """Elements around words that nobody needs."""
    markers: frozenset[str]
    """Elements without content that mark a range: bookmarks."""
    dust: frozenset[str]
    """Elements without content that programs write anew: where a page ended last."""
    breaks: frozenset[str]
    characters: Mapping[str, str]
    """Elements that stand for a character."""
    notes: frozenset[str]
    """Footnotes, or what refers to them."""
    skipped: frozenset[str]
    """Elements that are kept with all that is in them."""
    attributes: Mapping[tuple[str, str], BlockKind]
    """Elements and their attributes that people read."""
    refused: Mapping[str, tuple[str, str]]
    """Elements with which a file is not to be translated: what they are, and what to do about it."""
    languages: Mapping[str, str]
    """Elements and their attribute that names a language."""
    countries: Mapping[str, str] = with_default(default_factory=dict)
    """Elements and their attribute that names the country of the language, apart from it."""
    directions: Mapping[str, str] = with_default(default_factory=dict)
    """Elements and their attribute that says in which direction is written."""
    remade: frozenset[str] = frozenset()
    """Elements of which office programs make the words anew."""
    field: str = ""
    """The element with which fields begin and end, of those that are not an element themselves."""
    spaces: str = ""
    """The element for spaces beside a space, which readers would take for one."""
    preserves: bool = False
    """Spaces at the edges of words have to be asked for, with `xml:space`."""
    tags: Mapping[str, str] = with_default(default_factory=dict)
    """Tags for a way to look."""
    formatting: Callable[[XmlElement, bytes, Styles], Formatting]
    """How a run looks."""
    describe: Callable[[XmlElement, Sequence[XmlElement], Styles], Described]
    """What a block is, by what it is in, outermost first."""
    styles: Callable[[Mapping[str, XmlElement]], Callable[[str], Styles]]
    """What the others need to know of all the members of a file, for each of them by its name."""
    note: Callable[[XmlElement, Styles], str]
    """What an element is for people that stands for itself, or is a pair; empty if nobody needs to know."""
