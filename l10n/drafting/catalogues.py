"""Fill catalogues with drafts, from the memory first, then from the packages; none over people's work."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.marks import drafted, trusted
from l10n.catalogue.revision import revised
from l10n.catalogue.search import home
from l10n.catalogue.template import neighbours
from l10n.drafting import DEFAULT, Drafted, Neighbours, Options, Progress, Route, Translated, Work, restoring
from l10n.drafting.appraisal import Appraisal
from l10n.drafting.pending import wants_draft
from l10n.drafting.pivoting import translate
from l10n.drafting.recall import Recalled, keep, recall
from l10n.errors import L10nError
from l10n.files import locked
from l10n.languages import PIVOT, SOURCE
from l10n.memory.store import Memory
from l10n.model import Catalogue, Draft
from l10n.risk.formula import risk

Known = Mapping[str, Recalled]
"""What the memory has, by text."""


@dataclass(slots=True)
class _Run:
    """What all catalogues of a run have in common."""

    source: str
    ways: Mapping[str, Route]
    options: Options
    memory: Memory | None
    back: Route | None
    """From English to the source language."""
    known: Mapping[Path, Known]
    trips: dict[str, float] = field(default_factory=dict)
    """How like each text its translation back is."""
    filled: set[Path] = field(default_factory=set)


def known_texts(works: Iterable[Work], source: str, options: Options, memory: Memory | None) -> Mapping[Path, Known]:
    """What the memory has for each catalogue."""
    return {one.path: recall(one, source, options, memory) for one in works}


def left(one: Work, known: Mapping[Path, Known]) -> list[str]:
    """The texts that the memory has not: only these need packages."""
    return [text for text in one.texts if text not in known.get(one.path, {})]


def draft(
    works: Sequence[Work],
    ways: Mapping[str, Route],
    source: str = SOURCE,
    options: Options = DEFAULT,
    memory: Memory | None = None,
    back: Route | None = None,
    known: Mapping[Path, Known] | None = None,
) -> Iterator[Progress | Drafted | L10nError]:
    """Translate leg by leg what is not `known`, and fill each catalogue when its language is done.

    A package or catalogue that fails yields its error; whatever does not depend on it goes on, and what the memory has
    is filled in whatever happens. `back` leads from English to the source language, for the round trip.
    """
    known = known_texts(works, source, options, memory) if known is None else known
    run = _Run(source, ways, options, memory, back if options.round_trip else None, known)
    try:
        for group in _agreeing(works):
            yield from _translated(group, run)
    finally:
        rest = [one for one in works if one.texts and known.get(one.path) and one.path not in run.filled]
        done = list(_fill_all(rest, {}, run))
    yield from done


def _agreeing(works: Sequence[Work]) -> list[list[Work]]:
    """Groups of works in which no text has two accepted translations into English: documents may differ."""
    groups: list[tuple[dict[tuple[str, str], str], list[Work]]] = []
    for one in works:
        wanted = {(one.language, text): one.pivots.get(text, "") for text in one.texts}
        for agreed, group in groups:
            if all(agreed.get(key, new) == new for key, new in wanted.items()):
                agreed.update(wanted)
                group.append(one)
                break
        else:
            groups.append((wanted, [one]))
    return [group for _, group in groups]


def _translated(works: Sequence[Work], run: _Run) -> Iterator[Progress | Drafted | L10nError]:
    texts = {
        lang: [text for one in works if one.language == lang for text in left(one, run.known)] for lang in run.ways
    }
    pivots = {lang: _merged(one.pivots for one in works if one.language == lang) for lang in run.ways}
    waiting: list[Translated] = []  # filled while the next package is at work, as that keeps the cores busy
    try:
        for event in translate(texts, run.ways, run.options, run.memory, pivots):
            if isinstance(event, Translated):
                waiting.append(event)
            else:
                yield event
            if run.back or (isinstance(event, Progress) and event.done):
                yield from _done(works, waiting, run)
    except KeyboardInterrupt:
        yield from _done(works, waiting, run)
        raise
    yield from _done(works, waiting, run)


def _done(works: Sequence[Work], waiting: list[Translated], run: _Run) -> Iterator[Progress | Drafted | L10nError]:
    """Fill the catalogues of languages that are done."""
    while waiting:
        event = waiting.pop(0)
        yield from _round_trips(event, run)
        done = [one for one in works if one.language == event.language and left(one, run.known)]
        yield from _fill_all(done, event.drafts, run)


def _merged(pivots: Iterable[Mapping[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in pivots:
        found |= one
    return found


def _round_trips(event: Translated, run: _Run) -> Generator[Progress | L10nError]:
    """Translate the English of these drafts back, as far as that was not done, and compare it with the text."""
    from l10n.risk.likeness import similarity

    way = run.ways[event.language]
    place = next((place for place, one in enumerate(way) if one.target == PIVOT), None)
    if not run.back or place is None:
        return
    pivot_texts = {text: one.legs[place - len(way)].text for text, one in event.drafts.items()}
    wanted = [one for text, one in pivot_texts.items() if text not in run.trips]
    for back in translate({run.source: wanted}, {run.source: run.back}, run.options, run.memory):
        if isinstance(back, Translated):
            found = {text: back.drafts[one].text for text, one in pivot_texts.items() if one in back.drafts}
            run.trips |= {text: similarity(new, text) for text, new in found.items()}
        else:
            yield back


def _fill_all(works: Sequence[Work], drafts: Mapping[str, Draft], run: _Run) -> Iterator[Drafted | L10nError]:
    for one in works:
        run.filled.add(one.path)
        try:
            with locked(home(one.path)):  # by a link, it may be another folder's
                done = _fill(one, drafts, run)
            yield done
        except L10nError as error:
            yield error


def _fill(one: Work, drafts: Mapping[str, Draft], run: _Run) -> Drafted:
    """Read the file again first: somebody may have worked on it while the packages were translating."""
    old = po.read(one.path)
    entries = list(old.entries)
    wanting = [place for place, entry in enumerate(entries) if wants_draft(entry, run.options.redraft, one.pivots)]
    failed, made, trusting = [], [], 0
    appraisal = Appraisal(run.source, run.options, run.trips)
    for place in wanting:
        entry, known = entries[place], run.known.get(one.path, {}).get(entries[place].msgid)
        found = known.draft if known else drafts.get(entry.msgid)
        if found is None:
            failed.append(entry)
        elif known and known.trusted and one.neighbours[entry.msgid] == Neighbours(*neighbours(entry)):
            entries[place] = trusted(entry, found)
            trusting += 1
        else:
            features = appraisal.features(entry.msgid, found, one.language)
            found = replace(found, risk=risk(features))
            entries[place] = drafted(entry, found, terms=appraisal.missing_terms(entry.msgid, found, one.language))
            made.append((entry, found, features))
    po.write(one.path, revised(old, tuple(entries), Catalogue(old.header)))
    keep(one, made, run.memory)
    restoring.keep(run.memory, one.language, (entries[place] for place in wanting if entries[place].fuzzy))
    return Drafted(
        one.path, one.language, len(made), tuple(failed), sum(bool(new.match) for _, new, _ in made), trusting
    )
