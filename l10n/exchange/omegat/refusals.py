"""The texts that could not go back: kept as a memory, which gives the translator matches of 90 %."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from l10n.exchange.omegat import REFUSED, Project
from l10n.exchange.omegat.locations import inside
from l10n.exchange.omegat.merging import Refused
from l10n.exchange.omegat.saved import Translation, contents, memory
from l10n.files import write_bytes

_HINT = "mend the file, or take it out of the project"


def read(folder: Path, project: Project) -> list[Translation]:
    """Those of earlier runs; L10nError with file and line."""
    path = inside(folder, REFUSED)
    units = contents(path, _languages(project), _HINT) if path.exists() else ()
    return [unit for unit in units if isinstance(unit, Translation)]


def keep(folder: Path, project: Project, refused: Iterable[Refused]) -> int:
    """Add them to those of earlier runs; how many are new."""
    known = read(folder, project)
    new = _new(known, refused)
    if new:
        write_bytes(inside(folder, REFUSED), memory(_languages(project), [*known, *new]).encode())
    return len(new)


def kept(folder: Path, project: Project, refused: Iterable[Refused]) -> bool:
    """All of them are there already."""
    return not _new(read(folder, project), refused)


def _new(known: Iterable[Translation], refused: Iterable[Refused]) -> list[Translation]:
    """Each text once; there is nothing to keep of an empty one."""
    kept = {_texts(translation) for translation in known}
    texts = {
        _texts(refusal.translation): replace(refusal.translation, file="", id="")
        for refusal in refused
        if refusal.translation.text.strip()
    }
    return [translation for key, translation in texts.items() if key not in kept]


def _texts(translation: Translation) -> tuple[str, str]:
    return translation.source, translation.text


def _languages(project: Project) -> tuple[str, str]:
    return project.source_language, project.language
