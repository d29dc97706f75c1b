"""A word is not in the dictionary.

Looked at only where somebody asks for it: `pip install 'spylls>=0.1.7,<0.2'`, and `dictionaries = "FOLDER"` in the
settings (`[tool.l10n.check]`), or `--select spelling`, which takes those of the system in `/usr/share/hunspell`. Debian
has `hunspell-de-de`, `hunspell-en-us`, `hunspell-ru` and `hunspell-uk`, and none for Azerbaijani. A language without a
dictionary is named once a run. Spylls is under the MPL 2.0, and dictionaries have licences of their own (mostly GPL,
LGPL or MPL): nothing of either is part of l10n. To read a dictionary takes 3 seconds (en, de), 9 (ru) or 22 (uk) in
each process of a run, a new word 1 to 4 milliseconds. Of sound entries of news, 4 % have a note (en,
ru, uk), in German 11 %.

Not looked at: words of up to two letters, or with a hyphen, a digit or a capital – names, and whatever begins a
sentence; in German only those that the source has, too –, words of the source, terms of the glossary, placeholders,
addresses.

Bad:  Das alte Haus brannte. | The old huose burnt.
Bad en-de: The old house burnt. | Das alte Hausen brannte.
Good: Das alte Haus brannte. | The old house burnt.
Good: Das alte Haus in Kleinzschocher | The old house in Kleinzschocher
Good: Das alte Haus mit %(numer)s und `spylls` | The old house with %(numer)s and `spylls`
Good en-de: The old house in Gostenhof | Das alte Haus in Gostenhof
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.languages import record
from l10n.model import Span
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.text.inflection import present

SEVERITY = Severity.INFO
ALONE = True

_WORD = re.compile(r"(?<![\w.@/'’ʼ-])[^\W\d_]+(?:['’ʼ][^\W\d_]+)*(?![\w@/'’ʼ-])")
_ABBREVIATION = 4
"""Letters of a word with a full stop that may be short for another."""
_STEM = 4
"""Letters that a name of the source has in any form, if it has so many."""


def check(pair: Pair) -> Iterator[Hit]:
    """Each word once."""
    if pair.knows is None or pair.copied:
        return
    seen = set[str]()
    terms = None
    for match in _WORD.finditer(pair.target_plain):
        word = match[0]
        if word in seen or _is_excepted(word, match.end(), pair):
            continue
        seen.add(word)
        if pair.knows(word) or pair.knows(re.sub("[’ʼ]", "'", word)):
            continue
        terms = list(_terms(pair)) if terms is None else terms
        if not any(start <= match.start() < end for start, end in terms):
            yield Hit(f"“{word}” is not in the dictionary", match.span())


def _is_excepted(word: str, end: int, pair: Pair) -> bool:
    """Whether it is a name, an abbreviation or no word of this language."""
    if len(word) <= 2 or not (word.islower() or word.istitle()):
        return True
    if len(word) <= _ABBREVIATION and pair.target_plain[end : end + 1] == ".":
        return True
    evidence = record(pair.language).evidence
    if evidence and not (set(word.lower()) - set("'’ʼ")) <= evidence.alphabet:
        return True
    if word.istitle() and not record(pair.language).noun_capitals:
        return True
    return (word if word.islower() else word[:_STEM]).lower() in pair.source_lower


def _terms(pair: Pair) -> Iterator[Span]:
    """Where the terms of the glossary are."""
    occurrences = pair.glossary.find(pair.source_plain, pair.source_language) if pair.glossary else ()
    for occurrence in occurrences:
        for term in occurrence.words(pair.language):
            if span := present(term, pair.target_plain, pair.language):
                yield span
