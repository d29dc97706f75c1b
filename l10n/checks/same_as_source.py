"""The translation is the source text, copied.

Editors do that when nobody has translated an entry, and translation engines when they give up. Names, numbers, commands
and short titles may be the same in both languages; what has none of the words that we know is noted.

Bad:  Das Haus ist groß. | Das Haus ist groß.
Bad ru: Moskau sucht neue Partner | Moskau sucht neue Partner
Good: Oliver Rolofs | Oliver Rolofs
Good: Global Media Forum 2024 | Global Media Forum 2024
Good: Tennis | Tennis
Good en-uk: *mount*(8), *umount*(8), /etc/fstab | *mount*(8), *umount*(8), /etc/fstab
Good en-uk: Anna Example (Summer of Code 2014) | Anna Example (Summer of Code 2014)
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from l10n.checks import Hit
from l10n.languages import record
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.pairs.technical import spoken
from l10n.text.visible import FILLER
from l10n.text.words import known_words, listed

SEVERITY = Severity.ERROR

_WORD = re.compile(r"(?<![\w-])[^\W\d_]{2,}(?:[-’'][^\W\d_]+)*(?![\w-])")
_SENTENCE = 6
"""Words of a text that is no name of a program's function, of a type or an option."""
_ENOUGH = 2
"""Words that may be a text."""
_SHARE, _SHARE_BESIDE_NOUNS = 3, 8
"""One word in so many is small in a text, and where nouns have a capital; names and titles have fewer."""
_COMMAND = re.compile(
    r"^[ \t]*(?:[#$%>] ?|~\$ )[a-z]|^[ \t]*\w+ \|| \| \w+ |;$|^[ \t]*[\w.-]+ ?[=:] ?\S*$|[{}]$", re.MULTILINE
)
"""Lines of a program, of its settings, or what one types."""
_NO_WRAP = "no-wrap"
"""gettext's flag of a text whose lines are kept: mostly an example."""


def check(pair: Pair) -> Iterator[Hit]:
    """Sentences and phrases with small words of the source language; others may be names."""
    if not pair.copied or pair.language == pair.source_language:
        return
    plain = spoken(pair.source, pair.source_plain)
    words = _WORD.findall(plain.lower() if plain.isupper() else plain)
    cased = record(pair.source_language).script.cased  # then a word without case is a name in another script
    small = {word for word in words if word[0].islower() or not (cased or word[0].isupper())}
    if severity := _severity(words, small, _is_technical(plain, small, pair), pair.source_language):
        if severity is SEVERITY and pair.kind.is_technical and len(words) < _SENTENCE:
            severity = Severity.INFO if plain.isupper() else Severity.WARNING  # CREATE TABLE
        yield Hit("the translation is the source text", (0, len(pair.target)), (0, len(pair.source)), severity=severity)


def _severity(words: Sequence[str], small: Collection[str], technical: bool, lang: str) -> Severity | None:
    if len(words) < _ENOUGH:
        return Severity.WARNING if any(not word.isascii() for word in small) and not technical else None
    vocabulary = known_words(lang)
    share = _SHARE_BESIDE_NOUNS if record(lang).noun_capitals else _SHARE
    if not small or len(small) * share < len(set(words)):
        return None
    return SEVERITY if not technical and (not vocabulary or vocabulary.intersection(small)) else Severity.INFO


def _is_technical(plain: str, small: Collection[str], pair: Pair) -> bool:
    """A command, settings or a row of names: none of the small words that every sentence has."""
    if _NO_WRAP in pair.flags or _COMMAND.search(pair.source):
        return True
    named = plain.count(FILLER) > pair.source_plain.count(FILLER) or not pair.source_chars.isdisjoint("/@")
    return named and listed(pair.source_language, "function_words").isdisjoint(small)
