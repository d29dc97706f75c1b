"""What people and programs are told of published files that are no longer current."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from l10n.building.freshness import Published, Staleness
from l10n.cli.output import shown
from l10n.files.paths import short
from l10n.reports.figures import amount
from l10n.reports.serial import dump

_REASONS = {
    Staleness.SOURCE_CHANGED: "the source has changed",
    Staleness.SOURCE_GONE: "the source is gone",
    Staleness.SOURCE_UNREADABLE: "the source cannot be read",
    Staleness.CATALOGUE_CHANGED: "the catalogue has changed",
    Staleness.CATALOGUE_GONE: "the catalogue is gone",
    Staleness.CATALOGUE_UNREADABLE: "the catalogue cannot be read",
    Staleness.EDITED: "not as l10n build has written it",
    Staleness.GONE: "not there any more",
    Staleness.UNKNOWN: "built by an earlier version, which recorded too little",
}


def line(file: Published) -> str:
    """As `build/ru/a.txt: the source has changed, the catalogue has changed`."""
    return f"{shown(file.path)}: {', '.join(_REASONS[reason] for reason in file.reasons)}"


def summary(files: Sequence[Published]) -> str:
    """How many there are, and what to do about those that are stale."""
    number = sum(bool(file.reasons) for file in files)
    if not number:
        return f"{amount(len(files), 'published file')}, all current"
    return f"{number} of {amount(len(files), 'published file')} not current: l10n build writes them anew"


def write(files: Sequence[Published], out: TextIO) -> None:
    """For programs: docs/stale.schema.json describes it."""
    rows = [
        {
            "path": short(file.path).as_posix(),
            "source": short(file.source).as_posix(),
            "catalogue": short(file.catalogue).as_posix() if file.catalogue else None,
            "language": file.language,
            "edition": file.edition,
            "reasons": [reason.value for reason in file.reasons],
        }
        for file in files
        if file.reasons
    ]
    dump({"version": 1, "published": len(files), "stale": rows}, out)
