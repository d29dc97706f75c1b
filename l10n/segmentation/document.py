"""A file becomes a document: read in its format, cut into segments."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from l10n import documents
from l10n.documents.file import content
from l10n.errors import L10nError
from l10n.model import Block, Document, Segment
from l10n.segmentation import sentences
from l10n.segmentation.verbatim import Verbatim
from l10n.text.lines import LINE_BREAK, one_line

_NOTHING = Verbatim()


def extract(path: Path, source: str, root: Path, kept: Verbatim = _NOTHING) -> Document:
    """Read a source file and cut it into segments; `#:` lines will name it relative to `root`.

    `source` is the language of the text; what is `kept` out of translation has no segments. Raises L10nError for a file
    that cannot be read in its format, and for an unknown language.
    """
    _check_name(path)
    name = documents.format_of(path)
    data = content(path)
    reading = documents.named(name).read(data, path, partial(sentences, lang=source))
    blocks = (
        block if kept.holds(block, path) else replace(block, segments=tuple(_segments(block, source)))
        for block in reading.blocks
    )
    return Document(path.stem, _reference(path, root), name, data, reading.text, tuple(blocks))


def _check_name(path: Path) -> None:
    """The name stands in the catalogues: it must be text of one line."""
    try:
        path.name.encode()
    except UnicodeEncodeError:
        shown = path.name.encode("utf-8", "backslashreplace").decode()
        raise L10nError(f"{shown}: the file's name is not UTF-8", "rename the file") from None
    if re.search(r"[\0-\x1f\x7f-\x9f]", path.name):
        raise L10nError(f"{path.name!r}: the file's name has a control character", "rename the file")


def _reference(path: Path, root: Path) -> str:
    """The path below the root, links as they are if that leads there; the name of a file elsewhere."""
    return _below(root, Path(os.path.abspath(path))) or _below(root, path.resolve()) or path.name  # noqa: PTH100  # links stay


def _below(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else ""


def _segments(block: Block, source: str) -> Iterator[Segment]:
    text, line, counted = block.text, block.line, 0
    for start, end in sentences(text, source):
        line += len(LINE_BREAK.findall(text, counted, start))
        counted = start
        yield Segment(one_line(text[start:end]), start, end, line)
