"""Names of sheets, as Excel takes them."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LONGEST = 31
"""UTF-16 code units."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_RESERVED = "history"
"""Excel's own, in any letters."""


def titles(names: Iterable[str]) -> list[str]:
    """A title for each name, no two alike whatever the capitals."""
    taken: set[str] = set()
    numbers: dict[str, int] = {}
    return [_title(_cleaned(name), taken, numbers) for name in names]


def _cleaned(name: str) -> str:
    clean = _FORBIDDEN.sub("-", name).strip("'").strip()
    return f"{clean}-" if clean.lower() == _RESERVED else clean or "catalogue"


def _title(name: str, taken: set[str], numbers: dict[str, int]) -> str:
    """The name itself, or its beginning and a number."""
    title = _cut(name, _LONGEST)
    first = title.lower()
    while title.lower() in taken:
        numbers[first] = numbers.get(first, 1) + 1
        suffix = f"-{numbers[first]}"
        title = _cut(name, _LONGEST - len(suffix)) + suffix
    taken.add(title.lower())
    return title


def _cut(name: str, longest: int) -> str:
    """The beginning of it, no character in halves."""
    return name.encode("utf-16-le")[: 2 * longest].decode("utf-16-le", "ignore").rstrip("'")
