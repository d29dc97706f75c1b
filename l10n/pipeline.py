"""The main path, step by step: document -> segments -> catalogues, and back to numbers."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from l10n import segmentation
from l10n.catalogue import po
from l10n.catalogue.header import header, now
from l10n.catalogue.history import catalogue_at
from l10n.catalogue.merge import Merge, merge
from l10n.catalogue.revision import revised, revised_template
from l10n.catalogue.search import document_of, language_of
from l10n.catalogue.state import count, risks, state
from l10n.catalogue.template import template
from l10n.documents import text as plain_text
from l10n.errors import L10nError, RefusalError
from l10n.languages import language
from l10n.model import ACCEPTED, Block, BlockKind, Catalogue, Counts, Document, Entry, Segment, Status
from l10n.paragraphs import is_heading, paragraphs

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_BREAKS = re.compile(r"[ \t]*[\r\n\v\f]\s*")


@dataclass(frozen=True, slots=True)
class Options:
    """How `update` may treat what is there."""

    force: bool = False
    """Lower the number of translated entries as far as it goes."""
    prune: bool = False
    """Drop obsolete entries."""
    dry_run: bool = False
    """Write nothing."""


DEFAULT = Options()
FEW = 2
"""So many translated entries may always get lost: an edit of a sentence or two is everyday work."""


@dataclass(frozen=True, slots=True)
class Updated:
    """One catalogue after `update`."""

    document: str
    language: str
    path: Path
    merge: Merge
    written: bool
    """False if the file already was as it should be."""
    pruned: tuple[Entry, ...] = ()
    """Obsolete entries that were dropped."""


def extract(path: Path, source: str, root: Path) -> Document:
    """Read and segment a source file; `#:` lines will name it relative to `root`. Raises L10nError."""
    _check_name(path)
    text, mark = plain_text.read(path)
    reference = _below(root, Path(os.path.abspath(path))) or _below(root, path.resolve()) or path.name  # noqa: PTH100  # links stay
    return Document(path.stem, reference, text, tuple(_blocks(text, source)), mark)


def _check_name(path: Path) -> None:
    """The name stands in the catalogues: it must be text of one line."""
    try:
        path.name.encode()
    except UnicodeEncodeError:
        shown = path.name.encode("utf-8", "backslashreplace").decode()
        raise L10nError(f"{shown}: the file's name is not UTF-8", "rename the file") from None
    if re.search(r"[\0-\x1f\x7f-\x9f]", path.name):
        raise L10nError(f"{path.name!r}: the file's name has a control character", "rename the file")


def _below(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else ""


def template_path(locales: Path, document: str) -> Path:
    """`locales/<document>.pot`."""
    return locales / f"{document}.pot"


def catalogue_path(locales: Path, lang: str, document: str) -> Path:
    """`locales/<language>/LC_MESSAGES/<document>.po`."""
    return locales / lang / "LC_MESSAGES" / f"{document}.po"


def update(
    document: Document, source: str, targets: Iterable[str], locales: Path, options: Options = DEFAULT
) -> Iterator[Updated | L10nError]:
    """Write the template, then each language's catalogue, merged with what is there.

    A catalogue that cannot be read or written, or would lose translations, is left untouched and its error yielded;
    the others go on.
    """
    entries = template(document)
    try:
        created = _update_template(document, entries, source, template_path(locales, document.name), options)
    except L10nError as error:
        yield error
        return
    for lang in targets:
        path = catalogue_path(locales, lang, document.name)
        try:
            yield _update_catalogue(document, entries, path, (source, lang), created, options)
        except L10nError as error:
            yield error


def load(path: Path) -> Catalogue:
    """The catalogue, empty if there is no such file. Raises L10nError."""
    return po.read(path) if path.exists() else Catalogue()


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
        numbers = count(catalogue.entries), risks(catalogue.entries), _before(path, since) if since else None
        yield Status(name, language_of(path, catalogue), path, *numbers)


def _before(path: Path, revision: str) -> Counts:
    """Nothing if there was no such catalogue then."""
    old = catalogue_at(path, revision)
    return count(old.entries) if old else Counts()


def _update_template(document: Document, entries: tuple[Entry, ...], source: str, path: Path, options: Options) -> str:
    """Returns the time of the last change of the source text."""
    old = load(path)
    comments = (f"Template for translations of {document.reference}.",)
    new = Catalogue(header(document.name, source, source, now()), (), comments, ("fuzzy",))
    catalogue = revised_template(old, entries, new)
    if catalogue is not old and not options.dry_run:
        po.write(path, catalogue)
    return dict(catalogue.header)["POT-Creation-Date"]


def _update_catalogue(
    document: Document,
    entries: tuple[Entry, ...],
    path: Path,
    languages: tuple[str, str],
    created: str,
    options: Options,
) -> Updated:
    source, lang = languages
    old = load(path)
    merged = merge(old.entries, entries, partial(_sentences, lang))
    if not options.force:
        _refuse_losses(path, old.entries, merged.entries)
    pruned = tuple(entry for entry in merged.entries if entry.obsolete) if options.prune else ()
    if pruned:
        merged = replace(merged, entries=tuple(entry for entry in merged.entries if not entry.obsolete))
    comments = (f"{language(lang).name} translation of {document.reference}.",)
    catalogue = revised(old, merged.entries, Catalogue(header(document.name, lang, source, created), (), comments))
    catalogue = replace(catalogue, comments=(*catalogue.comments, *merged.notes)) if merged.notes else catalogue
    changed = catalogue is not old or old.renewed
    written = changed and not options.dry_run and po.write(path, catalogue)
    return Updated(document.name, lang, path, merged, written, pruned)


def _sentences(lang: str, text: str, count: int) -> list[str] | None:
    """The sentences of a translation, if there are so many."""
    found = [text[start:end] for start, end in segmentation.spans(text, lang)]
    return found if len(found) == count else None


def _refuse_losses(path: Path, old: Iterable[Entry], new: Iterable[Entry]) -> None:
    """RefusalError if more than a tenth of the translated entries, and more than two, would be so no longer."""
    before, after = _accepted(old), _accepted(new)
    lost = len(before) - len(after)
    if lost <= max(len(before) // 10, FEW):
        return
    kept = {entry.msgid for entry in after}
    examples = ", ".join(f"“{entry.msgid[:40]}”" for entry in before if entry.msgid not in kept)
    raise RefusalError(
        f"{path}: would lower the translated entries from {len(before)} to {len(after)}: {examples[:300]}",
        "the catalogue is as it was; --force does it and keeps the old texts as fuzzy and #~ entries",
    )


def _accepted(entries: Iterable[Entry]) -> list[Entry]:
    return [entry for entry in entries if not entry.obsolete and state(entry) in ACCEPTED]


def _blocks(text: str, source: str) -> Iterator[Block]:
    """Paragraphs and headings, numbered by kind."""
    numbers = dict.fromkeys(BlockKind, 0)
    line, counted = 1, 0
    for start, end in paragraphs(text):
        segments = []
        for offset, stop in segmentation.sentences(text[start:end], source):
            first, last = start + offset, start + stop
            line += len(_LINE_BREAK.findall(text, counted, first))
            counted = first
            segments.append(Segment(one_line(text[first:last]), first, last, line))
        kind = BlockKind.HEADING if len(segments) == 1 and is_heading(text[start:end]) else BlockKind.PARAGRAPH
        numbers[kind] += 1
        yield Block(kind, numbers[kind], tuple(segments))


def one_line(text: str) -> str:
    """Line breaks, and the controls for which gettext has a warning, become spaces; the document keeps its own."""
    return _BREAKS.sub(" ", text)
