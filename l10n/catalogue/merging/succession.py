"""What an entry takes over from its old selves: text, state, comments, and a memory of what they were.

A text is the machine's only if all its parts were; whatever somebody has typed, accepted or signed stays, as outdated
if its source is another by now, and comes back in the state it had when the source does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from l10n.catalogue.bookkeeping import record, with_record
from l10n.catalogue.bookkeeping.changes import (
    carried,
    has_notes,
    noted,
    of_place,
    remembering,
    tidied,
    unread,
    was_accepted,
    was_edited,
    without_notes,
)
from l10n.catalogue.bookkeeping.digests import text_digest
from l10n.catalogue.bookkeeping.grammar import TERM
from l10n.catalogue.bookkeeping.marks import is_draft, machine_made, of_another_source, true_mark, with_text
from l10n.catalogue.bookkeeping.record import DraftMark, Record
from l10n.catalogue.bookkeeping.signature import signed, with_context
from l10n.catalogue.merging.similarity import word_diff
from l10n.documents.inline.carrying import carried_over
from l10n.identity import digest
from l10n.model import Entry


def kept(old: Entry, new: Entry) -> Entry:
    """The new entry with all that was done on the old one; the text is the same, or is so again."""
    if old.msgid != new.msgid:
        return returned(old, new)
    if not (old.comments or old.previous or old.fuzzy):
        return _with_work(new, old)  # nobody has left a word on it
    if is_draft(old) and (of_another_source(old) or (old.previous and not has_notes(old))):
        return empty(old, new)  # msgmerge's guess, or Poedit's: a draft of another text
    entry = tidied(with_context(old, new.msgctxt))
    known = (entry.fuzzy or unread(entry)) and (was_accepted(entry) or was_edited(entry))
    if known and (back := settled(old, new, old.msgstr)):
        return back
    guess = dict(entry.previous).get("msgid", old.msgid) != old.msgid and not record(entry).was
    return _with_work(new, remembering([entry], entry) if guess and entry.fuzzy else entry)


def returned(old: Entry, new: Entry) -> Entry:
    """An outdated entry whose source is what it was: so is its state, unless somebody has edited the text meanwhile."""
    back = carried_over(new, old.msgid, new.msgid, old.msgstr) if carried(old) else None
    text = back.text if back else old.msgstr
    return settled(old, new, text) or outdated([old], new, old.msgid, text, "the source is again what it was")


def settled(old: Entry, new: Entry, text: str) -> Entry | None:
    """The entry in the state in which somebody has left exactly this text for exactly this source, if that is known."""
    mended = with_text(old, text) if machine_made(old) else old.with_texts((text,))
    again = with_context(replace(_with_work(new, mended), msgctxt=old.msgctxt, previous=()), new.msgctxt)
    if signed(again) or was_accepted(again):
        return tidied(without_notes(again.accepted()))
    if was_edited(again) or (_is_draft_again(again) and (old.fuzzy or unread(old))):
        return without_notes(again.as_fuzzy())
    return None


def _is_draft_again(entry: Entry) -> bool:
    """A part of a joined text that nobody has ever accepted, beside parts that somebody has."""
    now = text_digest(entry)
    ours = machine_made(entry) and not of_another_source(entry)
    return ours and not any(was.text == now for was in record(entry).was)


def in_doubt(old: Entry, new: Entry) -> Entry:
    """The same sentence stood in several places with different translations, and none of the places is left."""
    entry = kept(old, new)
    back = (old.fuzzy or unread(old)) and record(old).was and not record(entry).was
    if back or not entry.translated or is_draft(entry):
        return entry
    note = "this sentence stood in several places; is this the right one's translation?"
    work = record(old)
    doubted = with_record(old, replace(work, changed=(note,), diffs=(), was=work.was or (of_place(old),)))
    return _with_work(new, doubted.as_fuzzy())


def together(olds: Sequence[Entry]) -> Entry:
    """The entries as one: texts and comments one after the other; a machine's only if all of them are."""
    if len(olds) == 1:
        return olds[0]
    records = [record(entry) for entry in olds]
    joined = {
        name: tuple(dict.fromkeys(value for work in records for value in getattr(work, name)))
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
    source = first.source if len(sources) == 1 else digest(" ".join(dict.fromkeys(map(source_of, olds))))
    mark: DraftMark = replace(first, source=source, texts=(digest(whole.msgstr),))
    work = record(whole)
    return with_record(whole, replace(work, marks=(*work.marks, mark)))


def outdated(olds: Sequence[Entry], new: Entry, before: str, text: str, note: str) -> Entry:
    """Fuzzy, with the text it was a translation of, and a word on what changed."""
    olds = [with_context(entry, new.msgctxt) for entry in olds]
    work = with_text(together(olds), text)
    entry = replace(_with_work(new, work).as_fuzzy(), extracted=new.extracted, previous=(("msgid", before),))
    return remembering(olds, noted(entry, note, word_diff(before, new.msgid)))


def source_of(entry: Entry) -> str:
    """What the text is a translation of."""
    previous = entry.previous_msgid if entry.fuzzy and not carried(entry) else None
    return entry.msgid if previous is None else previous


def _with_work(new: Entry, old: Entry) -> Entry:
    """The template's entry with what people and we have done on the old one; that very one if it comes out the same."""
    terms = tuple([line for line in old.extracted if line.startswith(TERM)])
    extracted = (*new.extracted, *terms) if terms else new.extracted
    same = old.extracted == extracted and old.references == new.references and old.key == new.key
    if same and not old.obsolete and not old.plural:
        return old
    return Entry(
        new.msgid,
        old.msgstr,
        new.msgctxt,
        old.flags,
        old.comments,
        extracted,
        new.references,
        old.previous,
        new.obsolete,
        new.msgid_plural,
        new.msgstr_plural,
        old.equals,
        old.line,
    )


def empty(old: Entry, new: Entry) -> Entry:
    """A segment whose old text was only a draft: to be drafted anew; flags and people's comments stay."""
    kept = replace(new, comments=old.comments, flags=old.accepted().flags, equals=old.equals, line=old.line)
    return with_record(kept, Record(people=record(old).people))
