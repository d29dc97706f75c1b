"""The digest by which l10n recognises a text again.

It stands in every catalogue ever written (`h=…`, `msgctxt`). Changing it would turn all drafts into edited ones.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def digest(*texts: str) -> str:
    """First 8 hexadecimal digits of SHA-256 over the texts, UTF-8, with U+0000 between them."""
    return hashlib.sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def repeated(hashes: Iterable[int]) -> set[int]:
    """Those that are there more than once: of texts in a number that memory could not hold."""
    seen: set[int] = set()
    twice: set[int] = set()
    for each in hashes:
        (twice if each in seen else seen).add(each)
    return twice
