"""Catalogues as they were at a git revision; git itself is asked, in the repository of each file."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from l10n.catalogue import po
from l10n.errors import L10nError
from l10n.model import Catalogue

_HOOKS = frozenset(
    {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY"}
)
"""What git sets for hooks; with it, -C does not find another repository."""


def verify(paths: Iterable[Path], revision: str, option: str) -> None:
    """L10nError without git, or if one of the files is in no repository, or in one without such a revision.

    `option`, as `--base`, is how people gave the revision.
    """
    if shutil.which("git") is None:
        raise L10nError(f"{option}: git is not installed", f"install it, or leave {option} out")
    for folder in dict.fromkeys(path.absolute().parent for path in paths):
        inside = _git(folder, "rev-parse", "--git-dir")
        if inside.returncode:
            told = inside.stderr.decode("utf-8", "replace").partition("\n")[0].removeprefix("fatal: ")
            raise L10nError(f"{option}: {folder}: {told}", f"run it in the repository, or leave {option} out")
        commit = f"{revision}^{{commit}}"
        if revision.startswith("-") or _git(folder, "rev-parse", "--verify", "--quiet", commit).returncode:
            raise L10nError(f"{option}: there is no revision '{revision}'", _advice(folder, option))


def _advice(folder: Path, option: str) -> str:
    """What to do about a revision that is not in the repository of this folder: it may be right, and not fetched."""
    branch = f"git fetch origin main, and {option} FETCH_HEAD"
    if _git(folder, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true":
        return f"this clone lacks the history: git fetch --unshallow --tags; or for a branch alone: {branch}"
    if _git(folder, "rev-list", "--max-count=1", "--all").stdout.strip():
        return f"check the name (git branch --all, git tag); in CI, fetch it first: {branch}"
    return f"nothing has been committed yet: git commit, or leave {option} out"


def catalogue_at(path: Path, revision: str) -> Catalogue | None:
    """The catalogue as it was at this revision, which is there; None if the file was not, or was none.

    So a change that mends a broken file is not held back by how it was.
    """
    data = bytes_at(path, revision)
    try:
        return None if data is None else po.parsed(data, path)
    except L10nError:
        return None


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit that has changed a file."""

    name: str
    who: str
    when: str
    """ISO 8601, with the zone of whoever made it."""


def revisions(path: Path, most: int) -> list[Revision]:
    """The last commits that have changed this file, the newest first; none without git or a repository."""
    if shutil.which("git") is None:
        return []
    real = path.resolve()
    form = "--format=%H%x00%an%x00%aI%x00"
    told = _git(real.parent, "log", f"--max-count={most}", form, "--", f":(literal){real.name}")
    fields = told.stdout.decode("utf-8", "replace").split("\0")[:-1] if not told.returncode else []
    triples = zip(fields[::3], fields[1::3], fields[2::3], strict=False)
    return [Revision(name.strip(), who, when) for name, who, when in triples]


def bytes_at(path: Path, revision: str) -> bytes | None:
    """The file as it was at this revision, which is there; None if there was no such file."""
    real = path.resolve()  # of a link git keeps where it leads to
    shown = _git(real.parent, "show", f"{revision}:./{real.name}")
    return None if shown.returncode else shown.stdout


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run git on the repository of this folder, not on one that a hook's surroundings name."""
    surroundings = {name: value for name, value in os.environ.items() if name not in _HOOKS}
    command = [shutil.which("git") or "git", "-C", str(folder), *arguments]
    return subprocess.run(command, check=False, stdin=subprocess.DEVNULL, capture_output=True, env=surroundings)
