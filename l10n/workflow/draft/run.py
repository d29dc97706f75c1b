"""Drafts: catalogues follow the articles, and what has no text gets one, from the memory or from packages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from itertools import chain
from pathlib import Path

from l10n import glossary
from l10n.catalogue.index import CatalogueIndex
from l10n.catalogue.layout import Layout, layout_of
from l10n.catalogue.search import home, po_files
from l10n.drafting import Options, cluster
from l10n.drafting.pending import Pending
from l10n.drafting.slices import Document
from l10n.engines import devices
from l10n.files import locked
from l10n.model.device import Device
from l10n.model.events import Event
from l10n.updating import Updated, UpdateOptions
from l10n.workflow import inputs
from l10n.workflow.draft.filling import filled
from l10n.workflow.draft.outlook import Wanted
from l10n.workflow.draft.pending import article, software
from l10n.workflow.draft.request import DraftRequest, ToDraft
from l10n.workflow.sources import sources
from l10n.workflow.update import updates


def draft(request: DraftRequest) -> Iterator[Event]:
    """Write or update the catalogues of each source and fill every empty msgstr with a draft.

    Yields what `update` yields, then `Progress`, `Drafted` for each catalogue and a `DraftReport`; in a dry run
    `ToDraft` and an `Outlook`. A source, package or catalogue that fails is `Failed`, and the others go on. Raises
    L10nError for a request without a source, with an unknown language or for a GPU that is not there, BusyError while
    another run is at work in a folder, and ClusterError for a cluster that cannot be reached.
    """
    settings = request.settings
    lang = inputs.source_language(request.source_language, settings)
    is_named = bool(request.sources) or not request.catalogues
    targets = inputs.targets(request.to, lang, settings) if is_named else []
    index = CatalogueIndex(layout_of(settings, request.locales))
    wanted = sources(request.sources, settings, index, request.format, request.to) if is_named else []
    how = _options(request)
    others = po_files(request.catalogues)
    with ExitStack() as stack:
        for folder in () if request.dry_run else (*([index.layout.folder] if wanted else []), *map(home, others)):
            stack.enter_context(locked(folder))
        if request.cluster is not None and not request.dry_run:
            request = replace(request, scheduler=stack.enter_context(cluster.connected(request.cluster)))
        updating = UpdateOptions(
            request.force, request.prune, request.dry_run, request.memory_file, settings.references
        )
        updated: dict[str, dict[str, Path]] = {}
        todo = Wanted()
        for event in updates(wanted, lang, targets, index, settings.root, updating):
            if isinstance(event, Updated) and request.dry_run:
                todo.add(event, lang, request.redraft)
            elif isinstance(event, Updated):
                updated.setdefault(event.document, {})[event.language] = event.path
            yield event
        foreign = yield from software(others, request)
        if request.dry_run:
            yield from (
                ToDraft(catalogue.path, catalogue.entries, catalogue.returning, catalogue.source, catalogue.language)
                for catalogue in foreign
            )
            todo.add_software(foreign)
            yield todo.outlook(request.memory_file, request.shared_memories, how)
            return
        own = [path for catalogues in updated.values() for path in catalogues.values()]
        named = {path.resolve() for path in own} if foreign else ()
        rest = [catalogue for catalogue in foreign if catalogue.path.resolve() not in named]
        order = chain(own, (catalogue.path for catalogue in rest))
        yield from filled(_documents(updated, lang, index.layout, how, rest), order, request, how)


def _options(request: DraftRequest) -> Options:
    settings = request.settings
    return Options(
        beam=request.beam or settings.beam,
        device=_device(request),
        redraft=request.redraft,
        glossary=glossary.read(settings.glossary, settings.languages) if settings.glossary else None,
        threshold=request.threshold,
        trust_exact=request.trust_exact,
        pivot=request.accepted_pivot,
        round_trip=request.round_trip,
    )


def _device(request: DraftRequest) -> Device:
    """What is computed on here; other machines say so for themselves."""
    is_elsewhere = request.scheduler or request.cluster is not None
    return Device.CPU if is_elsewhere else devices.wanted(request.device, request.settings.device)


def _documents(
    articles: Mapping[str, Mapping[str, Path]], lang: str, layout: Layout, how: Options, foreign: Sequence[Pending]
) -> Iterator[Document | Event]:
    """Each document when it is its turn, those of one source language together; software's are documents, too."""
    for source in dict.fromkeys([lang, *(catalogue.source for catalogue in foreign)]):
        for name, catalogues in articles.items() if source == lang else ():
            yield (yield from article(name, catalogues, source, layout, how))
        yield from ([catalogue] for catalogue in foreign if catalogue.source == source)
