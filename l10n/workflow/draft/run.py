"""Drafts: catalogues follow the articles, and what has no text gets one, from the memory or from packages."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from l10n import glossary
from l10n.catalogue.index import CatalogueIndex
from l10n.catalogue.layout import layout_of
from l10n.catalogue.search import home, po_files
from l10n.drafting import Drafted, Options
from l10n.drafting.pending import Pending
from l10n.engines import Route
from l10n.files import locked
from l10n.model.events import Event
from l10n.updating import Updated, UpdateOptions
from l10n.workflow import inputs
from l10n.workflow.draft.pending import articles, software
from l10n.workflow.draft.request import DraftReport, DraftRequest, ToDraft
from l10n.workflow.draft.routes import back, routes
from l10n.workflow.sources import sources
from l10n.workflow.update import updates

if TYPE_CHECKING:
    from l10n.memory.store import Memory


def draft(request: DraftRequest) -> Iterator[Event]:
    """Write or update the catalogues of each source and fill every empty msgstr with a draft.

    Yields what `update` yields, then `Progress`, `Drafted` for each catalogue and a `DraftReport`; in a dry run
    `ToDraft`. A source, package or catalogue that fails is `Failed`, and the others go on. Raises L10nError for a
    request without a source or with an unknown language, and BusyError while another run is at work in a folder.
    """
    settings = request.settings
    lang = inputs.source_language(request.source_language, settings)
    named = bool(request.sources) or not request.catalogues
    targets = inputs.targets(request.to, lang, settings) if named else []
    index = CatalogueIndex(layout_of(settings, request.locales))
    wanted = sources(request.sources, settings, index, request.format, request.to) if named else []
    how = _options(request)
    others = po_files(request.catalogues)
    with ExitStack() as locks:
        for folder in () if request.dry_run else (*([index.layout.folder] if wanted else []), *map(home, others)):
            locks.enter_context(locked(folder))
        updating = UpdateOptions(request.force, request.prune, request.dry_run, request.memory_file)
        updated: list[Updated] = []
        for event in updates(wanted, lang, targets, index, settings.root, updating):
            updated += [event] if isinstance(event, Updated) else []
            yield event
        foreign = yield from software(others, request)
        if request.dry_run:
            yield from (
                ToDraft(catalogue.path, catalogue.entries, catalogue.returning, catalogue.source, catalogue.language)
                for catalogue in foreign
            )
            return
        own = yield from articles(updated, lang, index.layout, how)
        yield from _draft([*own, *_without(foreign, own)], request, how)


def _options(request: DraftRequest) -> Options:
    settings = request.settings
    return Options(
        beam=request.beam or settings.beam,
        redraft=request.redraft,
        glossary=glossary.read(settings.glossary, settings.languages) if settings.glossary else None,
        threshold=request.threshold,
        trust_exact=request.trust_exact,
        pivot=request.accepted_pivot,
        round_trip=request.round_trip,
    )


def _without(foreign: Sequence[Pending], own: Sequence[Pending]) -> list[Pending]:
    """Each catalogue once: one of an article may be named as software's, too."""
    known = {catalogue.path.resolve() for catalogue in own}
    return [catalogue for catalogue in foreign if catalogue.path.resolve() not in known]


def _draft(pending: Sequence[Pending], request: DraftRequest, how: Options) -> Iterator[Event]:
    """Draft what has no text, one source language after the other."""
    from l10n.drafting.run import draft
    from l10n.memory.memories import opened

    started = time.monotonic()
    wanted = any(catalogue.texts or catalogue.returning for catalogue in pending)
    drafted: dict[Path, Drafted] = {}
    used: list[Route] = []
    with (
        _opened(request.memory_file if wanted else None) as memory,
        opened(memory, request.shared_memories if wanted else ()) as memories,
    ):
        for source in dict.fromkeys(catalogue.source for catalogue in pending):
            group = [catalogue.recalled(how, memories) for catalogue in pending if catalogue.source == source]
            missing = list(dict.fromkeys(catalogue.language for catalogue in group if catalogue.incomplete))
            by_target = (yield from routes(request, source, missing)) if missing else {}
            return_route = (yield from back(request, source)) if how.round_trip and missing else None
            for event in draft(group, by_target, how, memory, return_route):
                drafted |= {event.path: event} if isinstance(event, Drafted) else {}
                yield event
            used += by_target.values()
    yield DraftReport(tuple(pending), drafted, tuple(used), time.monotonic() - started)


def _opened(path: Path | None) -> AbstractContextManager[Memory | None]:
    from l10n.memory.store import Memory

    return Memory(path) if path else nullcontext()
