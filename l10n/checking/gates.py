"""How far the work has to be: for all catalogues, by language, by document; what is said last counts.

[tool.l10n.check]
require = "drafted"

[tool.l10n.check.ru]
require = "reviewed"

[tool.l10n.check."legal/*"]
require = "reviewed"
max-untranslated = 0
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from l10n.config import quoted
from l10n.errors import L10nError
from l10n.languages.codes import meant
from l10n.model import Require
from l10n.tables import Table

KEYS = ("require", "max-untranslated")


@dataclass(frozen=True, slots=True)
class Limit:
    """How many entries of a catalogue may miss the required state."""

    number: float
    percent: bool

    def allows(self, missing: int, entries: int) -> bool:
        """So many of so many are no more than the limit."""
        return missing <= (self.number * entries / 100 if self.percent else self.number)

    def __str__(self) -> str:
        return f"{self.number:g}{' %' if self.percent else ''}"


@dataclass(frozen=True, slots=True)
class GateRule:
    """What a table says of some catalogues; None is what it does not say."""

    require: Require | None = None
    limit: Limit | None = None
    language: str = ""
    """Empty for all."""
    pattern: str = ""
    """Of documents: `*` stands for any characters, slashes too; empty for all."""

    def holds(self, document: str, lang: str) -> bool:
        """For the catalogue of this document in this language."""
        return self.language in {"", lang} and (not self.pattern or fnmatchcase(document, self.pattern))


def gate(rules: Sequence[GateRule], document: str, lang: str) -> tuple[Require | None, Limit | None]:
    """What is required of a catalogue, and how many entries may miss it; a limit alone requires drafts."""
    own = [rule for rule in rules if rule.holds(document, lang)]
    require = next((rule.require for rule in reversed(own) if rule.require is not None), None)
    bound = next((rule.limit for rule in reversed(own) if rule.limit is not None), None)
    return require or (Require.DRAFTED if bound else None), bound


def limit(text: str, where: str = "--max-untranslated") -> Limit:
    """`12` or `5%`; L10nError for anything else."""
    match = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*(%?)\s*", text)
    if not match or (match[2] and float(match[1]) > 100) or (not match[2] and "." in match[1]):
        raise L10nError(f"{where}: {quoted(text)} is no limit", "write a number of entries, 12, or a share of them, 5%")
    return Limit(float(match[1]), bool(match[2]))


def read(table: Table, pattern: str = "") -> Iterator[GateRule]:
    """What a table says, those of languages in it, and last those of documents; L10nError names file and key."""
    yield _rule(table, "", pattern)
    for lang, part in table.languages():
        yield _rule(part, lang, pattern)
    for key in () if pattern else patterns(table):
        part = table.table(key)
        own = {name: value for name, value in part.values.items() if not part.language(name)}
        Table(part.file, part.section, own).only(*KEYS, more=", and languages")
        for _, of_language in part.languages():
            of_language.only(*KEYS)
        yield from read(part, key)


def patterns(table: Table) -> list[str]:
    """The keys that name documents, and are no keys with a mistake in them."""
    return [key for key in table.values if not meant(key) and any(character in key for character in "/*?[.")]


def _rule(table: Table, lang: str, pattern: str) -> GateRule:
    text = table.text("max-untranslated")
    bound = limit(text, f"{table.file}: '{table.section}.max-untranslated'") if text is not None else None
    return GateRule(table.member("require", Require), bound, lang, pattern)
