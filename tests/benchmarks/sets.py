"""The texts on which `l10n check` is measured: professional translations, or catalogues of any folder.

What was used to develop the checks cannot judge them. FLORES-200 and the references of WMT21 are used up; of NTREX-128
and WMT22 the half of the documents or sources whose hash is odd is for development, and the other one, which nobody
looks at, is for figures only.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.search import language_of
from l10n.errors import L10nError
from l10n.languages.codes import base
from l10n.model import Catalogue
from tests.benchmarks.translations import LANGUAGES, SYSTEMS, Row, machine_rows, rows, write

DEVELOPMENT, UNTOUCHED = "development", "untouched"
_FLORES, _NTREX = "flores200_devtest", "ntrex_even"
_SOURCES = ("de", "en")
_UNTOUCHED_TOO = "wmt22.en-uk"


@dataclass(frozen=True, slots=True)
class TextSet:
    """Catalogues below one folder."""

    name: str
    use: str
    """Development or untouched; empty for catalogues of which nothing is known."""
    folder: Path


def professional(build: Path, data: Path) -> Iterator[TextSet]:
    """Write the catalogues of all sets that the data has; development first."""
    written = [*_several(build, data, _FLORES, halved=False), *_several(build, data, _NTREX, halved=True)]
    for name in SYSTEMS:
        if (data / "machine" / f"{name}.tsv.gz").exists():
            written += _references(build, data, name)
    yield from sorted(written, key=lambda one: one.use)


def catalogues(build: Path, folder: Path) -> TextSet:
    """Copy the complete entries of each catalogue that nobody has to look at any more: `language/number-name.po`."""
    out = build / "catalogues"
    for number, path in enumerate(sorted(folder.rglob("*.po"))):
        try:
            file = po.read(path)
        except L10nError as error:
            sys.stderr.write(f"{error}\n")
            continue
        language = base(language_of(path, file)) or "unknown"
        entries = tuple(entry for entry in file.active if entry.complete and not entry.fuzzy)
        po.write(out / language / f"{number}-{path.name}", Catalogue(file.header, entries))
    return TextSet(folder.name, "", out)


def half(text: str) -> str:
    """Which half a document or a source belongs to."""
    return DEVELOPMENT if hashlib.sha256(text.encode()).digest()[0] % 2 else UNTOUCHED


def _several(build: Path, data: Path, name: str, *, halved: bool) -> list[TextSet]:
    """Sets of sentences in all languages, from each source into each of the others."""
    path = data / "professional" / f"{name}.tsv.gz"
    if not path.exists():
        return []
    table = rows(path)
    return [
        _set(build, name, use, [row for row in table if not halved or half(row["doc"]) == use])
        for use in ((DEVELOPMENT, UNTOUCHED) if halved else (DEVELOPMENT,))
    ]


def _set(build: Path, name: str, use: str, table: Sequence[Row]) -> TextSet:
    one = TextSet(name, use, build / f"{name}-{use}")
    for source in _SOURCES:
        for language in LANGUAGES:
            if language != source:
                pairs = ((row[source], row[language]) for row in table)
                write(one.folder / language / f"{source}-{language}.po", pairs, source, language)
    return one


def _references(build: Path, data: Path, name: str) -> Iterator[TextSet]:
    """What professionals made of the sources for machines."""
    source, language = SYSTEMS[name]
    table = machine_rows(data, name)
    whole = TextSet(name, DEVELOPMENT, build / f"{name}-{DEVELOPMENT}")
    halved = name == _UNTOUCHED_TOO
    for one in (whole, replace(whole, use=UNTOUCHED, folder=build / f"{name}-{UNTOUCHED}")) if halved else (whole,):
        pairs = ((row["src"], row["ref"]) for row in table if not halved or half(row["src"]) == one.use)
        write(one.folder / language / f"{source}-{language}.po", pairs, source, language)
        yield one
