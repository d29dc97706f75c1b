"""How alike two segments are, in percent: the mean of words and characters, as translation tools count them.

    words       1 − edits of tokens     / tokens of the longer      as OmegaT scores its matches
    characters  1 − edits of characters / characters of the longer  as Translate Toolkit and Virtaal score theirs

An edit is an insertion, a removal or a replacement (Levenshtein 1966). Words alone see no inflection: “des Hauses” is
two other words than “dem Haus”. Characters alone find a third of any two German sentences alike. Both are counted in
the normal form (l10n.memory.form) of the words, so that neither a mark or tag nor another number is an edit. A number
or name that cannot be put right in the translation (l10n.memory.transfer) is one edit of each kind. The result is
rounded down, and at most 99: 100 is for the same text.

Sources: OmegaT, FuzzyMatcher and LevenshteinDistance; Translate Toolkit, translate/search/lshtein.py.
"""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

from l10n.memory.form import Form, form, tokens
from l10n.memory.transfer import transferred
from l10n.memory.unit import CLOSEST, EXACT, IN_CONTEXT, MemoryMatch, Query, Unit
from l10n.memory.words import same_marks, seen


def match(query: Query, unit: Unit) -> MemoryMatch:
    """The unit as a match of the query, whatever its score; the languages are taken to be the unit's."""
    if query.text == unit.source:
        return exact(unit, IN_CONTEXT if same_context(query, unit) else EXACT)
    wanted = form(seen(query.text, query.markup), unit.source_language)
    known = form(seen(unit.source, unit.markup), unit.source_language)
    languages = unit.source_language, unit.language
    text, wrong = transferred(wanted, known, seen(unit.target, unit.markup), languages)
    edits = Levenshtein.distance(wanted.text, known.text), Levenshtein.distance(wanted.tokens, known.tokens)
    percent = score(wanted, known.text, *edits, wrong)
    if unit.markup and query.markup == unit.markup and same_marks(query.text, unit.source, unit.markup):
        marked, _ = transferred(wanted, known, unit.target, languages)
        if seen(marked, unit.markup) == text:  # no number of an address was taken for one of the text
            return MemoryMatch(percent, unit, marked, marked=True)
    return MemoryMatch(percent, unit, text)


def exact(unit: Unit, percent: int) -> MemoryMatch:
    """The unit as a match of its own source."""
    return MemoryMatch(percent, unit, unit.target, marked=True)


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
