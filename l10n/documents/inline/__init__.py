"""Inline elements of a text, as translators see them, one module a form: what is words, and what has to be kept.

A format says with `INLINE` in which form the texts of its files are; those of catalogues are found by the file that
their `#:` lines name. A form's module has

- `parse(text)`: the parts of a text, see `InlinePart`. Never raises;
- `escape(words, after)`: the text of which `parse` gives these words alone, before another part whose text is `after`.
  It has no escape that prose would need.

So `text[part.start:part.end]` of all parts, joined, is the text. After the words of each part were escaped anew it has
the same parts, unless a sign stands beside a mark to which it could belong: of `****a*b*` two stars are words. Who
writes texts looks at them once more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import PurePath
from typing import Protocol, cast

from l10n import documents, plugins
from l10n.model import Entry, InlinePart, PieceKind
from l10n.model.inline import words
from l10n.text.visible import VisibleText, visible

SHARED = {"carrying", "commonmark", "numbering", "pairing", "templates"}
_FAMILY = "l10n.documents.inline"
PLAIN = "plain"
"""The form of texts without inline elements."""
_FORMAT = "-format"
_ATTRIBUTE = re.compile("<[A-Za-z][^<>=]*=")


class InlineForm(Protocol):
    """The module of a form; see above what its functions promise."""

    @staticmethod
    def parse(text: str) -> tuple[InlinePart, ...]:
        """The parts of a text."""

    @staticmethod
    def escape(words: str, after: str = "") -> str:
        """The text that says nothing but these words."""


@cache
def named(name: str) -> InlineForm:
    """The form with this name; L10nError for an unknown one."""
    return cast("InlineForm", plugins.load(_FAMILY, name))


def form_of(entry: Entry) -> InlineForm | None:
    """The form of the texts of an entry, by the first file of its `#:` lines; None if that is of no format we read."""
    return _form_of_file(file_of(entry.references[0])) if entry.references else None


@lru_cache(4096)
def _form_of_file(name: str) -> InlineForm | None:
    return _form_of_suffix(PurePath(name).suffix.lower())


@cache
def _form_of_suffix(suffix: str) -> InlineForm | None:
    name = documents.suffixes().get(suffix)
    return named(documents.inline_form(name)) if name else None


def markup_of(entry: Entry) -> InlineForm | None:
    """The form of the texts of an entry, if there may be marks or tags in them; None for a text of software.

    Templates of programs are HTML, too; their texts have format flags, or tags with attributes, as ours never have.
    """
    form = form_of(entry)
    if form is None or form is named(PLAIN) or entry.plural or any(flag.endswith(_FORMAT) for flag in entry.flags):
        return None
    return None if "=" in entry.msgid and _has_attributes(entry.msgid, form) else form


def markup_name(entry: Entry, *texts: str) -> str:
    """The name of the form of these texts of an entry, if there are marks, tags or escapes in any; else empty."""
    form = markup_of(entry)
    if form is None or all(words(form.parse(text)) == text for text in texts):
        return ""
    return name_of(form)


def name_of(form: InlineForm) -> str:
    """The name of a form."""
    return next(name for name in plugins.names(_FAMILY) if named(name) is form)


def words_in(text: str, markup: str) -> str:
    """The words of a text in this form, which may be none, or one that we do not know: then it is all words."""
    return words(named(markup).parse(text)) if is_form(markup) else text


@cache
def is_form(name: str) -> bool:
    """There is a form of this name."""
    return name in plugins.names(_FAMILY)


def _has_attributes(text: str, form: InlineForm) -> bool:
    return any(part.is_text and _ATTRIBUTE.search(text, part.start, part.end) for part in form.parse(text))


def words_of(entry: Entry, text: str) -> str:
    """What readers see of a text of this entry: its words, without marks and escapes."""
    form = markup_of(entry)
    return words(form.parse(text)) if form else text


def has_words(entry: Entry) -> bool:
    """There is something to translate in it, and not only code, a picture or a tag."""
    form = markup_of(entry)
    return form is None or any(part.inner or (part.is_text and part.words.strip()) for part in form.parse(entry.msgid))


def visible_of(entry: Entry, text: str) -> VisibleText:
    """The words of a text of this entry, with fillers for code, and where they stand in the text."""
    form = markup_of(entry)
    return visible(text, form.parse(text)) if form else VisibleText(text)


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


def structural(name: str) -> str:
    """The name of a mark without what may change in it: the words in code, a formula."""
    return name.partition(" ")[0] if name.startswith(("code ", "math ")) else name


def marks(parts: Iterable[InlinePart]) -> list[str]:
    """The names of all marks, sorted, as often as they are there; a pair counts once."""
    return sorted(part.name for part in parts if part.kind in {PieceKind.OPEN, PieceKind.ALONE})
