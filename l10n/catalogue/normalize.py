"""A catalogue that comes back from an editor -> our form, with what editors break made whole. No text is changed.

| broken by | restored |
|---|---|
| OmegaT: drops every `fuzzy` | `fuzzy` of unsigned entries whose text still has the hash of its draft |
| OmegaT: writes the source into `msgstr` | emptied; `fuzzy` if the entry has a mark of a draft, of another text |
| Translate Toolkit, msgmerge: order, `#.` and `#:` | as in the template, for the entries that it has |
| polib, Poedit: order of the header's fields; others: missing ones | see `normalize_header` |
| moz.l10n, Lokalize: leave `#|` or our notes on an entry that is accepted with another text | removed |
| git, union of two branches: two marks of drafts | the last that has the hash of the text, else the last |

Of a catalogue that l10n has never worked on, only form and header are brought into order: a copied name is a decision
of its translators, and a `#|` line a note of theirs. Not known from the file, and so not restored: the flag of entries
that had been edited or whose source had changed, and `#|` lines. A text equal to its source is nobody's loss, as the
source has it; names that are the same in both languages stay if a draft gave them (the hash tells), if they are signed,
or with `keep_accepted`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from l10n.catalogue import normalize_header
from l10n.catalogue.bookkeeping import record, with_record
from l10n.catalogue.bookkeeping.changes import tidied, unread
from l10n.catalogue.bookkeeping.grammar import PREFIX
from l10n.catalogue.bookkeeping.marks import machine_made, of_another_source, origin_language, true_mark
from l10n.catalogue.bookkeeping.signature import signed
from l10n.catalogue.revision import files
from l10n.documents import inline
from l10n.languages.codes import base
from l10n.model import Catalogue, Entry, Key

_SENTENCE = re.compile(r"\s[^\W\d_]*[a-zäöüß][^\W\d_]*\s.*\S\s+\S")
"""Words enough, a small one among them: nobody translates a sentence by itself."""
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing that was made whole."""

    line: int
    """The line of the file as it was read, from 1."""
    what: str


