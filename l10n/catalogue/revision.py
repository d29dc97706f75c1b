"""Old catalogue + new entries -> the catalogue to write: the header grows, and dates change only when content does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields, replace

from l10n.catalogue.header import CREATED, REVISED, Header, completed, dated, now
from l10n.model import Catalogue, Entry

_LINE_NUMBER = re.compile(r"(?<=:)\d+$")
"""Its colon says that there is one."""
_FIELDS = [field.name for field in fields(Entry) if field.name not in ("references", "line")]


def revised(old: Catalogue, entries: tuple[Entry, ...], new: Catalogue) -> Catalogue:
    """The old catalogue with these entries; itself, where only line numbers of `#:` would change.

    What the old header lacks comes from `new`, and POT-Creation-Date, the time of the last change of the source text.
    PO-Revision-Date becomes now if a msgstr, flag or translator comment changed. Only a template's header is fuzzy.
    """
    header = completed(old.header, new.header)
    flags = tuple(dict.fromkeys((*new.flags, *old.other_flags)))
    if header == old.header and flags == old.flags and _same_content(old.entries, entries):
        return old
    header = dated(header, created=dict(new.header).get(CREATED, now()))
    if _work(old.entries) != _work(entries):
        header = dated(header, revised=now())
    comments = old.comments if old.header else old.comments or new.comments
    return replace(old, header=header, entries=entries, comments=comments, flags=flags)


def revised_template(old: Catalogue, entries: tuple[Entry, ...], new: Catalogue) -> Catalogue:
    """The same for a template, which has nobody's work in it: its dates are those of the last change of its msgids."""
    if [entry.key for entry in old.entries] == [entry.key for entry in entries]:
        return revised(old, entries, replace(new, header=_with_dates_of(old.header, new.header)))
    return replace(new, entries=entries)


def files(references: Sequence[str]) -> list[str]:
    """The references without line numbers, which are no reason to write a file anew."""
    return [_LINE_NUMBER.sub("", name) for name in references]


def _with_dates_of(old: Header, new: Header) -> Header:
    dates = dict(old)
    return tuple((name, dates.get(name, value) if name in (CREATED, REVISED) else value) for name, value in new)


def _same_content(old: tuple[Entry, ...], new: tuple[Entry, ...]) -> bool:
    """All is equal but where entries stand in the PO file, and line numbers of the source."""
    sides = (sorted(side, key=lambda entry: entry.obsolete) for side in (old, new))
    return len(old) == len(new) and all(a is b or _content(a) == _content(b) for a, b in zip(*sides, strict=True))


def _content(entry: Entry) -> tuple[object, ...]:
    return (*(getattr(entry, name) for name in _FIELDS), files(entry.references))


def _work(entries: tuple[Entry, ...]) -> dict[object, object]:
    return {
        entry.key: (entry.msgstr, entry.msgstr_plural, entry.flags, entry.comments)
        for entry in entries
        if entry.msgstr or entry.comments or entry.translated
    }
