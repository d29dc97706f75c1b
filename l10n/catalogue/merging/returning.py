"""Texts in `#~` that belong to an entry which is there again: they come back instead of a draft, in the state they had.

As gettext's msgmerge does it. Only the very same key counts, msgctxt and msgid, and the same msgid_plural.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from l10n.catalogue.bookkeeping import record, with_record
from l10n.catalogue.bookkeeping.marks import is_draft
from l10n.catalogue.states import state
from l10n.model import READ, SIGNED, Entry, State

KeyWithPlural = tuple[str | None, str, str | None]
"""The key and the msgid_plural: a text with plural forms is no text of an entry without, nor of one with another."""


def brought_back(entries: Sequence[Entry], forms: int | None) -> dict[int, Entry | None]:
    """Place -> the entry with its text again, None for the `#~` entries that it comes from.

    An entry that somebody has filled keeps its text. `forms` is the number of plural forms: a text that has more or
    fewer comes back as fuzzy. Without a number, entries with plural forms are left alone.
    """
    obsolete: defaultdict[KeyWithPlural, list[int]] = defaultdict(list)
    for index, entry in enumerate(entries):
        left_alone = forms is None and entry.plural
        if entry.obsolete and not left_alone and state(entry) is not State.UNTRANSLATED:
            obsolete[_key(entry)].append(index)
    changes: dict[int, Entry | None] = {}
    for index, entry in enumerate(entries):
        if entry.obsolete or not obsolete or (entry.translated and not is_draft(entry)):
            continue
        twins = {its_index: entries[its_index] for its_index in obsolete.get(_key(entry), ())}
        if not twins:
            continue
        best = max(twins.values(), key=_rank)  # the first of equals
        if entry.translated and is_draft(best):
            continue
        gone = {its_index: twin for its_index, twin in twins.items() if twin.texts == best.texts or is_draft(twin)}
        changes[index] = _returned(entry, best, gone.values(), forms)
        changes |= dict.fromkeys(gone)
    return changes


def with_changes(entries: Iterable[Entry], changes: Mapping[int, Entry | None]) -> list[Entry]:
    """The entries with the changes, without those that go."""
    return [entry for index, old in enumerate(entries) if (entry := changes.get(index, old))]


def _key(entry: Entry) -> KeyWithPlural:
    return (*entry.key, entry.msgid_plural)


def _rank(entry: Entry) -> tuple[bool, bool, bool, bool]:
    """People's before drafts, what they have read before what they have not, what is signed before all."""
    current = state(entry)
    return not is_draft(entry), current in READ, current in SIGNED, current is State.SECOND


def _returned(entry: Entry, old: Entry, gone: Iterable[Entry], forms: int | None) -> Entry:
    """The entry with text, state and our comments of the old one, and people's comments of all."""
    people = list(record(entry).people)
    people += dict.fromkeys(line for twin in gone for line in record(twin).people if line not in people)
    new = replace(entry.accepted(), msgstr=old.msgstr, msgstr_plural=old.msgstr_plural, previous=old.previous)
    new = with_record(replace(new, comments=old.comments), replace(record(old), people=tuple(people)))
    whole = not old.plural or len(old.msgstr_plural) == forms
    return new.as_fuzzy() if old.fuzzy or not whole else new
