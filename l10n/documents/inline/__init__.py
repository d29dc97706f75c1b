"""Inline elements of a text, as translators see them, one module a form: what is words, and what has to be kept.

A format says with `INLINE` in which form the texts of its files are; those of catalogues are found by the file that
their `#:` lines name. A form's module has

- `parse(text)`: the parts of a text, see `InlinePart`. Never raises;
- `escape(words, after)`: the text of which `parse` gives these words alone, before another part whose text is `after`.
  It has no escape that prose would need.

So `text[part.start:part.end]` of all parts, joined, is the text, and so it is after the words of each part were
escaped anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import PurePath
from typing import Protocol, cast

from l10n import documents, plugins
from l10n.model import Entry, InlinePart, PieceKind

SHARED = {"commonmark", "numbering", "pairing"}
_FAMILY = "l10n.documents.inline"
PLAIN = "plain"
"""The form of texts without inline elements."""


class InlineForm(Protocol):
    """The module of a form; see above what its functions promise."""

    @staticmethod
    def parse(text: str) -> tuple[InlinePart, ...]:
        """The parts of a text."""

    @staticmethod
    def escape(words: str, after: str = "") -> str:
        """The text that says nothing but these words."""


def named(name: str) -> InlineForm:
    """The form with this name; L10nError for an unknown one."""
    return cast("InlineForm", plugins.load(_FAMILY, name))


def form_of(entry: Entry) -> InlineForm | None:
    """The form of the texts of an entry, by the first file of its `#:` lines; None if that is of no format we read."""
    return _form_of_suffix(PurePath(file_of(entry.references[0])).suffix.lower()) if entry.references else None


@cache
def _form_of_suffix(suffix: str) -> InlineForm | None:
    modules = documents.formats().values()
    return next((named(module.INLINE) for module in modules if suffix in module.SUFFIXES), None)


def file_of(reference: str) -> str:
    """The file of a `#:` reference, without line and the isolates of GNU gettext."""
    name, colon, line = reference.rpartition(":")
    return (name if colon and line.isdecimal() else reference).strip("\u2068\u2069")


def escaped(text: str, parts: Iterable[InlinePart], form: InlineForm) -> str:
    """The text with the words of all parts escaped anew, and marks as they are."""
    return "".join(
        form.escape(part.words, text[part.end : part.end + 1]) if part.is_text else text[part.start : part.end]
        for part in parts
    )


def marks(parts: Iterable[InlinePart]) -> list[str]:
    """The names of all marks, sorted, as often as they are there; a pair counts once."""
    return sorted(part.name for part in parts if part.kind in {PieceKind.OPEN, PieceKind.ALONE})
