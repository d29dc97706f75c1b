"""What the checks see of a text with marks and tags: most see the words alone, and nothing of the marks.

What is written within a mark, the title of a link or the alternative text of a picture, is a text of its own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from l10n.catalogue.template import is_segment
from l10n.checks import NOWHERE, Check, Edit, Hit, PairCheck
from l10n.documents import inline
from l10n.glossary import Glossary
from l10n.model import Entry, Key, Span
from l10n.model.findings import Severity
from l10n.pairs.pair import Conventions, Pair, Parts
from l10n.text.display import room
from l10n.text.spelling import Knows
from l10n.text.visible import FILLER, VisibleText, visible

_STAND_INS = re.compile(f"{FILLER}+")


@dataclass(frozen=True, slots=True)
class CheckTerms:
    """What all texts of a catalogue are checked by."""

    source_language: str
    language: str
    custom: Conventions | None = None
    glossary: Glossary | None = None
    knows: Knows | None = None
    continued: Collection[Key] = ()
    """The entries over which quotations of the translation run."""


class PairLook(NamedTuple):
    """A check of single texts, as all texts of a catalogue are asked by it."""

    name: str
    severity: Severity
    raw: bool
    check: PairCheck


def looks(checks: Iterable[Check], lang: str) -> list[PairLook]:
    """Those of the checks that look at single texts, and know enough of the language of the translation."""
    return [
        PairLook(check.rule.name, check.rule.severity, check.raw, check.unasked)
        for check in checks
        if check.unasked and not check.missing(lang)
    ]


@dataclass(frozen=True, slots=True)
class _Part:
    """A pair of texts to be read, and where they stand in the whole."""

    pair: Pair
    source: VisibleText
    target: VisibleText
    source_start: int = 0
    target_start: int = 0


class PairView(NamedTuple):
    """A text and its source: as they are, and as they are read."""

    pair: Pair
    read: tuple[_Part, ...] = ()
    """The words of both; none if these are all there is."""

    def hits(self, look: PairLook) -> Iterable[Hit]:
        """What a check finds, told of the texts as they are."""
        return self.told(look.check) if self.read and not look.raw else look.check(self.pair)

    def told(self, check: PairCheck) -> Iterator[Hit]:
        """What a check finds in what is read, told of the texts as they are."""
        return (_told(hit, part) for part in self.read for hit in check(part.pair))


def pair_view(source: str, target: str, entry: Entry, terms: CheckTerms) -> PairView:
    """Both texts of an entry, or of one of its plural forms."""
    form = inline.markup_of(entry)
    parts = (form.parse(source), form.parse(target)) if form else None
    if parts is None or all(_is_bare(*each) for each in zip((source, target), parts, strict=True)):
        return PairView(_pair(source, target, entry, terms))
    read = (part for part in _read(source, target, parts, entry, terms) if part.target.text.strip())
    return PairView(_pair(source, target, entry, terms, parts), tuple(read))


def _read(source: str, target: str, parts: tuple[Parts, Parts], entry: Entry, terms: CheckTerms) -> Iterator[_Part]:
    shown, other = visible(source, parts[0]), visible(target, parts[1])
    yield _Part(_pair(shown.text, other.text, entry, terms), shown, other)
    for span, other_span in _inner(parts):
        shown, other = VisibleText(source[slice(*span)]), VisibleText(target[slice(*other_span)])
        yield _Part(_pair(shown.text, other.text, entry, terms), shown, other, span[0], other_span[0])


def _pair(source: str, target: str, entry: Entry, terms: CheckTerms, parts: tuple[Parts, Parts] | None = None) -> Pair:
    languages = terms.source_language, terms.language
    continued = entry.key in terms.continued
    shown = room(entry.extracted)
    return Pair(
        source,
        target,
        *languages,
        entry.flags,
        terms.custom,
        terms.glossary,
        parts,
        terms.knows,
        continued,
        room=shown,
        built=parts is not None and is_segment(entry),
    )


def _is_bare(text: str, parts: Parts) -> bool:
    """It has neither marks nor escapes."""
    return not parts or (len(parts) == 1 and parts[0].words == text and parts[0].is_text)


def _inner(parts: tuple[Parts, Parts]) -> Iterator[tuple[Span, Span]]:
    """Where the texts within marks are, on both sides in order; none where one side has more of them."""
    source, target = ([span for part in side for span in part.inner] for side in parts)
    if len(source) == len(target):
        yield from zip(source, target, strict=True)


def _told(hit: Hit, part: _Part) -> Hit:
    """The hit with its places in the whole texts; its edits if all of them touch neither mark nor escape."""
    sure = all(part.target.is_exact((start, end)) for start, end, _ in hit.edits)
    return replace(
        hit,
        message=_STAND_INS.sub("…", hit.message),
        span=_place(hit.span, part.target, part.target_start),
        source_span=_place(hit.source_span, part.source, part.source_start),
        edits=tuple(_edit(edit, part) for edit in hit.edits) if sure else (),
    )


def _edit(edit: Edit, part: _Part) -> Edit:
    start, end, new = edit
    return (*_place((start, end), part.target, part.target_start), new)


def _place(span: Span, text: VisibleText, start: int) -> Span:
    if span == NOWHERE:
        return span
    first, last = text.span(span)
    return start + first, start + last
