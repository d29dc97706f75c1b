"""A file becomes a document: read in its format, cut into segments."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from l10n import documents
from l10n.documents.file import content
from l10n.errors import L10nError
from l10n.model import Block, Document
from l10n.segmentation import sentences
from l10n.segmentation.inline import segments
from l10n.segmentation.verbatim import Verbatim

_NOTHING = Verbatim()


def extract(path: Path, source: str, root: Path, kept: Verbatim = _NOTHING) -> Document:
    """Read a source file and cut it into segments; `#:` lines will name it relative to `root`.

    `source` is the language of the text; what is `kept` out of translation has no segments. Raises L10nError for a file
    that cannot be read in its format, and for an unknown language.
    """
    _check_name(path)
    name = documents.format_of(path)
    data = content(path)
    split = partial(sentences, lang=source)
    reading = documents.named(name).read(data, path, split)
    blocks = tuple(_segmented(reading.blocks, path, split, kept))
    return Document(path.stem, _reference(path, root), name, data, reading.text, blocks, source)


def _segmented(blocks: Sequence[Block], path: Path, split: documents.Split, kept: Verbatim) -> Iterator[Block]:
    """The blocks with segments, and those that are kept as they are."""
    for block in blocks:
        if kept.holds(block, path):
            yield block
        elif own := tuple(segments(block, split)):
            yield replace(block, segments=own)


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
