"""Three versions of a catalogue become one, as git asks for it; see gitattributes(5), "Defining a custom merge driver".

git takes every exit code from 1 to 127 of a merge driver for a conflict, and then our version for its result: where we
fail, git's own merge must do the work.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.git import threeway
from l10n.catalogue.git.blocks import ThreeVersions, three_versions
from l10n.files import write_bytes
from l10n.model.events import Event

# A whole conflict: from the line `<<<<<<< ours` to the line `>>>>>>> theirs`, whatever the length of the markers.
_CONFLICT = re.compile(rb"^<{7,} ours\r?\n.*?^>{7,} theirs\r?\n", re.M | re.S)
_MARKER = b"<<<<<<< ours"
_LARGEST_CODE = 127
"""git's `merge-file` ends with the number of conflicts, and with more than this for an error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeRequest:
    """The three versions of a catalogue, in git's temporary files."""

    base: Path
    ours: Path
    """Also where the result goes."""
    theirs: Path
    marker_size: int = 7
    """Characters of a conflict marker."""


@dataclass(frozen=True, slots=True)
class EntriesMerged(Event):
    """OURS has the result."""

    conflicts: int
    """Entries that were changed on both sides."""


@dataclass(frozen=True, slots=True)
class NotMergedByEntry(Event):
    """What stood in the way of a merge by entries; git's merge of lines follows."""

    error: Exception
    """An L10nError, an OSError, or a bug of ours."""


@dataclass(frozen=True, slots=True)
class LinesMerged(Event):
    """git has merged the files as plain text."""

    code: int
    """Its exit code: the number of conflicts, or more than 127 if OURS is as it was."""


def merge_driver(request: MergeRequest) -> Iterator[Event]:
    """Merge entry by entry, or line by line if that cannot be done.

    Raises OSError only if git itself cannot be run, or its result not be written.
    """
    try:
        merged = EntriesMerged(_merge_entries(request))
    except Exception as error:  # whatever it is, git must not take our version alone for the result
        failed = NotMergedByEntry(error)
    else:
        yield merged
        return
    yield failed
    yield LinesMerged(_merge_lines(request))


def _merge_entries(request: MergeRequest) -> int:
    """Merge into OURS, whose bytes stay if its catalogue is the result; the number of conflicts."""
    # In a criss-cross the base is a merge itself. Its conflicts say that there is no base for these entries.
    base = request.base.read_bytes()
    if _MARKER in base:
        base = _CONFLICT.sub(b"", base)
    sides = _read(base, request.ours.read_bytes(), request.theirs.read_bytes())
    result = threeway.merge(sides.base, sides.ours, sides.theirs)
    if result.conflicts or result.catalogue != sides.ours:
        write_bytes(request.ours, threeway.text(result, request.marker_size, sides.shared).encode("utf-8"))
    return len(result.conflicts)


def _merge_lines(request: MergeRequest) -> int:
    """Do what git does without us."""
    labels = [word for label in ("ours", "base", "theirs") for word in ("-L", label)]
    size, files = f"--marker-size={request.marker_size}", (request.ours, request.base, request.theirs)
    command: list[str | Path] = ["git", "merge-file", "-p", size, *labels, *files]
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE)
    if done.returncode <= _LARGEST_CODE:  # more is an error, such as a binary file, and no result
        write_bytes(request.ours, done.stdout)
    return done.returncode


def _read(base: bytes, ours: bytes, theirs: bytes) -> ThreeVersions:
    """Read the versions; L10nError calls them so, as git's temporary names mean nothing to anybody."""
    files = {"base": base, "ours": ours, "theirs": theirs}
    if known := three_versions(*files.values()):
        return known
    return ThreeVersions(**{name: po.parsed(data, Path(name)) for name, data in files.items()}, shared={})
