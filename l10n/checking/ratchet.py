"""`--base main`: what was wrong at that git revision already does not count, only what is new or worse."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from l10n.catalogue import po
from l10n.checking.examination import Raw
from l10n.errors import L10nError
from l10n.model import Catalogue, Severity

_HOOKS = frozenset(
    {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY"}
)
"""What git sets for hooks; with it, -C does not find another repository."""


def verify(paths: Iterable[Path], revision: str) -> None:
    """L10nError without git, or if one of the files is in no repository, or in one without such a revision."""
    if shutil.which("git") is None:
        raise L10nError("--base: git is not installed", "install it, or leave --base out")
    for folder in dict.fromkeys(path.absolute().parent for path in paths):
        inside = _git(folder, "rev-parse", "--git-dir")
        if inside.returncode:
            told = inside.stderr.decode("utf-8", "replace").partition("\n")[0].removeprefix("fatal: ")
            raise L10nError(f"--base: {folder}: {told}", "run it in the repository, or leave --base out")
        commit = f"{revision}^{{commit}}"
        if revision.startswith("-") or _git(folder, "rev-parse", "--verify", "--quiet", commit).returncode:
            hint = "in CI, fetch it first: git fetch origin main, and --base FETCH_HEAD"
            raise L10nError(f"--base: there is no revision '{revision}'", hint)


def catalogue_at(path: Path, revision: str) -> Catalogue | None:
    """The catalogue as it was at this revision, which is there; None if the file was not, or was none.

    So a change that mends a broken file is not held back by how it was.
    """
    real = path.resolve()  # of a link git keeps where it leads to
    shown = _git(real.parent, "show", f"{revision}:./{real.name}")
    if shown.returncode:
        return None
    with tempfile.TemporaryDirectory(prefix="l10n-") as temporary:
        copy = Path(temporary, path.name)
        copy.write_bytes(shown.stdout)
        try:
            return po.read(copy)
        except L10nError:
            return None


def new(raws: Sequence[Raw], before: Iterable[Raw]) -> tuple[list[Raw], int]:
    """The findings that an entry did not have before, and how many it did have.

    The same finding first; then one of the same check that was as grave, as an edit changes what a message quotes.
    """
    same = Counter((raw.key, raw.check, raw.severity, raw.hit.message) for raw in before)
    left = [raw for raw in raws if not _taken(same, (raw.key, raw.check, raw.severity, raw.hit.message))]
    alike: Counter[tuple[object, ...]] = Counter()
    for (key, check, severity, _), count in same.items():
        alike[key, check, severity] += count
    kept = [raw for raw in left if not any(_taken(alike, (raw.key, raw.check, one)) for one in _grave(raw.severity))]
    return kept, len(raws) - len(kept)


def _taken(counts: Counter[Any], key: tuple[object, ...]) -> bool:
    """Take one of these away, if there is one."""
    if counts[key] <= 0:
        return False
    counts[key] -= 1
    return True


def _grave(severity: Severity) -> list[Severity]:
    """This severity and graver ones."""
    order = list(Severity)
    return order[: order.index(severity) + 1][::-1]


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run git on the repository of this folder, not on one that a hook's surroundings name."""
    surroundings = {name: value for name, value in os.environ.items() if name not in _HOOKS}
    command = [shutil.which("git") or "git", "-C", str(folder), *arguments]
    return subprocess.run(command, check=False, stdin=subprocess.DEVNULL, capture_output=True, env=surroundings)
