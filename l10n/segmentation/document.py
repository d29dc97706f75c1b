"""A file becomes a document: read in its format, cut into segments."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Sequence
from functools import partial
from pathlib import Path

from l10n import documents
from l10n.config import FRONT_MATTER
from l10n.documents.file import content
from l10n.documents.lines import located
from l10n.errors import L10nError
from l10n.files.paths import absolute
from l10n.model import Block, Document
from l10n.segmentation import sentences
from l10n.segmentation.display import displayed
from l10n.segmentation.inline import segments
from l10n.segmentation.verbatim import Verbatim

_NOTHING = Verbatim()
LONGEST = 2_000_000
"""Characters of a block: the longest novels have fewer, and whatever has more is no text that anybody translates."""


def extract(
    path: Path,
    source: str,
    root: Path,
    name: str = "",
    form: str = "",
    kept: Verbatim = _NOTHING,
    fields: Collection[str] = FRONT_MATTER,
    data: bytes | None = None,
) -> Document:
    """Read a source file and cut it into segments; `#:` lines will name it relative to `root`.

    `source` is the language of the text, `name` that of the document, if it is not to be the file's, and `form` the
    format, if the suffix does not tell; what is `kept` out of translation has no segments, and `fields` are the keys of
    front matter whose values are translated; `data` stands in for what is in the file. Raises L10nError for a file that
    cannot be read in its format, and for an unknown language.
    """
    called = reference(path, root)
    _check_name(called)
    file = content(path) if data is None else data
    split = partial(sentences, lang=source)
    format_name = form or documents.format_of(path)
    module = documents.named(format_name)
    data = documents.unpacked(module, file, path)
    reading = module.read(data, path, split, fields)
    blocks = tuple(_segmented(reading.blocks, path, split, kept))
    archive = b"" if data is file else file
    return Document(
        name or path.stem, called, format_name, data, reading.text, blocks, source, reading.remarks, archive
    )


def _segmented(blocks: Sequence[Block], path: Path, split: documents.Split, kept: Verbatim) -> Iterator[Block]:
    """The blocks with segments, and those that are kept as they are."""
    for block in blocks:
        if kept.patterns and kept.holds(block, path):
            yield block
        elif own := tuple(segments(block, split)):
            if own[-1].end > LONGEST:
                message = f"{located(path, block.line)}: a {block.kind} of more than {LONGEST:,} characters"
                raise L10nError(message, "part it into paragraphs, or leave the file out of the sources")
            yield block.with_segments(tuple(displayed(block, own)) if block.displays else own)


def _check_name(name: str) -> None:
    """The name stands in the catalogues: it must be text of one line."""
    try:
        name.encode()
    except UnicodeEncodeError:
        shown = name.encode("utf-8", "backslashreplace").decode()
        raise L10nError(f"{shown}: the file's name is not UTF-8", "rename the file") from None
    if re.search(r"[\0-\x1f\x7f-\x9f]", name):
        raise L10nError(f"{name!r}: the file's name has a control character", "rename the file")


def reference(path: Path, root: Path) -> str:
    """What `#:` lines call a file: its path below the root, or the name of a file elsewhere."""
    return below(root, path) or path.name


def below(root: Path, path: Path) -> str:
    """The path below the root, links as they are if that leads there; empty for a file elsewhere."""
    way = absolute(path)
    if not way.is_relative_to(root):
        way = Path(os.path.realpath(path))
    return way.relative_to(root).as_posix() if way.is_relative_to(root) else ""
