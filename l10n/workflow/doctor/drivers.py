"""Whether git merges catalogues entry by entry here."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from l10n.errors import L10nError
from l10n.workflow.doctor.diagnosis import Diagnosis, Health, of_error
from l10n.workflow.git.install import lacking

_TOPIC = "git"


def examined(folder: Path) -> Iterator[Diagnosis]:
    """Nothing where there is no git or no repository."""
    if shutil.which("git") is None:
        yield Diagnosis(_TOPIC, Health.FINE, "git is not installed")
        return
    try:
        wanting = lacking(folder)
    except L10nError as error:
        if "not a git repository" not in error.message:
            yield of_error(_TOPIC, error)
        return
    if wanting:
        yield Diagnosis(_TOPIC, Health.HINT, "git does not merge catalogues entry by entry here", "l10n git install")
    else:
        yield Diagnosis(_TOPIC, Health.FINE, "git merges catalogues entry by entry")
