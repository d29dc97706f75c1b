"""The packages that are installed: in Argos's own folder and format, so that Argos's and LibreTranslate's are found."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from packaging.version import InvalidVersion, Version

from l10n.engines.argos.packages import metadata, settings
from l10n.errors import PackageError
from l10n.languages import PIVOT

_UNREAD = "cannot be read"
_NAMED = "translate-"
"""So begin the folders of packages as Argos calls them."""


@dataclass(frozen=True, slots=True)
class Package:
    """An installed translation package; one direction."""

    path: Path
    source: str
    target: str
    version: str
    demo: bool = False
    target_prefix: str = ""

    @property
    def pair(self) -> str:
        """`de-en`."""
        return f"{self.source}-{self.target}"

    @property
    def name(self) -> str:
        """`de-en-1.0`."""
        return f"{self.pair}-{self.version}"

    @property
    def about(self) -> metadata.Metadata:
        """What its metadata says."""
        return metadata.Metadata(self.source, self.target, self.version, self.demo, self.target_prefix)

    @property
    def engine_name(self) -> str:
        """What a catalogue calls the origin of a draft: a demo's drafts never pass for real ones."""
        return "argos-demo" if self.demo else "argos"


@dataclass(frozen=True, slots=True)
class Broken:
    """A folder that should be a package and cannot be used."""

    path: Path
    reason: str

    def error(self) -> PackageError:
        """What is wrong with it, and how to be rid of it."""
        away = f"l10n packages remove{option(self.path.parent)} {argument(self.path.name)}"
        hint = f"remove it: {away}; then install it again"
        if self.reason.startswith(_UNREAD):
            hint = f"give yourself the right to read it, or {hint}"
        return PackageError(f"{self.path}: broken package: {self.reason}", hint)


def default_folder() -> Path:
    """Where Argos keeps its packages: ARGOS_PACKAGES_DIR, settings.json, XDG_DATA_HOME; nothing is created."""
    return settings.packages_folder()


def installed(folder: Path) -> list[Package]:
    """The usable packages, sorted; an absent folder has none."""
    return scan(folder)[0]


def scan(folder: Path) -> tuple[list[Package], list[Broken]]:
    """Usable packages by pair and version, and unusable ones by path.

    Hidden folders, other kinds and what has nothing of a package are passed over: nobody is told to remove these.
    Raises PackageError if the folder is there and cannot be read.
    """
    try:
        entries = sorted(entry for entry in folder.iterdir() if entry.is_dir() and entry.name[0] != ".")
    except FileNotFoundError:
        return [], []
    except OSError as error:
        raise PackageError(f"{folder}: cannot read the packages: {error.strerror or error}") from error
    found = [package for entry in entries if (package := _read(entry))]
    packages = [one for one in found if isinstance(one, Package)]
    return sorted(packages, key=_order), [one for one in found if isinstance(one, Broken)]


def at(path: Path, about: metadata.Metadata) -> Package:
    """The package in this folder, as its metadata describes it."""
    return Package(path, about.source, about.target, about.version, about.demo, about.target_prefix)


def newest(packages: Iterable[Package]) -> dict[tuple[str, str], Package]:
    """The package to use for each pair: a real one before a demo, then the highest version (PEP 440)."""
    return {(package.source, package.target): package for package in sorted(packages, key=_order)}


def route(packages: Iterable[Package], source: str, target: str, where: str = "") -> tuple[Package, ...]:
    """The packages to apply in turn: fewest legs, then through English, then by alphabet.

    PackageError says which packages to install; `where` is the `option` of their folder.
    """
    legs = newest(packages)
    codes = _fewest_legs(legs, source, target)
    if codes:
        return tuple(legs[leg] for leg in pairwise(codes))
    names = ", ".join(sorted(f"{one}-{other}" for one, other in legs)) or "none"
    missing = " ".join(f"{one}-{other}" for one, other in _usual_legs(source, target) if (one, other) not in legs)
    raise PackageError(
        f"no package translates {source} → {target} (installed: {names})",
        f"install with: l10n packages install {missing}{where}"
        if source != target
        else "choose another target language",
    )


