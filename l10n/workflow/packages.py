"""Packages (stand-in until its own change is merged)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from l10n.errors import L10nError
from l10n.model.events import Event, Failed, Notice


def install_missing(folder: Path, source: str, targets: Iterable[str]) -> Iterator[Event]:
    """Install what the routes from source to targets lack; what fails is told."""
    from l10n.engines.argos.packages import install, store

    for pair in store.missing_pairs(store.installed(folder), source, targets):
        try:
            package = install.install(folder, pair)
        except L10nError as error:
            yield Failed(error)
        else:
            yield Notice(f"{package.name}: installed in {package.path}")
