"""Word lists of the languages: one file a list in data/<language>/, words between white space, `#` starts a comment."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


@lru_cache
def listed(lang: str, name: str) -> frozenset[str]:
    """The words of this list; empty if the language has none."""
    path = files("l10n.linguistics").joinpath("data", lang, f"{name}.txt")
    if not path.is_file():
        return frozenset()
    return frozenset(word for line in path.read_text("utf-8").splitlines() for word in line.partition("#")[0].split())
