"""Fill catalogues with drafts, from the memory first, then from the packages; none over people's work."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.mark import drafted, trusted
from l10n.catalogue.revision import revised
from l10n.drafting import DEFAULT, Drafted, Options, Progress, Route, Translated, Work
from l10n.drafting.appraisal import Appraisal
from l10n.drafting.legs import translate
from l10n.drafting.recall import Recalled, keep, recall
from l10n.drafting.works import ENGLISH, wants_draft
from l10n.errors import L10nError
from l10n.memory.store import Memory
from l10n.model import Catalogue, Draft
from l10n.risk.formula import risk

_Known = Mapping[str, Recalled]


@dataclass(slots=True)
class _Run:
    """What all catalogues of a run have in common."""

    source: str
    options: Options
    memory: Memory | None
    back: Route | None
    """From English to the source language."""
    known: Mapping[Path, _Known] = field(default_factory=dict)
    trips: dict[str, float] = field(default_factory=dict)
    """How like each text its translation back is."""


def draft(
    works: Sequence[Work],
    ways: Mapping[str, Route],
    source: str = "de",
    options: Options = DEFAULT,
    memory: Memory | None = None,
    back: Route | None = None,
) -> Iterator[Progress | Drafted | L10nError]:
    """Look each text up, translate what is left leg by leg, and fill each catalogue when its language is done.

    A package or catalogue that fails yields its error; whatever does not depend on it goes on. `back` leads from
    English to the source language, for the round trip.
    """
    known = {one.path: recall(one, source, options, memory) for one in works}
    run = _Run(source, options, memory, back if options.round_trip else None, known)
    for one in works:
        if one.texts and not _left(one, known):
            yield from _fill_all([one], {}, run)
    left = {lang: [text for one in works if one.language == lang for text in _left(one, known)] for lang in ways}
    pivots = {lang: _merged(one.pivots for one in works if one.language == lang) for lang in ways}
    for event in translate(left, ways, options, memory, pivots):
        if isinstance(event, Translated):
            yield from _round_trips(event, run)
            done = [one for one in works if one.language == event.language and _left(one, known)]
            yield from _fill_all(done, event.drafts, run)
        else:
            yield event


def _left(one: Work, known: Mapping[Path, _Known]) -> list[str]:
    """What the memory has not."""
    return [text for text in one.texts if text not in known[one.path]]


def _merged(pivots: Iterable[Mapping[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in pivots:
        found |= one
    return found


def _round_trips(event: Translated, run: _Run) -> Generator[Progress | L10nError]:
    """Translate the English of these drafts back, as far as that was not done, and compare it with the text."""
    from l10n.risk.likeness import similarity

    if not run.back:
        return
    english = {text: one.legs[0].text for text, one in event.drafts.items() if _has_english(one, event.language)}
    wanted = [one for text, one in english.items() if text not in run.trips]
    for back in translate({run.source: wanted}, {run.source: run.back}, run.options, run.memory):
        if isinstance(back, Translated):
            found = {text: back.drafts[one].text for text, one in english.items() if one in back.drafts}
            run.trips |= {text: similarity(new, text) for text, new in found.items()}
        else:
            yield back


def _has_english(draft: Draft, lang: str) -> bool:
    return lang == ENGLISH or len(draft.legs) > 1


def _fill_all(works: Sequence[Work], drafts: Mapping[str, Draft], run: _Run) -> Iterator[Drafted | L10nError]:
    for one in works:
        try:
            yield _fill(one, drafts, run)
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
        entry, known = entries[place], run.known[one.path].get(entries[place].msgid)
        found = known.draft if known else drafts.get(entry.msgid)
        if found is None:
            failed.append(entry)
        elif known and known.trusted:
            entries[place] = trusted(entry, found)
            trusting += 1
        else:
            features = appraisal.features(entry.msgid, found, one.language)
            found = replace(found, risk=risk(features))
            entries[place] = drafted(entry, found, terms=appraisal.missing_terms(entry.msgid, found, one.language))
            made.append((entry, found, features))
    po.write(one.path, revised(old, tuple(entries), Catalogue(old.header)))
    keep(one, made, run.memory)
    return Drafted(
        one.path, one.language, len(made), tuple(failed), sum(bool(new.match) for _, new, _ in made), trusting
    )
