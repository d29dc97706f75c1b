"""The packages of Argos: list, install, verify and remove them. Only offers and pairs of the index use the network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from l10n.config import Config
from l10n.engines import Supply
from l10n.engines.argos.packages import lock, store
from l10n.engines.argos.packages.folders import nothing_in
from l10n.engines.routes import missing_pairs, pairs_of, preferred
from l10n.errors import L10nError
from l10n.model.events import Event, Failed, Notice
from l10n.workflow import inputs

WRONG = (lock.PackageState.CHANGED, lock.PackageState.BROKEN)
"""States of a package that has to be installed again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackagesRequest:
    """A folder of packages to be listed."""

    settings: Config
    packages: Path | None = None
    """The folder; without it, the settings', else Argos's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InstallRequest(PackagesRequest):
    """What is to be installed in the folder."""

    wanted: tuple[str, ...]
    """Pairs of the index, as `de-en`, or paths of FILE.argosmodel."""
    force: bool = False
    """Accept an archive that differs from the recorded one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyRequest(PackagesRequest):
    """A folder whose packages are compared with what was recorded."""

    record: bool = False
    """Remember packages without checksums as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveRequest(PackagesRequest):
    """Packages to be removed."""

    names: tuple[str, ...]
    """As `de-en`, `de-en-1.0`, or a folder's name."""


@dataclass(frozen=True, slots=True)
class PackageListed(Event):
    """A package that is there."""

    package: store.Package
    used: bool
    """False if there is a newer one."""


@dataclass(frozen=True, slots=True)
class Empty(Event):
    """A folder that may be without packages, and is."""

    folder: Path
    option: str
    """What a command needs in addition to find this folder."""


@dataclass(frozen=True, slots=True)
class Offered(Event):
    """A package of the index."""

    pair: str
    version: str


@dataclass(frozen=True, slots=True)
class Installed(Event):
    """A package that is there from now on."""

    package: store.Package


@dataclass(frozen=True, slots=True)
class Verified(Event):
    """A package after comparison."""

    verification: lock.Verification
    recorded: bool = False
    """It had no checksums, and has some now."""


@dataclass(frozen=True, slots=True)
class Removed(Event):
    """A package that is gone."""

    name: str


def list_packages(request: PackagesRequest) -> Iterator[Event]:
    """The packages in the folder, older ones too; what cannot be used is told. PackageError if it is a file."""
    folder = _folder(request)
    nothing = nothing_in(folder)
    if nothing and folder.is_file():
        raise nothing
    usable, broken = store.scan(folder)
    best = set(preferred(reversed(usable)).values())
    yield from (PackageListed(package, package in best) for package in usable)
    yield from (Failed(unusable.error()) for unusable in broken)
    if nothing:
        yield Notice(f"{nothing.message}\nhint: {nothing.hint}")
    elif not usable:
        yield Empty(folder, store.option(folder))


def list_offers() -> Iterator[Event]:
    """The newest package of each pair in the index. PackageError if it cannot be read."""
    from l10n.engines.argos.packages import index

    yield from (Offered(offer.pair, offer.version) for offer in index.available())


def install(request: InstallRequest) -> Iterator[Event]:
    """Install packages from the index or from files; one that fails is told, and the others go on.

    PackageError if the folder is a file.
    """
    folder = _folder(request)
    if folder.is_file() and (nothing := nothing_in(folder)):
        raise nothing
    yield from _installed(folder, request.wanted, request.force)


def install_missing(supply: Supply, source: str, targets: Iterable[str]) -> Iterator[Event]:
    """Install what the routes from source to targets lack, whichever engine has the others; what fails is told."""
    yield from _installed(supply.folder, missing_pairs(pairs_of(supply), source, targets))


def verify(request: VerifyRequest) -> Iterator[Event]:
    """Compare every file of every package with the checksums recorded when it was installed.

    Raises PackageError if the record cannot be read.
    """
    folder = _folder(request)
    verifications = [] if folder.is_file() else lock.verify(folder)
    nothing = None if verifications else nothing_in(folder)
    if nothing:
        yield Failed(nothing)
    for verification in verifications:
        unrecorded = verification.package if verification.state is lock.PackageState.UNRECORDED else None
        if request.record and unrecorded:
            lock.record(folder, unrecorded)
        yield Verified(verification, recorded=request.record and unrecorded is not None)
    if nothing or any(verification.state in WRONG for verification in verifications):
        again = f"l10n packages install{store.option(folder)} PAIR"
        yield Notice(f"hint: install a changed or broken package again: {again}")


def remove(request: RemoveRequest) -> Iterator[Event]:
    """Remove packages and forget their checksums. L10nError for a name that no package has."""
    from l10n.engines.argos.packages import install as installation

    folder = _folder(request)
    for name in request.names:
        yield from map(Removed, installation.remove(folder, name))


def _installed(folder: Path, wanted: Iterable[str], force: bool = False) -> Iterator[Event]:
    from l10n.engines.argos.packages import install as installation

    for name in wanted:
        try:
            package = yield from installation.install(folder, name, force=force)
        except L10nError as error:
            yield Failed(error)
        else:
            yield Installed(package)


def _folder(request: PackagesRequest) -> Path:
    return inputs.packages_folder(request.packages, request.settings)
