"""The languages of one document side by side: findings of the checks that see a segment in all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol, TypeVar

from l10n.catalogue.po.positions import Positions
from l10n.checking.examination import RawFinding
from l10n.checking.file import Examined, finding
from l10n.checking.ignores import UNUSED, without_effect
from l10n.checking.settings import Settings
from l10n.checks import Hit, MultilingualSegment, checks
from l10n.model import Entry, Key

COMPARED = 3
"""Languages of a document from which they are compared."""
_CHUNK = 2_000
"""Segments that a process gets at a time."""
_SAID = frozenset({"numbers", "addresses", "language", "length"})
"""Checks after which nothing new would be said of the entry."""

_Found = tuple[int, str, str, Hit]
"""Place of the segment, language, check, hit."""
T = TypeVar("T")
R = TypeVar("R")


class Mapper(Protocol):
    """`map`, perhaps over several processes."""

    def __call__(self, function: Callable[[T], R], values: Iterable[T], /) -> Iterator[R]:
        """The results in the order of the values."""
        ...


def compare(group: Mapping[Path, Examined], settings: Settings, parallel: Mapper) -> dict[Path, Examined]:
    """The catalogues with these findings; empty if there are too few, or of different sources."""
    languages = {one.checked.language: path for path, one in group.items()}
    if len(languages) < COMPARED or len({one.source_language for one in group.values()}) > 1:
        return {}
    segments = list(_segments({lang: group[path] for lang, path in languages.items()}))
    chunks = [segments[start : start + _CHUNK] for start in range(0, len(segments), _CHUNK)]
    raws: dict[str, list[RawFinding]] = {lang: [] for lang in languages}
    known = dict.fromkeys(languages, 0)
    for chunk, found in zip(chunks, (parallel if len(chunks) > 1 else map)(_look, chunks), strict=True):
        for place, lang, name, hit in found:
            if name in settings.checks(lang):
                (key, segment), one = chunk[place], group[languages[lang]]
                if _known(segment, lang, name, hit, one.before.get(key)):
                    known[lang] += 1
                else:
                    raws[lang].append(_raw(chunk[place], one, lang, name, hit, settings))
    return {path: _with(group[path], raws[lang], known[lang], settings) for lang, path in languages.items()}


def _segments(languages: Mapping[str, Examined]) -> Iterator[tuple[Key, MultilingualSegment]]:
    """What is translated into enough languages, in the order of the first file."""
    source = next(iter(languages.values())).source_language
    for key in dict.fromkeys(key for one in languages.values() for key in one.texts):
        targets = {lang: one.texts[key][1] for lang, one in languages.items() if key in one.texts}
        if len(targets) >= COMPARED:
            yield key, MultilingualSegment(key[1], source, targets)


def _look(chunk: Sequence[tuple[Key, MultilingualSegment]]) -> list[_Found]:
    wanted = [(name, one.languages) for name, one in checks().items() if one.languages]
    return [
        (place, lang, name, hit)
        for place, (_, segment) in enumerate(chunk)
        for name, look in wanted
        for lang, hit in look(segment)
    ]


def _known(segment: MultilingualSegment, lang: str, name: str, hit: Hit, before: str | None) -> bool:
    """The text of the base revision had the same fault beside today's texts of the other languages."""
    if not before:
        return False
    look = checks()[name].languages
    old = replace(segment, targets={**segment.targets, lang: before})
    return look is not None and any(found == (lang, hit) for found in look(old))


def _raw(
    item: tuple[Key, MultilingualSegment], one: Examined, lang: str, name: str, hit: Hit, settings: Settings
) -> RawFinding:
    (msgctxt, msgid), segment = item
    line, text, _ = one.texts[msgctxt, msgid]
    severity = settings.severity(name, hit.severity or checks()[name].rule.severity, lang)
    return RawFinding(name, severity, hit, Entry(msgid, text, msgctxt, line=line), None, segment.source, text)


def _with(one: Examined, raws: Sequence[RawFinding], known: int, settings: Settings) -> Examined:
    """The catalogue with these findings, but for ignored ones and what another check has said already."""
    checked = one.checked
    told = {finding.key for finding in checked.findings if finding.check in _SAID}
    used = {(raw.key, raw.check) for raw in raws if raw.check in one.texts[raw.key][2]}
    wanted = [raw for raw in raws if raw.key not in told and (raw.key, raw.check) not in used]
    wanted += _unused(one, used, settings)
    places = Positions(checked.path)
    added = [finding(raw, checked.path, checked.language, places) for raw in wanted]
    findings = sorted((*checked.findings, *added), key=lambda item: (item.line, item.column))
    return replace(one, checked=replace(checked, findings=tuple(findings), known=checked.known + known))


def _unused(one: Examined, used: set[tuple[Key, str]], settings: Settings) -> Iterator[RawFinding]:
    """Ignores of these checks that had nothing to ignore."""
    lang = one.checked.language
    ran = {name for name, check in settings.checks(lang).items() if check.languages and settings.runs(UNUSED, lang)}
    for key, (line, text, ignored) in one.texts.items():
        for name in sorted(ignored & ran):
            if (key, name) not in used:
                yield without_effect(Entry(key[1], text, key[0], line=line), name)
