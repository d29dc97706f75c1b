"""SubRip subtitles: numbered cues with their times, in UTF-8, or UTF-16 and UTF-32 by their byte order mark.

There is no standard; what is a cue, and what its text, is as players take it: a cue goes on up to the next times.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from l10n.documents import Reading, Split, inline
from l10n.documents.encoding import encoding_of, prose, refuse_empty
from l10n.documents.splice import Change
from l10n.documents.subtitles import Syntax
from l10n.documents.subtitles.blocks import blocks_of
from l10n.documents.subtitles.cues import ARROW, Cue, FileLine, Times, file_lines, times, untimely
from l10n.documents.subtitles.structure import structure
from l10n.documents.subtitles.writing import changes_of
from l10n.errors import L10nError
from l10n.model import Document, InlinePart, PieceKind, Span
from l10n.model.rendering import Rendering

SUFFIXES = (".srt",)
INLINE = "tags"

_NUMBER = re.compile(r"[ \t]*+\d++[ \t]*+")


def read(
    data: bytes,
    path: Path,
    split: Split,
    fields: Collection[str] = (),  # noqa: ARG001  # there is no front matter
) -> Reading:
    """A block for each text, which may run over several cues, see `l10n.documents.subtitles`.

    Raises L10nError, with the line, for what is empty, binary or not Unicode, for a text before any times, and for
    times that cannot be read.
    """
    text = prose(data, path)
    refuse_empty(text, path)
    cues = list(_cues(text, path))
    blocks = blocks_of(text, cues, _SYNTAX, split, encoding_of(data))
    return Reading(text, tuple(blocks), tuple(untimely(cues)))


def changes(
    document: Document,
    renderings: Sequence[Rendering],
    language: str | None = None,  # noqa: ARG001  # no text names its language
) -> Iterator[Change]:
    """What is to be changed of the file, in its order; `renderings` has one for each segment."""
    cues = list(_cues(document.text, Path(document.reference)))
    return changes_of(document, renderings, cues, _SYNTAX, inline.named(INLINE))


def encode(text: str, before: memoryview, after: memoryview) -> bytes:  # noqa: ARG001  # nothing is escaped here
    """The text in the encoding of the file, whose mark stands before it; what is no character becomes `?`."""
    return text.encode(encoding_of(before).name, "replace")


def skeleton(data: bytes) -> Hashable:
    """The numbers and times of all cues, and their tags."""
    return structure(data, _cues, _SYNTAX)


def _cues(text: str, path: Path) -> Iterator[Cue]:
    head: _Head | None = None
    own: list[FileLine] = []  # since the last times
    for line in file_lines(text):
        shown = times(text, line, path) if text.find(ARROW, line.start, line.end) >= 0 else None
        if shown is None:
            own.append(line)
            continue
        start = _start(text, own, line)
        yield from _cue(text, head, own, path)
        head, own = _Head(shown, line, start), []
    if head is None:
        raise L10nError(f"{path}: has no times", "each text has a line like 00:00:01,000 --> 00:00:04,000 above it")
    yield from _cue(text, head, own, path)


class _Head(NamedTuple):
    """What stands above the text of a cue."""

    times: Times
    line: FileLine
    start: int


def _start(text: str, before: list[FileLine], line: FileLine) -> int:
    """Where the cue with the times on this line begins: with its number, which goes from the lines before."""
    if before and _NUMBER.fullmatch(text, before[-1].start, before[-1].end):
        return before.pop().start
    return line.start


def _cue(text: str, head: _Head | None, lines: Sequence[FileLine], path: Path) -> Iterator[Cue]:
    """With the lines behind its times; what is before the first ones must be empty."""
    visible = tuple(line for line in lines if not text[line.start : line.end].isspace() and line.start < line.end)
    if head:
        yield Cue(head.times, head.line.number, head.start, head.line.end, visible)
    elif visible:
        raise L10nError(
            f"{path}:{visible[0].number}: a text before any times", "give it a line of times, or take it out"
        )


def _runs(text: str, span: Span) -> Iterator[InlinePart]:
    start, end = span
    if start < end:
        yield InlinePart(PieceKind.TEXT, start, end, text[start:end])


_SYNTAX = Syntax(re.compile(r"</?[A-Za-z][^<>\r\n]*+>|\{\\[^{}\r\n]*+\}"), _runs, str)
