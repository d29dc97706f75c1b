"""What is added to articles in some languages only: credits of translators, legal notes.

[[tool.l10n.additions]]
file = "legal/{language}.txt"
languages = ["ru", "az"]
documents = ["guide/*"]
where = "after: Impressum"

The model is the addendum of po4a, without its patterns: a file is put at the start, at the end or behind a section.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from l10n.building.patterns import matches
from l10n.config import path_of
from l10n.documents.encoding import decode
from l10n.documents.file import content
from l10n.errors import L10nError
from l10n.languages import language
from l10n.model import Document
from l10n.tables import Table

_AFTER = "after:"
_LANGUAGE = "{language}"


class Where(Enum):
    """Where an addition goes."""

    START = "start"
    END = "end"
    SECTION = "after"
    """Behind the section of a heading, with the sections below it."""


@dataclass(frozen=True, slots=True)
class Addition:
    """A file that is put into articles."""

    file: str
    """Its path, with `{language}` for the language of the article."""
    languages: frozenset[str]
    """Empty for all."""
    patterns: tuple[str, ...]
    """Of documents; empty for all."""
    where: Where
    heading: str
    """As it stands in the source; empty if it goes to the start or the end."""
    settings: Path
    """The file that asks for it."""

    def path(self, lang: str) -> Path:
        """The file for articles in this language."""
        return Path(self.file.replace(_LANGUAGE, lang))

    def belongs(self, document: Document, lang: str) -> bool:
        """Into this article."""
        documents = not self.patterns or any(matches(document, pattern) for pattern in self.patterns)
        return documents and (not self.languages or lang in self.languages)

    def text(self, lang: str) -> str:
        """What is added. Raises L10nError."""
        path = self.path(lang)
        try:
            return decode(content(path), path)
        except L10nError as error:
            raise L10nError(error.message, f"{error.hint}; it is one of the 'additions' of {self.settings}") from None


def read(tables: Sequence[Mapping[str, object]], file: Path) -> tuple[Addition, ...]:
    """`[[tool.l10n.additions]]` of this file, in its order; L10nError names file and key."""
    return tuple(_addition(Table(file, f"additions[{number}]", table)) for number, table in enumerate(tables, 1))


def _addition(table: Table) -> Addition:
    table.only("file", "languages", "documents", "where")
    name = table.text("file")
    if not name:
        raise table.error("file", "is missing", 'write: file = "legal/{language}.txt"')
    where, heading = _where(table)
    path = str(path_of(table.file, f"{table.section}.file", name))
    languages = frozenset(_languages(table))
    return Addition(path, languages, tuple(table.texts("documents")), where, heading, table.file)


def _where(table: Table) -> tuple[Where, str]:
    value = table.text("where") or Where.END.value
    if value in {Where.START.value, Where.END.value}:
        return Where(value), ""
    heading = " ".join(value.removeprefix(_AFTER).split())
    if not value.startswith(_AFTER) or not heading:
        hint = 'write "start", "end", or "after: " and a heading of the source'
        raise table.error("where", "is no position of a document", hint)
    return Where.SECTION, heading


def _languages(table: Table) -> Iterator[str]:
    for code in table.texts("languages"):
        try:
            yield language(code).code
        except L10nError as error:
            raise table.error("languages", f"has an {error.message}", error.hint) from None
