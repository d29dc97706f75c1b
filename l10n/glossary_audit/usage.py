"""How often each term occurs in the sources of catalogues, and in how many translations it is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from l10n.glossary import Found, Glossary, Term
from l10n.glossary_audit.catalogues import Read
from l10n.model import Entry
from l10n.text.inflection import present


@dataclass(frozen=True, slots=True)
class Miss:
    """A translation that has none of the words for a term of its source."""

    term: Term
    language: str
    path: Path
    line: int
    """Of the PO file."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What a set of catalogues makes of a glossary."""

    sources: Counter[int] = field(default_factory=Counter)
    """Distinct source texts in which the term of this number occurs."""
    translations: Mapping[str, Counter[int]] = field(default_factory=dict)
    """By language: translations of such texts, fuzzy or not, where the term has a word in the language."""
    misses: tuple[Miss, ...] = ()


def usage(glossary: Glossary, source: str, catalogues: Iterable[Read]) -> Usage:
    """What those of the catalogues say that are from this source language."""
    places = {id(term): number for number, term in enumerate(glossary.terms)}
    texts: dict[str, list[Found]] = {}
    translations: dict[str, Counter[int]] = {}
    misses = []
    for one in catalogues:
        lang = one.language
        counts = translations.setdefault(lang, Counter())
        for entry in one.catalogue.entries:
            text = one.sources.of(entry)
            if entry.obsolete or text is None or one.sources.language != source:
                continue
            if text.msgid not in texts:
                texts[text.msgid] = list({id(some.term): some for some in glossary.find(text.msgid, source)}.values())
            found = texts[text.msgid]
            counts.update(places[id(some.term)] for some in found if entry.translated and some.words(lang))
            misses += [Miss(term, lang, one.path, entry.line) for term in _missing(entry, found, lang)]
    sources = Counter(places[id(some.term)] for found in texts.values() for some in found)
    return Usage(sources, translations, tuple(misses))


def _missing(entry: Entry, found: Iterable[Found], lang: str) -> Iterator[Term]:
    """Terms that a translated entry has no word for, in one of its plural forms at least."""
    texts = [text for text in entry.texts if text]
    for one in found:
        words = one.words(lang)
        if words and any(not any(present(word, text, lang) for word in words) for text in texts):
            yield one.term
