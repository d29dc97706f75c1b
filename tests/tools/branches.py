"""Two people at work on two branches, merged by git with the driver that `l10n git install` sets up."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.conftest import program

_CONFLICT = re.compile(r"^<<<<<<< ours\n(.*?)^=======\n(.*?)^>>>>>>> theirs\n", re.MULTILINE | re.DOTALL)


def git_merge(path: Path, ours: Callable[[Path], object], theirs: Callable[[Path], object]) -> tuple[str, ...]:
    """Both sides edit the file, each on a branch; ours is kept where both changed one entry.

    Returns what had been theirs in those entries: somebody has decided against it.
    """
    git = _repository(path)
    git("checkout", "--quiet", "-b", "theirs")
    theirs(path)
    git("commit", "--quiet", "--all", "--allow-empty", "-m", "theirs")
    git("checkout", "--quiet", "main")
    ours(path)
    git("commit", "--quiet", "--all", "--allow-empty", "-m", "ours")
    git("merge", "theirs", "-m", "both", codes=(0, 1))
    text = path.read_bytes().decode()
    decided = tuple(match[2] for match in _CONFLICT.finditer(text))
    if decided:
        path.write_bytes(_CONFLICT.sub(r"\1", text).encode())
    git("commit", "--quiet", "--all", "--allow-empty", "-m", "decided")
    return decided


def _repository(path: Path) -> Callable[..., None]:
    """git for a new repository in the current folder, with the file on `main`; nobody's settings count."""
    program("git")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    people = {f"GIT_{who}_{what}": "anna@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    around = {"GIT_CEILING_DIRECTORIES": str(Path.cwd().parent)}
    env = {**kept, **people, **settings, **around}

    def git(*arguments: object, codes: tuple[int, ...] = (0,)) -> None:
        _do(["git", *map(str, arguments)], env, codes)

    if not Path(".git").exists():
        git("init", "--quiet", "--initial-branch=main")
        _do([sys.executable, "-m", "l10n", "git", "install"], env, (0,))
    git("branch", "--quiet", "-D", "theirs", codes=(0, 1))
    git("add", ".gitattributes", path)
    git("commit", "--quiet", "--allow-empty", "-m", "before")
    return git


def _do(command: list[str], env: dict[str, str], codes: tuple[int, ...]) -> None:
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", env=env)
    assert done.returncode in codes, done.stdout + done.stderr
