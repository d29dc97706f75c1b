"""PO files in and out; the only module that uses polib.

polib 1.2 reads, by path only: given a string it breaks at U+2028. `repair` first rewrites what it cannot read. Writing
is ours (`serialization`): polib sorts X-… header fields and drops the `#~|` lines.
"""

from __future__ import annotations

import re
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import polib

from l10n.catalogue.repair import HINT, readable
from l10n.catalogue.serialization import serialize
from l10n.errors import L10nError
from l10n.files import write_bytes
from l10n.model import Catalogue, Entry

_PREVIOUS = ("msgctxt", "msgid", "msgid_plural")


class _File(polib.POFile):
    """Keeps the header as an entry, as it stands; polib would parse it and lose fields that occur twice."""

    def find(self, *_: Any, **__: Any) -> None:
        return None


def read(path: Path) -> Catalogue:
    """The catalogue in this file; raises L10nError with `path:line` if it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise L10nError(f"{path}: cannot read: {error.strerror}", "check the path and its permissions") from error
    return _catalogue(_parse(readable(data, str(path)), path))


def write(path: Path, catalogue: Catalogue) -> bool:
    """Write the file atomically unless it already has these bytes; True if it was written. Raises WriteError."""
    data = serialize(catalogue).encode("utf-8")
    if path.is_file() and path.read_bytes() == data:
        return False
    write_bytes(path, data)
    return True


def _parse(text: str, path: Path) -> polib.POFile:
    with tempfile.TemporaryDirectory(prefix="l10n-") as folder:
        copy = Path(folder, "catalogue.po")
        copy.write_text(text, encoding="utf-8", newline="\n")
        try:
            return polib.pofile(str(copy), encoding="utf-8", klass=_File)
        except (OSError, IndexError, ValueError) as error:
            match = re.search(r"\(line (\d+)\)(?:: (.+))?", str(error))
            place = f"{path}:{match[1]}" if match else str(path)
            reason = (match and match[2]) or "syntax error"
            raise L10nError(f"{place}: not a PO file: {reason}", HINT) from None


def _catalogue(file: polib.POFile) -> Catalogue:
    top = tuple(file.header.split("\n")) if file.header else ()
    entries = [_entry(entry) for entry in file]
    if not entries or entries[0].key != (None, ""):
        if entries:  # polib takes the first comments of a file for the header's
            entries[0] = replace(entries[0], comments=top + entries[0].comments)
        return Catalogue((), tuple(entries))
    header = entries.pop(0)
    return Catalogue(_fields(header.msgstr), tuple(entries), top + header.comments, header.flags)


def _fields(text: str) -> tuple[tuple[str, str], ...]:
    pairs = (line.partition(":") for line in text.split("\n") if line)
    return tuple((name.strip(), value.strip()) for name, _, value in pairs)


def _entry(entry: polib.POEntry) -> Entry:
    previous = ((keyword, getattr(entry, f"previous_{keyword}")) for keyword in _PREVIOUS)
    plural = entry.msgstr_plural
    return Entry(
        msgid=entry.msgid,
        msgstr=entry.msgstr,
        msgctxt=entry.msgctxt,
        flags=tuple(dict.fromkeys(flag for flag in entry.flags if flag)),
        comments=tuple(entry.tcomment.split("\n")) if entry.tcomment else (),
        extracted=tuple(entry.comment.split("\n")) if entry.comment else (),
        references=tuple(f"{file}:{line}" if line else file for file, line in entry.occurrences),
        previous=tuple((keyword, text) for keyword, text in previous if text is not None),
        obsolete=bool(entry.obsolete),
        msgid_plural=entry.msgid_plural or None,
        msgstr_plural=tuple(plural[index] for index in sorted(plural)),
        line=entry.linenum or 0,
    )
