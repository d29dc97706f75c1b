"""Patches -> catalogue files, with a leftover file for what could not be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.review import Reviewer
from l10n.catalogue.search import document_of, home, language_of
from l10n.desk import patch as patches
from l10n.desk.merging import Outcome, Result, merge
from l10n.desk.pages import sheet_path
from l10n.desk.patch import Decision, Patch
from l10n.errors import L10nError
from l10n.files import alone

LEFTOVER = ".leftover"
_UNKNOWN = "there is no such catalogue here"


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of the decisions about one catalogue."""

    name: str
    """As the patch calls the catalogue."""
    path: Path | None
    """None if there is no such catalogue, or it could not be read or written."""
    results: tuple[Result, ...]

    def count(self, outcome: Outcome) -> int:
        """How many decisions came to this."""
        return sum(one.outcome is outcome for one in self.results)

    @property
    def refused(self) -> tuple[Decision, ...]:
        """With the reasons."""
        return tuple(replace(one.decision, reason=one.reason) for one in self.results if one.outcome is Outcome.REFUSED)


class Catalogues:
    """The files that patches may change: no name in a patch leads to any other."""

    def __init__(self, paths: Sequence[Path], root: Path) -> None:
        self._paths = {sheet_path(path, root): path for path in paths}
        self._languages: dict[tuple[str, str], list[Path]] | None = None

    def find(self, decision: Decision) -> Path | None:
        """The file of this name, else the only one of this document in this language: folders may have moved."""
        if path := self._paths.get(decision.catalogue):
            return path
        if self._languages is None:
            self._languages = {}
            for path in self._paths.values():
                for lang in _language(path):
                    self._languages.setdefault((document_of(path), lang), []).append(path)
        found = self._languages.get((decision.document, decision.language), [])
        return found[0] if len(found) == 1 else None


def apply(patch: Patch, catalogues: Catalogues, by: Reviewer) -> Iterator[Applied]:
    """Put the decisions into the catalogues, file by file; nothing slow stands between reading and writing."""
    groups: dict[str, list[Decision]] = {}
    for decision in patch.decisions:
        groups.setdefault(decision.catalogue, []).append(decision)
    for name, decisions in groups.items():
        path = catalogues.find(decisions[0])
        if path is None:
            yield _refused(name, decisions, _UNKNOWN)
            continue
        try:
            yield Applied(name, path, tuple(save(path, decisions, by)))
        except L10nError as error:
            yield _refused(name, decisions, str(error))


def save(path: Path, decisions: Sequence[Decision], by: Reviewer) -> list[Result]:
    """Merge the decisions into this file; L10nError if it cannot be read or written, or another l10n is at work."""
    with alone(home(path)):
        catalogue, results = merge(po.read(path), decisions, by)
        if any(one.outcome is Outcome.CHANGED for one in results):
            po.write(path, catalogue)
    return results


def keep(path: Path, patch: Patch, refused: Sequence[Decision]) -> Path:
    """Write the refused decisions beside the patch, over no file that says something else; the new file's path."""
    stem = path.stem.split(LEFTOVER)[0]
    left = replace(patch, decisions=tuple(refused))
    number = 1
    while True:
        target = path.with_name(f"{stem}{LEFTOVER}{'' if number == 1 else f'-{number}'}.json")
        if not target.exists():
            patches.write(target, left)
            return target
        if _says(target, left):
            return target
        number += 1


def _says(path: Path, patch: Patch) -> bool:
    try:
        return patches.read(path) == patch
    except L10nError:
        return False


def _refused(name: str, decisions: Sequence[Decision], reason: str) -> Applied:
    return Applied(name, None, tuple(Result(one, Outcome.REFUSED, reason) for one in decisions))


def _language(path: Path) -> list[str]:
    try:
        return [language_of(path, po.read(path)).replace("_", "-")]
    except L10nError:
        return []
