"""Who or what wrote each text of a catalogue, who edited and reviewed it, and when.

All of it stands in the entries: a draft's mark names engine and packages, and has a digest of what these wrote; a
signature has name, date and a digest of what was signed. When a draft was made, or a text edited, no entry says; the
header has the date of the last change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from l10n.catalogue.bookkeeping import record
from l10n.catalogue.bookkeeping.marks import true_mark
from l10n.catalogue.bookkeeping.record import DraftMark
from l10n.catalogue.bookkeeping.signature import signatures
from l10n.catalogue.header import CREATED, REVISED
from l10n.catalogue.states import state, unreviewed
from l10n.model import Catalogue, Entry, State

_HEADER = (CREATED, REVISED, "Last-Translator", "Language-Team", "X-Generator")


class Author(StrEnum):
    """What a text goes back to, whoever has edited it since."""

    MACHINE = "machine"
    MEMORY = "memory"
    """The translation of another text, or of the same elsewhere, by people."""
    PEOPLE = "people"
    """Nothing says that it was anybody else."""
    NOBODY = "nobody"
    """There is no text."""


@dataclass(frozen=True, slots=True)
class TextProvenance:
    """What is known of one text."""

    line: int
    """Of its entry in the catalogue, from 1."""
    source: str
    state: State
    author: Author
    origin: str
    """Engine and packages, `argos de-en-1.0+en-ru-1.9`; match in the memory, `92% reviewed`; else empty."""
    edited: bool
    """It is no longer what the machine or the memory wrote."""
    unreviewed: bool
    """A machine wrote it, and nobody has accepted it after reading it."""
    signatures: tuple[tuple[str, str], ...]
    """Who has signed exactly this text, and when, as YYYY-MM-DD."""


@dataclass(frozen=True, slots=True)
class Reviews:
    """What one person has signed."""

    segments: int
    first: str
    """Date, as YYYY-MM-DD."""
    last: str


@dataclass(frozen=True, slots=True)
class CatalogueProvenance:
    """What is known of the texts of a catalogue."""

    document: str
    language: str
    """As the header has it; empty if nobody knows."""
    path: Path
    header: Mapping[str, str]
    """Fields that say when and by whom the file was changed last."""
    texts: tuple[TextProvenance, ...]
    """Of the entries that are not obsolete, in the file's order."""

    def authors(self) -> Counter[Author]:
        """Segments by author."""
        return Counter(text.author for text in self.texts)

    def origins(self) -> dict[str, Counter[bool]]:
        """By engine and packages how many segments are as these wrote them (False), and edited (True)."""
        counts: dict[str, Counter[bool]] = {}
        for text in self.texts:
            if text.author is Author.MACHINE:
                counts.setdefault(text.origin, Counter())[text.edited] += 1
        return dict(sorted(counts.items()))

    def reviews(self) -> dict[str, Reviews]:
        """By name."""
        dates: dict[str, list[str]] = {}
        for text in self.texts:
            for reviewer, date in text.signatures:
                dates.setdefault(reviewer, []).append(date)
        return {name: Reviews(len(days), min(days), max(days)) for name, days in sorted(dates.items())}


def provenance(document: str, language: str, path: Path, catalogue: Catalogue) -> CatalogueProvenance:
    """What the catalogue says of its texts."""
    header = {name: catalogue.field(name) for name in _HEADER}
    return CatalogueProvenance(document, language, path, header, tuple(map(_text, catalogue.active)))


def _text(entry: Entry) -> TextProvenance:
    current, mark = state(entry), _mark(entry)
    return TextProvenance(
        line=entry.line,
        source=entry.msgid,
        state=current,
        author=_author(current, mark),
        origin=mark.origin if mark else "",
        edited=bool(mark and mark.texts) and true_mark(entry) is None,
        unreviewed=unreviewed(entry, current),
        signatures=signatures(entry),
    )


def _mark(entry: Entry) -> DraftMark | None:
    """That of the text as it is, else the first: what an edited text was made of; None without a text."""
    if state(entry) is State.UNTRANSLATED:
        return None
    return true_mark(entry) or next(iter(record(entry).marks), None)


def author_of(entry: Entry) -> Author:
    """What the text of an entry goes back to."""
    return _author(state(entry), _mark(entry))


def _author(current: State, mark: DraftMark | None) -> Author:
    if current is State.UNTRANSLATED:
        return Author.NOBODY
    if mark is None:
        return Author.PEOPLE
    return Author.MACHINE if mark.kind == "mt" else Author.MEMORY
