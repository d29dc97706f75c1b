"""A catalogue as text for git's diffs; see gitattributes(5), "Performing text diffs of binary files"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.git import textconv as catalogue_text
from l10n.errors import L10nError
from l10n.model.events import Event

# A line that is a conflict marker, as `<<<<<<< ours`, with whatever length git was told.
_MARKER = re.compile(rb"^((?:<{7,} |={7,}\r?$|>{7,} ).*\n?)", re.M)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRequest:
    """Which file is to be shown."""

    path: Path


@dataclass(frozen=True, slots=True)
class Converted(Event):
    """The file as people read it."""

    text: str


def textconv(request: TextRequest) -> Iterator[Event]:
    """Show a catalogue as text, and what is no catalogue as it is; raises OSError for a file that cannot be read."""
    content = request.path.read_bytes()
    try:
        text = _text(content)
    except L10nError:
        text = content.decode("utf-8", "replace").replace("\r\n", "\n")
    yield Converted(text)


def _text(content: bytes) -> str:
    """The catalogue as text; in a file with conflicts, what stands between the markers, each by itself."""
    return "\n".join(_part(part) for part in _MARKER.split(content) if part.strip())


def _part(part: bytes) -> str:
    if _MARKER.match(part):
        return part.decode()
    return catalogue_text.text(po.parsed(part, Path("catalogue")))
