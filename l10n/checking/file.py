"""One catalogue from the file to its findings; what runs in a process of its own."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.git.history import bytes_at
from l10n.catalogue.keys import is_credit
from l10n.catalogue.po import stored, syntax
from l10n.catalogue.po.positions import Positions
from l10n.catalogue.po.stored import StoredEntries
from l10n.catalogue.search import document_of, language_of, path_language
from l10n.catalogue.source_texts import check_languages, source_texts
from l10n.catalogue.states import StateOf, count, state
from l10n.checking.baseline import new
from l10n.checking.certainty import certain
from l10n.checking.examination import RawFinding, examine
from l10n.checking.gate import SHADOWED, refused
from l10n.checking.gates import gate
from l10n.checking.ignores import UNUSED, ignored, silence, unused
from l10n.checking.kinds import recognised
from l10n.checking.once import told_once
from l10n.checking.settings import SPELLING, Settings
from l10n.checks import CatalogueView
from l10n.documents import inline
from l10n.errors import L10nError
from l10n.glossary import Glossary
from l10n.languages.codes import base
from l10n.model import Catalogue, Entry, Key, State
from l10n.model.findings import Checked, Finding
from l10n.text import spelling

Translation = tuple[int, str, frozenset[str], tuple[str, ...]]
"""Line of the entry, its msgstr, what its comments ignore, and its `#:` lines where these tell what is a mark or a tag.

A tuple, as a million of them go to another process.
"""


@dataclass(frozen=True, slots=True)
class Examined:
    """A catalogue with its findings, and what the comparison of languages needs of it."""

    checked: Checked
    source_language: str
    texts: Mapping[Key, Translation] = field(default_factory=dict)
    """The translations by entry; empty if they are not asked for."""
    before: Mapping[Key, str] = field(default_factory=dict)
    """The texts of the base revision, without their marks."""


@dataclass(frozen=True, slots=True)
class _Before:
    """The catalogue at the base revision."""

    findings: tuple[RawFinding, ...] = ()
    states: Mapping[Key, State] = field(default_factory=dict)
    texts: Mapping[Key, str] = field(default_factory=dict)


def check_file(path: Path, settings: Settings, glossary: Glossary | None, compared: bool) -> Examined | L10nError:
    """All that can be said of one file; `compared` if its texts are wanted for the comparison of languages."""
    try:
        return _check(path, settings, glossary, compared)
    except L10nError as error:
        return error


def view(
    path: Path,
    file: Catalogue,
    settings: Settings,
    entries: StoredEntries | None = None,
    state_of: StateOf = state,
) -> CatalogueView:
    """The catalogue as checks see it; L10nError if its language is unknown, or that of the source.

    `entries` are its entries, where it does not have them itself; `state_of` is for those who know the states already.
    """
    lang = base(language_of(path, file))
    sources = source_texts(path, file, settings.default_source, configured=settings.source, stored=entries)
    check_languages(path, lang, sources)
    active, obsolete, credited, states = _sorted(file.entries if entries is None else entries, state_of)
    used = _at(file, entries, active)
    return CatalogueView(
        file.header,
        file.flags,
        used,
        states,
        lang,
        sources.language,
        path_language(path),
        sources.of,
        sources.recognised,
        _at(file, entries, obsolete),
        credited,
        kind=settings.kind or recognised(used, sources.of),
    )


def _sorted(entries: Iterable[Entry], state_of: StateOf) -> tuple[array[int], array[int], list[Entry], list[State]]:
    """Indices of the entries in use and of the obsolete ones; those for translators' names; states of the first."""
    active, obsolete = array("Q"), array("Q")
    credited: list[Entry] = []
    states: list[State] = []
    for index, entry in enumerate(entries):
        if entry.obsolete:
            obsolete.append(index)
        elif is_credit(entry):
            credited.append(entry)
        else:
            active.append(index)
            states.append(state_of(entry))
    return active, obsolete, credited, states


def _at(file: Catalogue, entries: StoredEntries | None, indices: Iterable[int]) -> Sequence[Entry]:
    return [file.entries[index] for index in indices] if entries is None else entries.at(indices)


def raw_findings(
    file: Catalogue,
    catalogue: CatalogueView,
    settings: Settings,
    glossary: Glossary | None,
    keys: Collection[Key] | None = None,
) -> list[RawFinding]:
    """What the checks find in this view of the file, graded by the settings and without what is ignored.

    With `keys`, what is found of other entries is incomplete.
    """
    lang = catalogue.language
    path = settings.dictionary(lang)
    known = spelling.knows(path) if path and settings.runs(SPELLING, lang) else None
    raws = certain(examine(catalogue, settings.checks(lang), glossary, keys=keys, knows=known), catalogue)
    silenced = silence(_graded(raws, settings, lang), file.comments)
    once = silence(told_once(silenced.findings), file.comments)
    return [*once.findings, *_unused(file, catalogue, silenced.used | once.used, settings, keys)]


def findings_of(
    path: Path,
    file: Catalogue,
    settings: Settings,
    glossary: Glossary | None,
    keys: Collection[Key],
    state_of: StateOf = state,
) -> list[Finding]:
    """What is found of the entries of these keys in a catalogue that was read from this path, from top to bottom.

    Nothing else of a large catalogue is looked at but what customs are told by. L10nError as of `view`.
    """
    seen = view(path, file, settings, state_of=state_of)
    catalogue = _with_faults(seen, settings, lambda: syntax.faults(po.read_bytes(path), str(path)))
    raws = [raw for raw in raw_findings(file, catalogue, settings, glossary, keys) if raw.key in keys]
    return _placed(raws, path, catalogue.language)


