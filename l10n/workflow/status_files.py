"""What `l10n status` writes: the page, with links to the review pages that are there, and the badges."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from l10n.catalogue.header import now
from l10n.errors import L10nError
from l10n.model import Status
from l10n.reports.characters import shown, visible
from l10n.workflow.outputs import Written, save

_CODE = re.compile(r"[A-Za-z0-9]+(?:[_@.-][A-Za-z0-9]+)*")
"""A code of a language that can be the name of a file: `pt_BR`, `sr@latin`."""


def expect_pages(folder: Path | None, page: Path | None) -> None:
    """L10nError for --review-pages that nobody would see, or that are no folder."""
    if folder is None:
        return
    if page is None:
        raise L10nError("--review-pages: there is no page to link from", "add --html FILE, or leave it out")
    if not folder.is_dir():
        raise L10nError(f"--review-pages {shown(folder)}: no such folder", "make the pages first: l10n review page")


def write_page(path: Path, rows: Sequence[Status], since: str, pages: Path | None) -> Written:
    """The dashboard."""
    from l10n.reports.status.dashboard import page

    times, folder = Counter(map(_special, rows)), pages or path.parent
    links = {row.path: link for row in rows if (link := _link(row, path, folder, times[_special(row)] == 1))}
    return save(path, page(rows, since, now(), links))


def write_badges(folder: Path, rows: Sequence[Status]) -> Iterator[Written]:
    """A badge for each language. L10nError, and none of them, if a catalogue's language is no name for a file."""
    from l10n.reports.status.badge import badge
    from l10n.reports.status.figures import totals

    for row in rows:
        if not _CODE.fullmatch(row.language):
            what = f"'Language: {visible(row.language)}' is no language" if row.language else "no language"
            raise L10nError(f"{shown(row.path)}: {what}", "write it into the header, as in: Language: ru")
    for total in totals(rows):
        yield save(folder / f"{total.language}.svg", badge(total))


def _link(row: Status, page: Path, folder: Path, alone: bool) -> str:
    """The way from the page to the most special review page of the catalogue that there is; empty if there is none.

    `alone`: no other catalogue's own page would be called the same.
    """
    names = ["review.html"]
    if _CODE.fullmatch(row.language):
        names = [*([_special(row)] if alone else []), f"{row.language}.html", *names]
    candidates = (folder / name for name in names)
    existing = (path for path in candidates if path.is_file() and path.resolve() != page.resolve())
    target = next(existing, None)
    if target is None:
        return ""
    relative = os.path.relpath(target.resolve(), page.resolve().parent)
    return quote(os.fsencode(Path(relative).as_posix()))


def _special(row: Status) -> str:
    """What the review page of this catalogue alone is called."""
    return f"{row.path.stem}.{row.language}.html"
