"""Catalogue -> plain text for `git diff` and `git log -p`: what a person would call a change, and nothing else.

Left out are the dates of the header, `#:` and `#.` lines, and the marks of drafts, whose meaning is in the state.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from l10n.catalogue.bookkeeping import record
from l10n.catalogue.bookkeeping.signature import signatures
from l10n.catalogue.header import CREATED, REVISED
from l10n.catalogue.states import state
from l10n.model import Catalogue, Entry

_SILENT = (CREATED, REVISED, "X-Generator")


def text(catalogue: Catalogue) -> str:
    """The header's fields, then a block for each entry."""
    header = (_field(name, value) for name, value in catalogue.header if name not in _SILENT)
    head = [*(f"note: {line}" for line in catalogue.comments), *chain.from_iterable(header)]
    notes = [f"note: {line[1:].strip()}" for line in catalogue.trailing]
    blocks = [head, *(list(_block(entry)) for entry in catalogue.entries), notes]
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks if block)


def _block(entry: Entry) -> Iterator[str]:
    if entry.msgctxt is not None:
        yield from _field("context", entry.msgctxt)
    yield from _field("source", entry.msgid)
    if entry.msgid_plural is not None:
        yield from _field("plural", entry.msgid_plural)
    yield f"state: {'obsolete, ' if entry.obsolete else ''}{state(entry).value}"
    if flags := entry.other_flags:
        yield f"flags: {', '.join(flags)}"
    for keyword, old in entry.previous:
        yield from _field(f"previous {keyword}", old)
    yield from (f"note: {line}" for line in record(entry).people)
    yield from (f"signed: {' '.join(signed)}" for signed in signatures(entry))
    if not entry.plural:
        yield from _field("translation", entry.msgstr)
    for number, form in enumerate(entry.msgstr_plural):
        yield from _field(f"translation {number}", form)


def _field(name: str, value: str) -> Iterator[str]:
    """A text of several lines goes on below its name, indented."""
    first, *more = value.split("\n")
    yield f"{name}: {first}" if first else f"{name}:"
    yield from (f"    {line}" for line in more)
