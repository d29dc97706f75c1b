"""What approving and rejecting have in common: catalogue by catalogue, read, reviewed and written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.catalogue import po, saving
from l10n.catalogue.review import Review, Selection, choose
from l10n.catalogue.search import home
from l10n.drafting.restoring import restored
from l10n.errors import L10nError
from l10n.files import locked
from l10n.model import Catalogue
from l10n.model.events import Event, Failed
from l10n.reports.characters import shown

WHICH = "name entries of one file with --entries 3,5-7 (numbers: l10n review list PO)"
"""What to do if nobody has said which entries are meant."""

Chooser = Callable[[Path, Catalogue], Selection]
"""Says which entries of a catalogue are meant."""
Step = Callable[[Path, Catalogue, Selection], Review]
"""Reviews these entries of a catalogue."""


@dataclass(frozen=True, slots=True)
class Reviewed(Event):
    """A catalogue after its review; it is written if anything has changed."""

    path: Path
    before: Catalogue
    review: Review
    missing: tuple[str, ...]
    """Names that fit none of its entries."""


def entries_named(names: str) -> Chooser:
    """Choose the entries that people name as `3,5-7,L120`."""

    def chooser(path: Path, catalogue: Catalogue) -> Selection:
        return choose(names, catalogue.entries, len(path.read_bytes().splitlines()))

    return chooser


def reviewed(paths: Sequence[Path], choice: Chooser, step: Step, memory: Path) -> Iterator[Event]:
    """Review file by file, with nothing slow between reading and writing: editors may be open.

    Before the event of a catalogue, each name that fits nothing and each refusal is told as a failure.
    """
    for path in paths:
        try:
            event = _reviewed(path, choice, step, memory)
        except L10nError as error:
            yield Failed(error)
            continue
        yield from _failures(event)
        yield event


def _reviewed(path: Path, choice: Chooser, step: Step, memory: Path) -> Reviewed:
    with locked(home(path)):
        old = po.read(path)
        chosen = choice(path, old)
        review = step(path, old, chosen)
        if review.changed:
            saving.save(path, old, restored(path, review.catalogue, memory))
    return Reviewed(path, old, review, chosen.missing)


def _failures(event: Reviewed) -> Iterator[Failed]:
    path = shown(event.path)
    for name in event.missing:
        yield Failed(L10nError(f"{path}: no entry {name}", f"l10n review list {path}"))
    for entry, refusal in event.review.refused:
        yield Failed(L10nError(f"{path}:{entry.line}: {refusal.reason}", refusal.hint))
