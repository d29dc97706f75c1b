"""`l10n check --source`: the options of a check of catalogues as those of a check of source texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from l10n.errors import L10nError
from l10n.model.events import Event
from l10n.workflow.check import CheckRequest, check

if TYPE_CHECKING:
    from l10n.workflow.check_source import SourceCheckRequest


def run(request: CheckRequest, of_sources: bool) -> Iterator[Event]:
    """Check the catalogues, or the source texts; L10nError for an option that means nothing for these."""
    if not of_sources:
        return check(request)
    from l10n.workflow.check_source import check_sources  # formats and splitting, which catalogues do not need

    return check_sources(_of_sources(request))


def _of_sources(request: CheckRequest) -> SourceCheckRequest:
    from l10n.workflow.check_source import SourceCheckRequest

    meant = {
        "--locales": request.locales,
        "--require": request.require,
        "--max-untranslated": request.max_untranslated,
        "--glossary": request.glossary,
        "--fix": request.fix,
        "--fix-human": request.fix_human,
    }
    for option, value in meant.items():
        if value:
            raise L10nError(f"{option}: not with --source", f"leave {option} out: it is for catalogues")
    return SourceCheckRequest(
        settings=request.settings,
        sources=request.catalogues,
        source_language=request.source_language,
        select=request.select,
        ignore=request.ignore,
        fail_on=request.fail_on,
        base=request.base,
        files=request.files,
        notes=request.notes,
    )
