"""Catalogues -> the page that shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from l10n import __version__, glossary
from l10n.catalogue import po
from l10n.catalogue.header import now
from l10n.catalogue.keeping import CatalogueKeeper
from l10n.catalogue.layout import Layout, in_language
from l10n.catalogue.review import key
from l10n.catalogue.search import document_of, language_of
from l10n.catalogue.source_texts import SourceTexts, source_texts
from l10n.catalogue.targets import catalogue_name
from l10n.checking.file import findings_of
from l10n.checking.gate import SHADOWED
from l10n.checking.gates import gate
from l10n.checking.run import check
from l10n.checking.settings import Settings
from l10n.errors import L10nError
from l10n.glossary import Glossary
from l10n.identity import digest
from l10n.languages import PIVOT, record
from l10n.languages.codes import base
from l10n.memory.memories import Memories, opened
from l10n.memory.shared import SharedMemory
from l10n.memory.store import Memory
from l10n.memory.unit import THRESHOLD
from l10n.model import Catalogue, Entry, Key, Require
from l10n.review import Page, PageCatalogue, PageRow
from l10n.review.rows import RowMaterial, row, rows
from l10n.risk.calibration import calibrated

_FEW = 3


@dataclass(frozen=True, slots=True)
class PageSources:
    """What a page is made from, apart from the catalogues."""

    root: Path
    """Paths on the page are relative to it."""
    settings: Settings
    memory: Path | None = None
    """Read if it is there."""
    shared: Sequence[SharedMemory] = ()
    threshold: int = THRESHOLD

    @property
    def language(self) -> str:
        """The language of the msgids."""
        return self.settings.source or self.settings.default_source

    @property
    def checks(self) -> Settings:
        """Those whose findings a page shows; the state of each entry it shows anyway."""
        return replace(self.settings.chosen(frozenset(), SHADOWED), gates=(), base=None)

    def terms(self) -> Glossary | None:
        """The glossary of the settings, if there is one. L10nError if it is no good."""
        own = self.settings
        return glossary.read(own.glossary, own.project_languages) if own.glossary else None


def page(
    paths: Sequence[Path], sources: PageSources, reviewer: str = "", served: bool = False
) -> tuple[Page, list[L10nError]]:
    """The page of these PO files, and the errors of those that cannot be read.

    L10nError for a glossary or memory that is no good, and if no catalogue can be read.
    """
    catalogues: dict[Path, Catalogue] = {}
    errors = []
    for path in paths:
        try:
            catalogues[path] = po.read(path)
        except L10nError as error:
            errors.append(error)
    if not catalogues:
        raise errors[0] if errors else L10nError("no catalogues", "name PO files, or make some: l10n draft SOURCE")
    contents = sheets(catalogues, sources)
    made = Page(
        id=digest(str(sources.root.resolve())),
        title=f"{_few(sheet.document for sheet, _ in contents)} – {_few(sheet.name for sheet, _ in contents)}",
        made=now(),
        tool=f"l10n {__version__}",
        source_language=_source_texts(*next(iter(catalogues.items())), sources).language,
        sheets=tuple(sheet for sheet, _ in contents),
        rows=tuple(row for _, sheet_rows in contents for row in sheet_rows),
        reviewer=reviewer,
        served=served,
    )
    return made, errors


def sheets(catalogues: Mapping[Path, Catalogue], sources: PageSources) -> list[tuple[PageCatalogue, list[PageRow]]]:
    """Each catalogue with its rows."""
    report, _ = check(list(catalogues), sources.checks)
    findings = {checked.path: checked.findings for checked in report.catalogues}
    terms = sources.terms()
    made = []
    with opened_memories(sources) as memories:
        for number, (path, catalogue) in enumerate(catalogues.items()):
            material = _material(path, catalogues, sources, terms, memories)
            sheet = _sheet(path, catalogue, sources, material.source)
            made.append((sheet, list(rows(number, catalogue, findings.get(path, ()), material))))
    return made


def single_row(path: Path, wanted: str, sheet: int, sources: PageSources, keeper: CatalogueKeeper) -> PageRow | None:
    """The row of one entry as the file is now, as `sheets` has it; None if there is none of this key.

    Only this entry is checked: a large catalogue need not be to show what became of one.
    """
    catalogue = keeper.read(path)
    entries = ((number, entry) for number, entry in enumerate(catalogue.active, 1) if key(entry) == wanted)
    if (numbered := next(entries, None)) is None:
        return None
    number, entry = numbered
    terms = sources.terms()
    try:
        findings = findings_of(path, catalogue, sources.checks, terms, {entry.key}, keeper.state_of)
    except L10nError:  # nobody knows its language: the page has no findings of it either
        findings = []
    with opened_memories(sources) as memories:
        return row((sheet, number), entry, findings, _material(path, {path: catalogue}, sources, terms, memories))


@contextmanager
def opened_memories(sources: PageSources) -> Iterator[Memories]:
    """The memories of the page, as long as the context lasts. Raises L10nError if one is no good."""
    remembered = sources.memory if sources.memory and sources.memory.exists() else None
    with (
        Memory(remembered, create=False) if remembered else nullcontext() as memory,
        opened(memory, sources.shared) as memories,
    ):
        yield memories


def _material(
    path: Path, catalogues: Mapping[Path, Catalogue], sources: PageSources, terms: Glossary | None, memories: Memories
) -> RowMaterial:
    catalogue = catalogues[path]
    texts = _source_texts(path, catalogue, sources)
    return RowMaterial(
        source=texts.language,
        language=base(language_of(path, catalogue)),
        terms=terms,
        memories=memories,
        threshold=sources.threshold,
        accepted_pivots=_pivots(path, catalogues, sources.settings.layout),
        plural_forms=dict(catalogue.header).get("Plural-Forms", ""),
        of=texts.of,
    )


def _source_texts(path: Path, catalogue: Catalogue, sources: PageSources) -> SourceTexts:
    """The source texts of a catalogue, as the checks have them."""
    return source_texts(path, catalogue, sources.settings.default_source, configured=sources.settings.source)


def _sheet(path: Path, catalogue: Catalogue, sources: PageSources, source: str) -> PageCatalogue:
    lang = language_of(path, catalogue)
    document = document_of(path, sources.settings.layout)
    require, _ = gate(sources.settings.gates, document, base(lang))
    return PageCatalogue(
        path=catalogue_name(path, sources.root),
        document=document,
        language=lang.replace("_", "-"),
        name=record(lang).name if lang else "unknown language",
        direction=record(lang).direction,
        calibrated=calibrated(source, lang),
        second=require is Require.SECOND,
    )


def _pivots(path: Path, catalogues: Mapping[Path, Catalogue], layout: Layout) -> dict[Key, Entry]:
    """The document's English, by key: from a catalogue of the page, or from the one beside in our layouts."""
    beside = in_language(path.absolute(), PIVOT, layout)
    if beside is None:
        return {}
    given = {other.absolute(): catalogue for other, catalogue in catalogues.items()}
    try:
        pivot = given.get(beside) or (po.read(beside) if beside.is_file() else Catalogue())
    except L10nError:  # the page of the other languages is made all the same
        return {}
    return {entry.key: entry for entry in pivot.active}


def _few(names: Iterable[str]) -> str:
    """The first names, each once."""
    distinct = list(dict.fromkeys(names))
    rest = f" and {len(distinct) - _FEW} more" if len(distinct) > _FEW else ""
    return ", ".join(distinct[:_FEW]) + rest
