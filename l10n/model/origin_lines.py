"""How `#:` lines say where a text comes from."""

from __future__ import annotations

from enum import StrEnum


class ReferenceStyle(StrEnum):
    """In the words of gettext's `--add-location`."""

    FULL = "full"
    """File and line: `#: guide.md:12`."""
    FILE = "file"
    """The file alone, and no number of a paragraph in `#.`: nothing changes when a text moves."""
    NEVER = "never"
    """No `#:` lines; the header says which file it is."""
