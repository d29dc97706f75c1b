"""Ten sentences, the same in each language that has them: to see whether something translates."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def sentences(lang: str) -> tuple[str, ...]:
    """The sentences in this language; none if it has none."""
    path = files("l10n.languages").joinpath("data", lang, "sentences.txt")
    return tuple(path.read_text("utf-8").splitlines()) if path.is_file() else ()
