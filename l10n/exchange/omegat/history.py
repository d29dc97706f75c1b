"""Which texts a project has had: from an old `project_save.tmx` they come back, and nobody wants that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from l10n.exchange.omegat import ExportedCatalogue, ExportedEntry, Project, wording
from l10n.exchange.omegat.saved import Saved, Translation

_KEPT = 50
"""Texts of an entry, the last ones: a copy that is older than so many is nobody's any more."""


def remembered(older: Iterable[str], *traces: str | None) -> tuple[str, ...]:
    """These traces, with more of them."""
    return tuple(dict.fromkeys([*older, *filter(None, traces)]))[-_KEPT:]


def closed(project: Project, saved: Saved, refused: Iterable[Translation]) -> Project:
    """The project with all that it has of texts by now among the older ones: it is to be exported again."""
    by_source: dict[str, list[str]] = defaultdict(list)
    for translation in refused:
        by_source[wording.plain(translation.source)].append(wording.trace(translation.text))

    def aged(file: str, exported: ExportedEntry) -> ExportedEntry:
        source = wording.plain(exported.key[1])
        own = saved.alternatives.get((file, exported.id, source)), saved.defaults.get(source)
        traces = (wording.trace(text.text) for text in own if text)
        return replace(exported, older=remembered(exported.older, *by_source[source], *traces, exported.saved))

    def all_aged(catalogue: ExportedCatalogue) -> ExportedCatalogue:
        return replace(catalogue, entries=tuple(aged(catalogue.file, exported) for exported in catalogue.entries))

    return replace(project, catalogues=tuple(map(all_aged, project.catalogues)))


def inherited(new: Project, old: Project) -> Project:
    """The new project with the older texts of the old one: those of the same entry, or of others with that source.

    A text of an entry that is still there may be meant for a new one, too, as long as that has no accepted one.
    """
    known = {(catalogue.path, exported.key): exported for catalogue in old.catalogues for exported in catalogue.entries}
    here = {(catalogue.path, exported.key) for catalogue in new.catalogues for exported in catalogue.entries}
    gone = _with(old.gone, [exported for name, exported in known.items() if name not in here])
    everything = _with(gone, known.values())

    def heir(path: str, exported: ExportedEntry) -> ExportedEntry:
        before = known.get((path, exported.key))
        others = (everything if exported.saved else gone).get(_source(exported), ())
        return replace(exported, older=before.older if before else others)

    def all_heirs(catalogue: ExportedCatalogue) -> ExportedCatalogue:
        return replace(catalogue, entries=tuple(heir(catalogue.path, exported) for exported in catalogue.entries))

    return replace(new, catalogues=tuple(map(all_heirs, new.catalogues)), gone=gone)


def _with(texts: Mapping[str, tuple[str, ...]], entries: Iterable[ExportedEntry]) -> dict[str, tuple[str, ...]]:
    result = dict(texts)
    for exported in entries:
        if exported.older:
            result[_source(exported)] = remembered(result.get(_source(exported), ()), *exported.older)
    return result


def _source(exported: ExportedEntry) -> str:
    return wording.trace(exported.key[1])
