"""One language has lost what all others keep: a number or a name.

The same segment in several languages is the best witness: what the source and all other translations have, this one
should have, too. Needs catalogues of the same document in three languages or more.

Bad ru,en,az: Am 9. Mai in Baku | 9 мая | on 9 May in Baku | 9 may, Bakıda
Bad ru,en,az: Dutzende kamen | Пришли люди | 24 came | 24 nəfər gəldi
Good ru,en,az: Am 9. Mai in Baku | 9 мая в Баку | on 9 May in Baku | 9 may, Bakıda
Good ru,en: Am 9. Mai in Baku | 9 мая | on 9 May in Baku
Good ru,en,az: drei Hunde | три собаки | 3 dogs | 3 it
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from l10n.checks import Hit, MultilingualSegment
from l10n.model.findings import Severity
from l10n.text.names import alike, capitals, resembles, skeleton, sure_names
from l10n.text.numbers import numbers
from l10n.text.numerals import roman, spelled

SEVERITY = Severity.WARNING

_LANGUAGES = 3
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_RUN = re.compile(r"\d+")
_LONG = 3
"""Letters of the shortest name."""
_BONES = 2
_FEW = 2
"""Words of a label."""


def check_languages(segment: MultilingualSegment) -> Iterator[tuple[str, Hit]]:
    """For each language that lacks what all others have; numbers that the source has in figures are another check's."""
    if len(segment.targets) >= _LANGUAGES:
        yield from _figures(segment)
        yield from _names(segment)


def _figures(segment: MultilingualSegment) -> Iterator[tuple[str, Hit]]:
    runs = {lang: set(_RUN.findall(text)) for lang, text in segment.targets.items()}
    said = set(_RUN.findall(segment.source))
    if all(own <= said for own in runs.values()):
        return
    by_language = {lang: numbers(text, lang) for lang, text in segment.targets.items()}
    known = {value for number in numbers(segment.source, segment.source_language) for value in number.values}
    everywhere = Counter(
        value for figures in by_language.values() for value in {value for number in figures for value in number.values}
    )
    for value in sorted(
        value for value, times in everywhere.items() if times == len(by_language) - 1 and value not in known
    ):
        lang = next(
            lang for lang, figures in by_language.items() if all(value not in number.values for number in figures)
        )
        text = segment.targets[lang]
        loose = any(value in number.loose for number in by_language[lang])
        if not loose and not spelled(value, text.lower(), lang) and value not in roman(text):
            yield lang, Hit(f"{_others(segment, lang)} have “{value}” here, this one has not")


def _names(segment: MultilingualSegment) -> Iterator[tuple[str, Hit]]:
    """Names that all others have.

    Abbreviations may be spelled out, and where something else has a capital, the name was translated: a note only. So
    it is in a label or a title, where all words have a capital, names or not.
    """
    label = _is_label(segment.source)
    bones = {lang: _index(capitals(_TAG.sub(" ", text)), lang) for lang, text in segment.targets.items()}
    kept: dict[str, int] = dict.fromkeys(segment.targets, 0)
    lost: list[tuple[str, str]] = []
    for name in dict.fromkeys(capitals(_TAG.sub(" ", segment.source))):
        bone = skeleton(name, segment.source_language)
        if len(bone) < _BONES or len(name) < _LONG:
            continue
        without = [
            lang for lang, index in bones.items() if name not in segment.targets[lang] and not _among(bone, index)
        ]
        if len(without) == 1 and _lost(name, bone, segment, without[0]):
            lost.append((without[0], name))
        for lang in bones.keys() - without if len(without) < _BONES else ():
            kept[lang] += 1
    for lang, name in lost:
        others = len(sure_names(segment.targets[lang])) - kept[lang]
        noted = others > 0 or label
        start = segment.source.find(name)
        message = f"the name “{name}” is in {_others(segment, lang)} and the source, not here"
        yield lang, Hit(message, source_span=(start, start + len(name)), severity=Severity.INFO if noted else SEVERITY)


def _is_label(source: str) -> bool:
    """One or two words, or none with a small letter first: Global variables; Chinese Zhuyin Fuhao."""
    words = [word for word in source.split() if word[0].isalpha()]
    return len(words) <= _FEW or not any(word[0].islower() for word in words)


def _index(words: Iterable[str], lang: str) -> dict[str, list[str]]:
    """The skeletons of the words by their first two letters: alike ones share these."""
    index: dict[str, list[str]] = {}
    for word in words:
        bone = skeleton(word, lang)
        index.setdefault(bone[:_BONES], []).append(bone)
    return index


def _among(bone: str, index: Mapping[str, list[str]]) -> bool:
    return any(alike(bone, other) for other in index.get(bone[:_BONES], ()))


def _lost(name: str, bone: str, segment: MultilingualSegment, lang: str) -> bool:
    return _is_name(name, bone, segment, lang) and not resembles(name, bone, segment.targets[lang].split(), lang)


def _is_name(name: str, bone: str, segment: MultilingualSegment, without: str) -> bool:
    """The others have it as it is, or with a capital where nothing but a name has one."""
    others = {lang: text for lang, text in segment.targets.items() if lang != without}
    if all(name in text for text in others.values()):
        return True
    sure = (name in text or _among(bone, _index(sure_names(text), lang)) for lang, text in others.items())
    return sum(sure) >= len(others) - 1


def _others(segment: MultilingualSegment, lang: str) -> str:
    return ", ".join(sorted(other for other in segment.targets if other != lang))
