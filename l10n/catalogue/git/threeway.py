"""Base and two catalogues made from it -> one: what `git merge` needs to put two translators' branches together.

Entries are the same if msgctxt and msgid are, wherever they stand. What one side changed is that side's; what both
changed alike is so. Of the rest, each field goes its own way, but for the text: msgstr, fuzzy, `#|`, marks of drafts
and signatures are one thing and come from one side. Two different texts for one entry are a conflict.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TypeVar

from l10n.catalogue.bookkeeping import read, written
from l10n.catalogue.bookkeeping.record import Record
from l10n.catalogue.header import CONTENT_TYPE, CREATED, IN_UTF8, REVISED, Header
from l10n.catalogue.po.serialization import block, common_references, serialize, without_file
from l10n.errors import L10nError
from l10n.model import Catalogue, Entry, Key, flagged

Field = tuple[str, str]
T = TypeVar("T")
H = TypeVar("H", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Conflict:
    """One entry with two texts; the fields beside the text are merged already, and equal in both versions."""

    ours: Entry
    theirs: Entry


@dataclass(frozen=True, slots=True)
class ThreeWay:
    """The merged catalogue, which has our version of each entry in conflict, and those conflicts."""

    catalogue: Catalogue
    conflicts: tuple[Conflict, ...]


def merge(base: Catalogue, ours: Catalogue, theirs: Catalogue) -> ThreeWay:
    """Merge what both sides made of base; L10nError if an entry occurs twice, so that the key names none."""
    b, o, t = map(_by_key, (base, ours, theirs))
    outcomes = (_merged(b.get(key), o.get(key), t.get(key)) for key in _woven(list(b), list(o), list(t)))
    results = [result for result in outcomes if result is not None]
    entries = (result.ours if isinstance(result, Conflict) else result for result in results)
    merged = Catalogue(
        header=_header(base.header, ours.header, theirs.header),
        entries=tuple(sorted(entries, key=lambda entry: entry.obsolete)),
        comments=_lines(base.comments, ours.comments, theirs.comments),
        flags=_lines(base.flags, ours.flags, theirs.flags),
        extracted=_lines(base.extracted, ours.extracted, theirs.extracted),
        references=_lines(base.references, ours.references, theirs.references),
        previous=_chosen(base.previous, ours.previous, theirs.previous),
        trailing=_lines(base.trailing, ours.trailing, theirs.trailing),
        equals=tuple(dict.fromkeys((*ours.equals, *theirs.equals))),
    )
    return ThreeWay(merged, tuple(result for result in results if isinstance(result, Conflict)))


def text(result: ThreeWay, marker_size: int = 7, known: Mapping[Key, str] = MappingProxyType({})) -> str:
    """The PO file in UTF-8, with git's markers around the two versions of each entry in conflict.

    `known` are the lines of entries of which only the keys were read.
    """
    catalogue = result.catalogue
    header = tuple((name, IN_UTF8 if name == CONTENT_TYPE else value) for name, value in catalogue.header)
    named = common_references(header)
    conflicts = {conflict.ours.key: conflict for conflict in result.conflicts}
    blocks = [serialize(replace(catalogue, header=header, entries=(), trailing=()))]
    for entry in catalogue.entries:
        key = entry.key
        conflict = conflicts.get(key)
        own = _block(conflict, marker_size, named) if conflict else known.get(key) or block(without_file(entry, named))
        blocks.append(own)
    if catalogue.trailing:
        blocks.append(_without_header(Catalogue(trailing=catalogue.trailing)))
    return "\n".join(blocks)


def _block(conflict: Conflict, size: int, named: tuple[str, ...]) -> str:
    ours, theirs = (block(without_file(version, named)) for version in (conflict.ours, conflict.theirs))
    return f"{'<' * size} ours\n{ours}{'=' * size}\n{theirs}{'>' * size} theirs\n"


def _without_header(catalogue: Catalogue) -> str:
    return serialize(catalogue).partition("\n\n")[2]


def _by_key(catalogue: Catalogue) -> dict[Key, Entry]:
    entries: dict[Key, Entry] = {}
    for entry in catalogue.entries:
        key = entry.key
        if key in entries or key == (None, ""):
            hint = "remove one of the two; msgfmt -c names them"
            raise L10nError(f"line {entry.line}: this msgid has an entry already", hint)
        entries[key] = entry
    return entries


def _merged(base: Entry | None, ours: Entry | None, theirs: Entry | None) -> Entry | Conflict | None:
    if theirs in (base, ours):
        return ours
    if ours == base:
        return theirs
    if ours is not None and theirs is not None:
        # What both have added is compared with an empty entry; it is obsolete only if both say so.
        return _both(base or Entry(ours.msgid, msgctxt=ours.msgctxt, obsolete=True), ours, theirs)
    left = ours or theirs
    return left if base and left and _worked_on(base, left) else None


def _worked_on(base: Entry, entry: Entry) -> bool:
    """The change is somebody's work, or the segment is back: more than comments that every update makes anew."""
    ours, old = (replace(side, extracted=(), references=(), obsolete=False) for side in (entry, base))
    return ours != old or entry.obsolete < base.obsolete


