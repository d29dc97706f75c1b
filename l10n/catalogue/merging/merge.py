"""Old entries + a new template -> new entries. Nothing a person typed is dropped: it moves along or becomes `#~`.

Source of the conventions: GNU gettext manual, "Invoking the msgmerge Program" (`--previous`); wdiff's marks.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from l10n.catalogue.bookkeeping import record, with_record
from l10n.catalogue.bookkeeping.marks import is_draft
from l10n.catalogue.bookkeeping.signature import with_context
from l10n.catalogue.merging.matching import Transition, alike, doubtful, moved, same
from l10n.catalogue.merging.recollection import memories, recalled
from l10n.catalogue.merging.returning import brought_back, with_changes
from l10n.catalogue.merging.succession import empty, in_doubt, kept, outdated, settled, source_of, together
from l10n.documents.inline.carrying import carried_over
from l10n.identity import digest
from l10n.model import Entry, Key

Divide = Callable[[str, int], list[str] | None]
"""Divides a translation into so many sentences, None if it has fewer or more."""


@dataclass(frozen=True, slots=True)
class Merge:
    """The merged entries, obsolete ones last, and what became of the segments."""

    entries: tuple[Entry, ...]
    new: int
    changed: int
    moved: int
    """Unchanged segments that stand elsewhere now."""
    obsolete: int
    """Entries whose segment disappeared in this merge."""
    unchanged: int
    """Entries with the same text, at their place or moved."""
    restored: int
    """Obsolete entries whose segment came back."""
    touched: frozenset[Key] = frozenset()
    """Keys of changed entries that still have the text of before."""
    notes: tuple[str, ...] = ()
    """People's comments on untranslated segments that disappeared: PO has no obsolete entry without a text."""


def merge(old: Sequence[Entry], template: Sequence[Entry], divide: Divide | None = None) -> Merge:
    """Give each entry of the template the work done on its old self, wherever that stood.

    An unchanged segment keeps everything. A changed one gets the old text as fuzzy, with `#| msgid` and a comment on
    the change, unless that text is a mere draft. Plural entries are never ours and become obsolete.
    """
    at_hand = brought_back(old, None)
    filled = {entry.key for entry in at_hand.values() if entry}
    old = with_changes(old, at_hand)
    current = [entry for entry in old if not (entry.obsolete or entry.plural)]
    foreign = [entry for entry in old if not entry.obsolete and entry.plural]
    obsolete = [entry for entry in old if entry.obsolete]
    pairs = _unchanged(current, template, obsolete)
    back = _back(obsolete, template, pairs)
    matches = alike(current, template, pairs | dict.fromkeys(back, -2))
    doubts = doubtful(current, template, pairs)
    result = {
        index: (in_doubt if index in doubts else kept)(current[other], template[index])
        for index, other in pairs.items()
    }
    result |= {index: kept(obsolete[other], template[index]) for index, other in back.items()}
    for match in matches:
        result |= _changed(match, current, template, divide)
    again = _recalled((*result.values(), *old), template, result)
    result |= again
    used = {*pairs.values(), *(index for match in matches for index in match.old)}
    gone = [entry for index, entry in enumerate(current) if index not in used] + foreign
    returned = set(back.values())
    left = [entry for index, entry in enumerate(obsolete) if index not in returned]
    left += [_obsolete(entry) for entry in gone if entry.translated]
    entries = (result.get(index, entry) for index, entry in enumerate(template))
    return Merge(
        entries=(*entries, *_distinct(left, template)),
        new=len(template) - len(result),
        changed=sum(len(match.new) for match in matches),
        moved=moved(pairs),
        obsolete=len(gone),
        unchanged=sum(template[index].key not in filled for index in pairs),
        restored=len(back) + len(again) + sum(template[index].key in filled for index in pairs),
        touched=frozenset(result[index].key for match in matches for index in match.new if result[index].translated),
        notes=tuple(note for entry in gone if not entry.translated for note in _notes(entry)),
    )


def _unchanged(current: Sequence[Entry], template: Sequence[Entry], obsolete: Iterable[Entry]) -> dict[int, int]:
    """Index of a segment -> that of the entry which it was, with the same text or a change that was taken back.

    What a colleague's branch has left for this very sentence is more than what it was before it changed.
    """
    own = {entry.key for entry in obsolete if entry.translated and not entry.fuzzy}
    return {
        index: old
        for index, old in same(current, template).items()
        if current[old].msgid == template[index].msgid or template[index].key not in own
    }


