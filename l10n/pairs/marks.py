"""Marks and tags of a text and its translation: what was lost, doubled, changed, or is nested wrongly there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from l10n.model import InlinePart, PieceKind, Span
from l10n.pairs.pair import Pair, Parts

_LONGEST = 60
"""Characters of a mark and what it encloses that people are shown."""
_NOWHERE: Span = (0, 0)
_AUTOLINK = "autolink"
_FREE = "`$"
"""What begins code and formulas in Markdown."""
_ELEMENT = re.compile(r"(<\w+)[\s>].*</\w+>", re.DOTALL)
"""A verbatim element by its name in Markdown, where it is part of the structure: <kbd>S</kbd>."""


@dataclass(frozen=True, slots=True)
class MarkFault:
    """One mark of the source or the translation that the other has not, or not as a mark."""

    message: str
    span: Span
    """In the translation; empty if it is missing there."""
    source_span: Span
    is_tag: bool
    """It is a tag, `<b>`, and no mark of another kind."""
    breaks: bool = True
    """The article would not have the structure of its source."""


@dataclass(frozen=True, slots=True)
class _MarkedText:
    """A text and its parts."""

    text: str
    parts: Parts

    def span(self, part: InlinePart) -> Span:
        """The mark; of a pair all of it."""
        return part.start, self.parts[part.partner].end if part.partner >= 0 else part.end

    def shown(self, part: InlinePart) -> str:
        """The mark, of a pair all of it, for people."""
        start, end = self.span(part)
        return f"“{self.text[start:end] if end - start <= _LONGEST else f'{self.text[start : start + _LONGEST - 1]}…'}”"

    def is_tag(self, part: InlinePart) -> bool:
        """It is a tag, and no mark of Markdown."""
        return self.text.startswith("<", part.start) and not part.name.startswith(_AUTOLINK)

    def dead(self, mark: str) -> Span | None:
        """Where the characters of a mark are nothing but characters: `**` beside a space."""
        starts = (self.text.find(mark, part.start, part.end) for part in self.parts if part.is_text)
        return next(((start, start + len(mark)) for start in starts if start >= 0), None)

    def nested(self) -> Iterator[tuple[InlinePart, int]]:
        """Each mark, a pair once, and a hash of its name and those of the pairs around it."""
        around = [0]
        for part in self.parts:
            if part.kind is PieceKind.CLOSE:
                around.pop()
            elif not part.is_text:
                path = hash((around[-1], part.name))
                yield part, path
                if part.kind is PieceKind.OPEN:
                    around.append(path)

    def hollow(self) -> Iterator[InlinePart]:
        """The start of each pair that encloses nothing but white space."""
        solid = 0
        opened: list[tuple[InlinePart, int]] = []
        for part in self.parts:
            if part.kind is PieceKind.OPEN:
                opened.append((part, solid))
            elif part.kind is PieceKind.CLOSE:
                opening, before = opened.pop()
                if solid == before:
                    yield opening
            else:
                solid += part.kind is PieceKind.ALONE or bool(part.words.strip())


def faults(pair: Pair) -> Iterator[MarkFault]:
    """Each mark has to be there as often, within the same marks, a pair around something.

    Where it stands is free, and so is what a link leads to; what is in code may be an example in the language.
    """
    if pair.parts is None:
        return
    source, target = _MarkedText(pair.source, pair.parts[0]), _MarkedText(pair.target, pair.parts[1])
    missing, extra = _surplus(source.parts, target.parts), _surplus(target.parts, source.parts)
    changed = dict(_changed(missing, extra))
    astray = _astray(source.parts, extra)
    for part in missing:
        if part in changed:
            yield _altered(source, part, target, changed[part], pair.built)
        elif part.name not in astray:
            yield _missing(source, part, target)
    known = set(changed.values())
    yield from (_extra(target, part, astray) for part in extra if part not in known)
    yield from _empty(source, target) if missing or extra else (*_empty(source, target), *_displaced(source, target))


def is_added(source: Parts, target: str, target_parts: Parts, start: int) -> bool:
    """The mark that begins there is one more than the source has, around something."""
    hollow = {part.start for part in _MarkedText(target, target_parts).hollow()}
    return start not in hollow and any(part.start == start for part in _surplus(target_parts, source))


def _surplus(those: Parts, others: Parts) -> list[InlinePart]:
    """Marks of `those` that `others` do not have as often."""
    left = Counter((part.kind, part.name) for part in others)
    surplus = []
    for part in those:
        if part.kind in {PieceKind.OPEN, PieceKind.ALONE}:
            left[part.kind, part.name] -= 1
            if left[part.kind, part.name] < 0:
                surplus.append(part)
    return surplus


def _changed(missing: Sequence[InlinePart], extra: Sequence[InlinePart]) -> Iterator[tuple[InlinePart, InlinePart]]:
    """What has to be copied with its content, and what seems to have become of it."""
    left: dict[str, list[InlinePart]] = {}
    for part in reversed(extra):
        if part.kind is PieceKind.ALONE:
            left.setdefault(_sort(part), []).append(part)
    for part in missing:
        if part.kind is PieceKind.ALONE and _sort(part) != part.name and left.get(_sort(part)):
            yield part, left[_sort(part)].pop()


def _sort(part: InlinePart) -> str:
    """`code` of `code x`, `<kbd` of `<kbd>x</kbd>`."""
    element = _ELEMENT.fullmatch(part.name)
    return element[1] if element else part.name.partition(" ")[0]


def _astray(source: Parts, extra: Sequence[InlinePart]) -> frozenset[str]:
    """The names of pairs of which one half is there alone."""
    pairs = {part.name for part in source if part.kind is PieceKind.OPEN}
    return frozenset(part.name.removeprefix("/") for part in extra if part.kind is PieceKind.ALONE) & pairs


def _altered(source: _MarkedText, part: InlinePart, target: _MarkedText, other: InlinePart, built: bool) -> MarkFault:
    """Of an article only code and formulas in Markdown may be others; elsewhere it may be an example."""
    message = f"{source.shown(part)} is {target.shown(other)} here: copy it as it is"
    breaks = _ELEMENT.fullmatch(part.name) is not None or (built and source.text[part.start] not in _FREE)
    return MarkFault(message, target.span(other), source.span(part), source.is_tag(part), breaks)


def _missing(source: _MarkedText, part: InlinePart, target: _MarkedText) -> MarkFault:
    message, mark, is_tag = f"{source.shown(part)} is missing", source.text[part.start : part.end], source.is_tag(part)
    dead = target.dead(mark) if part.kind is PieceKind.OPEN and not is_tag else None
    if dead:
        message += f": “{mark}” marks nothing here"
    return MarkFault(message, dead or _NOWHERE, source.span(part), is_tag)


def _extra(target: _MarkedText, part: InlinePart, astray: Collection[str]) -> MarkFault:
    alone = part.kind is PieceKind.ALONE and part.name.removeprefix("/") in astray
    reason = "has no partner: each end tag closes what was opened last" if alone else "is not in the source"
    return MarkFault(f"{target.shown(part)} {reason}", target.span(part), _NOWHERE, target.is_tag(part))


def _empty(source: _MarkedText, target: _MarkedText) -> Iterator[MarkFault]:
    """Pairs around nothing, where the source has something in each of that name."""
    known = {part.name for part in source.hollow()}
    for part in target.hollow():
        if part.name not in known:
            message = f"{target.shown(part)} encloses nothing"
            yield MarkFault(message, target.span(part), _NOWHERE, target.is_tag(part))


def _displaced(source: _MarkedText, target: _MarkedText) -> Iterator[MarkFault]:
    """The first mark that is within others than in the source."""
    left = Counter(path for _, path in source.nested())
    for part, path in target.nested():
        left[path] -= 1
        if left[path] < 0:
            message = f"{target.shown(part)} is not within the same marks as in the source"
            yield MarkFault(message, target.span(part), _NOWHERE, target.is_tag(part))
            return
