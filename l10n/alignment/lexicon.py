"""Words that stand for each other, learnt from sentences that belong together: a key for each two.

Words are linked one to one, the most associated first (Melamed 2000, "Models of Translational Equivalence among
Words"), so that a word is not linked to what only stands beside its translation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, product
from math import log
from sys import intern

from l10n.languages import record
from l10n.text.words import folded, word_pattern

_STEM = 5
"""Letters of a word that are compared."""
_MOST_WORDS = 40
"""Words of a sentence that are looked at, or pairs of characters."""
_MOST_PAIRS = 20_000
_LEAST = 2
"""Pairs of sentences that two words are in."""
_SURE = 10.0
"""Log-likelihood ratio (Dunning 1993) from which two words are associated: by chance once in 600 times."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Links between the words of two languages."""

    sources: Mapping[str, str]
    """The key of a word of the source."""
    targets: Mapping[str, str]
    """The key of a word of the translation."""
    recall: Mapping[str, float]
    """By key: how often the one word is there if the other is, from 0 to 1."""


def stems(text: str, lang: str) -> frozenset[str]:
    """The words of a text without their endings; two characters each where no spaces part words."""
    words = word_pattern(lang).findall(text)[:_MOST_WORDS]
    if record(lang).script.spaced:
        return frozenset(intern(folded(word[:_STEM])) for word in words)
    twos = ("".join(two) for word in words for two in pairwise(word))
    return frozenset(islice(twos, _MOST_WORDS))


def learnt(pairs: Sequence[tuple[frozenset[str], frozenset[str]]]) -> Lexicon:
    """The links between words of these pairs, each given by its stems."""
    pairs = pairs[:: -(-len(pairs) // _MOST_PAIRS) or 1]
    alone = [Counter(word for pair in pairs for word in pair[side]) for side in (0, 1)]
    frequent = [{word for word, count in counts.items() if count >= _LEAST} for counts in alone]
    both = Counter(two for source, target in pairs for two in product(source & frequent[0], target & frequent[1]))
    scored = (
        (_association(count, alone[0][source], alone[1][target], len(pairs)), count, source, target)
        for (source, target), count in both.items()
        if count >= _LEAST
    )
    return _linked(sorted((row for row in scored if row[0] >= _SURE), reverse=True), alone)


def _linked(rows: Iterable[tuple[float, int, str, str]], alone: Sequence[Mapping[str, int]]) -> Lexicon:
    sources, targets, recall = dict[str, str](), dict[str, str](), dict[str, float]()
    for _, count, source, target in rows:
        if source not in sources and target not in targets:
            key = f"link {target}"
            sources[source] = targets[target] = key
            recall[key] = (count - 0.5) / (max(alone[0][source], alone[1][target]) + 0.5)
    return Lexicon(sources, targets, recall)


def _association(both: int, source: int, target: int, total: int) -> float:
    """Dunning's log-likelihood ratio; 0 if the two are together more seldom than by chance."""
    if both * total <= source * target:
        return 0.0
    cells = (
        (both, source * target),
        (source - both, source * (total - target)),
        (target - both, (total - source) * target),
        (total - source - target + both, (total - source) * (total - target)),
    )
    return 2 * sum(count * log(count * total / expected) for count, expected in cells if count)
