"""The finished article in each language, from source and catalogues."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from l10n import plugins
from l10n.building import Fallback, StructureError
from l10n.building import settings as build_settings
from l10n.building.additions import Addition
from l10n.building.additions import read as read_additions
from l10n.building.anchors import Relinked
from l10n.building.article import article
from l10n.building.editions import Edition
from l10n.building.notices import Disclosure, disclosed
from l10n.building.positions import insertions
from l10n.building.refusals import refuse_unfinished, refused_structure
from l10n.building.selection import Rules, select
from l10n.building.sentence_spaces import spaced
from l10n.building.settings import BuildSetting, Threshold, threshold
from l10n.building.shelf import Ingredients, Reason, Shelf
from l10n.catalogue import po
from l10n.catalogue.index import CatalogueIndex
from l10n.catalogue.layout import Layout, layout_of
from l10n.config import Config
from l10n.errors import L10nError, WriteError
from l10n.files import real
from l10n.files.paths import absolute
from l10n.files.patterns import Pattern
from l10n.model import Catalogue, Document, Require
from l10n.model.events import Event, Failed
from l10n.model.rendering import RenderingOrigin
from l10n.reports.characters import shown
from l10n.workflow import inputs, outputs
from l10n.workflow.build_files import by_article, not_to_be_written
from l10n.workflow.linking import Linker, ReadyArticle
from l10n.workflow.sources import Source, sources
from l10n.workflow.sources.files import patterns

_EDITIONS = "l10n.building.editions"


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildRequest:
    """Which articles are to be built and how; what is not said is as in the settings."""

    settings: Config
    sources: tuple[Path, ...] = ()
    """Files, folders and patterns."""
    format: str | None = None
    """The format of all sources, whatever their suffix."""
    to: str | None = None
    """Target languages, with commas between them."""
    source_language: str | None = None
    locales: Path | None = None
    """Folder of the catalogues."""
    require: Require | None = None
    """What a translation has to be to be used; `translated` if nothing is said."""
    fallback: Fallback | None = None
    """What stands where there is no such translation; `fail` if nothing is said."""
    complete: int | None = None
    """Percent of the segments that have to reach `require`, while something stands for the others."""
    mark_drafts: bool = False
    """Set marks around what is not accepted."""
    notice: bool | None = None
    """Tell readers of machine text that nobody has reviewed; off if nothing is said."""
    keep_language: bool = False
    """Leave what names the language of a file, `lang="…"`, as it is."""
    edition: str | None = None
    """Source and translation side by side, in this form, instead of the article."""
    output: Path | None = None
    """The folder for the articles; `build` beside the settings, unless it is said."""


@dataclass(frozen=True, slots=True)
class Outdated(Event):
    """A catalogue lacks entries for segments of its source."""

    catalogue: Path
    source: Path
    missing: int
    """Segments without an entry."""


@dataclass(frozen=True, slots=True)
class Built(Event):
    """An article that has been written."""

    path: Path
    origins: Mapping[RenderingOrigin, int]
    """How many of its segments come from where."""
    source_language: str
    unchanged: bool = False
    """It was there already, and has not been written again."""


@dataclass(frozen=True, slots=True)
class DeadLinks(Event):
    """Links of an article lead to no heading of the file that they name."""

    path: Path
    addresses: tuple[str, ...]
    """Each once; what leads nowhere in the source, too, is not among them."""


@dataclass(frozen=True, slots=True)
class MachineText(Event):
    """In an article that has been written is machine text that nobody has reviewed."""

    source: Path
    language: str
    segments: int
    """That are such text, of `total`."""
    total: int
    disclosure: Disclosure


def build(request: BuildRequest) -> Iterator[Event]:
    """Write the article of each source in each language.

    What cannot be read, built or written is told, and the others go on. Raises L10nError for a request that names no
    source, an unknown language or an unknown form of an edition.
    """
    settings = request.settings
    lang = inputs.source_language(request.source_language, settings)
    targets = inputs.targets(request.to, lang, settings)
    layout = layout_of(settings, request.locales)
    index = CatalogueIndex(layout)
    wanted = sources(request.sources, settings, index, request.format, request.to, request.output)
    edition = plugins.load(_EDITIONS, request.edition) if request.edition is not None else None
    folder = request.output or settings.root / "build"
    file = settings.file or Path("pyproject.toml")
    tables = build_settings.read(settings.build, file)
    additions = read_additions(settings.additions, file)
    kept = dict(not_to_be_written(wanted, targets, additions, settings, request.output))
    shelf, articles = Shelf(folder), by_article(wanted)
    inside = [pattern for pattern in patterns(settings) if absolute(pattern.folder).is_relative_to(absolute(folder))]
    linker = Linker(lambda: _known(wanted, request, index), lambda source, target: _ready(source, target, run))
    run = _Building(request, lang, edition, layout, tables, additions, kept, articles, folder, shelf, inside, linker)
    try:
        for source in wanted:
            yield from _articles(source, source.languages(lang, targets), run)
        yield from _superseded(run)
    finally:
        run.shelf.save()


@dataclass(frozen=True, slots=True)
class _Building:
    """What holds for all articles of the run."""

    request: BuildRequest
    source_language: str
    edition: ModuleType | None
    layout: Layout
    settings: tuple[BuildSetting, ...]
    additions: tuple[Addition, ...]
    kept: Mapping[Path, str]
    """Not to be written over: resolved, and what each is."""
    articles: Mapping[str, Source]
    """The sources by what their articles are called below the folder of a language."""
    folder: Path
    shelf: Shelf
    inside: Sequence[Pattern]
    """Patterns of sources that begin in the folder, and would take articles for sources."""
    linker: Linker

    def rules(self, document: Document, lang: str) -> Rules:
        """The options win."""
        request = self.request
        options = Threshold(request.require, request.fallback, request.complete, request.notice)
        return options.over(threshold(self.settings, document, lang)).rules(request.mark_drafts)

    def output(self, source: Source, lang: str) -> Path:
        """Where the article goes, or its edition, which never replaces an article."""
        name = source.file
        if self.edition:
            name = f"{source.name}{self.edition.SUFFIX}"
            beside = source.path.with_name(Path(name).name)  # its article is called so, in this run or in another
            if name in self.articles or beside.is_file():
                name = f"{source.name}.bilingual{self.edition.SUFFIX}"
        return self.folder / lang / name

    def taken(self, out: Path) -> str:
        """What no article may be written over, if it is that; else empty."""
        what = self.kept.get(real(out)) or outputs.reserved(out)
        return what or ("where sources are" if any(pattern.below(out) for pattern in self.inside) else "")


def _articles(source: Source, targets: Sequence[str], run: _Building) -> Iterator[Event]:
    """Write the articles of one source, and tell of them."""
    for lang in targets:
        run.shelf.expect(run.output(source, lang), source.path, lang, run.request.edition or "")
    try:
        document = source.document(run.source_language, run.request.settings.root)
    except L10nError as error:
        yield Failed(error)
        for lang in targets:
            yield from _retired(run.output(source, lang), Reason.FAILED, run)
        return
    for lang in targets:
        try:
            yield from _article(document, source, lang, run)
        except L10nError as error:
            yield Failed(error)
            if not isinstance(error, WriteError):  # which says that nothing was changed
                yield from _retired(run.output(source, lang), Reason.FAILED, run)


def _superseded(run: _Building) -> Iterator[Event]:
    """Tell of the articles that nothing is built for any more."""
    for path, reason in run.shelf.superseded(whole=not run.request.sources):
        yield from _retired(path, reason, run)


def _retired(path: Path, reason: Reason, run: _Building) -> Iterator[Event]:
    """Move an article of an earlier run aside, and tell of it."""
    try:
        event = run.shelf.retire(path, reason) if not run.taken(path) else None
    except L10nError as error:
        yield Failed(error)
    else:
        yield from filter(None, (event,))


def _article(document: Document, source: Source, lang: str, run: _Building) -> Iterator[Event]:
    """Write one article, and tell of it."""
    out = run.output(source, lang)
    if what := run.taken(out):
        raise L10nError(f"{shown(out)}: this is {what}, not written", "name another folder with --output")
    catalogue = run.layout.catalogue(lang, document.name)
    rules = run.rules(document, lang)
    entries = _entries(document, catalogue, source, lang)
    selection = select(document, entries, rules)
    if selection.strangers:
        yield Outdated(catalogue, source.path, len(selection.strangers))
    refuse_unfinished(selection, rules, out, source.path, catalogue)
    try:
        relinked = _data(source, ReadyArticle(document, selection.renderings, rules.anchors), lang, run)
    except StructureError as error:
        raise refused_structure(error, out, source.path, catalogue) from None
    data = relinked.data
    if selection.unreviewed:
        form = run.edition.FORMAT if run.edition else document.format
        data, disclosure = disclosed(data, form, lang, rules.notice)
    made_of = Ingredients(document.data, entries, catalogue if document.segments else None)
    unchanged = run.shelf.put(out, data, made_of)
    if selection.unreviewed:
        yield MachineText(source.path, lang, len(selection.unreviewed), len(selection.renderings), disclosure)
    if relinked.dead:
        yield DeadLinks(out, relinked.dead)
    yield Built(out, Counter(rendering.origin for rendering in selection.renderings), run.source_language, unchanged)


def _entries(document: Document, path: Path, source: Source, lang: str) -> Catalogue:
    """The catalogue of the document, which needs none if there is nothing to translate in it. Raises L10nError."""
    try:
        return po.read(path) if document.segments else Catalogue()
    except L10nError as error:
        if isinstance(error.__cause__, FileNotFoundError):  # one that may not be read is something else
            hint = f"make it: l10n draft {shown(source.path)} --to {lang}"
            raise L10nError(f"{shown(path)}: no such catalogue", hint) from None
        raise


def _data(source: Source, ready: ReadyArticle, lang: str, run: _Building) -> Relinked:
    """The article, or its edition, in which links stay as the texts have them."""
    document = ready.document
    added = insertions(run.additions, document, lang)
    if run.edition is None:
        language = None if run.request.keep_language else lang
        written = spaced(document, ready.renderings, run.source_language, lang)
        is_bare = not added and written is ready.renderings
        return run.linker.relinked(source, ready, article(document, written, language, added), lang, is_bare)
    page: str = run.edition.page(Edition(document, ready.renderings, run.source_language, lang, added))
    return Relinked(page.encode("utf-8", "replace"))


def _ready(source: Source, lang: str, run: _Building) -> ReadyArticle:
    """What another article is written of. Raises L10nError if there will be none."""
    document = source.document(run.source_language, run.request.settings.root)
    catalogue, rules = run.layout.catalogue(lang, document.name), run.rules(document, lang)
    selection = select(document, _entries(document, catalogue, source, lang), rules)
    refuse_unfinished(selection, rules, run.output(source, lang), source.path, catalogue)
    return ReadyArticle(document, selection.renderings, rules.anchors)


def _known(wanted: Sequence[Source], request: BuildRequest, index: CatalogueIndex) -> list[Source]:
    """The sources of the request, and those of the settings."""
    settings = request.settings
    others = sources((), settings, index, None, request.to, request.output) if settings.sources else []
    return [*others, *wanted]
