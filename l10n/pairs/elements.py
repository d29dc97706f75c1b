"""Elements of XML that a translation may do without: what it quotes has marks, and what was named once, a pronoun."""

from __future__ import annotations

import re
from collections.abc import Mapping

from l10n.pairs.quotation import is_reversed, marks, quotations

_QUOTES = frozenset({"quote", "q"})


def needless(missing: Mapping[str, int], source: str, target: str) -> frozenset[str]:
    """Names of elements of which so many are missing, and nothing is lost: of `<quote>`, or of what is said again."""
    quoted = sum(missing.get(name, 0) for name in _QUOTES)
    marked = quoted and _quotations(target) - _quotations(source) >= quoted
    names = {name for name, count in missing.items() if count <= _said_again(name, source)}
    return frozenset(names | (_QUOTES if marked else frozenset()))


def _quotations(text: str) -> int:
    """Those with quotation marks."""
    return sum(1 for _ in quotations(marks(text, is_reversed(text))))


def _said_again(name: str, text: str) -> int:
    """Elements of this name that enclose what another one has enclosed before."""
    contents = re.findall(rf"<{re.escape(name)}\b[^<>]*>(.*?)</{re.escape(name)}>", text, re.DOTALL)
    return len(contents) - len(set(contents))
