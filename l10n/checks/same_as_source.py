"""The translation is the source text, copied.

Editors do that when nobody has translated an entry, and translation engines when they give up. Names, numbers and short
titles may be the same in both languages. In software and manuals so may be commands, options, examples and what belongs
to code: there only sentences and words of programs tell that it was forgotten, anything else is noted.

Bad:  Das Haus ist groß. | Das Haus ist groß.
Bad ru: Moskau sucht neue Partner | Moskau sucht neue Partner
Good: Oliver Rolofs | Oliver Rolofs
Good: Global Media Forum 2024 | Global Media Forum 2024
Good: Tennis | Tennis
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.model.findings import Severity
from l10n.model.kinds import TextKind
from l10n.pairs.pair import Pair
from l10n.pairs.technical import without_names
from l10n.text.visible import FILLER
from l10n.text.words import listed

SEVERITY = Severity.ERROR

_SMALL = re.compile(r"(?<!\w)[^\W\d_A-ZÄÖÜ][^\W\d_]+")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_TECHNICAL = frozenset(TextKind) - {TextKind.PROSE, TextKind.MARKDOWN}
_COMPOUND = r"(?<!\w)[a-z]\w*(?:[-/:]\w+)+"
_MARKED = re.compile(
    rf"{_COMPOUND}"
    r"|(?<![^\W_])[BCFILX]<[^<>]*>|\*{1,2}[^\s*][^*\n]*\*{1,2}|(?<!\w)_{1,2}[^\s_][^_\n]*_{1,2}(?!\w)|<[^<>\n]*>"
)
"""What manuals have in another type: names of programs and options, and what to put in their place."""
_CODE = re.compile(r"[={}|;$\\#^]|\w\[|\(\)|\)[:;]")
_PER_WORD = 4
"""A sentence has a function word among so many words."""
_NO_WRAP = "no-wrap"
"""gettext's flag of a text whose lines are kept: mostly an example."""


def check(pair: Pair) -> Iterator[Hit]:
    """Sentences and phrases with a word in lower case; a copied title with three words or more is worth a look."""
    if not pair.copied or pair.language == pair.source_language:
        return
    technical = pair.kind in _TECHNICAL
    severity = _of_technical(pair) if technical else _of_prose(without_names(pair.source_plain))
    if severity is not None:
        yield Hit("the translation is the source text", (0, len(pair.target)), (0, len(pair.source)), severity=severity)


def _of_prose(plain: str) -> Severity | None:
    words, small = _LETTERS.findall(plain), _SMALL.findall(plain)
    if small and len(words) > 1:
        return Severity.ERROR
    return Severity.WARNING if small and not words[0].isascii() else None


def _of_technical(pair: Pair) -> Severity | None:
    """By the words of the language: names and code have few of them."""
    plain = without_names(_MARKED.sub(_blank, pair.source_plain))
    words, small = list(map(str.lower, _LETTERS.findall(plain))), _SMALL.findall(plain)
    if not small or len(words) < _SOME:
        return None
    if _NO_WRAP in pair.flags:
        return Severity.INFO
    functions = len(listed(pair.source_language, "function_words").intersection(small))
    is_code = _CODE.search(pair.source) is not None
    if functions >= _SOME + is_code and functions * _PER_WORD >= len(words) and functions < len(set(small)):
        return Severity.ERROR
    ours = listed(pair.source_language, "interface_words") | listed(pair.source_language, "function_words")
    telling = sum(word in ours for word in words)
    is_text = telling >= _SOME and telling * 2 > len(words) and functions < len(set(small)) and not is_code
    return Severity.WARNING if is_text else Severity.INFO


def _blank(match: re.Match[str]) -> str:
    return FILLER * len(match[0])


_SOME = 2
"""So few words may be a name."""
