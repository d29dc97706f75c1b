"""Who reviews."""

from __future__ import annotations

import shutil
import subprocess

from l10n.catalogue.header import now
from l10n.catalogue.review import Reviewer, one_line
from l10n.errors import L10nError


def reviewer(name: str | None) -> Reviewer:
    """Return who signs today: this name, else git's; raises L10nError if there is none, or none fit for a comment."""
    given = git_user() if name is None else name
    if name is None and not given:
        raise L10nError("who is reviewing?", "say it with --by NAME, or once and for all: git config user.name NAME")
    return Reviewer(one_line(given, "the reviewer's name", "--by NAME"), now()[:10])


def git_user() -> str:
    """Return what git calls the user in the current folder; empty if it does not know."""
    git = shutil.which("git")
    if git is None:
        return ""
    done = subprocess.run(
        [git, "config", "user.name"],
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
    )
    return done.stdout.strip()
