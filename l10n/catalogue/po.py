"""PO files in and out; the only module that uses polib.

polib 1.2 reads, by path only: given a string it breaks at U+2028. `repair` first rewrites what it cannot read. Writing
is ours (`serialization`): polib sorts X-… header fields and drops the `#~|` lines.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import polib

from l10n.catalogue.repair import HINT, Readable, readable
from l10n.catalogue.serialization import serialize
from l10n.errors import L10nError
from l10n.files import write_bytes
from l10n.model import Catalogue, Entry

_PREVIOUS = ("msgctxt", "msgid", "msgid_plural")
_CHARSET = re.compile(r"charset=(?!utf-8\b)[^\s;]*", re.IGNORECASE)


_CONTENT = (("Content-Type", "text/plain; charset=UTF-8"), ("Content-Transfer-Encoding", "8bit"))


class _File(polib.POFile):
    """Keeps the header as an entry, as it stands; polib would parse it and lose fields that occur twice."""

    def find(self, *_: Any, **__: Any) -> None:
        return None


def read(path: Path) -> Catalogue:
    """The catalogue in this file; L10nError with `path:line` if it cannot be read or has an entry twice."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise L10nError(f"{path}: cannot read: {error.strerror}", "check the path and its permissions") from error
    repaired = readable(data, str(path))
    catalogue = _catalogue(_parse(repaired.text, path), path, repaired)
    return _with_trailing(catalogue, repaired.trailing)


def write(path: Path, catalogue: Catalogue) -> bool:
    """Write the file atomically unless it already has these bytes; True if it was written. Raises WriteError.

    In UTF-8, whatever it was read in, and its header says so.
    """
    data = _bytes(catalogue)
    if path.is_file() and path.read_bytes() == data:
        return False
    write_bytes(path, data)
    return True


def written(path: Path, catalogue: Catalogue) -> bool:
    """The file has exactly the bytes that `write` would give it."""
    return path.is_file() and path.read_bytes() == _bytes(catalogue)


def _bytes(catalogue: Catalogue) -> bytes:
    return serialize(_in_utf8(catalogue)).encode("utf-8")


def _in_utf8(catalogue: Catalogue) -> Catalogue:
    fields = (
        (name, _CHARSET.sub("charset=UTF-8", value) if name == "Content-Type" else value)
        for name, value in catalogue.header
    )
    header = tuple(fields)
    if "Content-Type" not in dict(header) and not serialize(catalogue).isascii():
        header += _CONTENT
    return replace(catalogue, header=header)


def _parse(text: str, path: Path) -> polib.POFile:
    with tempfile.TemporaryDirectory(prefix="l10n-") as folder:
        copy = Path(folder, "catalogue.po")
        copy.write_text(text, encoding="utf-8", errors="replace", newline="\n")
        try:
            return polib.pofile(str(copy), encoding="utf-8", klass=_File)
        except (OSError, IndexError, ValueError) as error:
            match = re.search(r"\(line (\d+)\)(?:: (.+))?", str(error))
            place = f"{path}:{match[1]}" if match else str(path)
            reason = (match and match[2]) or "syntax error"
            raise L10nError(f"{place}: not a PO file: {reason}", HINT) from None


def _catalogue(file: polib.POFile, path: Path, repaired: Readable) -> Catalogue:
    """The header is the entry without msgid, wherever it stands; its `#.` and `#:` lines become comments."""
    top = _lines(file.header, repaired.empty)
    entries = [_entry(entry, repaired) for entry in file]
    _check_keys(entries, path)
    if entries and top:  # polib takes the first comments of a file for the header's
        entries[0] = replace(entries[0], comments=top + entries[0].comments)
    place = next((place for place, entry in enumerate(entries) if not entry.obsolete and entry.key == (None, "")), None)
    if place is None:
        return Catalogue((), tuple(entries))
    header = entries.pop(place)
    comments = header.comments + header.extracted + header.references
    return Catalogue(_fields(header.msgstr), tuple(entries), comments, header.flags)


def _check_keys(entries: Iterable[Entry], path: Path) -> None:
    first: dict[tuple[str | None, str], int] = {}
    for entry in entries:
        if not entry.obsolete and first.setdefault(entry.key, entry.line) != entry.line:
            what = "entry" if entry.msgid else "header"
            message = f"{path}:{entry.line}: {what} occurs twice, first at line {first[entry.key]}"
            raise L10nError(message, "keep one of the two in a text editor and run again; the file was left untouched")


def _with_trailing(catalogue: Catalogue, lines: tuple[str, ...]) -> Catalogue:
    """What is said after the last entry is kept as a comment of that entry."""
    if not lines:
        return catalogue
    if not catalogue.entries:
        return replace(catalogue, comments=catalogue.comments + lines)
    last = catalogue.entries[-1]
    return replace(catalogue, entries=(*catalogue.entries[:-1], replace(last, comments=last.comments + lines)))


def _fields(text: str) -> tuple[tuple[str, str], ...]:
    """A line without a colon, and one that begins with white space, belong to the value of the field before."""
    fields: list[tuple[str, str]] = []
    for line in text.removesuffix("\n").split("\n"):
        name, colon, value = line.partition(":")
        if fields and (not colon or line[0].isspace()):
            before, start = fields.pop()
            fields.append((before, f"{start}\n{line}"))
        elif line:
            fields.append((name.strip(), value.strip()))
    return tuple(fields)


def _entry(entry: polib.POEntry, repaired: Readable) -> Entry:
    previous = ((keyword, getattr(entry, f"previous_{keyword}")) for keyword in _PREVIOUS)
    plural = entry.msgstr_plural
    return Entry(
        msgid=entry.msgid,
        msgstr=entry.msgstr,
        msgctxt=entry.msgctxt,
        flags=tuple(dict.fromkeys(_flags(entry.flags))) if entry.flags else (),
        comments=_lines(entry.tcomment, repaired.empty),
        extracted=_lines(entry.comment, repaired.empty),
        references=tuple(f"{file}:{line}" if line else file for file, line in entry.occurrences),
        previous=tuple((keyword, text) for keyword, text in previous if text is not None),
        obsolete=bool(entry.obsolete),
        msgid_plural=entry.msgid_plural if plural else entry.msgid_plural or None,
        msgstr_plural=tuple(form for index in sorted(plural) for form in plural[index].split(repaired.form)),
        line=entry.linenum or 1,
    )


def _flags(flags: Iterable[str]) -> Iterator[str]:
    """As gettext: white space separates flags, too, but for `range: 0..9`."""
    for flag in flags:
        yield from [flag] if flag.startswith("range:") else flag.split()


def _lines(text: str, empty: str) -> tuple[str, ...]:
    return tuple(text.replace(empty, "").split("\n")) if text else ()
