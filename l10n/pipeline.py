"""The way in: document -> segments, and where its catalogues are."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from l10n import segmentation
from l10n.catalogue import po
from l10n.documents import plain as plain_text
from l10n.documents.paragraphs import is_heading, paragraphs
from l10n.errors import L10nError
from l10n.model import Block, BlockKind, Catalogue, Document, Segment

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_BREAKS = re.compile(r"[ \t]*[\r\n\v\f]\s*")


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


def load(path: Path) -> Catalogue:
    """The catalogue, empty if there is no such file. Raises L10nError."""
    return po.read(path) if path.exists() else Catalogue()


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
