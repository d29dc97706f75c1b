"""What stands in the article for each segment: its translation, or what is there instead of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from l10n.building import Fallback, Shortfall
from l10n.building.slugs import AnchorRules
from l10n.catalogue.states import reaches, state, unreviewed
from l10n.catalogue.template import contexts
from l10n.model import ACCEPTED, Catalogue, Document, Entry, Require, Segment, State
from l10n.model.rendering import Rendering, RenderingOrigin
from l10n.text.lines import one_line

_TRANSLATED = frozenset({RenderingOrigin.TRANSLATION, RenderingOrigin.UNSIGNED, RenderingOrigin.DRAFT})


@dataclass(frozen=True, slots=True)
class ChosenTexts:
    """The renderings of an article, and what they are not."""

    renderings: tuple[Rendering, ...]
    """One a segment, in reading order."""
    shortfalls: tuple[Shortfall, ...]
    """Segments below the required state, whatever stands for them."""
    strangers: tuple[Segment, ...]
    """Segments without an entry: the article is not the one that the catalogue is for."""
    unreviewed: tuple[Segment, ...] = ()
    """Segments whose text is a machine's that nobody has reviewed, and stands in the article."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What is good enough, and what to do with the rest."""

    require: Require = Require.TRANSLATED
    fallback: Fallback = Fallback.FAIL
    mark: bool = False
    complete: int = 0
    """Percent of the segments that have to be good enough."""
    notice: bool | str = False
    """Readers are told of machine text that nobody has reviewed: in the words of the language, or in these."""
    anchors: AnchorRules = AnchorRules.GITHUB
    """By whose rules headings of Markdown get anchors."""


def select(document: Document, catalogue: Catalogue, rules: Rules) -> ChosenTexts:
    """A rendering for each segment; with `Fallback.FAIL` those below the required state have their source text."""
    renderings, shortfalls, strangers, machines = [], [], [], []
    for segment, entry in _entries(document, catalogue):
        text = _text(entry)
        reached = state(entry) if entry and text else State.UNTRANSLATED
        enough = entry is not None and reaches(entry, reached, rules.require)
        line = entry.line if entry else 0
        if entry is None:
            strangers.append(segment)
        if not enough:
            shortfalls.append(Shortfall(segment, reached, line))
        text, origin = _rendered(segment, text, reached, enough, rules.fallback)
        if entry and unreviewed(entry, reached) and origin in _TRANSLATED:
            machines.append(segment)
        marked = rules.mark and origin in {RenderingOrigin.UNSIGNED, RenderingOrigin.DRAFT}
        renderings.append(Rendering(segment, text, origin, marked, line))
    return ChosenTexts(tuple(renderings), tuple(shortfalls), tuple(strangers), tuple(machines))


def _entries(document: Document, catalogue: Catalogue) -> Iterator[tuple[Segment, Entry | None]]:
    """Obsolete entries count for nothing, even where they would fit."""
    entries = catalogue.by_key()
    segments = document.segments
    for segment, context in zip(segments, contexts([segment.text for segment in segments]), strict=True):
        yield segment, entries.get((context, segment.text))


def _text(entry: Entry | None) -> str:
    """In one line, as a line break of the translator's would be a new paragraph, or a line of a poem."""
    return one_line(entry.texts[0].strip()) if entry and entry.texts else ""


def _rendered(
    segment: Segment, text: str, reached: State, enough: bool, fallback: Fallback
) -> tuple[str, RenderingOrigin]:
    """The text that stands for the segment, and where it comes from."""
    if enough or (fallback is Fallback.DRAFT and text):
        accepted = RenderingOrigin.TRANSLATION if enough else RenderingOrigin.UNSIGNED
        return text, accepted if reached in ACCEPTED else RenderingOrigin.DRAFT
    if fallback is Fallback.OMIT:
        return "", RenderingOrigin.NOTHING
    return segment.text, RenderingOrigin.SOURCE
