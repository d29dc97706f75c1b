"""An OmegaT project -> what it has for its catalogues; writes nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from l10n.errors import L10nError, RefusalError
from l10n.exchange.omegat import SAVED, Project, history, manifest, refusals
from l10n.exchange.omegat.locations import catalogues, inside, looking_into
from l10n.exchange.omegat.merging import merged
from l10n.exchange.omegat.saved import Saved, Translation, read
from l10n.model import Catalogue
from l10n.reports.characters import visible


def saved(folder: Path, project: Project) -> Saved:
    """The translations of the project; L10nError with file and line."""
    return read(inside(folder, SAVED), project.source_language, project.language)


def strangers(project: Project, translations: Saved) -> list[Translation]:
    """Translations of segments that are not of these catalogues: vanished ones, and those of other files."""
    segments = (
        (catalogue.file, exported.id, exported.key[1])
        for catalogue in project.catalogues
        for exported in catalogue.entries
    )
    return translations.strangers(segments)


def check_kind(folder: Path, many: bool) -> None:
    """L10nError if the folder is a project, and many are to be in it, or the other way round."""
    if many and manifest.is_there(folder):
        hint = "name another folder, or the catalogues of that language alone"
        raise L10nError(f"{folder}: is a project for one language already", hint)
    if not many and (projects := manifest.below(folder)):
        hint = f"name one of those, as {projects[0]}, or another folder"
        raise L10nError(f"{folder}: is there already, with a project for each language", hint)


def check_nothing_is_lost(
    folder: Path, allowed: Sequence[Path], root: Path, load: Callable[[Path], Catalogue]
) -> Project | None:
    """The project that is in the folder, ready to be replaced; None if it is empty. RefusalError for new texts."""
    with looking_into(folder):
        if not folder.exists() or not any(folder.iterdir()):
            return None
    if not manifest.is_there(folder):
        raise L10nError(f"{folder}: is there already, and no project of ours for one language", "name another folder")
    project = manifest.read(folder)
    translations = saved(folder, project)
    for catalogue, path in catalogues(project, allowed, root):
        if path is None:
            hint = "name that one as well, or export into another folder"
            raise L10nError(f"{folder}: was made from '{visible(catalogue.path)}', too", hint)
        done = merged(load(path).entries, catalogue, translations)
        if done.taken or not refusals.kept(folder, project, done.refused):
            hint = f"l10n import omegat {folder}, then export again; or export into another folder"
            raise RefusalError(f"{folder}: has texts that are not in {path} yet", hint)
    return history.closed(project, translations, refusals.read(folder, project))
