"""WebVTT subtitles (W3C, section 4): cues with their times, and notes, styles and regions, which stay as they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Iterator, Sequence
from itertools import groupby, pairwise
from pathlib import Path

from l10n.documents import Reading, Split, inline
from l10n.documents.encoding import encoding_of, prose, refuse_empty
from l10n.documents.html.tokens import value_tokens
from l10n.documents.notice import line_end
from l10n.documents.splice import Change
from l10n.documents.subtitles import Syntax
from l10n.documents.subtitles.blocks import blocks_of
from l10n.documents.subtitles.cues import ARROW, Cue, FileLine, file_lines, times, untimely
from l10n.documents.subtitles.structure import structure
from l10n.documents.subtitles.writing import changes_of
from l10n.errors import L10nError
from l10n.model import Document, InlinePart, PieceKind, Remark, Span
from l10n.model.rendering import Rendering

SUFFIXES = (".vtt", ".webvtt")
INLINE = "tags"

_SIGNATURE = re.compile(r"WEBVTT(?![^\s])")
_HEADER = re.compile(rb"(?:[^\r\n]++(?:\r\n|\r|\n)?)*+")
_OTHER = re.compile(r"(?:WEBVTT|NOTE|STYLE|REGION)(?!\S)")
"""How a run of lines begins that is no cue."""
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def read(
    data: bytes,
    path: Path,
    split: Split,
    fields: Collection[str] = (),  # noqa: ARG001  # there is no front matter
) -> Reading:
    """A block for each text, which may run over several cues, see `l10n.documents.subtitles`.

    Raises L10nError, with the line, for what is empty, binary or not UTF-8, does not begin with WEBVTT, or has times
    that cannot be read.
    """
    if (encoding := encoding_of(data)).name != "utf-8":
        raise L10nError(f"{path}: WebVTT in {encoding.name.upper()}", "save it as UTF-8 and run again")
    text = prose(data, path)
    refuse_empty(text, path)
    if not _SIGNATURE.match(text):
        raise L10nError(
            f"{path}:1: does not begin with WEBVTT", "give its first line, or name the format: --format srt"
        )
    cues = list(_cues(text, path))
    blocks = blocks_of(text, cues, _SYNTAX, split, encoding)
    return Reading(text, tuple(blocks), (*untimely(cues), *_strays(text)))


def changes(
    document: Document,
    renderings: Sequence[Rendering],
    language: str | None = None,  # noqa: ARG001  # no text names its language
) -> Iterator[Change]:
    """What is to be changed of the file, in its order; `renderings` has one for each segment."""
    cues = list(_cues(document.text, Path(document.reference)))
    return changes_of(document, renderings, cues, _SYNTAX, inline.named(INLINE))


def encode(text: str, before: memoryview, after: memoryview) -> bytes:  # noqa: ARG001  # it is UTF-8 everywhere
    """The text in UTF-8; what is no character becomes `?`."""
    return text.encode("utf-8", "replace")


def skeleton(data: bytes) -> Hashable:
    """The names, times and settings of all cues, their tags, and everything between them."""
    return structure(data, _cues, _SYNTAX)


def edges(data: bytes) -> tuple[int, int]:
    """The byte offsets behind the header, and at the end."""
    header = _HEADER.match(data)
    return header.end() if header else 0, len(data)


def with_notice(data: bytes, words: str, language: str) -> bytes:  # noqa: ARG001  # nothing in it names a language
    """The words as a comment behind the header, which players do not show; an arrow would make a cue of it."""
    start, _ = edges(data)
    end = line_end(data[:start].decode("utf-8", "replace"))
    ended = "" if data.endswith((b"\r", b"\n"), 0, start) else end
    arrow = "\u2192"
    note = f"{ended}{end}NOTE {words.replace(ARROW, arrow)}{end}"
    return data[:start] + note.encode("utf-8", "replace") + data[start:]


def _cues(text: str, path: Path) -> Iterator[Cue]:
    for run in _runs_of_lines(text):
        yield from _cues_of_run(text, run, path)


def _runs_of_lines(text: str) -> Iterator[list[FileLine]]:
    """Lines without a blank one between them."""
    for is_blank, run in groupby(file_lines(text), lambda line: line.start == line.end):
        if not is_blank:
            yield list(run)


def _cues_of_run(text: str, run: Sequence[FileLine], path: Path) -> Iterator[Cue]:
    """The cues in such lines; more than one where a blank line is missing."""
    heads = [number for number, line in enumerate(run) if _has_arrow(text, line)]
    for number, following in pairwise((*heads, len(run))):
        line = run[number]
        shown = times(text, line, path)
        if shown is None:
            hint = "write times as 00:00:01.000 --> 00:00:04.000, and an arrow in a text as --&gt;"
            raise L10nError(f"{path}:{line.number}: an arrow without times", hint)
        start = run[0].start if number == 1 else line.start
        own = run[number + 1 : following]
        visible = tuple(each for each in own if not text[each.start : each.end].isspace())
        yield Cue(shown, line.number, start, line.end, visible)


def _has_arrow(text: str, line: FileLine) -> bool:
    return text.find(ARROW, line.start, line.end) >= 0


def _strays(text: str) -> Iterator[Remark]:
    """Texts without times, in one remark."""
    runs = (run for run in _runs_of_lines(text) if not _OTHER.match(text, run[0].start))
    lines = [run[0].number for run in runs if not any(_has_arrow(text, line) for line in run)]
    if lines:
        more = f", and {len(lines) - 1} more" if len(lines) > 1 else ""
        yield Remark(lines[0], f"a text without times, which is not shown{more}")


def _words(text: str, span: Span) -> Iterator[InlinePart]:
    for token in value_tokens(text, span):
        yield InlinePart(PieceKind.TEXT, token.start, token.end, token.words)


def _written(words: str) -> str:
    return words.translate(_ESCAPES)


_SYNTAX = Syntax(re.compile(r"<[^<>\r\n]*+>"), _words, _written)
