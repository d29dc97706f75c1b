"""Drafts: where a text comes from, for which source it was made, and whether anybody has touched it since.

`reviewed+en-ru-1.9` as packages says that people have accepted the English. See `bookkeeping` for the comments.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from l10n.catalogue.bookkeeping import record, with_record, written
from l10n.catalogue.bookkeeping.digests import source_digest, text_digest
from l10n.catalogue.bookkeeping.grammar import FIRST_LEG, PERCENT, TERM
from l10n.catalogue.bookkeeping.record import DraftMark, Record
from l10n.identity import digest
from l10n.model import Draft, Entry


def drafted(entry: Entry, *drafts: Draft, terms: Iterable[str] = ()) -> Entry:
    """The entry with this draft in place of its text: fuzzy, marked, people's comments kept.

    A plural entry takes a draft for each of its forms. `terms`, as `Kreml → Кремль`, are those that it lacks.
    """
    texts = tuple(draft.text for draft in drafts)
    legs = [leg for draft in drafts for leg in draft.legs]
    between = () if drafts[0].match else tuple(leg.text for draft in drafts for leg in draft.legs[:-1])
    lost = tuple(item for leg in legs for item in leg.lost)
    mark = replace(_mark(drafts), source=source_digest(entry), texts=tuple(map(digest, texts)))
    new = Record(people=record(entry).people, pivots=between, lost=lost, marks=(mark,))
    extracted = (*(line for line in entry.extracted if not _is_term(line)), *(TERM + term for term in terms))
    fresh = replace(entry.with_texts(texts), comments=written(new), extracted=extracted, previous=(), obsolete=False)
    return fresh.accepted().as_fuzzy()


def without_marks(entry: Entry) -> Entry:
    """The entry as nobody's draft: its text belongs to people now."""
    return with_record(entry, replace(record(entry), pivots=(), lost=(), marks=()))


def with_text(entry: Entry, *texts: str) -> Entry:
    """The entry with other texts that we made of its own, one a plural form: a machine's text stays a machine's."""
    old = record(entry)
    marks = tuple(_moved(mark, entry.texts, texts) for mark in old.marks)
    before, now = text_digest(entry), digest(*texts)
    was = tuple(replace(memory, now=now) if memory.now == before else memory for memory in old.was)
    changed = with_record(entry.with_texts(texts), replace(old, marks=marks, was=was))
    peoples = texts != entry.texts and marks == old.marks and not partly_machine_made(entry)
    return without_marks(changed) if peoples else changed


def machine_made(entry: Entry) -> bool:
    """The text is a machine's, letter by letter and in all plural forms: nobody has edited it since it was drafted."""
    return true_mark(entry) is not None


def true_mark(entry: Entry) -> DraftMark | None:
    """The mark that was written with this very text, the last of them; None if no machine wrote it."""
    if not entry.comments:
        return None
    return next((mark for mark in reversed(record(entry).marks) if _fits(mark, entry.texts)), None)


def partly_machine_made(entry: Entry) -> bool:
    """At least one plural form is a machine's, letter by letter."""
    return _mark_of_a_form(entry) is not None


def _mark_of_a_form(entry: Entry) -> DraftMark | None:
    """The last mark that was written with one of the plural forms as it is; with the only text if there are none."""
    if not entry.plural:
        return true_mark(entry)
    digests = [digest(text) if text.strip() else "" for text in entry.texts]
    fitting = (
        mark
        for mark in reversed(record(entry).marks)
        if len(mark.texts) == len(digests) and any(map(str.__eq__, mark.texts, digests))
    )
    return next(fitting, None)


def is_draft(entry: Entry) -> bool:
    """A machine's text that nobody has edited, accepted or signed, ever: it may be replaced."""
    return entry.fuzzy and machine_made(entry) and not (record(entry).signatures or record(entry).was)


def of_another_source(entry: Entry) -> bool:
    """The machine made this text, or a plural form of it, of another source: some program has moved it here."""
    return misplaced(entry, true_mark(entry))


def misplaced(entry: Entry, mark: DraftMark | None) -> bool:
    """The mark that the text has, or one of its plural forms, names another source."""
    if mark is None and entry.plural:
        mark = _mark_of_a_form(entry)
    return mark is not None and mark.source is not None and mark.source != source_digest(entry)


def trusted(entry: Entry, draft: Draft) -> Entry:
    """The entry translated with what people have reviewed elsewhere: no machine's text, so a mark without digest."""
    new = Record(people=record(entry).people, marks=(DraftMark("tm", draft.match),))
    return replace(entry.accepted(), msgstr=draft.text, comments=written(new), previous=())


def origin(entry: Entry) -> str:
    """Where the draft came from, whatever became of it: `argos de-en-1.0`, `memory 92% reviewed`; empty if unknown."""
    return next((("memory " if mark.kind == "tm" else "") + mark.origin for mark in record(entry).marks), "")


def machine_origin(entry: Entry) -> str:
    """Engine and packages that the text goes back to, whoever has edited it since; empty if no machine wrote it."""
    return next((mark.origin for mark in record(entry).marks if mark.kind == "mt"), "")


def match_percent(entry: Entry) -> int | None:
    """How well the text in the memory fitted that the entry's first draft from there was made of; None without one."""
    origins = (mark.origin for mark in record(entry).marks if mark.kind == "tm")
    return next((int(match[1]) for origin in origins if (match := PERCENT.match(origin))), None)


def origin_language(entry: Entry) -> str:
    """The language that the first pair of the entry's drafts translates from; empty if no mark tells."""
    origins = (mark.origin for mark in record(entry).marks if mark.kind == "mt")
    return next((match[1] for origin in origins if (match := FIRST_LEG.match(origin))), "")


def risk_of(entry: Entry) -> float | None:
    """The risk in the draft's mark; None if it has none."""
    return next((mark.risk for mark in record(entry).marks if mark.risk is not None), None)


def pivots(entry: Entry) -> tuple[str, ...]:
    """The texts in between from which the draft was made: English, most likely."""
    return record(entry).pivots


def _is_term(line: str) -> bool:
    """Ours, and no developer's note."""
    return line.startswith(TERM) and " → " in line


def _fits(mark: DraftMark, texts: Sequence[str]) -> bool:
    """Version 0.1.0 wrote one digest for all plural forms."""
    if len(texts) == 1:
        return mark.texts == (digest(texts[0]),)
    return bool(mark.texts) and (mark.texts == tuple(map(digest, texts)) or mark.texts == (digest(*texts),))


def _moved(mark: DraftMark, old: Sequence[str], new: Sequence[str]) -> DraftMark:
    """The mark with the digests of the new texts for those of the old."""
    if len(mark.texts) != len(old) or len(old) != len(new):
        return mark
    pairs = zip(mark.texts, old, new, strict=True)
    return replace(
        mark, texts=tuple(digest(after) if text == digest(before) else text for text, before, after in pairs)
    )


def _mark(drafts: Sequence[Draft]) -> DraftMark:
    """One mark for all forms: the highest risk."""
    risk = max((draft.risk for draft in drafts if draft.risk is not None), default=None)
    repaired = ",".join(dict.fromkeys(name for draft in drafts for leg in draft.legs for name in leg.repairs))
    if drafts[0].match:
        return DraftMark("tm", drafts[0].match, risk, repaired)
    packages = "+".join(leg.package for leg in drafts[0].legs)
    return DraftMark("mt", f"{drafts[0].engine} {packages}", risk, repaired)
