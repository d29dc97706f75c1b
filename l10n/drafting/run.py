"""Drafts for catalogues of one source language: leg by leg, each file filled when its language is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from l10n.catalogue.search import home
from l10n.drafting import DEFAULT, Drafted, Options, Translated
from l10n.drafting.appraisal import Appraisal
from l10n.drafting.linking import Tie, links
from l10n.drafting.pending import Filling, Line, Pending
from l10n.drafting.pivoting import translate
from l10n.drafting.round_trip import RoundTrips
from l10n.engines import Links, Route
from l10n.errors import L10nError
from l10n.files import locked
from l10n.memory.store import Memory
from l10n.model import Draft
from l10n.model.events import Event, Failed, Progress

_Lines = Mapping[Path, Sequence[Line]]
"""What is to be translated for each catalogue."""
_Pivots = Mapping[Path, Mapping[str, str]]
"""For each catalogue: what of that starts from an accepted English, and from which."""


@dataclass(slots=True)
class _Run:
    """What all catalogues of a run have in common."""

    routes: Mapping[str, Route]
    options: Options
    memory: Memory | None
    trips: RoundTrips
    drafts: dict[str, dict[str, Draft]] = field(default_factory=dict)
    """What was translated, by language and text."""
    asked: dict[str, set[str]] = field(default_factory=dict)
    """What packages were given and have answered or failed, by language."""
    links: dict[str, dict[str, Links]] = field(default_factory=dict)
    """Those that were asked for, by language and text."""
    filled: set[Path] = field(default_factory=set)

    def unfilled(self, catalogues: Iterable[Pending]) -> list[Pending]:
        """Those of the catalogues whose turn has not come."""
        return [catalogue for catalogue in catalogues if catalogue.path not in self.filled]

    def filling(self, catalogue: Pending) -> Filling:
        """What there is for this one by now."""
        drafts = self.drafts.get(catalogue.language, {})
        return Filling(
            drafts,
            {text: draft.text for text, draft in drafts.items()},
            self.links.get(catalogue.language, {}),
            self.routes.get(catalogue.language, ()),
            Appraisal(catalogue.source, self.options, self.trips.likeness),
            self.asked.get(catalogue.language, set()),
            self.options,
            self.memory,
        )

    def pieces(self, catalogue: Pending) -> list[str | Tie]:
        """What this one wants translated after what was."""
        return list(catalogue.pieces(self.filling(catalogue))) if catalogue.language in self.drafts else []

    def has_drafts(self, catalogue: Pending) -> bool:
        """Packages were asked for texts of this one, whatever came of it."""
        return bool(catalogue.texts) and catalogue.language in self.drafts


def draft(
    catalogues: Sequence[Pending],
    routes: Mapping[str, Route],
    options: Options = DEFAULT,
    memory: Memory | None = None,
    back: Route | None = None,
) -> Iterator[Event]:
    """Translate what the memory was found not to have, and fill the catalogues, which are of one source language.

    A package or catalogue that fails yields `Failed`; whatever does not depend on it goes on, and what comes from the
    memory or from `#~` is filled in whatever happens. `back` leads from the pivot to the source language, for the round
    trip.
    """
    source = catalogues[0].source if catalogues else ""
    run = _Run(routes, options, memory, RoundTrips(source, routes, options, memory, back))
    try:
        for group in _agreeing(catalogues):
            yield from _drafted(group, run)
    finally:  # stopped before their turn
        run.drafts = {}
        events = list(_fill_rest(catalogues, run))
    yield from events


def _agreeing(catalogues: Sequence[Pending]) -> list[list[Pending]]:
    """Groups in which no text has two accepted translations into English: documents may differ."""
    groups: list[tuple[dict[tuple[str, str], str], list[Pending]]] = []
    for catalogue in catalogues:
        pivots = dict(catalogue.wanted_pivots())
        wanted = {(catalogue.language, text): pivots.get(text, "") for text, _ in catalogue.lines()}
        for agreed, group in groups:
            if all(agreed.get(key, pivot) == pivot for key, pivot in wanted.items()):
                agreed.update(wanted)
                group.append(catalogue)
                break
        else:
            groups.append((wanted, [catalogue]))
    return [group for _, group in groups]


def _drafted(group: Sequence[Pending], run: _Run) -> Iterator[Event]:
    """Lines first; then, for those catalogues that need them, pieces of lines that lost a placeholder or a tag."""
    run.drafts, run.asked, run.links = {}, {}, {}
    try:
        lines: _Lines = {catalogue.path: list(catalogue.lines()) for catalogue in group}
        pivots = {catalogue.path: dict(catalogue.wanted_pivots()) for catalogue in group}
        yield from _translate(group, lines, pivots, run)
        while pieces := {own.path: wanted for own in run.unfilled(group) if (wanted := run.pieces(own))}:
            left = [catalogue for catalogue in group if catalogue.path in pieces]
            yield from _link(left, pieces, run)
            lines = {path: [(text, ()) for text in own if isinstance(text, str)] for path, own in pieces.items()}
            pivots = {catalogue.path: dict(catalogue.piece_pivots()) for catalogue in left}
            yield from _translate(left, lines, pivots, run)
    finally:
        events = list(_fill_rest(group, run))
    yield from events


def _link(group: Sequence[Pending], pieces: Mapping[Path, Sequence[str | Tie]], run: _Run) -> Iterator[Failed]:
    """Add the links that are wanted among the pieces to the run's."""
    drafts: dict[str, dict[str, Draft]] = {}
    for catalogue in group:
        ties = [piece.text for piece in pieces[catalogue.path] if isinstance(piece, Tie)]
        known = run.drafts[catalogue.language]
        drafts.setdefault(catalogue.language, {}).update({text: known[text] for text in ties})
    for event in links(drafts, run.routes, run.options):
        if isinstance(event, L10nError):
            yield Failed(event)
        else:
            language, of_texts = event
            run.links.setdefault(language, {}).update(of_texts)


