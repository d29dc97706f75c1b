"""The entries of a catalogue -> what a review page shows of each: findings, memory, terms, the English in between."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from l10n.catalogue import plural
from l10n.catalogue.bookkeeping import record
from l10n.catalogue.bookkeeping.grammar import TERM
from l10n.catalogue.bookkeeping.marks import origin, pivots, risk_of
from l10n.catalogue.bookkeeping.signature import signatures
from l10n.catalogue.fingerprint import fingerprint, rejections
from l10n.catalogue.review import key
from l10n.catalogue.states import state
from l10n.catalogue.template import neighbours
from l10n.documents import inline
from l10n.glossary import Glossary, TermMatch
from l10n.languages import PIVOT
from l10n.memory.memories import Memories
from l10n.memory.unit import MemoryMatch, Query
from l10n.model import ACCEPTED, READ, STALE, Catalogue, Entry, Key, Span
from l10n.model.findings import Finding, Severity
from l10n.review import MemoryHint, PageFinding, PageRow, PivotText, TermHint, Utf16Span
from l10n.review.marks import is_explanation, page_marks
from l10n.risk.formula import SURE
from l10n.text.inflection import present

_OURS = re.compile(r"after:[0-9a-f]{8}(?: before:[0-9a-f]{8})?(?: #\d+)?")
"""A msgctxt that tells equal sentences apart and says nothing to people."""
_AROUND = ("previous: ", "next: ", TERM)


@dataclass(frozen=True, slots=True)
class RowMaterial:
    """What rows are made from, apart from the entries."""

    source: str
    """Language of the msgids."""
    language: str
    """Base code of the catalogue's language."""
    terms: Glossary | None
    memories: Memories
    threshold: int
    """Percent from which the memory's text is a hint."""
    accepted_pivots: Mapping[Key, Entry]
    """The document's entries in English, by key."""
    plural_forms: str
    """The header's."""
    of: Callable[[Entry], Entry | None] = lambda entry: entry
    """The entry with the texts that its msgids stand for, which may be keys; None if nobody knows them."""

    def shown(self, entry: Entry) -> Entry:
        """The entry as people read it."""
        return self.of(entry) or entry


def rows(sheet: int, catalogue: Catalogue, findings: Iterable[Finding], material: RowMaterial) -> Iterator[PageRow]:
    """A row for each entry that is not obsolete, in the order of the file; `sheet` is the catalogue's number."""
    entries = catalogue.active
    by_key: dict[Key, list[Finding]] = {}
    for finding in findings:
        by_key.setdefault(finding.key, []).append(finding)
    hints = _hints([entry for entry in entries if state(entry) not in READ], material)
    for number, entry in enumerate(entries, 1):
        yield _row((sheet, number), entry, by_key.get(entry.key, ()), hints.get(entry.key, ()), material)


def row(position: tuple[int, int], entry: Entry, findings: Iterable[Finding], material: RowMaterial) -> PageRow:
    """The row of one entry, by the numbers of its catalogue and its own, from 1."""
    hints = _hints([] if state(entry) in READ else [entry], material)
    return _row(position, entry, findings, hints.get(entry.key, ()), material)


def _row(
    position: tuple[int, int],
    entry: Entry,
    findings: Iterable[Finding],
    hints: tuple[MemoryHint, ...],
    material: RowMaterial,
) -> PageRow:
    forms = plural.examples(material.plural_forms) if entry.plural else ()
    ours = neighbours(entry) != (None, None)
    source = material.shown(entry)
    problems = tuple(_problem(finding, entry) for finding in findings)
    return PageRow(
        sheet=position[0],
        number=position[1],
        key=key(entry),
        old=fingerprint(entry),
        source=source.msgid,
        texts=entry.texts or ("",) * max(len(forms), 1),
        state=state(entry).value,
        place=entry.extracted[0] if ours else "",
        context=_context(entry, source),
        plural=source.msgid_plural,
        forms=forms,
        pivot=_pivot(entry, material),
        origin=origin(entry),
        risk=_risk(entry, problems),
        problems=problems,
        memory=hints,
        terms=tuple(_terms(source, material)),
        marks=page_marks(source),
        comments=tuple(_comments(entry, entry.extracted[1:] if ours else entry.extracted)),
        rejections=rejections(entry),
        previous=(entry.previous_msgid or "") if state(entry) in STALE else "",
        signed=tuple(map(" ".join, signatures(entry))),
    )


