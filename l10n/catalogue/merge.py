"""Old entries + a new template -> new entries. Nothing a person typed is dropped: it moves along or becomes `#~`.

Source of the conventions: GNU gettext manual, "Invoking the msgmerge Program" (`--previous`); wdiff's marks.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from l10n.catalogue.bookkeeping import Mark, Record
from l10n.catalogue.cosmetics import carried_over
from l10n.catalogue.mark import (
    TERM,
    is_draft,
    machine_made,
    of_another_source,
    record,
    text_digest,
    true_mark,
    with_record,
    with_text,
)
from l10n.catalogue.matching import Match, alike, doubtful, moved, same
from l10n.catalogue.notes import (
    carried,
    has_notes,
    noted,
    remembering,
    tidied,
    was_accepted,
    was_edited,
    without_notes,
)
from l10n.catalogue.signature import signed, with_context
from l10n.catalogue.similarity import word_diff
from l10n.identity import digest
from l10n.model import Entry

Divide = Callable[[str, int], list[str] | None]
"""Divides a translation into so many sentences, None if it has not so many."""


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
    """At their place or moved."""
    restored: int
    """Obsolete entries whose segment came back."""
    touched: frozenset[tuple[str | None, str]] = frozenset()
    """Keys of changed entries that still have the text of before."""
    notes: tuple[str, ...] = ()
    """People's comments on untranslated segments that disappeared: PO has no obsolete entry without a text."""


def merge(old: Sequence[Entry], template: Sequence[Entry], divide: Divide | None = None) -> Merge:
    """Give each entry of the template the work done on its old self, wherever that stood.

    An unchanged segment keeps everything. A changed one gets the old text as fuzzy, with `#| msgid` and a comment on
    the change, unless that text is a mere draft. Plural entries are never ours and become obsolete.
    """
    current = [entry for entry in old if not entry.obsolete and entry.msgid_plural is None]
    foreign = [entry for entry in old if not entry.obsolete and entry.msgid_plural is not None]
    obsolete = [entry for entry in old if entry.obsolete]
    pairs = same(current, template)
    back = _back(obsolete, template, pairs)
    matches = alike(current, template, pairs | dict.fromkeys(back, -2))
    doubts = doubtful(current, template, pairs)
    result = {
        index: (_in_doubt if index in doubts else _kept)(current[other], template[index])
        for index, other in pairs.items()
    }
    result |= {index: _kept(obsolete[other], template[index]) for index, other in back.items()}
    for match in matches:
        result |= _changed(match, current, template, divide)
    used = {*pairs.values(), *(index for match in matches for index in match.old)}
    gone = [entry for index, entry in enumerate(current) if index not in used] + foreign
    returned = set(back.values())
    kept = [entry for index, entry in enumerate(obsolete) if index not in returned]
    kept += [_obsolete(entry) for entry in gone if entry.translated]
    entries = (result.get(index, entry) for index, entry in enumerate(template))
    return Merge(
        entries=(*entries, *_distinct(kept, template)),
        new=len(template) - len(result),
        changed=sum(len(match.new) for match in matches),
        moved=moved(pairs),
        obsolete=len(gone),
        unchanged=len(pairs),
        restored=len(back),
        touched=frozenset(result[index].key for match in matches for index in match.new if result[index].translated),
        notes=tuple(
            f"{line} (on a segment that is gone: {entry.msgid})"
            for entry in gone
            if not entry.translated
            for line in record(entry).people
        ),
    )


def _back(obsolete: Sequence[Entry], template: Sequence[Entry], pairs: dict[int, int]) -> dict[int, int]:
    missing = [index for index in range(len(template)) if index not in pairs]
    singular = [
        replace(entry, previous=()) if entry.msgid_plural is None else replace(entry, msgid="") for entry in obsolete
    ]
    found = same(singular, [template[index] for index in missing])
    return {missing[place]: other for place, other in found.items()}


def _kept(old: Entry, new: Entry) -> Entry:
    """The new entry with all that was done on the old one; the text is the same, or is so again."""
    if old.msgid != new.msgid:
        return _returned(old, new)
    if is_draft(old) and (of_another_source(old) or (old.previous and not has_notes(old))):
        return _empty(old, new)  # msgmerge's guess, or Poedit's: a draft of another text
    entry = tidied(with_context(old, new.msgctxt))
    guess = dict(entry.previous).get("msgid", old.msgid) != old.msgid and not record(entry).was
    return _with_work(new, remembering([entry], entry) if guess and entry.fuzzy else entry)


def _returned(old: Entry, new: Entry) -> Entry:
    """An outdated entry whose source is what it was: so is its state, unless somebody has edited the text meanwhile."""
    back = carried_over(old.msgid, new.msgid, old.msgstr) if carried(old) else None
    text = back.text if back else old.msgstr
    return _settled(old, new, text) or _outdated([old], new, old.msgid, text, "the source is again what it was")


def _settled(old: Entry, new: Entry, text: str) -> Entry | None:
    """The entry in the state in which somebody has left exactly this text for exactly this source, if that is known."""
    mended = with_text(old, text) if machine_made(old) else old.with_texts((text,))
    again = replace(_with_work(new, mended), previous=())
    if signed(again) or was_accepted(again):
        return tidied(without_notes(again.accepted()))
    if was_edited(again) or _is_draft_again(again):
        return without_notes(again.as_fuzzy())
    return None


