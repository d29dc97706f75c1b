"""Sentences that leave one document for another of the same run, and the entries that go along.

Exact texts only, and worked out before the merge: to the recipient's merge it is as if the paragraph had always stood
there, and the donor's does not look for a likeness of what is well and alive elsewhere. A sentence that still stands in
its old document is not moved, only copied, which is the translation memory's business.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from l10n.catalogue.bookkeeping.marks import is_draft
from l10n.catalogue.bookkeeping.signature import with_context
from l10n.model import Entry
from l10n.updating import Move

Entries = Mapping[str, Sequence[Entry]]
"""The entries of each document, by its name."""
_WINDOW = 3
"""So many sentences before and after one are its neighbours."""
_NEXT = 2
"""What the sentence just before or just after counts besides."""
_PEOPLE, _MACHINE = 0, 2
"""Ranks of entries, from the first choice down; an entry that was obsolete before comes after it."""
_MOST = 2_500
"""Ways for the entries of one text that are compared: where there are more, the first entry goes to the first place."""


def moves(catalogues: Entries, templates: Entries) -> list[Move]:
    """The moves between these documents in one language; each entry and each segment takes part in one at most."""
    sides = {name: _Versions.of(name, catalogues[name], templates[name]) for name in sorted(templates)}
    exchange = _Exchange.of(sides)
    left = _Left(sides)
    pairs = sorted(exchange.compared(), key=lambda pair: pair.order)
    return [*(pair.move for pair in pairs if left.takes(pair.move, pair.position)), *exchange.in_order(left)]


def with_arrivals(old: Sequence[Entry], template: Sequence[Entry], arrived: Iterable[Move]) -> tuple[Entry, ...]:
    """The catalogue as it would be if these segments had always been in the document, each at its place."""
    coming = {move.index: move.entry for move in arrived}
    if not coming:
        return tuple(old)
    indices = {entry.msgid: index for index, entry in enumerate(old) if not entry.obsolete}
    following: defaultdict[int, list[Entry]] = defaultdict(list)
    last = -1
    for index, segment in enumerate(template):
        if index in coming:
            entry = replace(coming[index], obsolete=False, line=0)
            following[last].append(with_context(entry, segment.msgctxt))
        else:
            last = indices.get(segment.msgid, last)
    rest = chain.from_iterable((entry, *following.get(index, ())) for index, entry in enumerate(old))
    return (*following.get(-1, ()), *rest)


def without_departures(old: Sequence[Entry], departed: Iterable[Move]) -> tuple[Entry, ...]:
    """The catalogue without the entries that go elsewhere."""
    gone = {id(move.entry) for move in departed}
    return tuple([entry for entry in old if id(entry) not in gone]) if gone else tuple(old)


@dataclass(frozen=True, slots=True)
class _Versions:
    """One document as it was and as it is."""

    name: str
    old: Sequence[Entry]
    template: Sequence[Entry]
    segments: Mapping[str, list[int]]
    """Indices in the template by text."""
    free: Mapping[str, list[int]]
    """Those of segments that have no entry."""
    wanted: Counter[str]
    """Segments that the document's own live entries do not account for."""
    spare: Counter[str]
    """Live entries that no segment needs any more."""
    own: Mapping[str, list[int]]
    """Ranks of the document's obsolete entries by text, sorted."""

    @classmethod
    def of(cls, name: str, old: Sequence[Entry], template: Sequence[Entry]) -> _Versions:
        live = [entry for entry in old if not (entry.obsolete or entry.plural)]
        back = Counter(entry.previous_msgid or "" for entry in live if entry.fuzzy)
        is_now, was = Counter(entry.msgid for entry in template), Counter(entry.msgid for entry in live)
        taken = {entry.key for entry in live}
        segments: defaultdict[str, list[int]] = defaultdict(list)
        free: defaultdict[str, list[int]] = defaultdict(list)
        for index, entry in enumerate(template):
            segments[entry.msgid].append(index)
            if entry.key not in taken:
                free[entry.msgid].append(index)
        own: defaultdict[str, list[int]] = defaultdict(list)
        for rank, msgid in sorted((_rank(entry), entry.msgid) for entry in old if entry.obsolete):
            own[msgid].append(rank)
        # An outdated entry whose source is what it was again is the segment's own.
        wanted, spare = is_now - was - back, was - is_now
        return cls(name, old, template, segments, free, wanted, spare, own)

    def offered(self, wanted: Container[str]) -> Iterator[int]:
        """Indices of entries that may go, of the texts that are wanted anywhere."""
        keys = {entry.key for entry in self.template}
        for index, entry in enumerate(self.old):
            if entry.msgid not in wanted or entry.plural or not (entry.translated or entry.comments):
                continue
            if entry.obsolete or (self.spare[entry.msgid] and entry.key not in keys):
                yield index

    def reserved(self, msgid: str, rank: int) -> int:
        """Own obsolete entries of this text that come back rather than that one of this rank is taken in."""
        return bisect_right(self.own.get(msgid, ()), rank) if rank > _PEOPLE else 0


