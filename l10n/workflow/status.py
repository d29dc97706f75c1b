"""How far each catalogue is: counted, compared with an earlier revision, written as a page and as badges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.marks import origin_language
from l10n.catalogue.git import history
from l10n.catalogue.layout import Layout, layout_of
from l10n.catalogue.search import document_of, language_of
from l10n.catalogue.source_texts import key_texts, stated_language
from l10n.catalogue.states import count, tally
from l10n.config import Config
from l10n.errors import L10nError
from l10n.model import Catalogue, Counts, State, Status
from l10n.model.events import Event, Failed
from l10n.risk.calibration import calibrated
from l10n.workflow import inputs, outputs, status_files


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusRequest:
    """Which catalogues are counted, and what is written about them."""

    settings: Config
    catalogues: tuple[Path, ...] = ()
    """PO files and folders; none for those of the folder."""
    locales: Path | None = None
    """Folder of the catalogues."""
    since: str | None = None
    """A git revision: tell what has changed since."""
    page: Path | None = None
    """HTML file to write."""
    review_pages: Path | None = None
    """Folder of the review pages that the page links to; None for the page's own."""
    badges: Path | None = None
    """Folder for a badge a language."""
    refuse: tuple[State, ...] = ()
    """States in which no segment should be."""


@dataclass(frozen=True, slots=True)
class Counted(Event):
    """All catalogues that can be read, by document, then path."""

    rows: tuple[Status, ...]


@dataclass(frozen=True, slots=True)
class NotWritten(Event):
    """A file or folder that was asked for, and would promise too much, as a catalogue is missing."""

    path: Path


@dataclass(frozen=True, slots=True)
class StateRefused(Event):
    """A catalogue has segments in a state that the request refuses."""

    row: Status
    state: State


def status(request: StatusRequest) -> Iterator[Event]:
    """Count the catalogues, write what is asked for, then name the segments in a refused state.

    A catalogue that cannot be read is told; then nothing is written and nothing refused. Raises L10nError for a request
    without catalogues, a revision that is not there, and a page that would replace a catalogue; WriteError.
    """
    wanted = request.catalogues or (request.locales or request.settings.locales,)
    files = inputs.stored_catalogues(request.catalogues, request.locales, request.settings)
    layout = layout_of(request.settings, request.locales)
    if request.page:
        outputs.keep_off(request.page, files, "--html")
    status_files.expect_pages(request.review_pages, request.page)
    if request.since is not None:
        history.verify(files, request.since, "--since")
    rows: list[Status] = []
    failed = False
    for row in counted(files, request.since, layout):
        if isinstance(row, L10nError):
            failed = True
            yield Failed(row)
        else:
            rows.append(row)
    if not rows and not failed:
        raise inputs.no_catalogues(wanted)
    yield Counted(tuple(rows))
    if failed:
        yield from map(NotWritten, filter(None, (request.page, request.badges)))
        return
    yield from _written(request, rows)
    yield from (StateRefused(row, state) for row in rows for state in request.refuse if row.counts[state])


def counted(
    paths: Iterable[Path], since: str | None = None, layout: Layout | None = None
) -> Iterator[Status | L10nError]:
    """The numbers of each catalogue, by document, then path; errors for the unreadable ones.

    `since` is a git revision that is there (`history.verify`): then each says how it was at that time.
    """
    documents = {path: document_of(path, layout) for path in paths}
    for path, document in sorted(documents.items(), key=lambda pair: (pair[1], pair[0])):
        try:
            catalogue = po.read(path)
        except L10nError as error:
            yield error
            continue
        counts, risks = tally(catalogue.entries, key_texts(path, catalogue).of)
        language, before = language_of(path, catalogue), _before(path, since) if since else None
        yield Status(document, language, path, counts, risks, before, _calibrated(catalogue, language))


def _calibrated(catalogue: Catalogue, language: str) -> bool:
    """From the language in the header, else the one that the drafts' marks name; without either nobody can tell."""
    source = stated_language(catalogue) or next(filter(None, map(origin_language, catalogue.entries)), "")
    return calibrated(source, language)


def _before(path: Path, revision: str) -> Counts:
    """Nothing if there was no such catalogue then."""
    old = history.catalogue_at(path, revision)
    return count(old.entries, key_texts(path, old).of) if old else Counts()


def _written(request: StatusRequest, rows: Sequence[Status]) -> Iterator[Event]:
    """The badges and the page."""
    if request.badges:
        yield from status_files.write_badges(request.badges, rows)
    if request.page:
        yield status_files.write_page(request.page, rows, request.since or "", request.review_pages)