@dataclass(frozen=True, slots=True)
class Normal:
    """The catalogue as it should be, and what was repaired, by line."""

    catalogue: Catalogue
    repairs: tuple[Repair, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What the file alone does not tell."""

    language: str
    """Empty if nobody knows."""
    source: str
    """The language of the msgids; empty if nobody knows, and then no text is taken for a copy of the source."""
    template: Catalogue | None = None
    keep_accepted: bool = False
    """Entries without `fuzzy` are somebody's decision, even drafts as they were made and copies of the source."""


def source_language(catalogue: Catalogue, template: Catalogue | None, default: str) -> str:
    """What header, template or the first package of a draft say; else the default, but empty for a stranger's file."""
    for known in (catalogue, template):
        if known and (named := dict(known.header).get("X-Source-Language")):
            return named
    packages = filter(None, map(origin_language, catalogue.entries))
    return next(packages, default if _has_notes(catalogue) else "")


def _is_ours(catalogue: Catalogue, template: Catalogue | None) -> bool:
    """Made by l10n, or worked on with it: strangers, too, name the source language."""
    made = ("X-Generator", "l10n") in ((name, value.partition(" ")[0]) for name, value in catalogue.header)
    return made or template is not None or _has_notes(catalogue)


def _has_notes(catalogue: Catalogue) -> bool:
    return any(line.startswith(PREFIX) for entry in catalogue.entries for line in entry.comments)


def normalized(catalogue: Catalogue, context: Context) -> Normal:
    """Bring the catalogue into our form; what is in it already comes back equal."""
    repairs: list[Repair] = []
    entries = []
    steps = list(_steps(context)) if _is_ours(catalogue, context.template) else []
    for entry in catalogue.entries:
        new = entry
        for what, step in steps:
            before, new = new, step(new)
            if new != before:
                repairs.append(Repair(entry.line, what(new)))
        entries.append(new)
    ordered = _ordered(entries, context.template)
    result = replace(catalogue, flags=catalogue.other_flags, entries=ordered)
    known = normalize_header.facts(result, context.language, context.source, context.template)
    result = replace(result, header=normalize_header.normal(catalogue.header, known))
    head = [Repair(1, what) for what in _changes(catalogue, result, entries)]
    return Normal(result, tuple(sorted((*head, *repairs), key=lambda repair: repair.line)))


def _steps(context: Context) -> Iterator[tuple[Callable[[Entry], str], Callable[[Entry], Entry]]]:
    """What to say of the repaired entry, and the repair; each sees the result of those before it."""
    if context.template:
        twins = {entry.key: entry for entry in context.template.entries}
        yield lambda _: "comments and references restored from the template", partial(_described, twins)
    yield lambda _: "stale mark of a draft removed", _marked_once
    yield lambda _: "traces of a change that is done with removed", tidied
    if context.keep_accepted:
        return
    if context.source and context.language and base(context.source) != base(context.language):
        yield _said_of_copy, _without_copy
    yield lambda _: "flag of an unread draft restored", _flagged


def _described(twins: dict[Key, Entry], entry: Entry) -> Entry:
    """The entry with the template's `#.` lines, and its `#:` lines if more than line numbers differ, as in `update`."""
    twin = twins.get(entry.key)
    if twin is None or entry.obsolete:
        return entry
    same = files(twin.references) == files(entry.references)
    return replace(entry, extracted=twin.extracted, references=entry.references if same else twin.references)


def _marked_once(entry: Entry) -> Entry:
    """The entry with one mark, each pivot once; the parts of a joined text keep theirs as long as it is outdated."""
    old = record(entry)
    if len(old.marks) < 2 or old.was:
        return entry
    true = true_mark(entry) or old.marks[-1]
    return with_record(entry, replace(old, marks=(true,)))


def _without_copy(entry: Entry) -> Entry:
    """Without the source as its own translation, unless that is natural: no letters, or as drafted, or signed."""
    copied = entry.translated and set(entry.texts) <= {entry.msgid, entry.msgid_plural}
    if not copied or entry.fuzzy or entry.obsolete or signed(entry) or machine_made(entry):
        return entry
    words = inline.visible_of(entry, entry.msgid).text
    if not _LETTER.search(words):
        return entry
    if record(entry).marks or not _SENTENCE.search(words):
        return entry.as_fuzzy()  # a name or title may be somebody's translation
    return replace(entry, msgstr="", msgstr_plural=tuple("" for _ in entry.msgstr_plural))


def _said_of_copy(entry: Entry) -> str:
    return "copy of the source flagged as fuzzy" if entry.translated else "copy of the source removed from msgstr"


def _flagged(entry: Entry) -> Entry:
    """Obsolete entries, too: they may come back."""
    draft = not entry.fuzzy and machine_made(entry) and not signed(entry) and not of_another_source(entry)
    return entry.as_fuzzy() if draft and not unread(entry) else entry


def _ordered(entries: Sequence[Entry], template: Catalogue | None) -> tuple[Entry, ...]:
    """The template's order; what it does not have stays after what it stood after; obsolete entries last."""
    indices = {entry.key: index for index, entry in enumerate(template.entries)} if template else {}
    keys: dict[int, tuple[int, bool]] = {}
    here = -1
    current = [entry for entry in entries if not entry.obsolete]
    for entry in current:
        here = indices.get(entry.key, here)
        keys[id(entry)] = (here, entry.key not in indices)
    obsolete = (entry for entry in entries if entry.obsolete)
    return (*sorted(current, key=lambda entry: keys[id(entry)]), *obsolete)


def _changes(old: Catalogue, new: Catalogue, entries: Sequence[Entry]) -> Iterator[str]:
    """What happened to header and order; `entries` in the old order."""
    yield from normalize_header.changes(old.header, new.header)
    if old.flags != new.flags:
        yield "header: fuzzy removed"
    if [entry.key for entry in entries] != [entry.key for entry in new.entries]:
        yield "entries put in order"
