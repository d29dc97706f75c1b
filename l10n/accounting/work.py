"""Words of the source by what the translator began with, and by what has become of them.

What a translator begins with stands in the entry: the mark of a draft from the memory or a machine, the old source of
an outdated text. It stays when the text is edited or signed, but for the old source: that is in the entry of an earlier
revision, as it was handed out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.accounting.provenance import Author, author_of
from l10n.accounting.rates import LEAST, Rate, Weights, band
from l10n.catalogue.bookkeeping.marks import match_percent
from l10n.catalogue.states import state, word_count
from l10n.documents import inline
from l10n.model import READ, STALE, Catalogue, Entry, Key, State

_LONGEST = 2000
"""Characters up to which an outdated text is compared with its old source: that takes as long as both multiplied."""


@dataclass(frozen=True, slots=True)
class Amount:
    """How much there is of something."""

    segments: int = 0
    words: int = 0

    def __add__(self, other: Amount) -> Amount:
        """Both together."""
        return Amount(self.segments + other.segments, self.words + other.words)


Amounts = Mapping[tuple[Rate, State], Amount]


@dataclass(frozen=True, slots=True)
class CatalogueWork:
    """The words of a catalogue, or of all in a language."""

    document: str
    """Empty for all of the language."""
    language: str
    path: Path | None
    """None for all of the language."""
    amounts: Amounts

    def of(self, rate: Rate) -> Amount:
        """All that began so."""
        return sum((amount for (own, _), amount in self.amounts.items() if own is rate), Amount())

    @property
    def all(self) -> Amount:
        """All of it."""
        return sum(self.amounts.values(), Amount())

    def weighted(self, weights: Weights) -> float:
        """Words, each as much as its rate is worth."""
        return round(sum(amount.words * weights[rate] for (rate, _), amount in self.amounts.items()) / 100, 2)


@dataclass(frozen=True, slots=True)
class CountedCatalogue:
    """A catalogue whose words are counted."""

    document: str
    language: str
    path: Path
    catalogue: Catalogue
    source_of: Callable[[Entry], Entry | None]
    """The entry with the text that its msgid stands for; None if nobody knows it."""
    source_language: str
    before: Mapping[Key, Entry] | None = None
    """The entries at an earlier revision, if only what was done since is counted."""


def count(catalogue: CountedCatalogue, seen: set[str]) -> CatalogueWork:
    """The words of the catalogue; `seen` has the texts of those before it in this language, and gets its own.

    With entries of before only what somebody has accepted or signed since, after reading it, counts; what was there
    already makes repetitions of the same text elsewhere.
    """
    entries = list(_entries(catalogue))
    seen |= {source.msgid for entry, source in entries if state(entry) in READ and not _counts(entry, catalogue)}
    amounts: dict[tuple[Rate, State], Amount] = {}
    for entry, source in entries:
        if not _counts(entry, catalogue):
            continue
        began = (catalogue.before or {}).get(entry.key, entry)
        rate = _rate(began, catalogue.source_language)
        if rate is not Rate.EXACT and source.msgid in seen:
            rate = Rate.REPETITION
        seen.add(source.msgid)
        key = rate, state(entry)
        words = word_count(inline.words_of(source, source.msgid))
        amounts[key] = amounts.get(key, Amount()) + Amount(1, words)
    return CatalogueWork(catalogue.document, catalogue.language, catalogue.path, amounts)


def together(works: Sequence[CatalogueWork]) -> Iterator[CatalogueWork]:
    """The sums of the languages that have several catalogues, by code."""
    groups: dict[str, list[CatalogueWork]] = {}
    for work in works:
        groups.setdefault(work.language, []).append(work)
    for language, group in sorted(groups.items()):
        amounts: dict[tuple[Rate, State], Amount] = {}
        for work in group:
            for key, amount in work.amounts.items():
                amounts[key] = amounts.get(key, Amount()) + amount
        yield CatalogueWork("", language, None, amounts)


def _entries(catalogue: CountedCatalogue) -> Iterator[tuple[Entry, Entry]]:
    """The entries that are not obsolete, with those of their texts."""
    for entry in catalogue.catalogue.active:
        if source := catalogue.source_of(entry):
            yield entry, source


def _counts(entry: Entry, catalogue: CountedCatalogue) -> bool:
    if catalogue.before is None:
        return True
    old = catalogue.before.get(entry.key)
    was_done = old is not None and old.texts == entry.texts and state(old) in READ
    return state(entry) in READ and not was_done


def _rate(entry: Entry, language: str) -> Rate:
    author = author_of(entry)
    if author is Author.MACHINE:
        return Rate.MACHINE
    if author is Author.MEMORY:
        return band(match_percent(entry) or 0)
    is_outdated = author is Author.PEOPLE and state(entry) in STALE and entry.previous_msgid is not None
    return band(_likeness(entry, language)) if is_outdated else Rate.NEW


def _likeness(entry: Entry, language: str) -> int:
    """How alike an outdated text's source is to the old one, in percent, as the memory scores."""
    from l10n.memory.form import form
    from l10n.memory.similarity import similarity

    old, new = (inline.words_of(entry, text) for text in (entry.previous_msgid or "", entry.msgid))
    if max(len(old), len(new)) > _LONGEST:
        return 0
    return similarity(form(new, language), form(old, language).text, LEAST)
