"""Kinds of text that a catalogue may have."""

from __future__ import annotations

from enum import StrEnum


class TextKind(StrEnum):
    """What the texts of a catalogue are, which says what is usual in them."""

    PROSE = "prose"
    """Articles, letters, books: sentences for readers."""
    SOFTWARE = "software"
    """Messages, labels and help of programs."""
    KEYS = "keys"
    """Software whose msgids are names of texts, `label_open_file`."""
    REST = "rest"
    """reStructuredText, as Sphinx has it."""
    MARKDOWN = "markdown"
    ASCIIDOC = "asciidoc"
    POD = "pod"
    """Perl's documentation, and manual pages, which po4a shows with the same marks: I<file>."""
    HTML = "html"
    """Web pages, books, and other XML."""
    DOCBOOK = "docbook"
    """Manuals of programs in XML: DocBook, Mallard."""

    @property
    def is_technical(self) -> bool:
        """Texts of programs and their manuals, full of names and commands; articles may be in Markdown and HTML."""
        return self not in _ARTICLES


_ARTICLES = (TextKind.PROSE, TextKind.MARKDOWN, TextKind.HTML)
"""A tuple: with sets, and many texts, the hash of an enumeration takes time."""
