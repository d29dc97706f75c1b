"""How often each term occurs in the sources of catalogues, and in how many translations it is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from l10n.documents import inline
from l10n.glossary import Glossary, Term, TermMatch
from l10n.glossary_audit.catalogues import ReadCatalogue
from l10n.model import Entry
from l10n.text.inflection import present


@dataclass(frozen=True, slots=True)
class MissingTerm:
    """A translation that has none of the words for a term of its source."""

    term: Term
    language: str
    path: Path
    line: int
    """Where the entry stands in the PO file, from 1."""


@dataclass(frozen=True, slots=True)
class TermUsage:
    """How often a term is used."""

    term: Term
    sources: int
    """Distinct source texts in which it occurs."""
    translations: Mapping[str, int]
    """By language: translations of such texts, fuzzy or not, if the term has a word in the language."""
    missing: Mapping[str, int]
    """By language: how many of these have none of its words, in one of their plural forms at least."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What a set of catalogues makes of a glossary."""

    terms: tuple[TermUsage, ...]
    """How often each term is used, in the order of the glossary."""
    missing: tuple[MissingTerm, ...]


def usage(glossary: Glossary, source: str, catalogues: Iterable[ReadCatalogue]) -> Usage:
    """What those of the catalogues say that are from this source language."""
    matches: dict[str, list[TermMatch]] = {}
    translations: Counter[tuple[int, str]] = Counter()
    missing: list[MissingTerm] = []
    for catalogue in catalogues:
        lang = catalogue.language
        for entry, text in _entries(catalogue, source):
            if text not in matches:
                matches[text] = list({id(match.term): match for match in glossary.find(text, source)}.values())
            if entry.translated:
                translations.update((id(match.term), lang) for match in matches[text] if match.words(lang))
            absent = _missing(entry, matches[text], lang)
            missing += (MissingTerm(term, lang, catalogue.path, entry.line) for term in absent)
    sources = Counter(id(match.term) for terms in matches.values() for match in terms)
    used = _by_term(translations)
    gaps = _by_term(Counter((id(gap.term), gap.language) for gap in missing))
    terms = (
        TermUsage(term, sources[id(term)], used.get(id(term), {}), gaps.get(id(term), {})) for term in glossary.terms
    )
    return Usage(tuple(terms), tuple(missing))


def _entries(catalogue: ReadCatalogue, source: str) -> Iterator[tuple[Entry, str]]:
    """The entries that are from this source language, each with its source text."""
    for entry in catalogue.catalogue.entries if catalogue.sources.language == source else ():
        text = catalogue.sources.of(entry)
        if text is not None and not entry.obsolete:
            yield entry, inline.words_of(text, text.msgid)


def _by_term(counts: Mapping[tuple[int, str], int]) -> dict[int, dict[str, int]]:
    """The counts of each term by language."""
    terms: dict[int, dict[str, int]] = {}
    for (term, lang), count in counts.items():
        terms.setdefault(term, {})[lang] = count
    return terms


def _missing(entry: Entry, matches: Iterable[TermMatch], lang: str) -> Iterator[Term]:
    """Terms that a translated entry has no word for, in one of its plural forms at least."""
    texts = [inline.words_of(entry, text) for text in entry.texts if text]
    for match in matches:
        words = match.words(lang)
        if words and any(not any(present(word, text, lang) for word in words) for text in texts):
            yield match.term
