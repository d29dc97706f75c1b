"""Source texts themselves, before anybody translates them: the checks that need no second text judge each block.

Brackets and quotation marks go over several sentences, so that a block is judged as a whole; its lines are joined as in
segments. The findings have the text as source, and no target.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from l10n.checking.baseline import new
from l10n.checking.continuation import continued
from l10n.checking.conventions import conventions
from l10n.checking.examination import RawFinding, Text, examine_text
from l10n.checking.ignores import RULE, UNUSED
from l10n.checking.settings import SPELLING, Settings
from l10n.checking.source_ignores import SourceIgnores
from l10n.checking.source_places import JoinedBlock, Places, joined
from l10n.checking.views import CheckTerms, looks
from l10n.checks import CatalogueView, Check, Hit
from l10n.model import Block, Counts, Document, Entry, State
from l10n.model.findings import Checked, Finding
from l10n.model.kinds import TextKind
from l10n.text import spelling


def check_source(path: Path, document: Document, before: Document | None, settings: Settings) -> Checked:
    """What is wrong in a document; `before` is how it was at the base revision, whose faults do not count."""
    places = Places(document)
    blocks = {id(block.entry): block for block in _blocks(document)}
    raws = _raws(document, blocks.values(), settings)
    old = _raws(before, _blocks(before), settings) if before else []
    kept, dropped = new(raws, old)
    findings = [_finding(raw, path, document, blocks.get(id(raw.entry)), places) for raw in kept]
    findings.sort(key=lambda finding: (finding.line, finding.column))
    counts = Counts({State.TRANSLATED: len(document.segments)}, {})
    return Checked(path, document.name, document.language, counts, tuple(findings), dropped, kind=_kind(document))


def alone(settings: Settings, lang: str) -> dict[str, Check]:
    """The checks that run on a source text in this language."""
    return {name: check for name, check in settings.checks(lang).items() if check.alone}


def _raws(document: Document, blocks: Iterable[JoinedBlock], settings: Settings) -> list[RawFinding]:
    """What the checks find, graded by the settings and without what comments silence."""
    lang = document.language
    checks, some = alone(settings, lang), list(blocks)
    custom = conventions((block.entry.msgstr for block in some), _kind(document))
    path = settings.dictionary(lang)
    knows = spelling.knows(path) if path and settings.runs(SPELLING, lang) else None
    across = continued(block.entry for block in some)
    terms = CheckTerms(lang, lang, custom, None, knows, across)
    pairwise = looks(checks.values(), lang)
    raws = [raw for block in some for raw in examine_text(_text(block.entry), pairwise, terms)]
    raws += _of_sentences(document, checks, settings)
    ignores = SourceIgnores(document)
    raws = [raw for raw in raws if not ignores.silences(raw.entry.line if raw.entry else 0, raw.check)]
    if settings.runs(UNUSED, lang):
        raws += [_unused(line, message, document) for line, message in ignores.unused(checks)]
    return [replace(raw, severity=settings.severity(raw.check, raw.severity, lang)) for raw in raws]


def _unused(line: int, message: str, document: Document) -> RawFinding:
    return RawFinding(UNUSED, RULE.severity, Hit(message), _entry("", document, line))


def _of_sentences(document: Document, checks: Mapping[str, Check], settings: Settings) -> list[RawFinding]:
    entries = [_entry(segment.text, document, segment.line) for segment in document.segments]
    states = [State.TRANSLATED] * len(entries)
    lang = document.language
    view = CatalogueView((), (), entries, states, lang, lang, longest=settings.longest_sentence)
    hits: list[tuple[str, Hit, Entry | None]] = []
    for name, check in checks.items():
        for index, hit in check.catalogue(view) if check.catalogue else ():
            hits.append((name, hit, None if index is None else entries[index]))
        if look := check.entry:
            hits += [(name, hit, entry) for entry in entries for hit in look(entry, State.TRANSLATED, view)]
    return [
        RawFinding(
            name, hit.severity or checks[name].rule.severity, hit, entry, None, "", entry.msgstr if entry else ""
        )
        for name, hit, entry in hits
    ]


def _blocks(document: Document) -> list[JoinedBlock]:
    return [_joined(block, document) for block in document.blocks if block.segments]


def _joined(block: Block, document: Document) -> JoinedBlock:
    text, starts = joined(block)
    shown = tuple(accumulate((len(piece.text) for piece in block.pieces), initial=0))
    return JoinedBlock(block, _entry(text, document, block.line), starts, shown)


def _entry(text: str, document: Document, line: int) -> Entry:
    """A text as the checks see one, with the file that tells what is a mark in it."""
    return Entry(text, text, references=(f"{document.reference}:{line}",), line=line)


def _text(entry: Entry) -> Text:
    return Text(entry, None, ("",), entry.msgstr)


def _finding(raw: RawFinding, path: Path, document: Document, block: JoinedBlock | None, places: Places) -> Finding:
    line, column = places.find(block, raw.hit.span[0]) if block else (raw.entry.line if raw.entry else 1, 1)
    return Finding(
        check=raw.check,
        severity=raw.severity,
        message=raw.hit.message,
        path=path,
        line=line,
        column=column,
        language=document.language,
        key=raw.key,
        source=raw.target,
        source_span=raw.hit.span,
    )


def _kind(document: Document) -> TextKind:
    return TextKind(document.format) if document.format in list(TextKind) else TextKind.PROSE