def finding(raw: RawFinding, path: Path, lang: str, positions: Positions) -> Finding:
    """The hit with line and column in the file."""
    line, column = (raw.hit.line, 1) if raw.hit.line else positions.find(raw.entry, raw.form, raw.hit.span[0])
    return Finding(
        check=raw.check,
        severity=raw.severity,
        message=raw.hit.message,
        path=path,
        line=line,
        column=column,
        language=lang,
        key=raw.key,
        source=raw.source,
        target=raw.target,
        span=raw.hit.span,
        source_span=raw.hit.source_span,
        fix=raw.fix,
    )


def _check(path: Path, settings: Settings, glossary: Glossary | None, compared: bool) -> Examined:
    file, catalogue = _read(path, settings)
    before = _before(path, settings, glossary) if settings.base is not None else _Before()
    kept, dropped = new(raw_findings(file, catalogue, settings, glossary), before.findings)
    document = document_of(path, settings.layout)
    require, limit = gate(settings.gates, document, catalogue.language)
    missed = list(refused(catalogue, require, limit, before.states)) if require else []
    refused_keys = {raw.key for raw in missed}
    kept = [raw for raw in kept if raw.check not in SHADOWED or raw.key not in refused_keys]
    findings = _placed([*missed, *kept], path, catalogue.language)
    counts = count(catalogue.entries, catalogue.source_of, catalogue.states) + count(
        catalogue.credits, catalogue.source_of
    )
    source = catalogue.source_language if catalogue.source_recognised else ""
    checked = Checked(path, document, catalogue.language, counts, tuple(findings), dropped, source, catalogue.kind)
    return Examined(checked, catalogue.source_language, *(_compared(catalogue, before) if compared else ()))


def _read(path: Path, settings: Settings) -> tuple[Catalogue, CatalogueView]:
    """The file and the view of it; of a large file only the view has entries, which it reads when they are asked for.

    What an older version is compared with is read whole: that is, too.
    """
    if large := stored.read(path) if settings.base is None else None:
        file, entries = large
        seen = view(path, file, settings, entries)
        return file, _with_faults(seen, settings, lambda: syntax.stored_faults(path))
    data = po.read_bytes(path)
    file = po.parsed(data, path)
    return file, _with_faults(view(path, file, settings), settings, lambda: syntax.faults(data, str(path)))


def _placed(raws: Iterable[RawFinding], path: Path, lang: str) -> list[Finding]:
    positions = Positions(path)
    findings = (finding(raw, path, lang, positions) for raw in raws)
    return sorted(findings, key=lambda finding: (finding.line, finding.column))


def _before(path: Path, settings: Settings, glossary: Glossary | None) -> _Before:
    data = bytes_at(path, settings.base or "")
    if data is None:
        return _Before()
    try:
        file = po.parsed(data, path)
        old = _with_faults(view(path, file, settings), settings, lambda: syntax.faults(data, str(path)))
    except L10nError:  # it could not be read, or its language was missing
        return _Before()
    states = {entry.key: state for entry, state in zip(old.entries, old.states, strict=True)}
    raws = raw_findings(file, old, settings, glossary)
    return _Before(
        tuple(raws), states, {entry.key: inline.visible_of(entry, entry.msgstr).text for entry in old.entries}
    )


def _with_faults(
    catalogue: CatalogueView, settings: Settings, look: Callable[[], Sequence[syntax.Fault]]
) -> CatalogueView:
    """The view with what is wrong in the syntax of the file, if anybody asks for it."""
    return replace(catalogue, faults=look()) if settings.runs("syntax", catalogue.language) else catalogue


def _graded(raws: Iterable[RawFinding], settings: Settings, lang: str) -> list[RawFinding]:
    """The findings with the severities of the settings."""
    if not settings.selection.severity and not settings.languages:
        return list(raws)
    return [replace(raw, severity=settings.severity(raw.check, raw.severity, lang)) for raw in raws]


def _unused(
    file: Catalogue,
    catalogue: CatalogueView,
    used: frozenset[tuple[Key, str]],
    settings: Settings,
    keys: Collection[Key] | None,
) -> list[RawFinding]:
    """Name the ignores of no use, those above the header among them, of checks that need nothing but this file."""
    lang = catalogue.language
    if not settings.runs(UNUSED, lang):
        return []
    ran = {name for name, check in settings.checks(lang).items() if check.languages is None}
    header = Entry("", comments=file.comments)
    wanted = (entry for entry in catalogue.entries if keys is None or entry.key in keys)
    raws = unused(chain((header,), wanted), used, ran)
    return [replace(raw, entry=None if raw.entry is header else raw.entry) for raw in _graded(raws, settings, lang)]


def _compared(catalogue: CatalogueView, before: _Before) -> tuple[dict[Key, Translation], Mapping[Key, str]]:
    entries = (entry for entry in catalogue.entries if entry.msgstr and catalogue.source_of(entry) is entry)
    return {entry.key: _translation(entry) for entry in entries}, before.texts


def _translation(entry: Entry) -> Translation:
    return entry.line, entry.msgstr, ignored(entry), entry.references[:1] if inline.markup_of(entry) else ()
