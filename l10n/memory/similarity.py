"""How alike two segments are, in percent: the mean of words and characters, as translation tools count them.

    words       1 − edits of tokens     / tokens of the longer      as OmegaT scores its matches
    characters  1 − edits of characters / characters of the longer  as Translate Toolkit and Virtaal score theirs

An edit is an insertion, a removal or a replacement (Levenshtein 1966). Words alone see no inflection: “des Hauses” is
two other words than “dem Haus”. Characters alone find a third of any two German sentences alike. Both are counted in
the normal form (l10n.memory.form), so that another number is no edit. A number or name that cannot be put right in
the translation (l10n.memory.transfer) is one edit of each kind. The result is rounded down, and at most 99: 100 is for
the same text.

Sources: OmegaT, FuzzyMatcher and LevenshteinDistance; Translate Toolkit, translate/search/lshtein.py.
"""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

from l10n.memory.form import Form, form, tokens
from l10n.memory.transfer import transferred
from l10n.memory.unit import CLOSEST, EXACT, IN_CONTEXT, MemoryMatch, Query, Unit


def match(query: Query, unit: Unit) -> MemoryMatch:
    """The unit as a match of the query, whatever its score; the languages are taken to be the unit's."""
    if query.text == unit.source:
        return MemoryMatch(IN_CONTEXT if same_context(query, unit) else EXACT, unit, unit.target)
    wanted, known = form(query.text, unit.source_language), form(unit.source, unit.source_language)
    text, wrong = transferred(wanted, known, unit.target, (unit.source_language, unit.language))
    edits = Levenshtein.distance(wanted.text, known.text), Levenshtein.distance(wanted.tokens, known.tokens)
    return MemoryMatch(score(wanted, known.text, *edits, wrong), unit, text)


def same_context(query: Query, unit: Unit) -> bool:
    """Both neighbours are known and the same but for white space."""
    return _same(query.previous, unit.previous) and _same(query.next, unit.next)


def similarity(wanted: Form, normal: str, least: int = 0) -> int:
    """The score of a normal form if every number and name can be put right; 0 if it is less than `least`."""
    longer = max(len(wanted.text), len(normal), 1)
    # 50 edits / longer + 50 edits / more is at most 100 - least, so neither part may be more than all of that
    most = max(0, (100 - least) * longer // 50)
    characters = Levenshtein.distance(wanted.text, normal, score_cutoff=most)
    if characters > most:
        return 0
    words = Levenshtein.distance(wanted.tokens, tokens(normal))
    percent = score(wanted, normal, characters, words)
    return percent if percent >= least else 0


def score(wanted: Form, normal: str, characters: int, words: int, wrong: int = 0) -> int:
    """The formula: edits to percent, in whole numbers, so that it is the same everywhere."""
    longer, more = max(len(wanted.text), len(normal), 1), max(len(wanted.tokens), len(tokens(normal)), 1)
    lost = (characters + wrong) * more + (words + wrong) * longer
    return max(0, min(CLOSEST, (100 * longer * more - 50 * lost) // (longer * more)))


def _same(neighbour: str | None, other: str | None) -> bool:
    return neighbour is not None and other is not None and neighbour.split() == other.split()
