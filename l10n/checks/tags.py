"""An HTML or XML tag or an entity was lost, changed or never closed.

Keep every tag as it is, around the same words; a browser shows the rest of a page in bold if one is never closed.

Bad:  Ein <b>gutes</b> Haus | A <b>good house
Bad:  Ein <b>gutes</b> Haus | A good house
Bad:  Öl &amp; Gas | Oil &amp Gas
Good: Ein <b>gutes</b> Haus | A <b>good</b> house
Good: Öl &amp; Gas | Oil and gas
Good: 3 < 4 und 5 > 4 | 3 < 4 and 5 > 4
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.linguistics.pair import Pair
from l10n.model import Severity

SEVERITY = Severity.ERROR

_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?-->", re.DOTALL)
_READ = re.compile(r"(\b(?:title|alt|placeholder|aria-label|lang|hreflang|href)\s*=\s*)(?:\"[^\"]*\"|'[^']*')")
"""Attributes that may be translated: people read them, or they lead to pages in the language."""
_NAMES = (
    "amp|lt|gt|quot|apos|nbsp|laquo|raquo|ldquo|rdquo|bdquo|lsquo|rsquo|ndash|mdash|hellip|shy|copy|reg|trade|euro|pound"
    "|cent|deg|times|middot|bull|sect|para|larr|rarr|uarr|darr"
)
_BROKEN = re.compile(
    rf"&(?:{_NAMES}|#\d+|#x[0-9a-fA-F]+)\b(?!;|\s+;)|&\s+(?:{_NAMES});|&(?:{_NAMES})\s+;|(?<![&\w])(?:{_NAMES});"
)


def check(pair: Pair) -> Iterator[Hit]:
    """Tags as often as in the source, and no entity that is none."""
    if ";" in pair.target_chars or "&" in pair.target_chars:
        known = set(_BROKEN.findall(pair.source))
        for match in _BROKEN.finditer(pair.target):
            if match[0] not in known:
                yield Hit(f"“{match[0]}” is no entity: & or ; is missing", match.span())
    if "<" not in pair.source_chars and "<" not in pair.target_chars:
        return
    source, target = list(_TAG.finditer(pair.source)), list(_TAG.finditer(pair.target))
    for match in _surplus(source, target):
        yield Hit(f"{match[0]} is missing", source_span=match.span())
    for match in _surplus(target, source):
        yield Hit(f"{match[0]} is not in the source", match.span())


def _surplus(those: list[re.Match[str]], others: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Tags of `those` that `others` do not have as often."""
    left = Counter(_normal(match[0]) for match in others)
    for match in those:
        tag = _normal(match[0])
        left[tag] -= 1
        if left[tag] < 0:
            yield match


def _normal(tag: str) -> str:
    return _READ.sub(r"\1", " ".join(tag.split()))
