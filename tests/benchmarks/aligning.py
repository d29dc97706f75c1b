"""`make bench-align DATA=…`: how well sentences of a text and its translation are paired.

    python -m tests.benchmarks.aligning PO_OR_FOLDER...

Each catalogue is a text and its translation, an entry a sentence. They are set in paragraphs of 3 to 8 sentences, and
sown with what translators do: two sentences made one, one left out, one added, a paragraph begun elsewhere. Single
pairs of the confidence that is the default are judged: precision is the share of them that is right, recall the share
of the right ones that is among them. Prints Markdown tables.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from l10n.alignment import AlignedPair, TextSentence
from l10n.alignment.aligner import LanguageKnowledge, align
from l10n.catalogue import po
from l10n.catalogue.search import language_of, po_files
from l10n.workflow.memory.align import CONFIDENCE
from tests.benchmarks.tables import show

MERGED, LEFT_OUT, ADDED, MOVED = 0.06, 0.04, 0.04, 0.05
"""How often two sentences are one on either side, one has no translation or no source, a paragraph begins elsewhere."""
PARAGRAPH = (3, 8)
SHORT = 40
"""Sentences of a short document; each text is parted into some."""
STEPS = (50, 60, 70, 80, 90, 95, 99)
SIZES = (1_000, 10_000, 100_000)
Languages = tuple[str, str]
Spans = tuple[range, range]


@dataclass
class SownTexts:
    """A text and its translation, and which of their sentences belong together."""

    rng: Random
    paragraphs: bool
    sources: list[TextSentence] = field(default_factory=list)
    targets: list[TextSentence] = field(default_factory=list)
    right: set[Spans] = field(default_factory=set)
    left: int = 0
    """Sentences until the paragraph ends."""

    def sow(self, pairs: Sequence[tuple[str, str]]) -> SownTexts:
        """Add all pairs, changed as translators do."""
        waiting = list(reversed(pairs))
        while waiting:
            (source, target), chance = waiting.pop(), self.rng.random()
            if chance < MERGED and waiting:
                more = waiting.pop()
                if self.rng.random() < 0.5:
                    self._add([source, more[0]], [f"{target.rstrip('.')}, {more[1]}"])
                else:
                    self._add([f"{source.rstrip('.')}, {more[0]}"], [target, more[1]])
            elif chance < MERGED + LEFT_OUT:
                self._add([source], [])
            elif chance < MERGED + LEFT_OUT + ADDED:
                self._add([], [target])
            else:
                self._add([source], [target])
        return self

    def _add(self, sources: Sequence[str], targets: Sequence[str]) -> None:
        begins = self.left <= 0
        self.left = (self.rng.randint(*PARAGRAPH) if begins else self.left) - 1
        moved = begins != (self.rng.random() < MOVED)
        places = len(self.sources), len(self.targets)
        self.sources += _sentences(sources, begins and self.paragraphs)
        self.targets += _sentences(targets, moved and self.paragraphs)
        if sources and targets:
            self.right.add((range(places[0], len(self.sources)), range(places[1], len(self.targets))))


@dataclass
class Tally:
    """Pairs that were judged."""

    sure: int = 0
    right: int = 0
    possible: int = 0

    def add(self, texts: SownTexts, pairs: Iterable[AlignedPair], least: float, most: float = 1.0) -> None:
        """Count the single pairs of this confidence."""
        chosen = [(pair.sources, pair.targets) for pair in pairs if pair.is_single and least <= pair.confidence <= most]
        self.sure += len(chosen)
        self.right += len(texts.right.intersection(chosen))
        self.possible += sum(len(source) == len(target) == 1 for source, target in texts.right)

    @property
    def row(self) -> list[str]:
        """The pairs, precision and recall."""
        return [f"{self.sure:,}", _percent(self.right, self.sure), _percent(self.right, self.possible)]


def main(paths: Sequence[Path]) -> None:
    """Measure all and print it."""
    texts = list(_texts(paths))
    steps: defaultdict[int, Tally] = defaultdict(Tally)
    figures = "sure pairs|precision|recall"
    table = [[*name, *cells] for name, cells in _qualities(texts, steps)]
    show(
        f"Pairs of {CONFIDENCE} % and more", f"set|languages|{figures}|no paragraphs: {figures}|short: {figures}", table
    )
    rows = [[f"{step} % and more", *steps[step].row] for step in STEPS]
    show("Confidence", f"confidence|{figures}", rows)
    show("Speed", "sentences|seconds", _speed([pair for _, _, pairs in texts for pair in pairs], texts[0][1]))


def _qualities(
    texts: Iterable[tuple[str, Languages, Sequence[tuple[str, str]]]], steps: defaultdict[int, Tally]
) -> Iterator[tuple[list[str], list[str]]]:
    for name, languages, pairs in texts:
        documents = [pairs[start : start + SHORT] for start in range(0, len(pairs), SHORT)]
        cells: list[str] = []
        for parts, paragraphs in (([pairs], True), ([pairs], False), (documents, True)):
            tally = Tally()
            for number, part in enumerate(parts):
                sown = SownTexts(Random(f"{name} {number}"), paragraphs).sow(part)
                aligned = align(sown.sources, sown.targets, LanguageKnowledge(*languages))
                tally.add(sown, aligned, CONFIDENCE / 100)
                for step in STEPS:
                    steps[step].add(sown, aligned, step / 100)
            cells += tally.row
        yield [name, " → ".join(languages)], cells


def _texts(paths: Sequence[Path]) -> Iterator[tuple[str, Languages, Sequence[tuple[str, str]]]]:
    for path in po_files(paths):
        catalogue = po.read(path)
        languages = catalogue.field("X-Source-Language"), language_of(path, catalogue)
        pairs = [(entry.msgid, entry.msgstr) for entry in catalogue.active if entry.complete and not entry.plural]
        yield f"{path.parent.name}/{path.stem}", languages, pairs


def _speed(pairs: Sequence[tuple[str, str]], languages: Languages) -> Iterator[list[str]]:
    for size in SIZES:
        sown = SownTexts(Random(size), paragraphs=True).sow((list(pairs) * (size // len(pairs) + 1))[:size])
        start = time.process_time()
        align(sown.sources, sown.targets, LanguageKnowledge(*languages))
        yield [f"{size:,}", f"{time.process_time() - start:,.1f}"]


def _sentences(texts: Iterable[str], begins: bool) -> list[TextSentence]:
    return [TextSentence(text, "paragraph" if begins and not number else "") for number, text in enumerate(texts)]


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f} %" if whole else "–"


if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.exit("usage: make bench-align DATA='PO_OR_FOLDER...'")
    main([Path(argument) for argument in sys.argv[1:]])
