"""The languages of one document side by side: findings of the checks that see a segment in all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from l10n.catalogue.po.positions import Positions
from l10n.checking.examination import RawFinding
from l10n.checking.file import Examined, finding
from l10n.checking.ignores import UNUSED, without_effect
from l10n.checking.parallel import Mapper
from l10n.checking.settings import Settings
from l10n.checks import Hit, MultilingualSegment, checks
from l10n.documents import inline
from l10n.model import Entry, Key

COMPARED = 3
"""Languages of a document from which they are compared."""
_CHUNK = 2_000
"""Segments that a process gets at a time."""
_SAID = frozenset({"numbers", "addresses", "language", "length"})
"""Checks after which nothing new would be said of the entry."""

_Segment = tuple[Key, MultilingualSegment]
_Hits = list[tuple[int, str, str, Hit]]
"""Index of the segment in its chunk, language, check, hit."""


def compare(group: Mapping[Path, Examined], settings: Settings, parallel: Mapper) -> dict[Path, Examined]:
    """The catalogues with these findings; empty if there are too few, or of different sources."""
    languages = {catalogue.checked.language: path for path, catalogue in group.items()}
    if len(languages) < COMPARED or len({catalogue.source_language for catalogue in group.values()}) > 1:
        return {}
    segments = list(_segments({lang: group[path] for lang, path in languages.items()}))
    chunks = [segments[start : start + _CHUNK] for start in range(0, len(segments), _CHUNK)]
    raws: dict[str, list[RawFinding]] = {lang: [] for lang in languages}
    known = dict.fromkeys(languages, 0)
    for chunk, hits in zip(chunks, (parallel if len(chunks) > 1 else map)(_look, chunks), strict=True):
        for index, lang, check, hit in hits:
            if check in settings.checks(lang):
                (key, segment), catalogue = chunk[index], group[languages[lang]]
                if _known(segment, lang, check, hit, catalogue.before.get(key)):
                    known[lang] += 1
                else:
                    raws[lang].append(_raw(chunk[index], catalogue, check, hit, settings))
    return {path: _with(group[path], raws[lang], known[lang], settings) for lang, path in languages.items()}


def _segments(languages: Mapping[str, Examined]) -> Iterator[_Segment]:
    """What is translated into enough languages, in the order of the first file."""
    source = next(iter(languages.values())).source_language
    for key in dict.fromkeys(key for catalogue in languages.values() for key in catalogue.texts):
        entries = {lang: _entry(key, catalogue) for lang, catalogue in languages.items() if key in catalogue.texts}
        if len(entries) >= COMPARED:
            targets = {lang: inline.visible_of(entry, entry.msgstr).text for lang, entry in entries.items()}
            shown = inline.visible_of(next(iter(entries.values())), key[1]).text
            yield key, MultilingualSegment(shown, source, targets)


def _entry(key: Key, catalogue: Examined) -> Entry:
    line, text, _, references = catalogue.texts[key]
    return Entry(key[1], text, key[0], references=references, line=line)


def _look(chunk: Sequence[_Segment]) -> _Hits:
    wanted = [(name, check.languages) for name, check in checks().items() if check.languages]
    return [
        (index, lang, name, hit)
        for index, (_, segment) in enumerate(chunk)
        for name, look in wanted
        for lang, hit in look(segment)
    ]


def _known(segment: MultilingualSegment, lang: str, check: str, hit: Hit, before: str | None) -> bool:
    """The text of the base revision had the same fault beside today's texts of the other languages."""
    if not before:
        return False
    look = checks()[check].languages
    old = replace(segment, targets={**segment.targets, lang: before})
    return look is not None and (lang, hit) in look(old)


def _raw(segment: _Segment, catalogue: Examined, check: str, hit: Hit, settings: Settings) -> RawFinding:
    entry = _entry(segment[0], catalogue)
    severity = settings.severity(check, hit.severity or checks()[check].rule.severity, catalogue.checked.language)
    told = replace(hit, source_span=inline.visible_of(entry, entry.msgid).span(hit.source_span))
    return RawFinding(check, severity, told, entry, None, entry.msgid, entry.msgstr)


def _with(catalogue: Examined, raws: Sequence[RawFinding], known: int, settings: Settings) -> Examined:
    """The catalogue with these findings, but for ignored ones and what another check has said already."""
    checked = catalogue.checked
    told = {finding.key for finding in checked.findings if finding.check in _SAID}
    used = {(raw.key, raw.check) for raw in raws if raw.check in catalogue.texts[raw.key][2]}
    wanted = [raw for raw in raws if raw.key not in told and (raw.key, raw.check) not in used]
    wanted += _unused(catalogue, used, settings)
    positions = Positions(checked.path)
    added = [finding(raw, checked.path, checked.language, positions) for raw in wanted]
    findings = sorted((*checked.findings, *added), key=lambda finding: (finding.line, finding.column))
    return replace(catalogue, checked=replace(checked, findings=tuple(findings), known=checked.known + known))


def _unused(catalogue: Examined, used: set[tuple[Key, str]], settings: Settings) -> Iterator[RawFinding]:
    """Ignores of these checks that had nothing to ignore."""
    lang = catalogue.checked.language
    ran = {name for name, check in settings.checks(lang).items() if check.languages and settings.runs(UNUSED, lang)}
    for key, (_, _, ignored, _) in catalogue.texts.items():
        for name in sorted(ignored & ran):
            if (key, name) not in used:
                yield without_effect(_entry(key, catalogue), name)
