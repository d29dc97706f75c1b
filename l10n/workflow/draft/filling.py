"""Documents that want drafts, slice by slice: what the memory has, routes for the rest, and what became of each."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from itertools import chain
from pathlib import Path

from l10n.catalogue.search import home
from l10n.drafting import Drafted, Options
from l10n.drafting.legs import SLICE
from l10n.drafting.local import Local
from l10n.drafting.open_pairs import OpenPairs
from l10n.drafting.pending import Pending
from l10n.drafting.run import Drafting
from l10n.drafting.slices import Document, slices
from l10n.engines import Route
from l10n.engines.sessions import session
from l10n.memory.memories import Memories
from l10n.model.events import Event
from l10n.workflow.draft.outlook import ENOUGH
from l10n.workflow.draft.pace import Metered
from l10n.workflow.draft.request import DraftCounts, DraftReport, DraftRequest
from l10n.workflow.draft.routes import Ways
from l10n.workflow.draft.stores import Stores


def filled(
    documents: Iterable[Document | Event], order: Iterable[Path], request: DraftRequest, how: Options
) -> Iterator[Event]:
    """Draft what has no text in documents that come one after the other; of those that are done only counts are kept.

    Ends with a `DraftReport` of the catalogues in this order.
    """
    started = time.monotonic()
    pending: dict[Path, int] = {}
    drafted: dict[Path, DraftCounts] = {}
    ways = Ways(request)
    paths = list(order)
    for event in _drafted(_counted(documents, pending), (pending, len(paths)), request, how, ways):
        if isinstance(event, Drafted):
            drafted[event.path] = DraftCounts(event.drafts, len(event.failed), event.remembered, event.returned)
        yield event
    pending = {path: pending[path] for path in paths if path in pending}
    yield DraftReport(pending, drafted, ways.used, time.monotonic() - started)


def _counted(documents: Iterable[Document | Event], pending: dict[Path, int]) -> Iterator[Document | Event]:
    """What wants something of a document; events as they come."""
    for document in documents:
        if isinstance(document, Event):
            yield document
            continue
        pending |= {catalogue.path: catalogue.entries for catalogue in document}
        if wanting := [catalogue for catalogue in document if catalogue.texts or catalogue.returning]:
            yield wanting


def _drafted(
    documents: Iterable[Document | Event],
    progress: tuple[Sized, int],
    request: DraftRequest,
    how: Options,
    ways: Ways,
) -> Iterator[Event]:
    """`progress` is of the catalogues: those that were looked at so far, and how many there are."""
    begun, total = progress
    with session(), Stores(request.memory_file, request.shared_memories) as stores, OpenPairs(how.device) as pairs:
        scheduler = Metered(request.scheduler or Local(pairs))
        with Drafting(scheduler, pairs, how) as drafting:
            for piece in slices(documents, scheduler.slice_size):
                if isinstance(piece, Event):
                    yield piece
                    continue
                pairs.keeps = len(begun) < total
                many = len(set(chain.from_iterable(catalogue.texts for catalogue in piece)))
                drafting.memory = stores.memory
                drafting.cache = stores.cache(home(piece[0].path), many > min(SLICE, scheduler.slice_size) // 2)
                for group in _by_source(piece):
                    yield from _slice(group, drafting, ways, stores.memories)
                if len(begun) < total:
                    yield scheduler.pace(len(begun), total)
            yield from drafting.finish()
        pace = scheduler.pace(len(begun), total)
        if drafting.memory and pace.words >= ENOUGH:
            drafting.memory.keep_rate(how.beam, pace.words / pace.seconds)


def _by_source(catalogues: Sequence[Pending]) -> Iterator[list[Pending]]:
    for source in dict.fromkeys(catalogue.source for catalogue in catalogues):
        yield [catalogue for catalogue in catalogues if catalogue.source == source]


def _slice(catalogues: Sequence[Pending], drafting: Drafting, ways: Ways, memories: Memories | None) -> Iterator[Event]:
    """Ask the memories first, language by language, as it has an index of one at a time."""
    in_order = sorted(catalogues, key=lambda catalogue: catalogue.language)
    known = {catalogue.path: catalogue.recalled(drafting.options, memories) for catalogue in in_order}
    group = [known[catalogue.path] for catalogue in catalogues]
    missing = list(dict.fromkeys(catalogue.language for catalogue in group if catalogue.incomplete))
    source = group[0].source
    routes: Mapping[str, Route] = (yield from ways.routes(source, missing)) if missing else {}
    back = (yield from ways.back(source)) if drafting.options.round_trip and missing else None
    yield from drafting.slice(group, routes, back)
