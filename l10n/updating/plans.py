"""What is to become of each catalogue, worked out before anything is written."""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from l10n import segmentation
from l10n.catalogue import po
from l10n.catalogue.header import Header, header, now
from l10n.catalogue.layout import Layout
from l10n.catalogue.merging.merge import merge
from l10n.catalogue.references import as_reference, sentence
from l10n.catalogue.revision import revised, revised_template
from l10n.catalogue.template import template
from l10n.drafting.restoring import restored
from l10n.errors import L10nError
from l10n.files import refuse_special
from l10n.model import Catalogue, Document, Entry
from l10n.model.origin_lines import ReferenceStyle
from l10n.updating import Move, Plan, UpdateOptions
from l10n.updating.losses import lost, refuse
from l10n.updating.moves import moves, with_arrivals, without_departures
from l10n.updating.origins import Holding
from l10n.updating.writing import stamp


@dataclass(frozen=True, slots=True)
class Task:
    """A document and the template that its catalogues are merged with."""

    document: Document
    source: str
    """The source language."""
    new: Catalogue
    """Its template, the old one if nothing has changed. That of before is in nobody's way: it may be large."""
    changed: bool
    """The template is to be written."""
    has_new_texts: bool
    """Not all of its texts were in the template of before."""
    stored: tuple[str, ...]
    """The names under which its catalogues may be now: where a dry run renames none, the old one, too."""
    before: str
    """What the file was called when they were written."""


def task(
    document: Document,
    source: str,
    stored: tuple[str, ...],
    held: Holding | None,
    layout: Layout,
    options: UpdateOptions,
) -> Task:
    """What is to be done for a document; raises L10nError if its template of before cannot be read."""
    entries, before = template(document, options.references), held.owner if held else ""
    old = (held and held.pot) or _load(layout.template(name) for name in stored)[0]
    comments = (sentence("", document.reference),)
    fresh = Catalogue(_header(document, "", source, now(), options), comments=comments).as_fuzzy()
    new = _called(revised_template(old, entries, fresh), old, "", before, document.reference)
    return Task(document, source, new, new is not old, not _msgids(new) <= _msgids(old), stored, before)


def _msgids(catalogue: Catalogue) -> set[str]:
    return {entry.msgid for entry in catalogue.entries}


def plans(
    tasks: Iterable[Task], lang: str, layout: Layout, options: UpdateOptions, orphans: Iterable[str] = ()
) -> Iterator[tuple[str, Plan | L10nError]]:
    """The document's name and its plan, or why there is none: it cannot be read, or would lose texts.

    `orphans` are names of catalogues whose file is gone: they may give their entries, and stay as they are.
    """
    readable: list[tuple[Task, tuple[int, ...], Catalogue]] = []
    for task in tasks:
        try:
            old, seen = _load(layout.catalogue(lang, name) for name in task.stored)
            path = layout.catalogue(lang, task.document.name)
            readable.append((task, seen, restored(path, old, options.memory)))
        except L10nError as error:
            yield task.document.name, error
    arrived, departed = _moves(readable, dict(_orphaned(orphans, lang, layout)))
    for task, seen, old in readable:
        name = task.document.name
        path = layout.catalogue(lang, name)
        plan = _plan(task, lang, path, seen, old, (arrived[name], departed[name]), options)
        try:
            if not options.force:
                _check(plan)
        except L10nError as error:
            yield name, error
        else:
            yield name, plan


Moved = Mapping[str, tuple[Move, ...]]


def _orphaned(names: Iterable[str], lang: str, layout: Layout) -> Iterator[tuple[str, Sequence[Entry]]]:
    for name in names:
        path = layout.catalogue(lang, name)
        with contextlib.suppress(L10nError):  # it is in nobody's way
            if path.exists():
                yield name, po.read(path).entries


def _moves(
    read: Sequence[tuple[Task, tuple[int, ...], Catalogue]], orphans: Mapping[str, Sequence[Entry]]
) -> tuple[Moved, Moved]:
    """The moves by recipient, and by donor."""
    arrived: defaultdict[str, tuple[Move, ...]] = defaultdict(tuple)
    departed: defaultdict[str, tuple[Move, ...]] = defaultdict(tuple)
    if len(read) > 1 or orphans:
        olds = {**orphans, **{task.document.name: old.entries for task, _, old in read}}
        news = {**dict.fromkeys(orphans, ()), **{task.document.name: task.new.entries for task, _, _ in read}}
        for move in moves(olds, news):
            arrived[move.recipient] += (move,)
            departed[move.donor] += (move,)
    return arrived, departed


def _plan(
    task: Task,
    lang: str,
    path: Path,
    seen: tuple[int, ...],
    old: Catalogue,
    moved: tuple[tuple[Move, ...], tuple[Move, ...]],
    options: UpdateOptions,
) -> Plan:
    arrived, departed = moved
    segments = task.new.entries
    entries = with_arrivals(without_departures(old.entries, departed), segments, arrived)
    merged = merge(entries, segments, partial(_sentences, lang))
    pruned = tuple(entry for entry in merged.entries if entry.obsolete) if options.prune else ()
    if pruned:
        merged = replace(merged, entries=tuple(entry for entry in merged.entries if not entry.obsolete))
    created = dict(task.new.header)["POT-Creation-Date"]
    comments = (sentence(lang, task.document.reference),)
    fresh = Catalogue(_header(task.document, lang, task.source, created, options), (), comments)
    catalogue = _called(revised(old, merged.entries, fresh), old, lang, task.before, task.document.reference)
    catalogue = replace(catalogue, comments=(*catalogue.comments, *merged.notes)) if merged.notes else catalogue
    return Plan(task.document.name, lang, path, seen, old, catalogue, merged, pruned, arrived, departed)


def _header(document: Document, lang: str, source: str, created: str, options: UpdateOptions) -> Header:
    """A complete header, with the file of the texts if `#:` lines do not say it."""
    file = as_reference(document.reference) if options.references is ReferenceStyle.NEVER else ""
    return header(document.name, lang, source, created, file)


def _check(plan: Plan) -> None:
    """RefusalError if texts of people would be in none of the catalogues."""
    before = (*plan.old.entries, *(move.entry for move in plan.arrived))
    after = (*plan.merge.entries, *(move.entry for move in plan.departed))
    refuse(plan.path, before, lost(before, after), plan.pruned)


def _load(paths: Iterable[Path]) -> tuple[Catalogue, tuple[int, ...]]:
    """The first of these files that is there, and which it was; an empty catalogue if there is none."""
    path = next((path for path in paths if path.exists()), None)
    return (Catalogue(), ()) if path is None else _read(path)


def _read(path: Path) -> tuple[Catalogue, tuple[int, ...]]:
    refuse_special(path, "move it away, or name other --locales")
    seen = stamp(path)  # before it is read, or a save in between would not be seen
    return po.read(path), seen


def _called(catalogue: Catalogue, old: Catalogue, lang: str, before: str, after: str) -> Catalogue:
    """The catalogue with the document's file of now in its first line."""
    if catalogue is old or not before or before == after:
        return catalogue
    was, becomes = sentence(lang, before), sentence(lang, after)
    return replace(catalogue, comments=tuple(becomes if line == was else line for line in catalogue.comments))


def _sentences(lang: str, text: str, count: int) -> list[str] | None:
    """The sentences of a translation, if there are so many."""
    sentences = [text[start:end] for start, end in segmentation.spans(text, lang)]
    return sentences if len(sentences) == count else None
