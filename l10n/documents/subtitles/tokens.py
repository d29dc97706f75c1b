"""A line of a cue -> its parts: words, tags, and at its edges what is no part of the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from l10n.documents.inline import tags
from l10n.documents.subtitles import Syntax
from l10n.documents.subtitles.cues import FileLine
from l10n.model import InlinePart, PieceKind

NOTES = "♩♪♫♬"
_MUTE = rf"[\s{NOTES}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
"""White space, notes of a song, and controls of the direction of writing."""
_DASHES = "-–—‐‑"
_SPOKEN = r"[^\W\d]|[¿¡\"„“”«»‚‘’'(\[.…]"
"""What may stand at once behind the dash of a speaker; before other signs it is theirs, as in `-5`."""
_DASH = rf"[{_DASHES}](?:\s+|\Z|(?={_SPOKEN}))"
_LEAD = re.compile(rf"{_MUTE}*+(?P<dash>{_DASH}{_MUTE}*+)?")
_BEFORE_TAIL = re.compile(rf"(?:{_MUTE}*+(?!{_MUTE}).)*+", re.DOTALL)
_BEGINS_SPOKEN = re.compile(_SPOKEN)
_NAME = re.compile(r"</?(?P<name>[A-Za-z][A-Za-z0-9]*)")


class CueLine(NamedTuple):
    """A line of a cue with something to read on it."""

    line: FileLine
    parts: tuple[InlinePart, ...]
    """All that is on it, in characters of the file."""
    first: int
    """Number of the first part that is read."""
    last: int
    """Number of the last one."""
    has_dash: bool
    """A dash stands before it: somebody else speaks."""
    begins_song: bool
    ends_song: bool

    @property
    def words(self) -> str:
        """What is read."""
        return "".join(part.words for part in self.parts[self.first : self.last + 1])


def cue_line(text: str, line: FileLine, syntax: Syntax) -> CueLine | None:
    """The parts of a line; None if nothing is read on it."""
    parts = list(_parts(text, line, syntax))
    first, has_dash = _lead(parts)
    if first == len(parts):
        return None
    last = _tail(parts)
    before, behind = (
        "".join(part.words for part in some if part.is_text) for some in (parts[:first], parts[last + 1 :])
    )
    return CueLine(line, tuple(parts), first, last, has_dash, _is_song(before), _is_song(behind))


def kept_apart(before: str, written: str, syntax: Syntax) -> str:
    """What is written behind this character of the file, with a space if that is a dash that it would take along."""
    is_apart = before not in _DASHES or not written or _BEGINS_SPOKEN.match(written) or syntax.tag.match(written)
    return written if is_apart else f" {written}"


def _is_song(edge: str) -> bool:
    return not set(NOTES).isdisjoint(edge)


def _parts(text: str, line: FileLine, syntax: Syntax) -> Iterator[InlinePart]:
    position = line.start
    for tag in syntax.tag.finditer(text, line.start, line.end):
        yield from syntax.runs(text, (position, tag.start()))
        position = tag.end()
        name = _NAME.match(tag[0])
        yield InlinePart(_kind(tag[0], name["name"] if name else ""), *tag.span(), "", name["name"] if name else "")
    yield from syntax.runs(text, (position, line.end))


def _kind(tag: str, name: str) -> PieceKind:
    if not name or name.lower() in tags.VOID or tag.endswith("/>"):
        return PieceKind.ALONE
    return PieceKind.CLOSE if tag.startswith("</") else PieceKind.OPEN


def _lead(parts: list[InlinePart]) -> tuple[int, bool]:
    """The number of the first part that is read, cut off from what is before it, and whether that has a dash."""
    has_dash = False
    for number, part in enumerate(parts):
        if not part.is_text:
            continue
        match = _LEAD.match(part.words)
        end = match.end() if match and not (match["dash"] and has_dash) else 0
        has_dash = has_dash or bool(match and match["dash"])
        if end < len(part.words):
            return number + _cut(parts, number, end), has_dash
    return len(parts), has_dash


def _tail(parts: list[InlinePart]) -> int:
    """The number of the last part that is read, cut off from what is behind it."""
    for number in reversed(range(len(parts))):
        part = parts[number]
        match = _BEFORE_TAIL.match(part.words) if part.is_text else None
        if match and match.end():
            _cut(parts, number, match.end())
            return number
    return 0


def _cut(parts: list[InlinePart], number: int, at: int) -> bool:
    """Part words at an offset, if that is within them; a character reference is never cut."""
    part = parts[number]
    if not 0 < at < len(part.words) or part.end - part.start != len(part.words):
        return False
    border = part.start + at
    parts[number : number + 1] = [
        part._replace(end=border, words=part.words[:at]),
        part._replace(start=border, words=part.words[at:]),
    ]
    return True
