"""Signing entries or sending them back: the allowed steps, and how people name the entries they mean.

    # l10n-reviewed: Anna Muster 2026-01-31 h=ab12cd34
    # l10n-rejected: Anna Muster 2026-01-31: "ist" is missing

No step touches a msgid or msgstr. Notes of a rejection stay when the entry is approved later: they tell its story.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from l10n.catalogue.bookkeeping import record, rejection, remark, with_record
from l10n.catalogue.bookkeeping.signature import countersign, sign, unsigned
from l10n.catalogue.revision import revised
from l10n.catalogue.states import state
from l10n.errors import L10nError
from l10n.identity import digest
from l10n.model import ACCEPTED, SIGNED, Catalogue, Entry, State


class Action(StrEnum):
    """What a reviewer does with an entry."""

    APPROVE = "approve"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a step is not allowed."""

    reason: str
    hint: str = ""
    """What to do next, where the reason does not say it."""


Allowed = frozenset[State] | Refusal

_SIGNED: Allowed = frozenset({State.REVIEWED})
_NO_TEXT = Refusal("the entry has no translation; write one, or have one drafted: l10n draft")

STEPS: Mapping[tuple[State, Action], Allowed] = MappingProxyType(
    {
        (State.UNTRANSLATED, Action.APPROVE): _NO_TEXT,
        (State.DRAFT, Action.APPROVE): _SIGNED,
        (State.EDITED, Action.APPROVE): _SIGNED,
        (State.OUTDATED, Action.APPROVE): _SIGNED,
        (State.OUTDATED_UNREAD, Action.APPROVE): _SIGNED,
        (State.UNREAD, Action.APPROVE): _SIGNED,
        (State.TRANSLATED, Action.APPROVE): _SIGNED,
        (State.REVIEWED, Action.APPROVE): SIGNED,
        (State.SECOND, Action.APPROVE): frozenset({State.SECOND}),
        (State.UNTRANSLATED, Action.REJECT): _NO_TEXT,
        (State.DRAFT, Action.REJECT): frozenset({State.DRAFT}),
        (State.EDITED, Action.REJECT): frozenset({State.EDITED}),
        (State.OUTDATED, Action.REJECT): frozenset({State.OUTDATED}),
        (State.OUTDATED_UNREAD, Action.REJECT): frozenset({State.OUTDATED}),
        (State.UNREAD, Action.REJECT): frozenset({State.DRAFT, State.EDITED}),
        (State.TRANSLATED, Action.REJECT): frozenset({State.EDITED}),
        (State.REVIEWED, Action.REJECT): frozenset({State.DRAFT, State.EDITED}),
        (State.SECOND, Action.REJECT): frozenset({State.DRAFT, State.EDITED}),
    }
)
"""The states that a step may lead to. Where there are two, whose text is sent back decides: the machine's is a draft;
and who signs: only another person's signature is a second one.
"""

CLEAN = ACCEPTED - SIGNED
"""What `--all-clean` approves: accepted by somebody already, no doubt stands."""


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who signs, and on which day."""

    name: str
    date: str
    """YYYY-MM-DD, UTC."""


@dataclass(frozen=True, slots=True)
class Review:
    """A catalogue after a review, and what became of the entries that were meant."""

    catalogue: Catalogue
    changed: int
    unchanged: int
    """Entries for which there was nothing to do: signed already, or fuzzy already and no note given."""
    refused: tuple[tuple[Entry, Refusal], ...]
    """The entries that stay as they are, and why, in the order of the file."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which entries people mean: indices in `Catalogue.entries`, and the names that fit none."""

    indices: frozenset[int]
    missing: tuple[str, ...] = ()


def step(entry: Entry, action: Action, by: Reviewer | None, note: str = "") -> Entry | Refusal:
    """The entry after one step of STEPS; whoever approves or leaves a note has to give a name (`by`)."""
    now = state(entry)
    allowed = STEPS[now, action]
    if isinstance(allowed, Refusal):
        return allowed
    if action is Action.APPROVE:
        if entry.plural and not entry.complete:
            return Refusal("a plural form is empty")
        if now is State.SECOND:
            return entry  # the first two signatures stay
        return (countersign if now is State.REVIEWED else sign)(entry, *_signature(by))
    back = unsigned(entry)
    if now not in allowed:
        stale = State.OUTDATED in allowed
        back = replace(back.as_fuzzy(), previous=back.previous if stale else ())  # an old `#|` would make it look so
    return _with_note(back, by, note) if note else back


