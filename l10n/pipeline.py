"""The numbers of catalogues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.git.history import catalogue_at
from l10n.catalogue.search import document_of, language_of
from l10n.catalogue.source_texts import key_texts
from l10n.catalogue.states import count, risks
from l10n.errors import L10nError
from l10n.model import Counts, Status


def status(paths: Iterable[Path], since: str | None = None) -> Iterator[Status | L10nError]:
    """The numbers of each catalogue, by document, then path; errors for the unreadable ones.

    `since` is a git revision that is there (`history.verify`): then each says how it was at that time.
    """
    names = {path: document_of(path) for path in paths}
    for path, name in sorted(names.items(), key=lambda item: (item[1], item[0])):
        try:
            catalogue = po.read(path)
        except L10nError as error:
            yield error
            continue
        counts = count(catalogue.entries, key_texts(path, catalogue).of)
        numbers = counts, risks(catalogue.entries), _before(path, since) if since else None
        yield Status(name, language_of(path, catalogue), path, *numbers)


def _before(path: Path, revision: str) -> Counts:
    """Nothing if there was no such catalogue then."""
    old = catalogue_at(path, revision)
    return count(old.entries, key_texts(path, old).of) if old else Counts()
