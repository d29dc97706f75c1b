"""How many of the seeded errors `l10n check` finds, by kind and language, in the bank and the seed article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from random import Random

from l10n import checks
from l10n.catalogue import po
from l10n.catalogue.states import state
from l10n.checking.conventions import conventions
from l10n.checking.examination import examine
from l10n.checks import MultilingualSegment
from l10n.glossary import Glossary, Term
from l10n.pairs.pair import Conventions, Pair
from tests.seeding import CATALOGUE_KINDS, KINDS, TARGETS, Kind, Material, Spoiled, manuals, seeded, spoiled
from tests.seeding.bank import Segment, article, bank, materials, themes, volume

LOCALES = Path(__file__).parents[2] / "locales"
_NEWEST = "vocabulary"
"""The theme that comes last leaves the errors in others alone: they depend on the position of a text."""

Recall = Mapping[tuple[str, str], tuple[int, int]]
"""By kind and language: how many errors were seeded, and how many of them found."""


def measure(source_language: str = "de") -> Recall:
    """Spoil every segment in every way, once each; a check that the kind names has to report it."""
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for lang in TARGETS:
        if lang != source_language:
            for kind, hit in (*_texts(lang, source_language), *_catalogues(lang, source_language)):
                seeds, hits = found.get((kind, lang), (0, 0))
                found[kind, lang] = (seeds + 1, hits + hit)
    return found


def misses(name: str, lang: str, source_language: str = "de") -> list[tuple[Material, str]]:
    """What of this kind is not found."""
    (kind,) = (kind for kind in KINDS if kind.name == name)
    good, custom = _material(lang, source_language, kind in manuals.KINDS)
    return [(one, text) for one, text in _seeded(kind, good) if not _reported(one, text, custom, kind) & kind.checks]


def alarms(lang: str, source_language: str = "de") -> list[tuple[str, frozenset[str]]]:
    """The good texts that are reported all the same, and by which checks."""
    good, custom = _material(lang, source_language)
    found = ((one.target, _reported(one, one.target, custom)) for one in good)
    return [(text, names) for text, names in found if names]


def _texts(lang: str, source_language: str) -> Iterator[tuple[str, bool]]:
    for kind in KINDS:
        good, custom = _material(lang, source_language, kind in manuals.KINDS)
        for one, text in _seeded(kind, good):
            yield kind.name, bool(_reported(one, text, custom, kind) & kind.checks)


def _seeded(kind: Kind, good: tuple[Material, ...]) -> Iterator[tuple[Material, str]]:
    for place, one in enumerate(good):
        text = seeded(kind, one, Random(f"1 {place}"))
        if text is not None:
            yield one, text


def _reported(one: Material, text: str, custom: Conventions, kind: Kind | None = None) -> frozenset[str]:
    """The checks that report the translation."""
    if not text.strip():
        return frozenset({"untranslated"})
    pair = Pair(one.source, text, one.source_language, one.language, one.flags, custom, _glossary(one))
    names = {name for name, check in checks.checks().items() if check.pair and any(True for _ in check.pair(pair))}
    if kind and kind.together:
        segment = MultilingualSegment(one.source, one.source_language, {**one.targets, one.language: text})
        for name, check in checks.checks().items():
            if check.languages and any(lang == one.language for lang, _ in check.languages(segment)):
                names.add(name)
    return frozenset(names)


def _glossary(one: Material) -> Glossary:
    """Its terms, each word of equal standing by itself."""
    return Glossary(tuple(Term({lang: (word,) for lang, word in words.items()}) for words in one.glossary.values()))


@cache
def _material(lang: str, source_language: str, manual: bool = False) -> tuple[tuple[Material, ...], Conventions]:
    segments = bank(*manuals.THEMES) if manual else _segments(source_language)
    good = tuple(materials(segments, lang, source_language))
    return good, conventions(one.target for one in good)


@cache
def _segments(source_language: str) -> tuple[Segment, ...]:
    older, newest = bank(*(theme for theme in themes() if theme not in {*manuals.THEMES, _NEWEST})), bank(_NEWEST)
    if source_language != "de":
        return (*older, *newest)
    paths = {lang: next((LOCALES / lang / "LC_MESSAGES").glob("*.po")) for lang in TARGETS}
    texts = {lang: {entry.msgid: entry.msgstr for entry in po.read(path).entries} for lang, path in paths.items()}
    return (*older, *article(texts), *newest)


def _catalogues(lang: str, source_language: str) -> Iterator[tuple[str, bool]]:
    good = volume(bank("terms", "prose"), lang, source_language)
    for kind in CATALOGUE_KINDS:
        for seed in range(10):
            bad = spoiled(kind, good, Random(seed))
            if bad is not None:
                yield kind.name, _named(bad, lang, source_language, kind.checks)


def _named(bad: Spoiled, lang: str, source_language: str, names: frozenset[str]) -> bool:
    """One of the checks reports one of the entries that were spoiled."""
    entries = list(bad.catalogue.entries)
    seen = checks.CatalogueView(
        bad.catalogue.header, bad.catalogue.flags, entries, [state(one) for one in entries], lang, source_language, lang
    )
    raws = examine(seen, {name: check for name, check in checks.checks().items() if name in names}, None)
    return any(raw.key in bad.keys for raw in raws)
