"""The passes: lengths and keys first; then also words that the sure pairs have taught, and what these texts do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from l10n.alignment import AlignedPair, TextSentence
from l10n.alignment.corridor import Point, corridor, fixed_points
from l10n.alignment.evidence import PairEvidence, TextKeys
from l10n.alignment.keys import keys
from l10n.alignment.lattice import Lattice, Shape, probable
from l10n.alignment.lengths import UNKNOWN, measured
from l10n.alignment.lexicon import Lexicon, learnt, stems
from l10n.glossary import Glossary
from l10n.languages import record
from l10n.text.lengths import letters

_RECALL = {
    "start": 0.9,
    "block": 0.9,
    "mark": 0.8,
    "number": 0.8,
    "code": 0.7,
    "meaning": 0.8,
    "name": 0.25,
    "term": 0.7,
}
"""How often a key of each kind is in the translation, until the texts themselves tell."""
_KNOWN_BEFORE = 30
"""As many keys as this knowledge is worth."""
_CHANCES: Mapping[Shape, float] = {
    (1, 1): 0.88,
    (1, 0): 0.03,
    (0, 1): 0.03,
    (1, 2): 0.025,
    (2, 1): 0.025,
    (2, 2): 0.01,
}
"""Gale & Church found 0.89, 0.01, 0.01, 0.045, 0.045 and 0.011; translations on the web leave out more."""
_PRIORS = {shape: log(chance) for shape, chance in _CHANCES.items()}
_TEACHES = 0.9
"""The confidence of pairs that teach."""
_PASSES = 3


@dataclass(frozen=True, slots=True)
class LanguageKnowledge:
    """What is known of the two languages beforehand."""

    source_language: str
    language: str
    glossary: Glossary | None = None
    pairs: Sequence[tuple[str, str]] = ()
    """Sentences and their translations, from elsewhere."""

    @property
    def languages(self) -> tuple[str, str]:
        """Of the source and of the translation."""
        return self.source_language, self.language


def align(
    sources: Sequence[TextSentence], targets: Sequence[TextSentence], known: LanguageKnowledge
) -> list[AlignedPair]:
    """The pairs that are more likely than not, in the order of the texts, which must not be empty."""
    texts = [
        _ComparedText(side, lang, known.glossary)
        for side, lang in zip((sources, targets), known.languages, strict=True)
    ]
    elsewhere = [(stems(source, known.source_language), stems(text, known.language)) for source, text in known.pairs]
    pairs: list[AlignedPair] = []
    sure: list[Point] = []
    for _ in range(_PASSES):
        taught = [(texts[0].words[source], texts[1].words[target]) for source, target in sure]
        pairs = _aligned(texts, known, learnt([*elsewhere, *taught]), sure)
        sure = [(pair.sources[0], pair.targets[0]) for pair in pairs if pair.is_single and pair.confidence >= _TEACHES]
    return pairs


class _ComparedText:
    """One of the texts: keys, words and lengths of its sentences."""

    def __init__(self, sentences: Sequence[TextSentence], lang: str, glossary: Glossary | None) -> None:
        self.keys = [keys(sentence, lang, glossary) for sentence in sentences]
        self.words = [stems(sentence.text, lang) for sentence in sentences]
        self.sizes = np.array([max(1, len(sentence.text)) * letters(lang) for sentence in sentences], np.float64)

    def linked(self, links: Mapping[str, str]) -> TextKeys:
        """It with keys for words that are linked to words of the other language."""
        pairs = zip(self.keys, self.words, strict=True)
        return TextKeys([own | {links[word] for word in words & links.keys()} for own, words in pairs], self.sizes)


def _aligned(
    texts: Sequence[_ComparedText], known: LanguageKnowledge, lexicon: Lexicon, sure: Sequence[Point]
) -> list[AlignedPair]:
    """A pass, which knows the sure pairs of the one before."""
    source, target = texts[0].linked(lexicon.sources), texts[1].linked(lexicon.targets)
    rows = corridor(len(source.keys), len(target.keys), sure or fixed_points(source.keys, target.keys))
    usual = record(known.source_language).lengths.get(known.language)
    lengths = usual or measured(UNKNOWN, [text.sizes for text in texts], sure)
    recall = {**_observed([text.keys for text in texts], sure), **lexicon.recall}
    evidence = PairEvidence(source, target, rows, recall, lengths)
    return list(probable(Lattice(rows, _PRIORS, evidence.score)))[::-1]


def _observed(texts: Sequence[Sequence[frozenset[str]]], sure: Iterable[Point]) -> Mapping[str, float]:
    """How often keys of each kind are in the translations of the sure pairs."""
    shared, total = Counter[str](), Counter[str]()
    for source, target in sure:
        before, after = texts[0][source], texts[1][target]
        shared.update(2 * [key.partition(" ")[0] for key in before & after])
        total.update(key.partition(" ")[0] for key in (*before, *after))
    rates = {
        kind: (shared[kind] + usual * _KNOWN_BEFORE) / (total[kind] + _KNOWN_BEFORE) for kind, usual in _RECALL.items()
    }
    return {kind: min(0.98, max(0.02, rate)) for kind, rate in rates.items()}
