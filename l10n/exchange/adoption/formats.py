"""The formats of our documents, each looked for once in a run, not once a message."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from l10n import documents
from l10n.documents import Format, inline
from l10n.documents.inline import InlineForm


@cache
def format_named(name: str) -> Format:
    """The format with this name."""
    return documents.named(name)


@cache
def inline_form(name: str) -> InlineForm:
    """The form in which translators see inline elements of files in this format."""
    return inline.named(format_named(name).INLINE)


def format_of(reference: str) -> str:
    """The format of the file that a `#:` line names, plain text if none has its suffix; mdpo adds `:block`."""
    return _of_suffix(Path(inline.file_of(reference)).suffix.partition(":")[0].lower())


@cache
def _of_suffix(suffix: str) -> str:
    return documents.suffixes().get(suffix, inline.PLAIN)
