"""What documents are called: by the path of their file below the root of the sources, without its suffix.

The root is the fixed part of the pattern in the settings that the file matches, else the folder of the settings; a file
outside of it has nothing but its name. Catalogues that name a file are its own, wherever they are; where those of a
name are another file's, the name is a longer one, and stays so, as from then on there are catalogues that tell.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.index import CatalogueIndex
from l10n.catalogue.references import as_reference, named
from l10n.config import Config
from l10n.errors import L10nError
from l10n.files.paths import absolute
from l10n.files.patterns import Pattern
from l10n.segmentation.document import below, reference
from l10n.updating.origins import stands
from l10n.workflow.sources.files import patterns


def names(paths: Sequence[Path], settings: Config, index: CatalogueIndex) -> list[str]:
    """The names of these files' documents, no two alike; L10nError for a file that can have none."""
    known = patterns(settings)
    claims = [_claim(path, known, settings.root) for path in paths]
    _refuse_alike(claims)
    naming = _Naming(index, settings.root)
    for claim in claims:
        naming.take(claim, naming.kept(claim))
    for claim in claims:
        if claim.path not in naming.names:
            naming.take(claim, naming.free(claim))
    return [naming.names[path] for path in paths]


@dataclass(frozen=True, slots=True)
class _Claim:
    """What a file would be called."""

    path: Path
    references: tuple[str, ...]
    """What `#:` lines call it: by the way somebody named it, and without links."""
    short: str
    """Its path below the root of its pattern, without suffix."""
    long: str
    """The same below the folder of the settings; the short one for a file outside."""
    outside: bool

    def choices(self, beside: bool) -> Iterator[str]:
        """Its names in their order; with its suffix first if a file beside it has the same without."""
        yield self.short
        if beside:
            yield self.short + self.path.suffix
        if not self.outside:
            yield self.long
            yield self.long + self.path.suffix


class _Naming:
    """Who has which name."""

    def __init__(self, index: CatalogueIndex, root: Path) -> None:
        self.index = index
        self.root = root
        self.names: dict[Path, str] = {}
        self.holders: dict[str, Path] = {}

    def take(self, claim: _Claim, name: str) -> None:
        """Give the file this name, unless it is empty or another file has it."""
        if name and _folded(name) not in self.holders:
            self.names[claim.path] = name
            self.holders[_folded(name)] = claim.path

    def kept(self, claim: _Claim) -> str:
        """The name of the catalogues that name the file; empty if there are none."""
        for name in claim.choices(beside=True):
            if not self.index.head(name).files.isdisjoint(claim.references) and self._holder(claim, name) is None:
                return name
        if claim.outside:
            return ""  # files elsewhere may be called so, too
        elsewhere = ((name, file) for file in claim.references for name in self.index.documents_of(file))
        return next((name for name, file in elsewhere if _is_all_of(self.index, name, file)), "")

    def free(self, claim: _Claim) -> str:
        """The first of the file's names that nobody has."""
        holder = self._holder(claim, claim.short)
        beside = holder is not None and absolute(holder).parent == absolute(claim.path).parent
        for name in claim.choices(beside):
            if self._holder(claim, name) is None:
                return name
        message = f"{claim.path}: the catalogues “{claim.short}” belong to {holder}"
        raise L10nError(message, "two files never share a catalogue: rename one of the two")

    def _holder(self, claim: _Claim, name: str) -> Path | None:
        """The other file that has this name, in this run or by the catalogues that there are."""
        if holder := self.holders.get(_folded(name)):
            return holder
        files = self.index.head(name).files
        return next((self.root / file for file in sorted(files) if stands(self.root, file, claim.path)), None)


def _claim(path: Path, known: Iterable[Pattern], root: Path) -> _Claim:
    inside = below(root, path)
    matched = next(filter(None, (pattern.below(root / inside if inside else path) for pattern in known)), None)
    long = _name(Path(inside or path.name))
    short = _name(matched) if matched else long
    references = dict.fromkeys(as_reference(reference(way, root)) for way in (path, Path(os.path.realpath(path))))
    return _Claim(path, tuple(references), short, long if inside else short, not inside)


def _name(path: Path) -> str:
    """No part is hidden: catalogues in hidden folders would be found by no command."""
    stem = path.with_suffix("") if path.name else path
    return "/".join(part.lstrip(".") or "_" for part in stem.parts) or "_"


def _folded(name: str) -> str:
    """The same for names that some file systems do not tell apart."""
    return unicodedata.normalize("NFC", name).casefold()


def _refuse_alike(claims: Iterable[_Claim]) -> None:
    """L10nError for two files whose names some file systems do not tell apart."""
    known: dict[str, Path] = {}
    for claim in claims:
        path = known.setdefault(_folded(str(absolute(claim.path))), claim.path)
        if path != claim.path:
            message = f"{claim.path}: is called as {path} is, but for capitals or the encoding of accents"
            raise L10nError(message, "rename one of the two: on many systems they are one file, and so are catalogues")


def _is_all_of(index: CatalogueIndex, name: str, file: str) -> bool:
    """All entries of the catalogues come from this file: they are an article's, and not those of a program."""
    try:
        entries = po.read(index.paths(name)[-1]).active
    except L10nError:
        return False
    return {named(" ".join(entry.references)) for entry in entries} == {file}