def _risk(entry: Entry, problems: Iterable[PageFinding]) -> float | None:
    """That of a draft which nobody has read; never low beside an error, of which the draft's mark may not know.

    That of an outdated text was worked out for another source.
    """
    risk = None if state(entry) in READ | STALE else risk_of(entry)
    wrong = any(problem.severity == Severity.ERROR for problem in problems)
    return risk if risk is None or not wrong else max(risk, SURE)


def _context(entry: Entry, source: Entry) -> str:
    """People's msgctxt, and the key if the msgid is one."""
    context = "" if entry.msgctxt is None or _OURS.fullmatch(entry.msgctxt) else entry.msgctxt
    return " · ".join(filter(None, (context, "" if source.msgid == entry.msgid else entry.msgid)))


def _pivot(entry: Entry, material: RowMaterial) -> PivotText | None:
    """The accepted English if there is one, else the one that the draft was made from."""
    if material.language == PIVOT:
        return None
    accepted = material.accepted_pivots.get(entry.key)
    if accepted and accepted.msgstr and state(accepted) in ACCEPTED:
        return PivotText(accepted.msgstr, state(accepted).value)
    return next((PivotText(text, "machine", state(entry) in STALE) for text in pivots(entry)), None)


def _hints(entries: Sequence[Entry], material: RowMaterial) -> dict[Key, tuple[MemoryHint, ...]]:
    """The best match of each, unless it is what the entry has already."""
    if not entries:
        return {}
    queries = [_query(entry, material) for entry in entries]
    matches = material.memories.matches(queries, material.source, material.language, material.threshold)
    return {
        entry.key: (_hint(match, entry),)
        for entry, match in zip(entries, matches, strict=True)
        if match and (match.text,) != entry.texts
    }


def _query(entry: Entry, material: RowMaterial) -> Query:
    source = material.shown(entry).msgid
    return Query(source, *neighbours(entry), inline.markup_name(entry, source))


def _hint(match: MemoryMatch, entry: Entry) -> MemoryHint:
    """What the memory has of other marks is words alone, to be written in the form of the entry."""
    unit, form = match.unit, inline.markup_of(entry)
    text = match.text if match.marked or form is None else form.escape(match.text)
    origin = " ".join(filter(None, (unit.origin, unit.who, match.memory and f"from {match.memory}")))
    return MemoryHint(match.score, unit.source, text, origin)


def _problem(finding: Finding, entry: Entry) -> PageFinding:
    form = entry.texts.index(finding.target) if finding.target in entry.texts else 0
    spans = utf16(finding.target, finding.span), utf16(finding.source, finding.source_span)
    return PageFinding(finding.check, finding.severity.value, finding.message, form, *spans, finding.fix)


def _terms(entry: Entry, material: RowMaterial) -> Iterator[TermHint]:
    """Those of the words; a tag within a term parts it no more than it does for readers."""
    seen = inline.visible_of(entry, entry.msgid)
    occurrences = material.terms.find(seen.text, material.source) if material.terms else ()
    return (_term(occurrence, seen.span(occurrence.span), entry, material.language) for occurrence in occurrences)


def _term(occurrence: TermMatch, span: Span, entry: Entry, lang: str) -> TermHint:
    words, text = occurrence.words(lang), " ".join(inline.words_of(entry, text) for text in entry.texts)
    return TermHint(
        term=occurrence.word,
        span=utf16(entry.msgid, span),
        words=words,
        forbidden=occurrence.forbidden(lang),
        note="; ".join(filter(None, (term.note for term in (occurrence.term, *occurrence.homonyms)))),
        found=not words or any(present(word, text, lang) for word in words),
    )


def _comments(entry: Entry, extracted: Iterable[str]) -> Iterator[str]:
    """What people have to say: without our marks, and without what the page shows elsewhere."""
    yield from record(entry).notes
    explained = inline.markup_of(entry) is not None
    for line in extracted:
        if not line.startswith(_AROUND) and not (explained and is_explanation(line)):
            yield line


def utf16(text: str, span: Span) -> Utf16Span:
    """Offsets in characters as offsets in UTF-16 code units."""
    start, end = (len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2 for offset in span)
    return start, end
