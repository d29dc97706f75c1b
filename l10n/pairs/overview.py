"""What has to be known of all texts of a catalogue together, in one pass: of each text a number stays, not the text."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from l10n.identity import repeated
from l10n.model import ACCEPTED, Entry, State
from l10n.pairs.quotation_custom import QuotationCounts, QuotationCustom
from l10n.text.apostrophe import alike


@dataclass(frozen=True, slots=True)
class PairHashes:
    """The entries with one text that is there, by hashes: of equal texts these are equal, too."""

    indices: array[int] = field(default_factory=lambda: array("Q"))
    """Of the entries in their catalogue."""
    sources: array[int] = field(default_factory=lambda: array("q"))
    targets: array[int] = field(default_factory=lambda: array("q"))
    fuzzy: bytearray = field(default_factory=bytearray)

    def add(self, index: int, source: str, entry: Entry) -> None:
        """Of texts that differ in nothing but the kind of an apostrophe, too."""
        self.indices.append(index)
        self.sources.append(hash(alike(source)))
        self.targets.append(hash(alike(entry.msgstr)))
        self.fuzzy.append(entry.fuzzy)

    def various(self) -> Iterator[tuple[int, int]]:
        """Index of an entry, and of another one with the same source and another translation."""
        return self._differing(self.sources, self.targets)

    def reused(self) -> Iterator[tuple[int, int]]:
        """Index of an entry, and of another one with the same translation and another source."""
        return self._differing(self.targets, self.sources)

    def _differing(self, same: Sequence[int], other: Sequence[int]) -> Iterator[tuple[int, int]]:
        """What differs from the first of its group; a draft is what differs from an accepted text."""
        several = repeated(same)
        groups: defaultdict[int, list[int]] = defaultdict(list)
        for number, each in enumerate(same) if several else ():
            if each in several:
                groups[each].append(number)
        for group in groups.values():
            first, *rest = sorted(group, key=self.fuzzy.__getitem__)
            for number in rest:
                if other[number] != other[first]:
                    yield self.indices[number], self.indices[first]


@dataclass(frozen=True, slots=True)
class Overview:
    """A catalogue as a whole."""

    plural: bool
    """Some text depends on a number."""
    quotation: QuotationCustom
    """Of the texts that people have accepted."""
    pairs: PairHashes


def overview(entries: Iterable[Entry], states: Iterable[State], source_of: Callable[[Entry], Entry | None]) -> Overview:
    """Look at all entries, which have these states and translate what `source_of` says."""
    plural, quotations, pairs = False, QuotationCounts(), PairHashes()
    for index, (entry, state) in enumerate(zip(entries, states, strict=True)):
        if entry.plural:
            plural = True
        elif entry.msgstr and (source := source_of(entry)):
            pairs.add(index, source.msgid, entry)
        if state in ACCEPTED:
            for text in entry.texts:
                quotations.add(text)
    return Overview(plural, quotations.custom(), pairs)