def _translate(group: Sequence[Pending], lines: _Lines, own_pivots: _Pivots, run: _Run) -> Iterator[Event]:
    """Add what the packages make of the lines to the run's drafts; fill catalogues whose language is done."""
    by_language = {lang: [catalogue for catalogue in group if catalogue.language == lang] for lang in run.routes}
    texts = {
        lang: [text for catalogue in own for text, _ in lines[catalogue.path]] for lang, own in by_language.items()
    }
    pivots = {
        lang: {text: pivot for catalogue in own for text, pivot in own_pivots[catalogue.path].items()}
        for lang, own in by_language.items()
    }
    # All that is wanted may be placeholders, which need nobody.
    for lang in (lang for lang, own in by_language.items() if own and not texts[lang]):
        run.drafts.setdefault(lang, {})
    # Sorted, so that the memory knows a text with two flags again, whatever the order of the entries.
    flags = dict(sorted(line for catalogue in group for line in lines[catalogue.path] if line[1]))
    waiting: list[Translated] = []  # filled while the next package is at work, as that keeps the cores busy
    try:
        for event in translate(texts, run.routes, run.options, run.memory, pivots, flags):
            if isinstance(event, Translated):
                waiting.append(event)
            else:
                yield Failed(event) if isinstance(event, L10nError) else event
            if run.trips.wanted or (isinstance(event, Progress) and event.done):
                yield from _done(group, waiting, run, texts)
    except KeyboardInterrupt:
        yield from _done(group, waiting, run, {})
        raise
    yield from _done(group, waiting, run, texts)
    for lang, given in texts.items():  # those of a broken package, too
        run.asked.setdefault(lang, set()).update(given)


def _done(
    group: Sequence[Pending], waiting: list[Translated], run: _Run, texts: Mapping[str, Sequence[str]]
) -> Iterator[Event]:
    """Keep the drafts of languages that are done, and fill the catalogues that need no more.

    `texts` are all that were given, by language; without them, what has no draft may not have been tried.
    """
    while waiting:
        event = waiting.pop(0)
        run.asked.setdefault(event.language, set()).update(texts.get(event.language, event.drafts))
        known = run.drafts.setdefault(event.language, {})
        known |= {text: draft for text, draft in event.drafts.items() if text not in known}
        yield from run.trips.make(_whole(event, group)) if run.trips.wanted else ()
        own = (catalogue for catalogue in group if catalogue.language == event.language and catalogue.incomplete)
        yield from _fill_all([catalogue for catalogue in own if not run.pieces(catalogue)], run)


def _whole(event: Translated, group: Sequence[Pending]) -> Translated:
    """The drafts of whole lines: nobody asks how like its source a piece comes back."""
    lines = {text for catalogue in group for text, _ in catalogue.lines()}
    return replace(event, drafts={text: draft for text, draft in event.drafts.items() if text in lines})


def _fill_rest(catalogues: Sequence[Pending], run: _Run) -> Iterator[Drafted | Failed]:
    """Fill those of which something is known, although not all that they want was translated."""
    yield from _fill_all(
        [left for left in run.unfilled(catalogues) if left.returning or left.known or run.has_drafts(left)], run
    )


def _fill_all(catalogues: Sequence[Pending], run: _Run) -> Iterator[Drafted | Failed]:
    for catalogue in catalogues:
        run.filled.add(catalogue.path)
        try:
            with locked(home(catalogue.path)):  # by a link, it may be another folder's
                done = catalogue.fill(run.filling(catalogue))
            yield done
        except L10nError as error:
            yield Failed(error)
