"""A text and its translation, sentence by sentence: which belongs to which, and how sure that is.

| module | knows |
|---|---|
| `keys` | what of a sentence stays in its translation: figures, names by their consonants, marks, terms |
| `lexicon` | words that stand for each other, learnt from pairs that are sure already |
| `evidence` | how much keys speak for a pair |
| `lengths` | how much lengths do |
| `corridor` | where a path through both texts can lead, so that time grows with their length and not with its square |
| `lattice` | the probability of each bead, over all paths |
| `aligner` | the passes: each knows more of the two texts than the one before |

A bead is some sentences of a text, none to two, and those that stand for them in the other one. After Gale & Church
(1993, "A Program for Aligning Sentences in Bilingual Corpora"): beads and lengths; Moore (2002, "Fast and Accurate
Sentence Alignment of Bilingual Corpora"): words learnt in a first pass, and probabilities by forward and backward sums.
"""

from __future__ import annotations

from typing import NamedTuple


class TextSentence(NamedTuple):
    """A sentence of one of the texts."""

    text: str
    """Words alone, without marks or tags."""
    block: str = ""
    """The kind of the block that it begins, as `heading 2`; empty within a block."""


class AlignedPair(NamedTuple):
    """Sentences that belong together."""

    sources: range
    """Numbers of one or two sentences of the source, from 0."""
    targets: range
    """Numbers of one or two sentences of the translation, from 0."""
    confidence: float
    """The probability that the sentences belong together, just as they are here: more than a half, up to 1."""

    @property
    def is_single(self) -> bool:
        """It is one sentence on both sides."""
        return len(self.sources) == len(self.targets) == 1