def _both(base: Entry, ours: Entry, theirs: Entry) -> Entry | Conflict:
    b, o, t = map(_text, (base, ours, theirs))
    if o == t:
        previous = _chosen(base.previous, ours.previous, theirs.previous)
        return _completed(replace(ours, previous=previous), _marks(base, ours, theirs), base, ours, theirs)
    versions = [_completed(side, _marks(side, side, side), base, ours, theirs) for side in (ours, theirs)]
    if t == b:
        return versions[0]
    return versions[1] if o == b else Conflict(*versions)


def _text(entry: Entry) -> tuple[object, ...]:
    """What only a translator can merge."""
    return entry.msgid_plural, entry.msgstr, entry.msgstr_plural, entry.fuzzy and entry.translated


def _marks(base: Entry, ours: Entry, theirs: Entry) -> Record:
    """Our comments for one text: the signatures of both sides, and one side's marks of draft and change."""
    records = [replace(read(side.comments), people=()) for side in (base, ours, theirs)]
    signatures = _lines(*(side.signatures for side in records))
    return replace(_chosen(*(replace(side, signatures=()) for side in records)), signatures=signatures)


def _completed(version: Entry, marks: Record, base: Entry, ours: Entry, theirs: Entry) -> Entry:
    """The version with its text and these marks; everything else merged."""
    sides = base, ours, theirs
    obsolete = _chosen(*(side.obsolete for side in sides))
    return replace(
        version,
        flags=flagged(version.fuzzy, _lines(*(side.other_flags for side in sides))),
        equals=tuple(flag for side in sides for flag in side.equals),
        comments=written(replace(marks, people=_lines(*(read(side.comments).people for side in sides)))),
        extracted=() if obsolete else _chosen(*(side.extracted for side in sides)),
        references=() if obsolete else _chosen(*(side.references for side in sides)),
        obsolete=obsolete,
    )


def _chosen(base: T, ours: T, theirs: T) -> T:
    """The side that changed it; ours if both did."""
    return theirs if ours == base else ours


def _lines(base: tuple[H, ...], ours: tuple[H, ...], theirs: tuple[H, ...]) -> tuple[H, ...]:
    """The lines of both sides, without those that either has removed."""
    b, o, t = (list(_numbered(lines)) for lines in (base, ours, theirs))
    return tuple(line[0] for line in _woven(b, o, t) if line not in b or (line in o and line in t))


def _header(base: Header, ours: Header, theirs: Header) -> Header:
    """Each field for itself: of two new dates the later one, of two other new values ours."""
    b, o, t = (dict(zip(_numbered(name for name, _ in fields), fields, strict=True)) for fields in (base, ours, theirs))
    keys = _woven(list(b), list(o), list(t))
    fields = (_field(b.get(key), o.get(key), t.get(key)) for key in keys)
    return tuple(field for field in fields if field)


def _field(base: Field | None, ours: Field | None, theirs: Field | None) -> Field | None:
    if base in (ours, theirs):
        return _chosen(base, ours, theirs)
    if ours is None or theirs is None:
        return ours or theirs
    return max(ours, theirs, key=_time) if ours[0] in (CREATED, REVISED) else ours


def _time(field: Field) -> datetime:
    """When, by a header's date; before all time if it is none (`YEAR-MO-DA HO:MI+ZONE`)."""
    try:
        return datetime.strptime(field[1], "%Y-%m-%d %H:%M%z")
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)


def _numbered(lines: Iterable[H]) -> Iterator[tuple[H, int]]:
    """Each line with the number of its like before it: no two are equal."""
    seen: Counter[H] = Counter()
    for line in lines:
        yield line, seen[line]
        seen[line] += 1


def _woven(base: Sequence[H], ours: Sequence[H], theirs: Sequence[H]) -> list[H]:
    """All of ours and theirs in our order, theirs after what stands before them; in their order if ours is as ever."""
    first, second = (theirs, ours) if ours == base else (ours, theirs)
    known = set(first)
    after: defaultdict[H | None, list[H]] = defaultdict(list)
    last: H | None = None
    for item in second:
        if item in known:
            last = item
        else:
            after[last].append(item)
    return after[None] + [item for before in first for item in (before, *after[before])]
