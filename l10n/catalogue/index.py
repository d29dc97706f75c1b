"""The catalogues of a layout by document, and the files that they name: the folder is searched once a run.

Of each document at most the head of a file is read, and only if somebody asks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path

from l10n.catalogue.header import SOURCE_FILE
from l10n.catalogue.layout import Layout
from l10n.catalogue.references import named, said
from l10n.catalogue.search import files_below

_HEAD = 500
"""Lines in which the first entry of a catalogue begins."""
_OURS = '"X-Source-Language:'
_FILE = f'"{SOURCE_FILE}: '
"""Behind that, as in our headers."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the beginning of a catalogue says."""

    files: frozenset[str]
    """Those that the comment above the header and the first `#:` line, or a field of the header, name."""
    ours: bool
    """It was made of an article, and is no other program's."""


class CatalogueIndex:
    """What catalogues there were when it was asked first; each head is read once."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._heads: dict[str, Head] = {}

    @cached_property
    def _paths(self) -> Mapping[str, tuple[Path, ...]]:
        by_document: defaultdict[str, list[tuple[bool, str, Path]]] = defaultdict(list)
        for path in files_below(self.layout.folder, (".po", ".pot")):
            if location := self.layout.location(path):
                by_document[location.document].append((not location.language, location.language, path))
        return {name: tuple(path for *_, path in sorted(locations)) for name, locations in by_document.items()}

    @property
    def documents(self) -> list[str]:
        """The names of all documents that have catalogues."""
        return sorted(self._paths)

    def paths(self, document: str) -> tuple[Path, ...]:
        """The document's catalogues in all languages, then its template."""
        return self._paths.get(document, ())

    def head(self, document: str) -> Head:
        """What its catalogues say: the template if there is one, else all of them together."""
        if document not in self._heads:
            paths = self.paths(document)
            templates = [path for path in paths if path.suffix == ".pot"]
            heads = [_head(path) for path in templates or paths]
            files = frozenset().union(*(head.files for head in heads))
            self._heads[document] = Head(files, any(head.ours for head in heads))
        return self._heads[document]

    def documents_of(self, reference: str) -> list[str]:
        """The documents whose catalogues are ours and name this file."""
        return self._by_file.get(reference, [])

    @cached_property
    def _by_file(self) -> Mapping[str, list[str]]:
        by_file: defaultdict[str, list[str]] = defaultdict(list)
        for document in self.documents:
            for file in self.head(document).files if self.head(document).ours else ():
                by_file[file].append(document)
        return by_file


def _head(path: Path) -> Head:
    """Nothing of a file that cannot be read: it is told when it is its turn."""
    files: set[str] = set()
    ours = False
    try:
        with path.open(encoding="utf-8", errors="replace") as lines:
            for line in islice(lines, _HEAD):
                if line.startswith("#:"):
                    files.add(named(line[2:].strip()))
                    break
                if line.startswith(_FILE):
                    files.add(line.removeprefix(_FILE).strip().removesuffix('\\n"').strip())
                    break
                if line.startswith("# "):
                    files.update(said([line[2:].strip()]))
                ours = ours or line.startswith(_OURS)
    except OSError:
        return Head(frozenset(), ours)
    return Head(frozenset(filter(None, files)), ours)
