"""Which files may change by what comes from outside, and what they are called there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.layout import Layout
from l10n.catalogue.search import document_of, language_of
from l10n.errors import L10nError


def catalogue_name(path: Path, root: Path) -> str:
    """What pages, patches and files for others call this one: its path below the project's folder, else as given."""
    absolute = path.absolute()
    return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else path.as_posix()


class CatalogueTargets:
    """The files that may change: no name from outside leads to any other."""

    def __init__(self, paths: Sequence[Path], root: Path, layout: Layout) -> None:
        self._layout = layout
        self._paths = {catalogue_name(path, root): path for path in paths}
        self._languages: dict[tuple[str, str], list[Path]] | None = None

    def named(self, name: str) -> Path | None:
        """The file that is called so."""
        return self._paths.get(name)

    def find(self, name: str, document: str, language: str) -> Path | None:
        """The file of this name, else the only one of this document in this language: folders may have moved."""
        if path := self.named(name):
            return path
        if self._languages is None:
            self._languages = {}
            for path in self._paths.values():
                for lang in _language(path):
                    self._languages.setdefault((document_of(path, self._layout), lang), []).append(path)
        paths = self._languages.get((document, language), [])
        return paths[0] if len(paths) == 1 else None


def _language(path: Path) -> list[str]:
    try:
        return [language_of(path, po.read(path)).replace("_", "-")]
    except L10nError:
        return []
