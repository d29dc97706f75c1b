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

    def aged(sheet: ExportedCatalogue, item: ExportedEntry) -> ExportedEntry:
        source = wording.plain(item.key[1])
        own = saved.alternatives.get((sheet.file, item.id, source)), saved.defaults.get(source)
        traces = (wording.trace(text.text) for text in own if text)
        return replace(item, older=remembered(item.older, *by_source[source], *traces, item.saved))

    sheets = (replace(sheet, items=tuple(aged(sheet, item) for item in sheet.items)) for sheet in project.sheets)
    return replace(project, sheets=tuple(sheets))


def inherited(new: Project, old: Project) -> Project:
    """The new project with the older texts of the old one: those of the same entry, or of others with that source.

    A text of an entry that is still there may be meant for a new one, too, as long as that has no accepted one.
    """
    known = {(sheet.path, item.key): item for sheet in old.sheets for item in sheet.items}
    here = {(sheet.path, item.key) for sheet in new.sheets for item in sheet.items}
    gone = _with(old.gone, [item for name, item in known.items() if name not in here])
    everything = _with(gone, known.values())

    def heir(sheet: ExportedCatalogue, item: ExportedEntry) -> ExportedEntry:
        before = known.get((sheet.path, item.key))
        others = (everything if item.saved else gone).get(_source(item), ())
        return replace(item, older=before.older if before else others)

    sheets = (replace(sheet, items=tuple(heir(sheet, item) for item in sheet.items)) for sheet in new.sheets)
    return replace(new, sheets=tuple(sheets), gone=gone)


def _with(texts: Mapping[str, tuple[str, ...]], items: Iterable[ExportedEntry]) -> dict[str, tuple[str, ...]]:
    result = dict(texts)
    for item in items:
        if item.older:
            result[_source(item)] = remembered(result.get(_source(item), ()), *item.older)
    return result


def _source(item: ExportedEntry) -> str:
    return wording.trace(item.key[1])
