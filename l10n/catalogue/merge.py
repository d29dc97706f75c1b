"""Old entries + a new template -> new entries. Nothing a person typed is dropped: it moves along or becomes `#~`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from l10n.identity import digest
from l10n.model import Entry


@dataclass(frozen=True, slots=True)
class Merge:
    """The merged entries, obsolete ones last, and what became of the segments."""

    entries: tuple[Entry, ...]
    new: int
    unchanged: int
    restored: int
    """Obsolete entries whose segment came back."""
    obsolete: int
    """Entries whose segment disappeared in this merge."""


def merge(old: Sequence[Entry], template: Sequence[Entry]) -> Merge:
    """Give each entry of the template the text, flags and comments of its old self, wherever that stood.

    An old self is, in this order: the same key; the same msgid after the same sentence; the same msgid; an obsolete
    entry with the same msgid. Plural entries are never ours and become obsolete.
    """
    current = [entry for entry in old if not entry.obsolete]
    obsolete = [entry for entry in old if entry.obsolete]
    candidates = [entry for entry in current if entry.msgid_plural is None]
    pairs = _pairs(candidates, template)
    missing = [index for index in range(len(template)) if index not in pairs]
    back = _pairs(obsolete, [template[index] for index in missing])
    pairs |= {missing[place]: entry for place, entry in back.items()}
    used = {id(entry) for entry in pairs.values()}
    gone = [entry for entry in current if id(entry) not in used]
    kept = [entry for entry in obsolete if id(entry) not in used]
    kept += [_obsolete(entry) for entry in gone if _precious(entry)]
    entries = (_renewed(entry, pairs.get(index)) for index, entry in enumerate(template))
    return Merge(
        entries=(*entries, *_distinct(kept, template)),
        new=len(template) - len(pairs),
        unchanged=len(pairs) - len(back),
        restored=len(back),
        obsolete=len(gone),
    )


def _pairs(old: Sequence[Entry], new: Sequence[Entry]) -> dict[int, Entry]:
    """Index in `new` -> its old self; each old entry is used once, the surest likeness first."""
    before_old = {id(entry): previous for entry, previous in zip(old, _before(old), strict=True)}
    before_new = {id(entry): previous for entry, previous in zip(new, _before(new), strict=True)}
    likenesses: tuple[tuple[Callable[[Entry], Hashable], Callable[[Entry], Hashable]], ...] = (
        (lambda entry: entry.key, lambda entry: entry.key),
        (
            lambda entry: (entry.msgid, before_old[id(entry)]),
            lambda entry: (entry.msgid, before_new[id(entry)]),
        ),
        (lambda entry: entry.msgid, lambda entry: entry.msgid),
    )
    pairs: dict[int, Entry] = {}
    for old_key, new_key in likenesses:
        used = {id(entry) for entry in pairs.values()}
        free: defaultdict[Hashable, list[Entry]] = defaultdict(list)
        for entry in reversed(old):
            if id(entry) not in used:
                free[old_key(entry)].append(entry)
        for index, entry in enumerate(new):
            if index not in pairs and free[new_key(entry)]:
                pairs[index] = free[new_key(entry)].pop()
    return pairs


def _before(entries: Sequence[Entry]) -> list[str]:
    return ["", *(entry.msgid for entry in entries)][: len(entries)]


def _renewed(entry: Entry, old: Entry | None) -> Entry:
    if old is None:
        return entry
    return replace(
        entry, msgstr=old.msgstr, flags=old.flags, comments=old.comments, previous=old.previous, line=old.line
    )


def _obsolete(entry: Entry) -> Entry:
    return replace(entry, obsolete=True, extracted=(), references=())


def _precious(entry: Entry) -> bool:
    """Worth keeping when its segment is gone: any text, any comment."""
    return entry.translated or bool(entry.comments)


def _distinct(obsolete: Iterable[Entry], template: Iterable[Entry]) -> Iterable[Entry]:
    """No two entries with one key, which PO forbids: a second text gets a context of its own."""
    taken = {entry.key for entry in template}
    distinct: dict[Hashable, Entry] = {}
    for entry in obsolete:
        twin = distinct.get(entry.key)
        if entry.key in taken or (twin is not None and twin.msgstr != entry.msgstr):
            name = f"old:{digest(entry.msgstr, *entry.msgstr_plural)}"
            distinct.setdefault((name, entry.msgid), replace(entry, msgctxt=name))
        else:
            distinct.setdefault(entry.key, entry)
    return distinct.values()
