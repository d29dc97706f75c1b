"""Entries are sent back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from l10n.catalogue.review import Action, Review, Selection, one_line, review
from l10n.config import Config
from l10n.errors import L10nError
from l10n.model import Catalogue
from l10n.model.events import Event
from l10n.workflow.review.catalogues import named
from l10n.workflow.review.reviewers import reviewer
from l10n.workflow.review.signing import WHICH, entries_named, reviewed


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectRequest:
    """Which entries are to be sent back, and why."""

    settings: Config
    paths: tuple[Path, ...]
    """One PO file, or a folder that has one."""
    entries: str | None = None
    """As `3,5-7,L120,ab12cd34`, or `all`: see `l10n.catalogue.review.choose`."""
    note: str = ""
    """Why, in one line that is kept in the catalogue."""
    by: str | None = None
    """The reviewer's name; None for git's user, if there is a note."""


def reject(request: RejectRequest) -> Iterator[Event]:
    """Send the entries back: fuzzy again and unsigned; the text stays.

    Tells the catalogue (`Reviewed`), after its refusals. Raises L10nError if it is unclear which entries of which file
    are meant, or who says so, and for a note that does not fit a comment.
    """
    if request.entries is None:
        raise L10nError("which entries?", WHICH)
    paths = named(request.paths, single=True)
    note = one_line(request.note, "the note", "give one line of text with --note") if request.note else ""
    by = reviewer(request.by) if note or request.by is not None else None

    def step(_: Path, old: Catalogue, chosen: Selection) -> Review:
        return review(old, chosen.indices, Action.REJECT, by, note)

    yield from reviewed(paths, entries_named(request.entries), step, request.settings.memory)
