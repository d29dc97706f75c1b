"""Translations of professionals and of machines as catalogues, also large ones; and how long the checks alone take."""

from __future__ import annotations

import gc
import gzip
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import cycle, islice
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.header import header
from l10n.checking.examination import examine
from l10n.checking.file import view
from l10n.checking.settings import Settings
from l10n.model import Catalogue, Entry

SOURCE = "de"
TARGETS = ("en", "ru", "uk", "az")
LANGUAGES = (SOURCE, *TARGETS)
MACHINE = {"wmt21.de-en": ("de", "en"), "wmt21.en-ru": ("en", "ru")}
SYSTEMS = {**MACHINE, "wmt22.en-uk": ("en", "uk")}
"""Also those on which no check was tuned."""
Row = Mapping[str, str]
"""A text by language, or by the system that translated it."""


def large(folder: Path, data: Path, size: int, targets: Iterable[str] = TARGETS) -> None:
    """A catalogue a language in gettext's layout, of the FLORES-200 test set, repeated until it has so many entries."""
    table = rows(data / "professional" / "flores200_devtest.tsv.gz")
    for lang in targets:
        pairs = ((row[SOURCE], row[lang]) for row in cycle(table))
        write(path_of(folder, lang), islice(pairs, size), SOURCE, lang)


def path_of(folder: Path, lang: str) -> Path:
    """Where the catalogue in this language is."""
    return folder / lang / "LC_MESSAGES" / "text.po"


def machine(folder: Path, data: Path, name: str) -> list[str]:
    """A catalogue a system, and one of the reference: `folder/name/system.po`; their names, weak to strong."""
    table = machine_rows(data, name)
    systems = [column for column in table[0] if column != "src"]
    for system in systems:
        write(folder / name / f"{system}.po", ((row["src"], row[system]) for row in table), *SYSTEMS[name])
    return systems


def machine_rows(data: Path, name: str) -> list[Row]:
    """The source text, the reference (`ref`) and what each system made of it, weak to strong."""
    return rows(data / "machine" / f"{name}.tsv.gz")


def write(path: Path, pairs: Iterable[tuple[str, str]], source: str, lang: str) -> None:
    """A catalogue of accepted translations; a source that occurs again gets a context."""
    seen: Counter[str] = Counter()
    entries = []
    for msgid, msgstr in pairs:
        entries.append(Entry(msgid, msgstr, str(seen[msgid]) if seen[msgid] else None))
        seen[msgid] += 1
    po.write(path, Catalogue(header(path.stem, lang, source, "2026-01-31 12:00+0000"), tuple(entries)))


def checks_alone(path: Path) -> float:
    """Seconds that all checks take for a catalogue that has been read."""
    gc.set_threshold(100_000, 50, 50)  # as the command does
    catalogue = view(path, po.read(path), Settings())
    checks = Settings().checks(catalogue.language)
    started = time.perf_counter()
    examine(catalogue, checks, None)
    return time.perf_counter() - started


def rows(path: Path) -> list[Row]:
    """A table whose first line names the columns."""
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        names, *rest = (line.rstrip("\n").split("\t") for line in lines)
    return [dict(zip(names, texts, strict=True)) for texts in rest]
