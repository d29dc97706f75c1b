"""The noun of a glossary: one term, and how each language says it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Term:
    """One row of a CSV file, one concept of a TBX file; words by language, in the order of the file."""

    words: Mapping[str, tuple[str, ...]]
    forbidden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    note: str = ""
    case: bool = True
    """Upper and lower case count."""
    do_not_translate: bool = False
    """The form of the source stays in every language: `words` has it for all languages of the file."""
    line: int = field(default=0, compare=False)
    """Where it stands in the file, from 1; 0 if it was not read from one."""


def everywhere(words: Mapping[str, tuple[str, ...]], languages: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The words of the first language for all languages that have none of their own: a name that stays."""
    first = next((words[lang] for lang in languages if lang in words), ())
    return {lang: words.get(lang, first) for lang in languages}
