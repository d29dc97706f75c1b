"""Three versions of one file, whose blocks are nearly all the same: each different one is read once.

Those in all three that are written just as we write them need no reading at all: nobody has changed them, and what
comes out is what stood there. Files that are not plain are read by `catalogue.po`, one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from l10n.catalogue import po
from l10n.catalogue.bookkeeping.renewal import current, renewed
from l10n.catalogue.bookkeeping.wrapping import unwrapped
from l10n.catalogue.po import plain
from l10n.catalogue.po.serialization import common_references
from l10n.model import FUZZY, Catalogue, Entry, Key

# One entry as `serialization` writes it, of the usual kind: no plural, no `#|`, no escape, all references in one line.
_NOTE = r"(?:\ [^\n]*+(?<![\s\\]))?\n"
_TEXT = r'"[^"\\\x07-\x0d]'
_WRITTEN = re.compile(
    rf"""
    ((?:\#{_NOTE})*+)
    (?:\#\.{_NOTE})*+
    (?:\#:\ (?:(?=[^\n]{{1,76}}\n)\S+(?:\ \S+)*+|\S+)\n)?
    (?:\#,\ (?:({FUZZY})|[a-z-]+)\n)?
    (?:msgctxt\ ({_TEXT}*+")\n)?
    msgid\ ({_TEXT}++")\n
    msgstr\ ({_TEXT}*+")
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class ThreeVersions:
    """The catalogues; an entry that is in `shared` has a key alone, as nobody needs to know more of it."""

    base: Catalogue
    ours: Catalogue
    theirs: Catalogue
    shared: Mapping[Key, str]
    """The lines of entries that are the same in all three."""


def three_versions(*files: bytes) -> ThreeVersions | None:
    """Read base, ours and theirs as `po.parsed` would; None if they have to be read one by one, as wholes."""
    try:
        return _versions([_blocks(data) for data in files])
    except (plain.NotPlainError, UnicodeDecodeError):
        return None


def _blocks(data: bytes) -> list[str]:
    """The parts between blank lines; raises NotPlainError for a file that begins oddly, or is odd as a whole."""
    next(plain.entries(data), None)
    return [block for block in data.removesuffix(b"\n").decode("utf-8").split("\n\n") if block]


def _versions(files: Sequence[list[str]]) -> ThreeVersions | None:
    heads = [blocks.pop(0) for blocks in files if blocks]
    if len(heads) < len(files):
        return None
    shared = _shared(*files)
    different = dict.fromkeys(block for block in chain(*files) if block not in shared)
    known = _read([*heads, *different])
    if known is None:
        return None
    known |= shared
    catalogues = [
        _catalogue(head, [known[block] for block in blocks]) for head, blocks in zip(heads, files, strict=True)
    ]
    if not all(map(_has_keys, catalogues)) or any(common_references(each.header) for each in catalogues):
        return None
    base, ours, theirs = catalogues
    return ThreeVersions(base, ours, theirs, {entry.key: f"{block}\n" for block, entry in shared.items()})


def _shared(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> dict[str, Entry]:
    """The blocks that are in all three, and written as we write them."""
    candidates = set(base).intersection(ours, theirs)
    entries = ((block, _written(block)) for block in base if block in candidates)
    return {block: entry for block, entry in entries if entry}


def _written(block: str) -> Entry | None:
    """The key alone."""
    match = _WRITTEN.fullmatch(block)
    if match is None:
        return None
    comments, fuzzy, msgctxt, msgid, msgstr = match.groups()
    if (fuzzy and msgstr == '""') or (comments and not current(tuple([line[2:] for line in comments.split("\n")]))):
        return None
    return Entry(msgid[1:-1], msgctxt=msgctxt and msgctxt[1:-1])


def _read(blocks: Sequence[str]) -> dict[str, Entry] | None:
    """The entry in each block, in today's form; None if that depends on those around it."""
    entries = list(plain.entries("\n\n".join(blocks).encode("utf-8")))
    if len(entries) != len(blocks) or not all(unwrapped(entry.comments) for entry in entries):
        return None
    return dict(zip(blocks, map(renewed, entries), strict=True))


def _catalogue(head: str, entries: Iterable[Entry]) -> Catalogue:
    return replace(po.parse(head.encode("utf-8"), "the header"), entries=tuple(entries))


def _has_keys(catalogue: Catalogue) -> bool:
    """There is a header, first of all, and each key names one entry."""
    keys = {entry.key for entry in catalogue.entries}
    return bool(catalogue.header) and len(keys) == len(catalogue.entries) and (None, "") not in keys
