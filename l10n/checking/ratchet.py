"""`--base main`: what was wrong at that git revision already does not count, only what is new or worse."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from l10n.catalogue import po
from l10n.checking.examination import Raw
from l10n.errors import L10nError
from l10n.model import Catalogue


def catalogue_at(path: Path, revision: str) -> Catalogue | None:
    """The catalogue as it was; None if it was not there. L10nError without git, repository or such a revision."""
    folder = path.absolute().parent
    _verify(folder, revision)
    data = _git(folder, "show", f"{revision}:./{path.name}")
    if data is None:
        return None
    with tempfile.TemporaryDirectory(prefix="l10n-") as temporary:
        copy = Path(temporary, path.name)
        copy.write_bytes(data)
        try:
            return po.read(copy)
        except L10nError as error:
            message = error.message.replace(str(copy), f"{revision}:{path}")
            raise L10nError(message, "compare with another revision: --base") from None


def known(raws: Iterable[Raw]) -> Counter[tuple[tuple[str | None, str], str]]:
    """How often each check found something in each entry."""
    return Counter((raw.key, raw.check) for raw in raws)


def new(raws: Iterable[Raw], before: Counter[tuple[tuple[str | None, str], str]]) -> tuple[list[Raw], int]:
    """The findings that go beyond what an entry had before, and how many do not."""
    left = before.copy()
    kept = []
    dropped = 0
    for raw in raws:
        if left[raw.key, raw.check] > 0:
            left[raw.key, raw.check] -= 1
            dropped += 1
        else:
            kept.append(raw)
    return kept, dropped


def _verify(folder: Path, revision: str) -> None:
    if shutil.which("git") is None:
        raise L10nError("--base: git is not installed", "install it, or leave --base out")
    if _git(folder, "rev-parse", "--git-dir") is None:
        raise L10nError(f"--base: {folder} is not in a git repository", "leave --base out")
    if revision.startswith("-") or _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}") is None:
        hint = "in CI, fetch it first: git fetch origin main, and --base origin/main"
        raise L10nError(f"--base: there is no revision '{revision}'", hint)


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What the command prints; None if it fails."""
    command = [shutil.which("git") or "git", "-C", str(folder), *arguments]
    done = subprocess.run(command, check=False, stdin=subprocess.DEVNULL, capture_output=True)
    return done.stdout if done.returncode == 0 else None
