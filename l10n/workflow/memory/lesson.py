"""PO entries as the memory takes them: the one place where catalogue and memory meet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from l10n.catalogue.bookkeeping.signature import signature
from l10n.catalogue.header import REVISED
from l10n.catalogue.search import language_of
from l10n.catalogue.source_texts import SourceTexts, check_languages, source_texts
from l10n.catalogue.states import state
from l10n.catalogue.template import neighbours
from l10n.documents import inline
from l10n.languages.codes import base
from l10n.memory.unit import Unit, UnitOrigin
from l10n.memory.units import Learning
from l10n.model import SIGNED, Catalogue, State

_ORIGINS = {State.TRANSLATED: UnitOrigin.HUMAN} | dict.fromkeys(SIGNED, UnitOrigin.REVIEWED)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Lesson:
    """What the memory learns from a catalogue."""

    language: str
    entries: list[Learning]
    recognised: str = ""
    """The source language, if nothing but the msgids tells it."""


def lesson(path: Path, catalogue: Catalogue, given: str | None, default: str) -> Lesson:
    """Its entries; the source language is the one given, the header's, the msgids', or the default.

    Entries with plural forms are left out: a sentence has no number to choose one by. Obsolete ones are taken unless
    the catalogue has their key anew. L10nError if nobody can tell the language, SourceLanguageError if it is the one of
    the sources.
    """
    language = base(language_of(path, catalogue))
    sources = source_texts(path, catalogue, default, given=given)
    check_languages(path, language, sources)
    date = _DATE.match(catalogue.field(REVISED))
    entries = list(_learnings(catalogue, sources, language, date[0] if date else ""))
    return Lesson(language, entries, sources.recognised_language)


def _learnings(catalogue: Catalogue, sources: SourceTexts, language: str, date: str) -> Iterator[Learning]:
    """A key is learnt with the text that it stands for, or not at all."""
    current = {entry.key for entry in catalogue.active}
    for entry in catalogue.entries:
        if entry.plural or (entry.obsolete and entry.key in current):
            continue
        origin = _ORIGINS.get(state(entry))
        source = sources.of(entry)
        if origin and source:
            who, when = signature(entry) or ("", date)
            texts = source.msgid, entry.msgstr
            markup = inline.markup_name(entry, *texts)
            unit = Unit(*texts, sources.language, language, *neighbours(entry), origin, who, when, markup=markup)
            yield Learning(entry.msgctxt, entry.msgid, unit)
        elif not entry.obsolete:
            yield Learning(entry.msgctxt, entry.msgid, None)
