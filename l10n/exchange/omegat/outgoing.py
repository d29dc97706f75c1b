"""Catalogues -> an OmegaT project."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from l10n.catalogue.bookkeeping.changes import carried
from l10n.catalogue.bookkeeping.marks import true_mark
from l10n.catalogue.fingerprint import fingerprint
from l10n.catalogue.header import now
from l10n.catalogue.review import key
from l10n.catalogue.source_texts import key_texts
from l10n.catalogue.states import state
from l10n.documents import inline
from l10n.exchange.omegat import (
    DRAFTS,
    FOLDERS,
    SAVED,
    TERMS,
    UNFINISHED,
    ExportedCatalogue,
    ExportedEntry,
    Project,
    glossary,
    history,
    manifest,
    properties,
    saved,
    settings,
    wording,
)
from l10n.exchange.omegat.locations import inside
from l10n.files import write_bytes
from l10n.glossary.term import Term
from l10n.model import Catalogue, Entry, State

PLURAL = "with plural forms, which OmegaT does not have"
UNFIT = "with characters or a backslash at the end that OmegaT cannot show"
NO_TEXT = "whose msgid is no text, but a key or the place of the translators' names"
_MACHINE = frozenset({State.DRAFT, State.UNREAD})
_UNFINISHED = frozenset({State.EDITED, State.OUTDATED, State.OUTDATED_UNREAD})


@dataclass(frozen=True, slots=True)
class OutgoingCatalogue:
    """A catalogue that goes out."""

    path: Path
    name: str
    """What the manifest calls it."""
    catalogue: Catalogue


@dataclass(frozen=True, slots=True)
class Packed:
    """A catalogue in its project."""

    path: Path
    exported: ExportedCatalogue
    entries: tuple[tuple[str, Entry], ...]
    """The entries with their ids."""
    left: Mapping[str, Sequence[Entry]] = field(default_factory=dict)
    """Entries that OmegaT cannot have, by reason."""

    @property
    def has_marks(self) -> bool:
        """There are marks or tags in its sources."""
        return any(inline.markup_name(entry, entry.msgid) for _, entry in self.entries)

    def count(self, *states: State) -> int:
        """How many entries are in one of these states."""
        return sum(state(entry) in states for _, entry in self.entries)


def pack(sources: Sequence[OutgoingCatalogue]) -> list[Packed]:
    """What of each catalogue goes into the project; the files of two are never called the same."""
    return [_packed(source, file) for source, file in zip(sources, _files(sources), strict=True)]


def write(
    folder: Path,
    languages: tuple[str, str],
    packed: Sequence[Packed],
    terms: Iterable[Term],
    old: Project | None = None,
) -> None:
    """Write the project over the old one; what people have put into it stays. Raises WriteError."""
    new = Project(*languages, tuple(catalogue.exported for catalogue in packed))
    if old is None:
        old = Project(*languages, ())
        manifest.write(folder, old)  # so that an export that is interrupted can be run again
    for name in FOLDERS:
        inside(folder, name).mkdir(parents=True, exist_ok=True)
    write_bytes(inside(folder, settings.NAME), settings.text(*languages).encode())
    for file in {catalogue.file for catalogue in old.catalogues} - {catalogue.exported.file for catalogue in packed}:
        inside(folder, f"source/{file}").unlink(missing_ok=True)
    for catalogue in packed:
        source = inside(folder, f"source/{catalogue.exported.file}")
        write_bytes(source, properties.text(catalogue.entries).encode("ascii"))
    entries = [entry for catalogue in packed for _, entry in catalogue.entries]
    for name, states in ((DRAFTS, _MACHINE), (UNFINISHED, _UNFINISHED)):
        matches = (_match(entry) for entry in entries if state(entry) in states)
        write_bytes(inside(folder, name), saved.memory(languages, matches).encode())
    write_bytes(inside(folder, TERMS), glossary.text(terms, *languages).encode())
    segments = [(catalogue.exported.file, number, entry) for catalogue in packed for number, entry in catalogue.entries]
    _write_saved(inside(folder, SAVED), languages, segments)
    manifest.write(folder, history.inherited(new, old))


def _packed(source: OutgoingCatalogue, file: str) -> Packed:
    left: dict[str, list[Entry]] = defaultdict(list)
    seen: Counter[str] = Counter()
    entries = []
    sources = key_texts(source.path, source.catalogue)
    for entry in source.catalogue.entries:
        if entry.obsolete:
            continue
        if sources.of(entry) is not entry:
            left[NO_TEXT].append(entry)
        elif entry.plural:
            left[PLURAL].append(entry)
        elif not wording.fits_as_source(entry.msgid) or not wording.fits(entry.msgstr):
            left[UNFIT].append(entry)
        else:
            name = key(entry)
            seen[name] += 1
            entries.append((name if seen[name] == 1 else f"{name}-{seen[name]}", entry))
    exported = tuple(_exported(number, entry) for number, entry in entries)
    return Packed(source.path, ExportedCatalogue(source.name, file, exported), tuple(entries), left)


def _exported(number: str, entry: Entry) -> ExportedEntry:
    text = wording.trace(entry.msgstr) if saved.accepted(entry) else None
    return ExportedEntry(number, entry.key, fingerprint(entry), text)


def _files(sources: Sequence[OutgoingCatalogue]) -> list[str]:
    """`article.properties`; the second of that name `article-2.properties`."""
    files: dict[str, str] = {}
    for source in sources:
        stem = re.sub(r"[^\w.-]", "_", source.path.stem)
        number = 1
        while (file := f"{stem}{f'-{number}' if number > 1 else ''}.properties").lower() in files:
            number += 1
        files[file.lower()] = file  # to some file systems upper and lower case are the same
    return list(files.values())


def _match(entry: Entry) -> saved.Translation:
    """An outdated text is a match of the source that it is a translation of; a machine's has the engine's name."""
    old = entry.previous_msgid
    msgid = old if old and not carried(entry) else entry.msgid
    mark = true_mark(entry)
    origin = " ".join(mark.origin.split()[:2]) if mark else ""
    return saved.Translation(wording.shown(wording.clean(msgid)), entry.msgstr.strip(), origin)


def _write_saved(path: Path, languages: tuple[str, str], segments: Sequence[tuple[str, str, Entry]]) -> None:
    """Notes stay in it; what was there is kept beside it, under the name that OmegaT gives such copies."""
    notes = saved.read(path, *languages).notes
    new = saved.text(languages, segments, notes).encode()
    before = path.read_bytes() if path.exists() else new
    if before != new:
        stamp = re.sub(r"\D", "", now())[:12]
        number = 0
        while (copy := path.with_name(f"{path.name}.{stamp}{f'-{number}' if number else ''}.bak")).exists():
            number += 1
        write_bytes(copy, before)
    write_bytes(path, new)
