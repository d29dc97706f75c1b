"""git's settings and attributes by which it calls l10n for catalogues, set up and taken back."""

from __future__ import annotations

import contextlib
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from l10n.errors import L10nError
from l10n.files import write_bytes
from l10n.model.events import Event

ATTRIBUTES = b"*.po diff=l10n-po merge=l10n-po"
"""The line of .gitattributes."""
_PYTHON = Path(sys.executable).absolute().as_posix()
_CALL = ("-P", "-m", "l10n")  # -P: no folder l10n/ of the user's repository must be taken for us


@dataclass(frozen=True, slots=True, kw_only=True)
class DriversRequest:
    """Which repository is to have its catalogues shown and merged by l10n, or no longer."""

    folder: Path
    """Somewhere in the repository's work tree."""
    everywhere: bool = False
    """git's settings for all repositories of this user, instead of this one's."""

    @property
    def scope(self) -> str:
        """The option of `git config`."""
        return "--global" if self.everywhere else "--local"


@dataclass(frozen=True, slots=True)
class SettingChanged(Event):
    """A setting of git's that was set, or removed."""

    name: str
    scope: str
    """The option of `git config`."""


@dataclass(frozen=True, slots=True)
class AttributesChanged(Event):
    """The line that was added to .gitattributes, or removed."""

    path: Path


@dataclass(frozen=True, slots=True)
class NothingChanged(Event):
    """All was so already."""


def install(request: DriversRequest) -> Iterator[Event]:
    """Set up readable diffs and the merge by entries for all *.po of the repository.

    Raises L10nError without git or a repository, or if git could not call this l10n, and WriteError for .gitattributes.
    """
    root = _root(request.folder)
    _check_call(root)
    changed = [name for name, value in settings().items() if _set(root, request.scope, name, value)]
    yield from _told(changed, request.scope, root / ".gitattributes", install=True)


def uninstall(request: DriversRequest) -> Iterator[Event]:
    """Take back what `install` has set up; raises L10nError without git or a repository."""
    root, scope = _root(request.folder), request.scope
    changed = [name for name in settings() if _setting(root, scope, name) is not None]
    for name in changed:
        _git(root, "config", scope, "--unset-all", name)
    yield from _told(changed, scope, root / ".gitattributes", install=False)


def _told(changed: list[str], scope: str, attributes: Path, *, install: bool) -> Iterator[Event]:
    """Tell the settings, then write the attributes and tell that."""
    for name in changed:
        yield SettingChanged(name, scope)
    if _write_attributes(attributes, install=install):
        yield AttributesChanged(attributes)
    elif not changed:
        yield NothingChanged()


def lacking(folder: Path) -> tuple[str, ...]:
    """What `install` would set up in this repository, or set anew; raises L10nError without git or a repository."""
    root = _root(folder)
    attributes = root / ".gitattributes"
    try:
        lines = attributes.read_bytes().splitlines() if attributes.exists() else []
    except OSError as error:
        raise L10nError(f"{attributes}: cannot read: {error.strerror}", "check its permissions") from error
    names = [name for name, value in settings().items() if _setting(root, "", name) != value]
    return (*names, *([] if any(line.split() == ATTRIBUTES.split() for line in lines) else [attributes.name]))


def settings() -> dict[str, str]:
    """Git's settings by which it calls us."""
    call = " ".join((shlex.quote(_PYTHON), *_CALL))
    driver = f"{call.replace('%', '%%')} git merge-driver --marker-size %L -- %O %A %B %P"
    return {
        "diff.l10n-po.textconv": f"{call} git textconv",
        "merge.l10n-po.name": "l10n: merge catalogues entry by entry",
        "merge.l10n-po.driver": driver,
    }


def _check_call(root: Path) -> None:
    """Git will call us in its folder, not in the one we may have been found in now."""
    done = subprocess.run([_PYTHON, *_CALL, "--version"], cwd=root, check=False, capture_output=True)
    if done.returncode:
        hint = "install l10n there with pip, and run l10n git install again"
        raise L10nError(f"{_PYTHON}: cannot run l10n from the folder {root}", hint)


def _root(folder: Path) -> Path:
    if shutil.which("git") is None:
        raise L10nError("git: no such program", "install git, or put its folder on PATH")
    hint = "go to the work tree of a repository, or make one: git init"
    return Path(_git(folder, "rev-parse", "--show-toplevel", hint=hint))


def _set(root: Path, scope: str, name: str, value: str) -> bool:
    if _setting(root, scope, name) == value:
        return False
    _git(root, "config", scope, "--replace-all", name, value)
    return True


def _setting(root: Path, scope: str, name: str) -> str | None:
    """All values of the setting, a line each, in all of git's files if no scope is named; None without any."""
    with contextlib.suppress(L10nError):
        return _git(root, "config", *([scope] if scope else []), "--get-all", name)
    return None


def _git(folder: Path, *arguments: str, hint: str = "") -> str:
    """What git says in this folder; L10nError with git's words if it fails."""
    command = ["git", "-C", str(folder), *arguments]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", errors="surrogateescape")
    if done.returncode:
        raise L10nError(f"{folder}: git: {done.stderr.strip().removeprefix('fatal: ')}", hint)
    return done.stdout.removesuffix("\n")


def _write_attributes(path: Path, *, install: bool) -> bool:
    """Add our line at the end of .gitattributes, or take it out; True if that changed the file."""
    try:
        old = path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise L10nError(f"{path}: cannot read: {error.strerror}", "check its permissions") from error
    lines = old.splitlines(keepends=True)
    newline = b"\r\n" if b"\r\n" in old else b"\n"
    ours = [line for line in lines if line.split() == ATTRIBUTES.split()]
    if bool(ours) == install:
        return False
    if install:
        glue = newline if old and not old.endswith(b"\n") else b""
        write_bytes(path, old + glue + ATTRIBUTES + newline)
    elif new := b"".join(line for line in lines if line not in ours):
        write_bytes(path, new)
    else:
        path.unlink()
    return True
