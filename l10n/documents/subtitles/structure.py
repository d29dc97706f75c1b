"""The structure of subtitles: everything but the words, and where in its text a tag is."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from pathlib import Path

from l10n.documents.encoding import encoding_of
from l10n.documents.subtitles import Syntax
from l10n.documents.subtitles.cues import ARROW, Cue
from l10n.documents.subtitles.joining import PAUSE
from l10n.errors import L10nError


def structure(data: bytes, scan: Callable[[str, Path], Iterable[Cue]], syntax: Syntax) -> Hashable:
    """What stands before each cue, its times included, and of cues that follow each other closely all the tags.

    Of a file that cannot be read, as a translation looks like times, it is the reason.
    """
    encoding = encoding_of(data)
    text = data[len(encoding.mark) :].decode(encoding.name, "replace")
    try:
        return tuple(_structure(text, scan(text, Path()), syntax))
    except L10nError as error:
        return error.message


def _structure(text: str, cues: Iterable[Cue], syntax: Syntax) -> Iterator[Hashable]:
    tags: list[str] = []
    position, until = 0, 0.0
    for cue in cues:
        if cue.times.from_second >= until + PAUSE:
            yield tuple(sorted(tags))
            tags = []
        yield text[position : cue.body].strip()
        for line in cue.lines:
            shown = text[line.start : line.end]
            tags += [*syntax.tag.findall(shown), *[ARROW] * shown.count(ARROW)]
        position, until = cue.end, cue.times.to_second
    yield tuple(sorted(tags))
    yield text[position:].strip()
