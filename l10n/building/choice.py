"""What stands in the article for each segment: its translation, or what is there instead of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from l10n.building import Fallback, Miss, Origin, Piece
from l10n.catalogue.states import reaches, state
from l10n.catalogue.template import contexts
from l10n.model import ACCEPTED, Catalogue, Document, Entry, Require, Segment, State
from l10n.pipeline import one_line


@dataclass(frozen=True, slots=True)
class Choice:
    """The pieces of an article, and what they are not."""

    pieces: tuple[Piece, ...]
    """One a segment, in reading order."""
    misses: tuple[Miss, ...]
    """Segments below the required state, whatever stands for them."""
    strangers: tuple[Segment, ...]
    """Segments without an entry: the article is not the one that the catalogue is for."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What is good enough, and what to do with the rest."""

    require: Require = Require.TRANSLATED
    fallback: Fallback = Fallback.FAIL
    mark: bool = False


def choose(document: Document, catalogue: Catalogue, rules: Rules) -> Choice:
    """A piece for each segment; with `Fallback.FAIL` those that miss the required state have their source text."""
    pieces, misses, strangers = [], [], []
    for segment, entry in _entries(document, catalogue):
        text = _text(entry)
        found = state(entry) if entry and text else State.UNTRANSLATED
        enough = entry is not None and reaches(entry, found, rules.require)
        if entry is None:
            strangers.append(segment)
        if not enough:
            misses.append(Miss(segment, found, entry.line if entry else 0))
        pieces.append(_piece(segment, text, found, enough, rules))
    return Choice(tuple(pieces), tuple(misses), tuple(strangers))


def _entries(document: Document, catalogue: Catalogue) -> Iterator[tuple[Segment, Entry | None]]:
    """Obsolete entries count for nothing, even where they would fit."""
    entries = catalogue.by_key()
    segments = document.segments
    for segment, context in zip(segments, contexts([segment.text for segment in segments]), strict=True):
        yield segment, entries.get((context, segment.text))


def _text(entry: Entry | None) -> str:
    """In one line, as a line break of the translator's would be a new paragraph, or a line of a poem."""
    return one_line(entry.texts[0].strip()) if entry and entry.texts else ""


def _piece(segment: Segment, text: str, found: State, enough: bool, rules: Rules) -> Piece:
    if enough or (rules.fallback is Fallback.DRAFT and text):
        accepted = Origin.TRANSLATION if enough else Origin.UNSIGNED
        origin = accepted if found in ACCEPTED else Origin.DRAFT
        return Piece(segment, text, origin, rules.mark and origin is not Origin.TRANSLATION)
    if rules.fallback is Fallback.OMIT:
        return Piece(segment, "", Origin.NOTHING)
    return Piece(segment, segment.text, Origin.SOURCE)