def missing_pairs(packages: Iterable[Package], source: str, targets: Iterable[str]) -> list[str]:
    """The packages of the official index, as `de-en`, that would give each target without a route one."""
    have = list(packages)
    missing: dict[str, None] = {}
    for target in targets:
        if not _fewest_legs(newest(have), source, target):
            missing |= {
                f"{one}-{other}": None for one, other in _usual_legs(source, target) if (one, other) not in newest(have)
            }
    return list(missing)


def reinstall(package: Package) -> str:
    """The hint for a package that is installed and does not work."""
    where = option(package.path.parent)
    again = f"l10n packages install {package.pair}{where}"
    away = f"l10n packages remove{where} {argument(package.path.name)}"  # another one may have the same name
    return f"install {package.name} again: {again}; or remove it: {away}"


def option(folder: Path) -> str:
    """What a command needs in addition to find this folder; empty for Argos's own."""
    return "" if folder == default_folder() else f" --packages {shlex.quote(str(folder))}"


def can_be_opened(path: Path) -> bool:
    """CTranslate2 and SentencePiece open only what has a name in UTF-8."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


def argument(name: str) -> str:
    """A name as an argument of a command in a shell."""
    return f"-- {shlex.quote(name)}" if name.startswith("-") else shlex.quote(name)


def _read(path: Path) -> Package | Broken | None:
    """None for a package of another kind, and for what is none at all."""
    try:
        parts = _parts(path)
        if not parts and not path.name.startswith(_NAMED):
            return None
        values = metadata.read(path / "metadata.json")
        if parts == {"metadata.json"} and not values.keys() & {"from_code", "to_code"}:
            return None
        return at(path, _usable(path, values)) if metadata.is_translation(values) else None
    except ValueError as error:
        return Broken(path, str(error))
    except FileNotFoundError:
        return Broken(path, "no metadata.json")
    except OSError as error:
        return Broken(path, f"{_UNREAD}: {error.strerror or error}")


def _parts(path: Path) -> set[str]:
    """What of a package is in this folder, links that lead nowhere included; OSError if it cannot be read."""
    names = set(os.listdir(path)) & {"metadata.json", *metadata.TOKENIZERS}  # noqa: PTH208  # only names are asked
    return names | ({metadata.MODEL} if (path / metadata.MODEL).exists() else set())


def _usable(path: Path, values: dict[str, object]) -> metadata.Metadata:
    """Raises ValueError or OSError."""
    about = metadata.from_fields(values)
    if not can_be_opened(path):
        raise ValueError("the folder's name is not UTF-8")
    if not (path / metadata.MODEL).is_file():
        raise ValueError(f"no {metadata.MODEL}")
    if not any((path / name).is_file() for name in metadata.TOKENIZERS):
        raise ValueError(f"no {' or '.join(metadata.TOKENIZERS)}")
    return about


def _order(package: Package) -> tuple[str, str, bool, tuple[bool, Version], Path]:
    return package.source, package.target, not package.demo, version_order(package.version), package.path


def version_order(version: str) -> tuple[bool, Version]:
    """Sorts versions; those that PEP 440 cannot read come first."""
    try:
        return True, Version(version)
    except InvalidVersion:
        return False, Version("0")


def _fewest_legs(legs: Iterable[tuple[str, str]], source: str, target: str) -> Sequence[str]:
    """The languages from source to target, both included, or nothing. Breadth first, a whole distance at a time."""
    nearest: dict[str, tuple[bool, tuple[str, ...]]] = {source: (True, (source,))}
    reached = dict(nearest)
    while reached and target not in nearest:
        further: dict[str, tuple[bool, tuple[str, ...]]] = {}
        for one, other in legs:
            if one in reached and other not in nearest:
                avoids_pivot, codes = reached[one]
                way = (avoids_pivot and one != PIVOT, (*codes, other))
                further[other] = min(further.get(other, way), way)
        nearest |= further
        reached = further
    return nearest[target][1] if target in nearest and source != target else ()


def _usual_legs(source: str, target: str) -> list[tuple[str, str]]:
    return [(source, target)] if PIVOT in (source, target) else [(source, PIVOT), (PIVOT, target)]
