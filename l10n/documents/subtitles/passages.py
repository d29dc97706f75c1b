"""The lines of a cue -> passages: what one speaker says, a line of a song, a sound that is described."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from l10n.documents.inline.pairing import paired
from l10n.documents.subtitles import Syntax
from l10n.documents.subtitles.cues import Cue
from l10n.documents.subtitles.tokens import CueLine, cue_line
from l10n.model import BlockKind, InlinePart, PieceKind

_VOICE = re.compile(r"<v(?![^\s.>])", re.IGNORECASE)
_BRACKETS = {"[": "]", "(": ")"}
_PAIRED = {PieceKind.OPEN, PieceKind.CLOSE}


@dataclass(frozen=True)
class CuePassage:
    """Lines of a cue that belong together."""

    kind: BlockKind
    number: int
    """Of its cue, counted from 0."""
    cue: Cue
    lines: Sequence[CueLine]

    @property
    def is_answer(self) -> bool:
        """It begins with the dash of a speaker."""
        return self.lines[0].has_dash

    @cached_property
    def words(self) -> str:
        """What is read, line by line."""
        return "\n".join(line.words for line in self.lines)

    def manner(self, text: str) -> tuple[str, ...]:
        """Where on the screen it stands, and whose voice it is."""
        lead = self.lines[0].parts[: self.lines[0].first]
        sources = (text[part.start : part.end] for part in lead if not part.is_text)
        return (self.cue.times.settings, *(tag for tag in sources if tag.startswith("{") or _VOICE.match(tag)))

    def pairs(self, text: str) -> tuple[str, ...]:
        """The tags of pairs around the whole, or around each line, as they stand in the file."""
        around = self._around(text)
        if around:
            return around
        parts = self._paired
        start, end = self._edges(keep=False)
        return _sources(text, [part for part in (*parts[:start], *parts[end + 1 :]) if part.kind in _PAIRED])

    def content(self, text: str, keep: bool) -> Sequence[Sequence[InlinePart]]:
        """What of each line is a part of the sentence; with `keep` also pairs of tags around the whole."""
        if not keep and self._around(text):
            return [line.parts[line.first : line.last + 1] for line in self.lines]
        start, end = self._edges(keep)
        content: list[Sequence[InlinePart]] = []
        offset = 0
        for line in self.lines:
            first, last = max(start - offset, 0), min(end - offset, len(line.parts) - 1)
            content.append(line.parts[_inner(line, range(first, line.first)) : _outer(line, last) + 1])
            offset += len(line.parts)
        return content

    @cached_property
    def _paired(self) -> tuple[InlinePart, ...]:
        return tuple(paired([part for line in self.lines for part in line.parts]))

    def _around(self, text: str) -> tuple[str, ...]:
        """The tags of pairs around each of its lines, if there are several, and they are the same."""
        around = {_sources(text, _outside(line)) for line in self.lines}
        return around.pop() if len(self.lines) > 1 and len(around) == 1 else ()

    def _edges(self, keep: bool) -> tuple[int, int]:
        """The numbers of the first and the last part that are in the sentence."""
        parts = self._paired
        first, last = self.lines[0].first, len(parts) - len(self.lines[-1].parts) + self.lines[-1].last
        least, most = (0, len(parts)) if keep else (first, last)
        start = next((number for number in range(first) if least <= parts[number].partner <= most), first)
        lead = 0 if keep else start
        tail = range(len(parts) - 1, last, -1)
        return start, next((number for number in tail if lead <= parts[number].partner <= last), last)


def passages(text: str, cues: Sequence[Cue], syntax: Syntax) -> Iterator[CuePassage]:
    """All that is read, in the order of the file."""
    for number, cue in enumerate(cues):
        lines = [cue_line(text, line, syntax) for line in cue.lines]
        for kind, group in _groups(text, lines):
            if any(any(map(str.isalnum, line.words)) for line in group):
                yield CuePassage(kind, number, cue, group)


def _groups(text: str, lines: Sequence[CueLine | None]) -> Iterator[tuple[BlockKind, list[CueLine]]]:
    """Lines that go on with each other; on those that are None nothing is read."""
    number = 0
    while number < len(lines):
        line = lines[number]
        end = number + 1
        if line is not None:
            kind, end = _extent(text, lines, number, line)
            yield kind, [own for own in lines[number:end] if own is not None]
        number = end


def _extent(text: str, lines: Sequence[CueLine | None], number: int, line: CueLine) -> tuple[BlockKind, int]:
    """The kind of the passage that begins on a line, and the number of the line behind it."""
    if line.begins_song or line.ends_song:
        return BlockKind.VERSE, _end_of_song(lines, number)
    if end := _end_of_description(lines, number):
        return BlockKind.DESCRIPTION, end
    end = number + 1
    while end < len(lines) and (other := lines[end]) and not _begins(text, lines, end, other):
        end += 1
    return BlockKind.SUBTITLE, end


def _begins(text: str, lines: Sequence[CueLine | None], number: int, line: CueLine) -> bool:
    """Something else begins on this line."""
    lead = (text[part.start : part.end] for part in line.parts[: line.first])
    return (
        line.has_dash
        or line.begins_song
        or line.ends_song
        or any(map(_VOICE.match, lead))
        or _end_of_description(lines, number) > 0
    )


def _end_of_song(lines: Sequence[CueLine | None], number: int) -> int:
    """Behind the line with the closing note, or before the next opening one."""
    end = number
    while (line := lines[end]) and not line.ends_song:
        end += 1
        following = lines[end] if end < len(lines) else None
        if following is None or following.begins_song or following.has_dash:
            return end
    return end + 1


def _end_of_description(lines: Sequence[CueLine | None], number: int) -> int:
    """Behind the line that closes the bracket with which this one begins; 0 if it is no description."""
    first = lines[number]
    opening = first.words[:1] if first else ""
    closing = _BRACKETS.get(opening)
    if not closing:
        return 0
    for end in range(number, len(lines)):
        line = lines[end]
        if line is None or opening in (line.words if end > number else line.words[1:]):
            return 0
        if closing in line.words:
            return end + 1 if line.words.find(closing) == len(line.words) - 1 else 0
    return 0


def _inner(line: CueLine, lead: range) -> int:
    """The number of the first tag in the lead of a line, else of the first part that is read."""
    return next((number for number in lead if not line.parts[number].is_text), line.first)


def _outer(line: CueLine, last: int) -> int:
    """The number of the last tag behind what is read of a line, up to this one; else of the last part that is read."""
    tail = range(last, line.last, -1)
    return next((number for number in tail if not line.parts[number].is_text), line.last)


def _outside(line: CueLine) -> list[InlinePart]:
    """The tags of pairs around a line."""
    parts = paired(line.parts)
    lead, tail = range(line.first), range(line.last + 1, len(parts))
    return [
        *(parts[number] for number in lead if parts[number].partner in tail),
        *(parts[number] for number in tail if parts[number].partner in lead),
    ]


def _sources(text: str, parts: Sequence[InlinePart]) -> tuple[str, ...]:
    return tuple(text[part.start : part.end] for part in parts)