def _is_draft_again(entry: Entry) -> bool:
    """A part of a joined text that nobody has ever accepted, beside parts that somebody has."""
    now = text_digest(entry)
    ours = machine_made(entry) and not of_another_source(entry)
    return ours and not any(one.text == now for one in record(entry).was)


def _in_doubt(old: Entry, new: Entry) -> Entry:
    """The same sentence stood in several places with different translations, and none of the places is left."""
    kept = _kept(old, new)
    if not kept.translated or is_draft(kept):
        return kept
    note = "this sentence stood in several places; is this the right one's translation?"
    doubted = with_record(old, replace(record(old).without_changes(), changed=(note,)))
    return _with_work(new, doubted.as_fuzzy())


def _changed(match: Match, old: Sequence[Entry], template: Sequence[Entry], divide: Divide | None) -> dict[int, Entry]:
    """What becomes of the segments of one match."""
    olds = [old[index] for index in match.old]
    news = [template[index] for index in match.new]
    work = _together(olds)
    if all(is_draft(entry) or not entry.translated for entry in olds):
        return {index: _empty(work, new) for index, new in zip(match.new, news, strict=True)}
    before = " ".join(dict.fromkeys(map(_source_of, olds)))
    text = " ".join(dict.fromkeys(entry.msgstr for entry in olds if entry.msgstr))
    if len(news) > 1:
        parts = (divide and divide(text, len(news))) or [text] * len(news)
        note = f"split in {len(news)}; before: {before}"
        drafts = [(new, part, note) for new, part in zip(news, parts, strict=True)]
    elif len(olds) > 1:
        drafts = [(news[0], text, f"joined from {len(olds)}")]
    else:
        cosmetic = carried_over(before, news[0].msgid, text)
        drafts = [(news[0], cosmetic.text if cosmetic else text, cosmetic.reason if cosmetic else "")]
    return {
        index: _settled(work, new, part) or _outdated(olds, new, before, part, note)
        for index, (new, part, note) in zip(match.new, drafts, strict=True)
    }


def _together(olds: Sequence[Entry]) -> Entry:
    """The entries as one: texts and comments one after the other; a machine's only if all of them are."""
    if len(olds) == 1:
        return olds[0]
    records = [record(entry) for entry in olds]
    joined = {
        name: tuple(dict.fromkeys(one for found in records for one in getattr(found, name)))
        for name in Record.__dataclass_fields__
    }
    text = " ".join(dict.fromkeys(entry.msgstr for entry in olds if entry.msgstr))
    accepted = not any(entry.fuzzy for entry in olds if entry.translated)
    whole = replace(olds[0] if not accepted else olds[0].accepted(), msgstr=text)
    whole = with_record(whole if accepted else whole.as_fuzzy(), Record(**joined))
    return _with_mark_of_all(olds, whole)


def _with_mark_of_all(olds: Sequence[Entry], whole: Entry) -> Entry:
    marks = [true_mark(entry) for entry in olds if entry.translated]
    if not marks or None in marks or machine_made(whole):
        return whole
    first = next(mark for mark in marks if mark)
    sources = {mark.source for mark in marks if mark}
    source = first.source if len(sources) == 1 else digest(" ".join(dict.fromkeys(map(_source_of, olds))))
    mark: Mark = replace(first, source=source, texts=(digest(whole.msgstr),))
    found = record(whole)
    return with_record(whole, replace(found, marks=(*found.marks, mark)))


def _outdated(olds: Sequence[Entry], new: Entry, before: str, text: str, note: str) -> Entry:
    """Fuzzy, with the text it was a translation of, and a word on what changed."""
    work = with_text(_together(olds), text)
    entry = replace(_with_work(new, work).as_fuzzy(), extracted=new.extracted, previous=(("msgid", before),))
    return remembering(olds, noted(entry, note, word_diff(before, new.msgid)))


def _source_of(entry: Entry) -> str:
    """What the text is a translation of."""
    previous = dict(entry.previous).get("msgid") if entry.fuzzy and not carried(entry) else None
    return entry.msgid if previous is None else previous


def _with_work(new: Entry, old: Entry) -> Entry:
    """The template's entry with what people and we have done on the old one."""
    return replace(
        new,
        msgstr=old.msgstr,
        msgctxt=new.msgctxt,
        flags=old.flags,
        comments=old.comments,
        extracted=(*new.extracted, *(line for line in old.extracted if line.startswith(TERM))),
        previous=old.previous,
        line=old.line,
    )


def _empty(old: Entry, new: Entry) -> Entry:
    """A segment whose old text was only a draft: to be drafted anew; people's comments stay."""
    return with_record(replace(new, comments=old.comments, line=old.line), Record(people=record(old).people))


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
    kept = other if twin.fuzzy and not other.fuzzy else twin
    comments = tuple(dict.fromkeys(twin.comments + other.comments))
    return kept if comments == kept.comments else replace(kept, comments=comments)


def _texts(entry: Entry) -> tuple[str, ...]:
    return entry.msgid_plural or "", entry.msgstr, *entry.msgstr_plural
