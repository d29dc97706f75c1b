"""Writes a catalogue that has changed: in our form, or in the form that the file has from another program.

A project that keeps its catalogues as its own tools wrap and order them gets a diff of what has changed, and no more.
`l10n normalize` brings a file into our form.
"""

from __future__ import annotations

from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.po.splice import Changes, splice
from l10n.errors import L10nError
from l10n.files import write_bytes
from l10n.model import Catalogue


def save(path: Path, old: Catalogue, new: Catalogue) -> None:
    """Write what has become of the `old` catalogue, which was read from this file, atomically.

    What is in our form stays so; in a file of another form only the entries and fields change that are new. One whose
    form is too odd for that is written anew. Raises WriteError, and L10nError if what is there cannot be read.
    """
    if po.written(path, old):
        po.write(path, new)
        return
    data = po.read_bytes(path)
    there = po.parse(data, str(path))
    read = po.in_todays_form(there)
    changes = _changes(read, new)
    if changes is None:
        po.write(path, new)
        return
    fields = tuple(field for field in new.header if field not in read.header)
    try:
        spliced = splice(data, str(path), there, changes, fields)
    except L10nError:
        po.write(path, new)
    else:
        write_bytes(path, spliced.data)


def _changes(old: Catalogue, new: Catalogue) -> Changes | None:
    """Which entries are new, by place; None if they are not the same entries in the same order."""
    if [(entry.key, entry.obsolete) for entry in old.entries] != [(entry.key, entry.obsolete) for entry in new.entries]:
        return None
    pairs = enumerate(zip(old.entries, new.entries, strict=True))
    return {index: entry for index, (before, entry) in pairs if entry != before}
