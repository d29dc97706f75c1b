"""The main path, step by step: document -> segments -> catalogues, and back to numbers."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from l10n import segmentation
from l10n.catalogue import po
from l10n.catalogue.header import header, now
from l10n.catalogue.merge import Merge, merge
from l10n.catalogue.revision import revised, revised_template
from l10n.catalogue.state import count
from l10n.catalogue.template import template
from l10n.documents import text as plain_text
from l10n.errors import L10nError
from l10n.languages import language
from l10n.model import Block, BlockKind, Catalogue, Document, Entry, Segment, Status
from l10n.paragraphs import is_heading, paragraphs

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_BREAKS = re.compile(r"[ \t]*[\r\n\v\f]\s*")


@dataclass(frozen=True, slots=True)
class Updated:
    """One catalogue after `update`."""

    document: str
    language: str
    path: Path
    merge: Merge
    written: bool
    """False if the file already was as it should be."""


def extract(path: Path, source: str, root: Path) -> Document:
    """Read and segment a source file; `#:` lines will name it relative to `root`. Raises L10nError."""
    text = plain_text.read(path)
    reference = _below(root, Path(os.path.abspath(path))) or _below(root, path.resolve()) or path.name  # noqa: PTH100  # links stay
    return Document(path.stem, reference, text, tuple(_blocks(text, source)))


def _below(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else ""


def template_path(locales: Path, document: str) -> Path:
    """`locales/<document>.pot`."""
    return locales / f"{document}.pot"


def catalogue_path(locales: Path, lang: str, document: str) -> Path:
    """`locales/<language>/LC_MESSAGES/<document>.po`."""
    return locales / lang / "LC_MESSAGES" / f"{document}.po"


def update(document: Document, source: str, targets: Iterable[str], locales: Path) -> Iterator[Updated | L10nError]:
    """Write the template, then each language's catalogue, merged with what is there.

    A catalogue that cannot be read or written is left untouched and its error yielded; the others go on.
    """
    entries = template(document)
    try:
        created = _update_template(document, entries, source, template_path(locales, document.name))
    except L10nError as error:
        yield error
        return
    for lang in targets:
        path = catalogue_path(locales, lang, document.name)
        try:
            yield _update_catalogue(document, entries, path, lang, source, created)
        except L10nError as error:
            yield error


def load(path: Path) -> Catalogue:
    """The catalogue, empty if there is no such file. Raises L10nError."""
    return po.read(path) if path.exists() else Catalogue()


def status(locales: Path) -> Iterator[Status | L10nError]:
    """The numbers of every catalogue, by document, then language; errors for the unreadable ones."""
    paths = locales.glob("*/LC_MESSAGES/*.po")
    for path in sorted(paths, key=lambda path: (path.stem, path.parts[-3])):
        try:
            yield Status(path.stem, path.parts[-3], path, count(po.read(path).entries))
        except L10nError as error:
            yield error


def _update_template(document: Document, entries: tuple[Entry, ...], source: str, path: Path) -> str:
    """Returns the time of the last change of the source text."""
    old = load(path)
    comments = (f"Template for translations of {document.reference}.",)
    new = Catalogue(header(document.name, source, source, now()), (), comments, ("fuzzy",))
    catalogue = revised_template(old, entries, new)
    if catalogue is not old:
        po.write(path, catalogue)
    return dict(catalogue.header)["POT-Creation-Date"]


def _update_catalogue(
    document: Document, entries: tuple[Entry, ...], path: Path, lang: str, source: str, created: str
) -> Updated:
    old = load(path)
    merged = merge(old.entries, entries)
    comments = (f"{language(lang).name} translation of {document.reference}.",)
    catalogue = revised(old, merged.entries, Catalogue(header(document.name, lang, source, created), (), comments))
    written = catalogue is not old and po.write(path, catalogue)
    return Updated(document.name, lang, path, merged, written)


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
            segments.append(Segment(_msgid(text[first:last]), first, last, line))
        kind = BlockKind.HEADING if len(segments) == 1 and is_heading(text[start:end]) else BlockKind.PARAGRAPH
        numbers[kind] += 1
        yield Block(kind, numbers[kind], tuple(segments))


def _msgid(text: str) -> str:
    """Line breaks, and the controls for which gettext has a warning, become spaces; the document keeps its own."""
    return _BREAKS.sub(" ", text)