def _notes(entry: Entry) -> list[str]:
    """What people have said of an entry that goes, for the catalogue's own comments."""
    return [f"{line} (on a segment that is gone: {entry.msgid})" for line in record(entry).people]


def _back(obsolete: Sequence[Entry], template: Sequence[Entry], pairs: dict[int, int]) -> dict[int, int]:
    missing = [index for index in range(len(template)) if index not in pairs]
    singular = [replace(entry, msgid="") if entry.plural else replace(entry, previous=()) for entry in obsolete]
    partners = same(singular, [template[index] for index in missing])
    return {missing[number]: index for number, index in partners.items()}


def _recalled(known: Iterable[Entry], template: Sequence[Entry], result: Mapping[int, Entry]) -> dict[int, Entry]:
    """Segments that would be empty, and that an entry of another one by now has a text for."""
    there = {entry.msgid for entry in result.values() if entry.translated}
    missing = [index for index, new in enumerate(template) if new.msgid not in there]
    left = dict(memories(known)) if missing else {}
    result_of: dict[int, Entry] = {}
    for index in missing:
        if entry := recalled(left, template[index]):
            result_of[index] = _with_people(entry, result.get(index))
            left.pop(digest(entry.msgid), None)
    return result_of


def _with_people(entry: Entry, before: Entry | None) -> Entry:
    """The entry with the comments that people had put to it while it was empty."""
    people = record(before).people if before else ()
    own = record(entry)
    return with_record(entry, replace(own, people=tuple(dict.fromkeys((*people, *own.people)))))


def _changed(
    match: Transition, old: Sequence[Entry], template: Sequence[Entry], divide: Divide | None
) -> dict[int, Entry]:
    """What becomes of the segments of one match."""
    olds = [old[index] for index in match.old]
    news = [template[index] for index in match.new]
    work = together(olds)
    if all(is_draft(entry) or not entry.translated for entry in olds):
        return {index: empty(work, new) for index, new in zip(match.new, news, strict=True)}
    before = " ".join(dict.fromkeys(map(source_of, olds)))
    text = " ".join(dict.fromkeys(entry.msgstr for entry in olds if entry.msgstr))
    if len(news) > 1:
        if parted := _parted(olds, news, text):
            return dict(zip(match.new, parted, strict=True))
        parts = (divide and divide(text, len(news))) or [text] * len(news)
        note = f"split in {len(news)}; before: {before}"
        drafts = [(new, part, note) for new, part in zip(news, parts, strict=True)]
    elif len(olds) > 1:
        drafts = [(news[0], text, f"joined from {len(olds)}")]
    else:
        cosmetic = carried_over(news[0], before, news[0].msgid, text)
        drafts = [(news[0], cosmetic.text if cosmetic else text, cosmetic.reason if cosmetic else "")]
    return {
        index: settled(work, new, part) or outdated(olds, new, before, part, note)
        for index, (new, part, note) in zip(match.new, drafts, strict=True)
    }


def _parted(olds: Sequence[Entry], news: Sequence[Entry], text: str) -> list[Entry] | None:
    """The parts of a joined text as they were, however many sentences each has; None unless that is all of it."""
    known = memories(olds)
    parts = [entry for new in news if (entry := recalled(known, new))]
    whole = " ".join(dict.fromkeys(entry.msgstr for entry in parts))
    return parts if len(parts) == len(news) and whole == text else None


def _obsolete(entry: Entry) -> Entry:
    return replace(entry, obsolete=True, extracted=(), references=())


def _distinct(obsolete: Iterable[Entry], template: Iterable[Entry]) -> Iterable[Entry]:
    """No two entries with one key, which PO forbids: a second text gets a context of its own."""
    taken = {entry.key for entry in template}
    distinct: dict[Hashable, Entry] = {}
    for entry in obsolete:
        twin = distinct.get(entry.key)
        if entry.key in taken or (twin is not None and _texts(twin) != _texts(entry)):
            entry = with_context(entry, f"old:{digest(*_texts(entry))}")  # noqa: PLW2901  # from here on it is this one
            twin = distinct.get(entry.key)
        distinct[entry.key] = entry if twin is None else _one_of(twin, entry)
    return distinct.values()


def _one_of(twin: Entry, other: Entry) -> Entry:
    """Two entries with one text as one: with the comments of both, and accepted if either is."""
    better = other if twin.fuzzy and not other.fuzzy else twin
    comments = tuple(dict.fromkeys(twin.comments + other.comments))
    return better if comments == better.comments else replace(better, comments=comments)


def _texts(entry: Entry) -> tuple[str, ...]:
    return entry.msgid_plural or "", entry.msgstr, *entry.msgstr_plural
