"""The texts that could not go back: kept as a memory, which gives the translator matches of 90 %."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from l10n.memory.tmx.reading import read
from l10n.memory.tmx.writing import write
from l10n.memory.unit import Unit
from l10n.omegat import REFUSED, Project
from l10n.omegat.merging import Refused
from l10n.omegat.place import inside


def keep(folder: Path, project: Project, refused: Iterable[Refused]) -> int:
    """Add them to those of earlier runs; how many are new."""
    known = _known(folder)
    new = [unit for unit in _units(project, refused) if (unit.source, unit.target) not in known]
    if new:
        write(inside(folder, REFUSED), [*known.values(), *new], project.source_language)
    return len(new)


def kept(folder: Path, project: Project, refused: Iterable[Refused]) -> bool:
    """All of them are there already."""
    known = _known(folder)
    return all((unit.source, unit.target) in known for unit in _units(project, refused))


def _known(folder: Path) -> dict[tuple[str, str], Unit]:
    path = inside(folder, REFUSED)
    return {(unit.source, unit.target): unit for unit in (read(path) if path.exists() else ())}


def _units(project: Project, refused: Iterable[Refused]) -> list[Unit]:
    """Each text once; there is nothing to keep of an empty one."""
    units = (
        Unit(one.source, one.text, project.source_language, project.language, who=one.who, when=one.when)
        for one in (refusal.translation for refusal in refused)
        if one.text.strip()
    )
    return list({(unit.source, unit.target): unit for unit in units}.values())
