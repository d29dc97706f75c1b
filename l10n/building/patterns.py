"""Patterns of documents in the settings of `build`."""

from __future__ import annotations

from fnmatch import fnmatchcase

from l10n.model import Document


def matches(document: Document, pattern: str) -> bool:
    """The document's name or the path of its file; `*` stands for any characters, slashes too."""
    return fnmatchcase(document.name, pattern) or fnmatchcase(document.reference, pattern)
