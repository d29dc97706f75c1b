"""Argos Translate's packages: found, installed, opened, decoded with CTranslate2."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.engines import About, Stock, Supply
from l10n.errors import PackageError
from l10n.model.device import Device

if TYPE_CHECKING:
    from l10n.engines.argos.opening import Argos
    from l10n.engines.argos.packages.store import Package


def default_folder() -> Path:
    """Where Argos keeps its packages: ARGOS_PACKAGES_DIR, settings.json, XDG_DATA_HOME; nothing is created."""
    from l10n.engines.argos.packages import settings

    return settings.packages_folder()


def stock(supply: Supply) -> Stock:
    """The installed packages, the newest first. Raises PackageError if the folder cannot be read."""
    from l10n.engines.argos.packages import store

    packages, broken = store.scan(supply.folder)
    return Stock(tuple(reversed(packages)), tuple(unusable.error() for unusable in broken))


def nothing_in(folder: Path) -> PackageError | None:
    """What is wrong with a folder without packages; None for one that has some, and for Argos's own if empty."""
    from l10n.engines.argos.packages import folders

    return folders.nothing_in(folder)


def install_hint(legs: Sequence[str], folder: Path) -> str:
    """How to install these pairs of the official index in the folder."""
    from l10n.engines.argos.packages import store

    return f"install with: l10n packages install {' '.join(legs)}{store.option(folder)}"


def open_pair(pair: Package, beam: int, device: Device) -> Argos:
    """The package, its model in memory until the context ends; PackageError if it is broken."""
    from l10n.engines.argos.opening import Argos

    return Argos(pair, beam, device)


def about(pair: Package) -> About:
    """The package's folder; its licence stands in the README of the package, if anywhere."""
    files = (path for path in pair.path.rglob("*") if path.is_file())
    return About(str(pair.path), "MIT" if pair.demo else "", sum(path.stat().st_size for path in files))
