"""Which catalogues of a run want drafts."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from pathlib import Path

from l10n.catalogue.layout import Layout
from l10n.catalogue.search import counterpart
from l10n.drafting import Options
from l10n.drafting.articles import PendingArticle, accepted
from l10n.drafting.articles import pending as pending_article
from l10n.drafting.software import PendingSoftware
from l10n.drafting.software import pending as pending_software
from l10n.errors import L10nError
from l10n.files.paths import short
from l10n.languages import PIVOT, language
from l10n.model.events import Event, Failed
from l10n.workflow.draft.request import DraftRequest, OtherPivots
from l10n.workflow.source_languages import SourceLanguages, refusal


def article(
    document: str, catalogues: Mapping[str, Path], source: str, layout: Layout, how: Options
) -> Generator[Event, None, list[PendingArticle]]:
    """What the catalogues of a document want, by language; English that cannot be read is told and done without."""
    pending = []
    for lang, path in catalogues.items():
        try:
            pivots = (yield from _pivots(document, path, layout)) if how.pivot else {}
            pending.append(pending_article(path, document, source, lang, how, pivots))
        except L10nError as error:  # somebody has moved it away since it was updated
            yield Failed(error)
            continue
        if differing := pending[-1].differing:
            yield OtherPivots(path, differing)
    return pending


def _pivots(document: str, path: Path, layout: Layout) -> Generator[Event, None, Mapping[str, str]]:
    """The English that people have accepted, for a catalogue of another language."""
    pivot_path = layout.catalogue(PIVOT, document)
    try:
        return accepted(pivot_path) if path != pivot_path and pivot_path.exists() else {}
    except L10nError as error:
        yield Failed(error)
        return {}


def software(paths: Sequence[Path], request: DraftRequest) -> Generator[Event, None, list[PendingSoftware]]:
    """What these catalogues of software want; if the request names languages, only those in them.

    Catalogues that were found in a folder and are in the language of their msgids are left out.
    """
    lang = language(request.source_language).code if request.source_language else None
    wanted = {language(code.strip()).code for code in request.to.split(",")} if request.to is not None else None
    pending = []
    for path in paths:
        try:
            catalogue = pending_software(
                path, request.settings.source_language, lang, request.redraft, request.memory_file
            )
        except L10nError as error:
            yield refusal(error, path, request.catalogues)
            continue
        if wanted is None or catalogue.language in wanted:
            pending.append(catalogue)
            yield from _unknown_keys(catalogue)
    yield SourceLanguages(tuple((catalogue.path, catalogue.sources.recognised_language) for catalogue in pending))
    return pending


def _unknown_keys(catalogue: PendingSoftware) -> Iterator[Failed]:
    """A failure for each entry that is left empty; how to mend that is said once."""
    other = short(counterpart(catalogue.path, catalogue.language, catalogue.source))
    for entry in catalogue.unknown:
        hint = f'write above it: #. Default: "…", or translate it in {other}' if entry is catalogue.unknown[-1] else ""
        message = f"{short(catalogue.path)}:{entry.line}: {entry.msgid} is a key, and nothing says what it stands for"
        yield Failed(L10nError(message, hint))
