"""The catalogues that a glossary is about, each with what its msgids stand for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.search import language_of
from l10n.catalogue.source_texts import SourceTexts, source_texts
from l10n.languages.codes import base, meant
from l10n.model import Catalogue


@dataclass(frozen=True, slots=True)
class ReadCatalogue:
    """A catalogue in `language`, and its source texts."""

    path: Path
    catalogue: Catalogue
    language: str
    """Base code."""
    sources: SourceTexts


def read(paths: Iterable[Path], source: str | None, default: str) -> list[ReadCatalogue]:
    """The source language is `source`, else the header's, else the one that the msgids are in, else `default`.

    L10nError for a catalogue that cannot be read.
    """
    return [_read(path, source, default) for path in paths]


def _read(path: Path, source: str | None, default: str) -> ReadCatalogue:
    catalogue = po.read(path)
    texts = source_texts(path, catalogue, default, given=source)
    return ReadCatalogue(path, catalogue, base(language_of(path, catalogue)), texts)


def common_source(catalogues: Sequence[ReadCatalogue], default: str) -> str:
    """The source language if it is the same of all and known, else `default`."""
    languages = {catalogue.sources.language for catalogue in catalogues}
    return languages.pop() if len(languages) == 1 and all(map(meant, languages)) else default
