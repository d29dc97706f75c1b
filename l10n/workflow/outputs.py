"""The files that a run writes beside the catalogues: reports, pages, badges, tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from l10n import config
from l10n.errors import L10nError
from l10n.files import real, write_bytes
from l10n.model.events import Event
from l10n.reports.characters import shown


@dataclass(frozen=True, slots=True)
class Written(Event):
    """A file that is complete now."""

    path: Path


def keep_off(path: Path, files: Iterable[Path], option: str = "--output") -> None:
    """Refuse to write over one of these files, any other catalogue, or the settings: raises L10nError."""
    inputs = {file.resolve() for file in files}
    if what := "one of the catalogues" if real(path) in inputs else reserved(path):
        raise L10nError(f"{option} {shown(path)}: this is {what}", "name another file")


def reserved(path: Path) -> str:
    """What a file of this name is, if nothing else may be written there, whether there is one yet or not."""
    target = real(path)
    if target.suffix.lower() in {".po", ".pot"}:
        return "a catalogue"
    return "the settings file" if target.name in config.NAMES else ""


def save(path: Path, text: str) -> Written:
    """Replace the file in one step; a device or a pipe is written to. Raises WriteError."""
    write_bytes(path, text.encode("utf-8", "replace"))
    return Written(path)
