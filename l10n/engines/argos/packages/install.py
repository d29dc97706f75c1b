"""Installing and removing packages."""

from __future__ import annotations

import re
from collections.abc import Generator, Sequence
from pathlib import Path

from l10n.engines.argos.packages import archive, index, lock, store, workplace
from l10n.engines.argos.packages.download import Download
from l10n.engines.argos.packages.faults import fault
from l10n.engines.argos.packages.index import Available
from l10n.engines.argos.packages.metadata import Metadata
from l10n.engines.argos.packages.store import Package
from l10n.engines.argos.packages.web import Patience
from l10n.errors import L10nError, PackageError
from l10n.languages import PIVOT
from l10n.languages.codes import requested
from l10n.model.events import Progress

SUFFIX = ".argosmodel"


def install(
    folder: Path,
    what: str,
    *,
    index_url: str | None = None,
    force: bool = False,
    patience: Patience | None = None,
) -> Generator[Progress, None, Package]:
    """Install `what` into the packages folder: a pair of the index (`de-en`) or a path to FILE.argosmodel.

    A package of the same name is replaced; its archive must be the one recorded, unless `force`. How far a
    download is, is told in between. Raises L10nError, PackageError and WriteError; what was installed is kept then.
    """
    if is_file(what):
        return install_file(folder, Path(what), force=force)
    patience = patience or Patience()
    wanted = find(index.available(index_url, timeout=patience.timeout), what, store.option(folder))
    return (yield from install_available(folder, wanted, force=force, patience=patience))


def is_file(what: str) -> bool:
    """True if `what` means a file rather than a pair, whether the file exists or not."""
    return what.endswith((SUFFIX, ".zip")) or Path(what).name != what or Path(what).is_file()


def install_file(folder: Path, file: Path, *, force: bool = False) -> Package:
    """Install a package file; the file stays."""
    archive.check(file)  # before anything is created
    with workplace.opened(folder) as hidden:
        return _install(folder, hidden, file, file.name, force=force)


def install_available(
    folder: Path,
    wanted: Available,
    *,
    force: bool = False,
    patience: Patience | None = None,
) -> Generator[Progress, None, Package]:
    """Download and install a package of the index; a broken download waits in the folder for the next try."""
    with workplace.opened(folder) as hidden:
        download = Download(wanted.name, hidden / f"{wanted.name}{SUFFIX}.part", patience or Patience())
        link = yield from download.fetch(wanted.links, archive.check)
        try:
            return _install(folder, hidden, download.part, link, force=force, expected=wanted)
        except PackageError as error:  # the part file is ours and soon gone: the link says more
            raise type(error)(error.message.replace(str(download.part), link), error.hint) from error
        finally:
            download.discard()


def find(packages: Sequence[Available], what: str, where: str = "") -> Available:
    """The package called `de-en`, `de_en`, `deu-eng` or `de-en-1.0`; PackageError suggests a way through English.

    `where` is the `option` of the folder that it is wanted in.
    """
    name = (_pair(what) or what).replace("_", "-")
    named = {key.replace("_", "-"): package for package in packages for key in (package.pair, package.name)}
    if name in named:
        return named[name]
    source, _, target = name.partition("-")
    through = [f"{source}-{PIVOT}", f"{PIVOT}-{target}"]
    hint = "list them with: l10n packages list --available"
    if what.isalpha() and (known := requested(what)):  # a language alone
        pairs = [package.pair for package in packages if known in (package.source, package.target)]
        hint = f"name a pair: l10n packages install {' or '.join(pairs)}{where}" if pairs else hint
    if named.keys() >= set(through):
        hint = f"install a way through English: l10n packages install {' '.join(through)}{where}"
    raise PackageError(f"{what}: no such package in the index", hint)


def _pair(what: str) -> str:
    """`de-en` for any codes of two languages, as in `DE-EN`, `deu_eng`; empty if they are none.

    Of `en-pt-br` the codes are those that mean most: not English of Portugal and Breton.
    """
    parts = re.split("[-_]", what)
    readings = [(requested("-".join(parts[:end])), requested("-".join(parts[end:]))) for end in range(1, len(parts))]
    pairs = [f"{source}-{target}" for source, target in readings if source and target and source != target]
    return max(pairs, key=lambda pair: len(re.split("[-_]", pair)), default="")


def remove(folder: Path, name: str) -> list[str]:
    """Remove `de-en-1.0`, all versions of `de-en`, or one package by its folder's name; forget their checksums.

    A pair may be written as for `find`. Returns the names of what was removed; L10nError names what there is if there
    is none of that name.
    """
    packages, broken = store.scan(folder)
    entries = lock.load(folder)
    folders = {each.path: each.name for each in packages if each.path.name == name}
    folders |= {each.path: each.path.name for each in broken if each.path.name == name}
    folders = folders or {each.path: each.name for each in packages if name in (each.name, each.pair, each.identity)}
    if not folders and (pair := _pair(name)):
        folders = {each.path: each.name for each in packages if each.pair == pair}
    keys = [key for key, entry in entries.items() if key == name or folder / entry.folder in folders]
    if not folders and not keys:
        names = ", ".join([*(each.name for each in packages), *(each.path.name for each in broken)]) or "none"
        raise L10nError(f"{name}: no such package in {folder}", f"installed: {names}")
    with workplace.opened(folder) as hidden:
        for path in folders:
            with workplace.unpacking(hidden) as room:
                workplace.discard(path, room)
        lock.forget(folder, *keys)
    return list(folders.values()) or keys


def _install(
    folder: Path, hidden: Path, file: Path, origin: str, *, force: bool, expected: Available | None = None
) -> Package:
    checked = archive.check(file)
    pair = f"{checked.about.source}-{checked.about.target}"
    if expected and expected.pair != pair:
        raise PackageError(f"{origin}: holds {pair}, not {expected.pair}", "tell the keepers of the package index")
    digest, size = lock.digest(file), file.stat().st_size
    if not force:
        lock.compare(folder, checked.about, digest)
    destination = _destination(folder, checked.about)
    with workplace.unpacking(hidden) as room:
        unpacked = archive.unpack(checked, room / "unpacked")
        _check_whole(unpacked, checked.about, file)
        workplace.exchange(unpacked, destination, room)
    package = store.at(destination, checked.about)
    lock.record(folder, package, archive=digest, size=size, origin=origin)
    return package


def _check_whole(unpacked: Path, about: Metadata, file: Path) -> None:
    """PackageError if no draft can come of it, before a package that works has to make way for it."""
    if wrong := fault(unpacked, about):
        raise PackageError(f"{file}: broken package: {wrong}", archive.BROKEN)


def _destination(folder: Path, about: Metadata) -> Path:
    """Where this very package is already, else a folder called as Argos calls them."""
    packages = store.installed(folder)
    for package in packages:
        if package.identity == about.identity:
            return package.path
    taken = {package.path for package in packages}
    name = f"translate-{about.source}_{about.target}-{about.version.replace('.', '_')}"
    path = folder / name
    return folder / f"{name}-{'demo' if about.demo else 'argos'}" if path in taken else path