@dataclass(frozen=True, slots=True)
class _PossibleMove:
    """A move that is possible, and how good it would be."""

    move: Move
    position: int
    """Index in the donor's catalogue."""
    likeness: int
    """Neighbours that it would have again, less those that another place in its old document would give it."""
    company: int
    """Entries that could go the same way."""

    @property
    def order(self) -> tuple[int | str, ...]:
        """The best first; where nothing else decides, by name, so that the order of the sources does not."""
        move = self.move
        return (
            _rank(move.entry),
            -self.likeness,
            -self.company,
            move.donor,
            move.recipient,
            move.index,
            self.position,
        )


@dataclass(frozen=True, slots=True)
class _Exchange:
    """What may go where."""

    sides: Mapping[str, _Versions]
    wanting: Mapping[str, Sequence[str]]
    """Names of the documents that want a text."""
    offers: Mapping[str, Sequence[tuple[str, int]]]
    """The entries that may go by their text: names of donors, and indices in their catalogues."""

    @classmethod
    def of(cls, sides: Mapping[str, _Versions]) -> _Exchange:
        wanting: defaultdict[str, list[str]] = defaultdict(list)
        for side in sides.values():
            for msgid in side.wanted:
                wanting[msgid].append(side.name)
        offers: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        for side in sides.values():
            for index in side.offered(wanting):
                offers[side.old[index].msgid].append((side.name, index))
        return cls(sides, wanting, offers)

    def compared(self) -> Iterator[_PossibleMove]:
        """All moves of texts for which there are a few."""
        ways = [(donor, name) for msgid, own in self.offers.items() for donor, _ in own for name in self.wanting[msgid]]
        company = Counter(ways)
        for msgid, own in self.offers.items():
            for donor, index in own if self._has_few(msgid) else ():
                for name in self.wanting[msgid]:
                    if name != donor:
                        yield from _ways(self.sides[donor], index, self.sides[name], company[donor, name])

    def in_order(self, left: _Left) -> Iterator[Move]:
        """Moves of all others: as many as can be, the best entries first, each to the first place that is left."""
        for msgid, own in self.offers.items():
            if self._has_few(msgid):
                continue
            places = {name: deque(self.sides[name].free.get(msgid, ())) for name in self.wanting[msgid]}
            for donor, position in sorted(own, key=lambda offer: _rank(self.sides[offer[0]].old[offer[1]])):
                entry = self.sides[donor].old[position]
                for name, free in places.items():
                    if name != donor and free and left.takes(move := Move(entry, donor, name, free[0]), position):
                        free.popleft()
                        yield move
                        break

    def _has_few(self, msgid: str) -> bool:
        """The places in which a text stands, and may stand, can be compared one by one."""
        own = self.offers[msgid]
        names = {*self.wanting[msgid], *(name for name, _ in own)}
        return len(own) * sum(len(self.sides[name].segments.get(msgid, ())) for name in names) <= _MOST


def _ways(donor: _Versions, position: int, recipient: _Versions, company: int) -> Iterator[_PossibleMove]:
    """One entry to each of the free segments of its text."""
    entry = donor.old[position]
    around = _around(donor.old, position)
    stay = (_likeness(around, _around(donor.template, index)) for index in donor.segments.get(entry.msgid, ()))
    least = max(stay, default=0)
    for index in recipient.free.get(entry.msgid, ()):
        likeness = _likeness(around, _around(recipient.template, index)) - least
        yield _PossibleMove(Move(entry, donor.name, recipient.name, index), position, likeness, company)


def _around(entries: Sequence[Entry], index: int) -> tuple[list[str], list[str]]:
    """The texts before the entry, the last one first, and those after it."""
    before = [entry.msgid for entry in entries[max(0, index - _WINDOW) : index]]
    return before[::-1], [entry.msgid for entry in entries[index + 1 : index + 1 + _WINDOW]]


def _likeness(around: tuple[list[str], list[str]], other: tuple[list[str], list[str]]) -> int:
    near = sum(1 for before, after in zip(around, other, strict=True) if before[:1] == after[:1] != [])
    return _NEXT * near + len({*around[0], *around[1]} & {*other[0], *other[1]})


def _rank(entry: Entry) -> int:
    """People's texts before a machine's, of either kind those that stood in the document until now."""
    return (_PEOPLE if entry.translated and not is_draft(entry) else _MACHINE) + entry.obsolete


class _Left:
    """Segments and entries that no move has taken yet."""

    def __init__(self, sides: Mapping[str, _Versions]) -> None:
        self._sides = sides
        self._wanted = {name: Counter(side.wanted) for name, side in sides.items()}
        self._spare = {name: Counter(side.spare) for name, side in sides.items()}
        self._used: set[tuple[str, int, bool]] = set()

    def takes(self, move: Move, position: int) -> bool:
        """Whether the move, of the entry at this index of its catalogue, is made: if nothing better has been."""
        msgid = move.entry.msgid
        ends = {(move.donor, position, True), (move.recipient, move.index, False)}
        enough = self._sides[move.recipient].reserved(msgid, _rank(move.entry))
        if self._used & ends or self._wanted[move.recipient][msgid] <= enough:
            return False
        if not move.entry.obsolete:
            if not self._spare[move.donor][msgid]:
                return False
            self._spare[move.donor][msgid] -= 1
        self._used |= ends
        self._wanted[move.recipient][msgid] -= 1
        return True
