"""Drafts for catalogues, slice by slice: leg by leg, each file filled while the packages are at the next slice."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

from l10n.catalogue.search import home
from l10n.drafting import DEFAULT, Options, Translated
from l10n.drafting.appraisal import Appraisal
from l10n.drafting.legs import Scheduler
from l10n.drafting.linking import Tie, links
from l10n.drafting.open_pairs import OpenPairs
from l10n.drafting.pending import Filling, Line, Pending
from l10n.drafting.pivoting import translate
from l10n.drafting.round_trip import RoundTrips
from l10n.drafting.slices import parts
from l10n.engines import PSEUDO, Links, Route
from l10n.errors import L10nError
from l10n.files import locked
from l10n.memory.store import Memory
from l10n.model import Draft
from l10n.model.events import Event, Failed, Notice, Progress

_Lines = Mapping[Path, Sequence[Line]]
"""What is to be translated for each catalogue."""
_Pivots = Mapping[Path, Mapping[str, str]]
"""For each catalogue: what of that starts from an accepted English, and from which."""


@dataclass(slots=True)
class _Group:
    """Catalogues of a slice that agree on their accepted English, and what was translated for them."""

    catalogues: Sequence[Pending]
    routes: Mapping[str, Route]
    trips: RoundTrips
    drafts: dict[str, dict[str, Draft]] = field(default_factory=dict)
    """What was translated, by language and text."""
    answers: dict[str, dict[str, str]] = field(default_factory=dict)
    """The texts of these."""
    asked: dict[str, set[str]] = field(default_factory=dict)
    """What packages were given and have answered or failed, by language."""
    links: dict[str, dict[str, Links]] = field(default_factory=dict)
    """Those that were asked for, by language and text."""
    done: set[Path] = field(default_factory=set)
    """Catalogues for which all is translated."""

    def left(self, catalogues: Iterable[Pending]) -> list[Pending]:
        """Those of the catalogues whose turn has not come."""
        return [catalogue for catalogue in catalogues if catalogue.path not in self.done]

    def take(self, event: Translated) -> None:
        """Keep the drafts of a language; the first one of a text stays."""
        self.asked.setdefault(event.language, set()).update(event.asked)
        known = self.drafts.setdefault(event.language, {})
        new = {text: draft for text, draft in event.drafts.items() if text not in known}
        known |= new
        self.answers.setdefault(event.language, {}).update({text: draft.text for text, draft in new.items()})

    def filling(self, catalogue: Pending, options: Options, memory: Memory | None) -> Filling:
        """What there is for this one by now."""
        return Filling(
            self.drafts.get(catalogue.language, {}),
            self.answers.get(catalogue.language, {}),
            self.links.get(catalogue.language, {}),
            self.routes.get(catalogue.language, ()),
            Appraisal(catalogue.source, options, self.trips.likeness),
            self.asked.get(catalogue.language, set()),
            options,
            memory,
        )

    def has_drafts(self, catalogue: Pending) -> bool:
        """Packages were asked for texts of this one, whatever came of it."""
        return bool(catalogue.texts) and catalogue.language in self.drafts


class Drafting:
    """A run: a context manager that fills at its end what is ready, also when it is stopped.

    `memory` keeps first drafts and marks, `cache` the legs: what is in there is not translated again.
    """

    def __init__(
        self, scheduler: Scheduler, pairs: OpenPairs, options: Options = DEFAULT, memory: Memory | None = None
    ) -> None:
        self.options, self.memory, self.cache = options, memory, memory
        self._scheduler, self._pairs = scheduler, pairs
        self._ready: deque[tuple[_Group, Pending]] = deque()
        self._told: set[str] = set()
        self._scoreless = {PSEUDO}
        """Engines without scores of which that was told; made-up texts need none."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        deque(self.finish(), maxlen=0)  # nobody hears: the run was stopped

    def slice(
        self, catalogues: Sequence[Pending], routes: Mapping[str, Route], back: Route | None = None
    ) -> Iterator[Event]:
        """Translate what the memory was found not to have for these catalogues, which are of one source language.

        They are filled while the next slice is translated, or by `finish`. A package or catalogue that fails yields
        `Failed`; whatever does not depend on it goes on, and what comes from the memory or from `#~` is filled in
        whatever happens. `back` leads from the pivot to the source language, for the round trip.
        """
        source = catalogues[0].source
        trips = RoundTrips(source, routes, self.options, self.cache, back, self._scheduler)
        groups = [_Group(group, routes, trips) for group in _agreeing(catalogues)]
        try:
            for group in groups:
                yield from self._drafted(group)
        finally:  # also of those that were stopped before their turn
            for group in groups:
                self._close(group)
        yield from self.finish(len(catalogues))

    def finish(self, keep: int = 0) -> Iterator[Event]:
        """Fill the catalogues that are ready, but for so many that have not waited long."""
        while len(self._ready) > keep:
            group, catalogue = self._ready.popleft()
            try:
                with locked(home(catalogue.path)):  # by a link, it may be another folder's
                    done = catalogue.fill(group.filling(catalogue, self.options, self.memory))
                yield done
            except L10nError as error:
                yield Failed(error)

    def _drafted(self, group: _Group) -> Iterator[Event]:
        """Lines first; then, for those catalogues that need them, pieces of lines that lost a placeholder or a tag."""
        lines: _Lines = {catalogue.path: list(catalogue.lines()) for catalogue in group.catalogues}
        pivots = {catalogue.path: dict(catalogue.wanted_pivots()) for catalogue in group.catalogues}
        yield from self._translate(group, group.catalogues, lines, pivots)
        left = group.left(group.catalogues)
        while pieces := {own.path: wanted for own in left if (wanted := self._pieces(group, own))}:
            left = [catalogue for catalogue in left if catalogue.path in pieces]
            yield from self._link(group, left, pieces)
            lines = {path: [(text, ()) for text in own if isinstance(text, str)] for path, own in pieces.items()}
            pivots = {catalogue.path: dict(catalogue.piece_pivots()) for catalogue in left}
            yield from self._translate(group, left, lines, pivots)
            left = group.left(left)
        self._close(group)

    def _translate(
        self, group: _Group, catalogues: Sequence[Pending], lines: _Lines, own_pivots: _Pivots
    ) -> Iterator[Event]:
        """Add what the packages make of the lines to the group's drafts; catalogues that need no more are ready."""
        by_language = {lang: [each for each in catalogues if each.language == lang] for lang in group.routes}
        texts = {lang: [text for each in own for text, _ in lines[each.path]] for lang, own in by_language.items()}
        pivots = {
            lang: {text: pivot for each in own for text, pivot in own_pivots[each.path].items()}
            for lang, own in by_language.items()
        }
        # All that is wanted may be placeholders, which need nobody.
        for lang in (lang for lang, own in by_language.items() if own and not texts[lang]):
            group.drafts.setdefault(lang, {})
        # Sorted, so that the memory knows a text with two flags again, whatever the order of the entries.
        flags = dict(sorted(line for each in catalogues for line in lines[each.path] if line[1]))
        cut = parts(texts, self._scheduler.slice_size)
        for number, part in enumerate(cut, 1):
            for event in translate(
                part, group.routes, self.options, self.cache, pivots, flags, scheduler=self._scheduler
            ):
                if isinstance(event, Translated):
                    group.take(event)
                    yield from self._without_scores(event, group.routes[event.language])
                    for trip in group.trips.make(_whole(event, catalogues)) if group.trips.wanted else ():
                        yield from self._heard(trip)
                    if number == len(cut):
                        self._ready_in(group, by_language[event.language])
                else:
                    yield from self._heard(event)
        for lang, given in texts.items():  # those of a broken package, too
            group.asked.setdefault(lang, set()).update(given)
        for own in by_language.values():
            self._ready_in(group, [each for each in own if group.has_drafts(each)])

    def _heard(self, event: Progress | L10nError) -> Iterator[Event]:
        """What goes wrong is told once; what is ready is filled while packages are at work, to keep the cores busy."""
        if isinstance(event, Progress):
            yield event
            if event.done:
                yield from self.finish()
        elif str(event) not in self._told:
            self._told.add(str(event))
            yield Failed(event)

    def _without_scores(self, event: Translated, route: Route) -> Iterator[Event]:
        """Told once of each engine: nothing but the texts themselves says how far its drafts are to be trusted."""
        names = {pair.name: pair.engine_name for pair in route}
        legs = (leg for draft in event.drafts.values() for leg in draft.legs)
        engines = {names[leg.package] for leg in legs if leg.score is None and leg.package in names}
        for engine in sorted(engines - self._scoreless):
            yield Notice(f"{engine} tells no scores: the risk of its drafts rests on the texts alone")
        self._scoreless |= engines

    def _pieces(self, group: _Group, catalogue: Pending) -> list[str | Tie]:
        """What this one wants translated after what was."""
        if catalogue.language not in group.drafts:
            return []
        return list(catalogue.pieces(group.filling(catalogue, self.options, self.memory)))

    def _link(
        self, group: _Group, catalogues: Sequence[Pending], pieces: Mapping[Path, Sequence[str | Tie]]
    ) -> Iterator[Event]:
        """Add the links that are wanted among the pieces to the group's."""
        drafts: dict[str, dict[str, Draft]] = {}
        for catalogue in catalogues:
            ties = [piece.text for piece in pieces[catalogue.path] if isinstance(piece, Tie)]
            known = group.drafts[catalogue.language]
            drafts.setdefault(catalogue.language, {}).update({text: known[text] for text in ties})
        for event in links(drafts, group.routes, self.options.beam, self._pairs):
            if isinstance(event, L10nError):
                yield from self._heard(event)
            else:
                language, of_texts = event
                group.links.setdefault(language, {}).update(of_texts)

    def _ready_in(self, group: _Group, catalogues: Iterable[Pending]) -> None:
        """Those of the catalogues for which nothing more is to be translated may be filled."""
        for catalogue in group.left(catalogues):
            if catalogue.incomplete and not self._pieces(group, catalogue):
                self._is_ready(group, catalogue)

    def _close(self, group: _Group) -> None:
        """Those of which something is known may be filled, although not all that they want was translated."""
        for left in group.left(group.catalogues):
            if left.returning or left.known or group.has_drafts(left):
                self._is_ready(group, left)

    def _is_ready(self, group: _Group, catalogue: Pending) -> None:
        group.done.add(catalogue.path)
        self._ready.append((group, catalogue))


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


def _whole(event: Translated, group: Sequence[Pending]) -> Translated:
    """The drafts of whole lines: nobody asks how like its source a piece comes back."""
    lines = {text for catalogue in group for text, _ in catalogue.lines()}
    return replace(event, drafts={text: draft for text, draft in event.drafts.items() if text in lines})
