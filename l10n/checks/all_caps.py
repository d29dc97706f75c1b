"""Capitals throughout were lost or gained.

WHAT IS SHOUTED in the source is shouted in the translation, and nothing else. Abbreviations do not count.

Bad:  DAS IST WICHTIG | That is important
Bad ru: Das ist wichtig | ЭТО ВАЖНО
Good ru: DAS IST WICHTIG | ЭТО ВАЖНО
Good: Die NATO und die USA | NATO and the US
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.linguistics.pair import Pair
from l10n.model import Severity

SEVERITY = Severity.WARNING

_UPPER = r"A-ZÄÖÜƏĞİŞÇА-ЯЁІЇЄҐ"
_SHOUTED = re.compile(rf"(?<!\w)[{_UPPER}]{{2,}}(?:[ ’'-]+[{_UPPER}]+)+(?!\w)")
_LONG = 8
"""Letters from which it is no row of abbreviations."""


def check(pair: Pair) -> Iterator[Hit]:
    """Runs of words in capitals, eight letters or more, a word of five or more among them."""
    source = _shouted(pair.source_plain) if any(map(_capitals, pair.source_words)) else None
    target = _shouted(pair.target_plain) if any(map(_capitals, pair.target_words)) else None
    if source and not target and not _single(pair.target_plain):
        yield Hit("the source is in capitals here", source_span=source.span())
    elif target and not source and target[0] not in pair.source and not _single(pair.source_plain):
        yield Hit("capitals throughout, which the source has not", target.span())


def _capitals(word: str) -> bool:
    return len(word) > 4 and word.isupper()


def _shouted(text: str) -> re.Match[str] | None:
    for match in _SHOUTED.finditer(text):
        words = re.findall(r"\w+", match[0])
        if sum(map(len, words)) >= _LONG and max(map(len, words)) > 4:
            return match
    return None


def _single(text: str) -> bool:
    """One long word in capitals will do: languages differ in how many words they need."""
    return bool(re.search(rf"(?<!\w)[{_UPPER}]{{6,}}(?!\w)", text))