def commented(entry: Entry, name: str, text: str) -> Entry:
    """The entry with a comment of this person, once; text and state stay."""
    old, line = record(entry), remark(name, text)
    return entry if line in old.people else with_record(entry, replace(old, people=(*old.people, line)))


def review(old: Catalogue, indices: Collection[int], action: Action, by: Reviewer | None, note: str = "") -> Review:
    """Take the step with each entry at these places; everything else stays, but for PO-Revision-Date.

    Of an approval, `l10n.checking.approval` says whether it should be.
    """
    entries = list(old.entries)
    refused = []
    for index in sorted(indices):
        after = step(entries[index], action, by, note)
        if isinstance(after, Refusal):
            refused.append((entries[index], after))
        else:
            entries[index] = after
    changed = sum(before != after for before, after in zip(old.entries, entries, strict=True))
    unchanged = len(indices) - len(refused) - changed
    return Review(revised(old, tuple(entries), old), changed, unchanged, tuple(refused))


def clean(entries: Sequence[Entry]) -> frozenset[int]:
    """The places that `--all-clean` means."""
    return frozenset(index for index in _current(entries) if state(entries[index]) in CLEAN)


def choose(names: str, entries: Sequence[Entry], last_line: int) -> Selection:
    """The entries of `3,5-7,L120,ab12cd34` or `all`; L10nError for what is none of these.

    Numbers count the entries that are not obsolete, from 1; `L120` (or `:120`) is the entry to which that line of the
    file belongs, `last_line` the file's last; eight hexadecimal digits are an entry's `key`.
    """
    chosen: set[int] = set()
    missing = []
    for name in filter(None, map(str.strip, names.split(","))):
        indices, whole = _find(name, entries, last_line)
        chosen.update(indices)
        if not whole:
            missing.append(name)
    if not chosen and not missing:
        raise _unclear(names)
    return Selection(frozenset(chosen), tuple(missing))


def key(entry: Entry) -> str:
    """A short name of the entry that outlives insertions above it: digest of msgctxt and msgid."""
    return digest(entry.msgctxt or "", entry.msgid)


def one_line(text: str, what: str, hint: str) -> str:
    """The text, fit for a comment; L10nError if it is empty, has several lines or control characters."""
    line = re.sub(" +", " ", text.strip())
    if not line:
        raise L10nError(f"{what} is empty", hint)
    if any(unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} for character in line):
        raise L10nError(f"{what} has a line break or control character: {line!r}", hint)
    return line


def _signature(by: Reviewer | None) -> tuple[str, str]:
    if by is None:
        raise ValueError("a signature or note needs a reviewer")
    return by.name, by.date


def _with_note(entry: Entry, by: Reviewer | None, note: str) -> Entry:
    name, date = _signature(by)
    old = record(entry)
    line = rejection(name, date, note)
    return entry if line in old.people else with_record(entry, replace(old, people=(*old.people, line)))


def _current(entries: Sequence[Entry]) -> list[int]:
    return [index for index, entry in enumerate(entries) if not entry.obsolete]


def _find(name: str, entries: Sequence[Entry], last_line: int) -> tuple[list[int], bool]:
    """The indices of the entries with this name, and whether the whole of it could be found."""
    current = _current(entries)
    if name == "all":
        return current, True
    if re.fullmatch("[0-9a-f]{8}", name):
        indices = [index for index in current if key(entries[index]) == name]
        return indices, bool(indices)
    if match := re.fullmatch("(?:L|:)([0-9]{1,9})", name):
        indices = _at_line(int(match[1]), entries) if int(match[1]) <= last_line else []
        return indices, bool(indices)
    if match := re.fullmatch("([0-9]{1,7})(?:-([0-9]{1,7}))?", name):
        first, last = int(match[1]), int(match[2] or match[1])
        if 0 < first <= last:
            return current[first - 1 : last], last <= len(current)
    raise _unclear(name)


def _at_line(line: int, entries: Sequence[Entry]) -> list[int]:
    """An entry reaches from its first comment to the line before the next entry."""
    order = sorted(range(len(entries)), key=lambda index: entries[index].line)
    last = bisect_right(order, line, key=lambda index: entries[index].line) - 1
    return [order[last]] if last >= 0 and not entries[order[last]].obsolete else []


def _unclear(name: str) -> L10nError:
    hint = "numbers and ranges as 3,5-7, a line of the file as L120, a key as ab12cd34, or all; l10n review list PO"
    return L10nError(f"--entries: '{name}' names no entry", hint)
