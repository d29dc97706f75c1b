"""What people are told of catalogues that have our form again."""

from __future__ import annotations

from collections.abc import Iterator

from l10n.cli.output import shown
from l10n.workflow.normalize import Normalized


def lines(normalized: Normalized) -> str:
    """A line for each change, with its line in the file as it was."""
    return "\n".join(_changes(normalized)) or f"{shown(normalized.path)}: already normal"


def _changes(normalized: Normalized) -> Iterator[str]:
    path = shown(normalized.path)
    for line in normalized.restored_marks:
        yield f"{path}:{line}: mark of a draft restored, as the translation memory knows it"
    if normalized.rewritten:
        yield f"{path}:1: rewritten in our form: wraps, line ends, spaces"
    for repair in normalized.repairs:
        yield f"{path}:{repair.line}: {repair.what}"
