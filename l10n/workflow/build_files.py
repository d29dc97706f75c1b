"""Which files a build must not write over, and which it writes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from l10n.building.additions import Addition
from l10n.config import Config
from l10n.errors import L10nError
from l10n.reports.characters import shown
from l10n.workflow.sources import Source, of_settings


def not_to_be_written(
    wanted: Sequence[Source],
    targets: Sequence[str],
    additions: Sequence[Addition],
    settings: Config,
    output: Path | None,
) -> Iterator[tuple[Path, str]]:
    """Resolved, and what each is."""
    yield settings.memory.resolve(), "the translation memory"
    if settings.glossary:
        yield settings.glossary.resolve(), "the glossary"
    yield from ((addition.path(lang).resolve(), "an addition") for addition in additions for lang in targets)
    own = (source.path for source in wanted)
    yield from ((Path(os.path.realpath(path)), "a source") for path in (*own, *of_settings(settings, output)))


def by_article(wanted: Sequence[Source]) -> dict[str, Source]:
    """The sources by their articles; L10nError for two that would be written to one file."""
    articles: dict[str, Source] = {}
    for source in wanted:
        if (other := articles.setdefault(source.file, source)) is not source:
            message = f"{shown(source.path)}: its article would be written where that of {shown(other.path)} is"
            raise L10nError(message, "rename one of the two")
    return articles
