"""Renderings -> changes of subtitles: each cue gets its share of the sentences that run over it.

What is unchanged keeps its lines. A cue with another text has as many lines as before, of balanced length; one without
any text stays, with its times.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from l10n.documents.encoding import encoding_of
from l10n.documents.inline import InlineForm
from l10n.documents.splice import Change
from l10n.documents.subtitles import Syntax
from l10n.documents.subtitles.cues import Cue
from l10n.documents.subtitles.lines import Unit, units
from l10n.documents.subtitles.sharing import Atom, atoms, shared
from l10n.documents.subtitles.source import BlockSource
from l10n.documents.subtitles.tokens import kept_apart
from l10n.documents.subtitles.vanishing import without_empty_lines
from l10n.model import Block, Document
from l10n.model.rendering import Rendering, by_block

_SPACE = Atom(" ", 1, is_border=True)


def changes_of(
    document: Document, renderings: Sequence[Rendering], cues: Sequence[Cue], syntax: Syntax, form: InlineForm
) -> Iterator[Change]:
    """What is to be changed of the file, in its order; there is a rendering for each segment."""
    edits = (
        edit._replace(text=kept_apart(document.text[edit.start - 1], edit.text, syntax))
        for block, own in by_block(document, renderings)
        for edit in _edits(block, own, syntax, form)
    )
    encoding = encoding_of(document.data)
    counted, position = 0, len(encoding.mark)
    for edit in without_empty_lines(document.text, list(edits), cues):
        start = position + len(document.text[counted : edit.start].encode(encoding.name))
        position = start + len(document.text[edit.start : edit.end].encode(encoding.name))
        counted = edit.end
        yield Change(start, position, edit.text)


def _edits(block: Block, renderings: Sequence[Rendering], syntax: Syntax, form: InlineForm) -> Iterator[Change]:
    """What changes in the lines of a block, in characters of the file."""
    if all(rendering.unchanged for rendering in renderings):
        return
    parted = units(block)
    contents: list[list[Atom]] = [[] for _ in parted]
    changed: set[int] = set()
    for numbers, parts, is_changed in _contents(block, renderings, parted, syntax, form):
        for number, part in zip(numbers, parts, strict=True):
            contents[number] += part
        changed.update(numbers if is_changed else ())
    for number in sorted(changed):
        lines = shared(contents[number], [1] * len(parted[number]))
        for line, own in zip(parted[number], lines, strict=True):
            yield Change(*line.file_span, "".join(atom.written for atom in own))


def _contents(
    block: Block, renderings: Sequence[Rendering], parted: Sequence[Unit], syntax: Syntax, form: InlineForm
) -> Iterator[tuple[range, Iterable[Iterable[Atom]], bool]]:
    """Of each sentence, and what is between them: over which units it runs, its part in each, whether it changes."""
    source = BlockSource(block, syntax, form)
    first = 0
    for start, end, rendering in _spans(block, renderings):
        while first < len(parted) - 1 and parted[first][-1].span[1] <= start:
            first += 1
        last = first
        while last < len(parted) and parted[last][0].span[0] < end:
            last += 1
        own = [(max(start, unit[0].span[0]), min(end, unit[-1].span[1])) for unit in parted[first:last]]
        if rendering is None or rendering.unchanged:
            yield range(first, last), [source.atoms(*span) for span in own], False
        else:
            tags = source.tags(rendering.segment)
            new = list(atoms(form.parse(rendering.shown), tags, rendering.shown, syntax.written))
            parts = [
                list(part) for part in shared(new, [sum(atom.width for atom in source.atoms(*span)) for span in own])
            ]
            if rendering.after:
                parts[-1].append(_SPACE)
            yield range(first, last), parts, True


def _spans(block: Block, renderings: Sequence[Rendering]) -> Iterator[tuple[int, int, Rendering | None]]:
    """The text of the block: its sentences, and what is between them."""
    position = 0
    for rendering in renderings:
        segment = rendering.segment
        if position < segment.start:
            yield position, segment.start, None
        yield segment.start, segment.end, rendering
        position = segment.end
    if position < len(block.text):
        yield position, len(block.text), None
