"""PO files in and out; the only module that uses polib.

`plain` reads what is written as nearly all files are. Of the rest polib 1.2 reads lines that we have split: of a string
it makes a new line at U+2028, too. `repair` first rewrites what it cannot read. Writing is ours (`serialization`), as
polib sorts X-… header fields and drops the `#~|` lines.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import polib

from l10n.catalogue import references
from l10n.catalogue.bookkeeping.renewal import renewed
from l10n.catalogue.bookkeeping.wrapping import joined
from l10n.catalogue.header import CONTENT_TYPE, IN_UTF8, Header, in_utf8
from l10n.catalogue.po import plain
from l10n.catalogue.po.repair import HINT, Readable, readable
from l10n.catalogue.po.serialization import common_references, parts
from l10n.errors import L10nError
from l10n.files import sizes, write_bytes
from l10n.model import Catalogue, Entry, Key

_PREVIOUS = ("msgctxt", "msgid", "msgid_plural")
_PART = "part it, for instance by the source files of its entries: msggrep --location='docs/*' FILE.po -o PART.po"
_EMPTY_HEADER = 'msgid ""\nmsgstr ""\n'
_CONTENT = ((CONTENT_TYPE, IN_UTF8), ("Content-Transfer-Encoding", "8bit"))


class _Text:
    """What polib takes for the content of a file: no path, and no text that might be the name of one."""

    def __init__(self, text: str) -> None:
        self._text = text

    def splitlines(self) -> list[str]:
        """The lines with their ends, as a text file has them."""
        return list(io.StringIO(self._text, newline=None))


class _POFile(polib.POFile):
    """Keeps the header as an entry, as it stands; polib would parse it and lose fields that occur twice."""

    def find(self, *_: Any, **__: Any) -> None:
        return None


def read(path: Path) -> Catalogue:
    """The catalogue in this file; L10nError with `path:line` if it cannot be read or has an entry twice."""
    return parsed(read_bytes(path), path)


def read_bytes(path: Path) -> bytes:
    """What is in the file; L10nError if it cannot be read, or is too big."""
    try:
        return sizes.content(path, _PART)
    except OSError as error:
        raise L10nError(f"{path}: cannot read: {error.strerror}", "check the path and its permissions") from error


def parsed(data: bytes, path: Path) -> Catalogue:
    """The catalogue in these bytes, in today's form; `path` is what an L10nError calls them."""
    return in_todays_form(parse(data, str(path)))


def parse(data: bytes, name: str) -> Catalogue:
    """The catalogue as it stands in the file of this name, comments of ours as some program may have left them."""
    sizes.check(len(data), name, _PART)
    try:
        return _catalogue(list(plain.entries(data)), name)
    except plain.NotPlainError:
        return _by_polib(data, name)


def entries(data: bytes, name: str) -> Iterator[Entry]:
    """The entries as they stand in the file of this name, one after the other, the header among them.

    Raises L10nError where the file turns out to be none that can be read. Nobody looks whether an entry occurs twice.
    """
    count = 0
    try:
        for entry in plain.entries(data):
            yield entry
            count += 1
    except plain.NotPlainError:
        repaired = readable(data, name)
        yield from islice(_entries(_parse(repaired.text, name), repaired), count, None)


def _by_polib(data: bytes, name: str) -> Catalogue:
    repaired = readable(data, name)
    file = _parse(repaired.text, name)
    if repaired.trailing and not file:  # nothing but comments: they are the header's, and stay at the top
        return _catalogue(_entries(_parse(f"{repaired.text}\n{_EMPTY_HEADER}", name), repaired), name)
    return replace(_catalogue(_entries(file, repaired), name), trailing=repaired.trailing)


def write(path: Path, catalogue: Catalogue) -> bool:
    """Write the file atomically unless it already has these bytes; True if it was written. Raises WriteError.

    In UTF-8, whatever it was read in, and its header says so.
    """
    data = _bytes(catalogue)
    if _is_there(path, data):
        return False
    write_bytes(path, data)
    return True


def written(path: Path, catalogue: Catalogue) -> bool:
    """The file has exactly the bytes that `write` would give it."""
    return _is_there(path, _bytes(catalogue))


def _is_there(path: Path, data: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data


def _bytes(catalogue: Catalogue) -> bytes:
    data = io.BytesIO()
    for part in parts(_in_utf8(catalogue)):
        data.write(part.encode("utf-8"))
    return data.getvalue()


def _in_utf8(catalogue: Catalogue) -> Catalogue:
    header = in_utf8(catalogue.header)
    names = {name.lower() for name, _ in header}
    if "content-type" not in names and not all(map(str.isascii, parts(catalogue))):
        header += tuple(field for field in _CONTENT if field[0].lower() not in names)
    return replace(catalogue, header=header)


def in_todays_form(catalogue: Catalogue) -> Catalogue:
    """The catalogue with our comments whole, and as today's version writes them."""
    if not any(entry.comments for entry in catalogue.entries):
        return catalogue
    entries = tuple(map(renewed, joined(catalogue.entries)))
    return catalogue if entries == catalogue.entries else replace(catalogue, entries=entries, renewed=True)


def _parse(text: str, name: str) -> polib.POFile:
    lines = _Text(text.encode("utf-8", "replace").decode("utf-8"))
    try:
        return polib.pofile(lines, encoding="utf-8", klass=_POFile)  # type: ignore[call-overload, no-any-return]
    except (OSError, IndexError, ValueError) as error:
        match = re.search(r"\(line (\d+)\)(?:: (.+))?", str(error))
        position = f"{name}:{match[1]}" if match else name
        reason = (match and match[2]) or "syntax error"
        raise L10nError(f"{position}: not a PO file: {reason}", HINT) from None


def _entries(file: polib.POFile, repaired: Readable) -> list[Entry]:
    top = _lines(file.header, repaired)
    entries = [_entry(entry, repaired) for entry in file]
    if entries and top:  # polib takes the first comments of a file for the header's
        entries[0] = replace(entries[0], comments=top + entries[0].comments)
    return entries


def _catalogue(entries: list[Entry], name: str) -> Catalogue:
    """The header is the entry without msgid, wherever it stands."""
    check_keys(entries, name)
    index = next((index for index, entry in enumerate(entries) if not entry.obsolete and entry.key == (None, "")), None)
    header = None if index is None else entries.pop(index)
    catalogue = without_entries(header, name)
    named = common_references(catalogue.header)
    return replace(catalogue, entries=tuple(with_file(entry, named) for entry in entries) if named else tuple(entries))


def without_entries(header: Entry | None, name: str) -> Catalogue:
    """The catalogue that has this header, if it has one, and nothing else; L10nError for one with plural forms."""
    if header is None:
        return Catalogue()
    if header.plural:
        raise L10nError(f"{name}:{header.line}: the header, an entry with an empty msgid, has plural forms", HINT)
    return Catalogue(
        header=_fields(header.msgstr),
        comments=header.comments,
        flags=header.flags,
        extracted=header.extracted,
        references=header.references,
        previous=header.previous,
        equals=header.equals,
    )


def with_file(entry: Entry, named: tuple[str, ...]) -> Entry:
    """The entry with these references, of the file that the header names for all that have none of their own."""
    return replace(entry, references=named) if named and not entry.references and not entry.obsolete else entry


def check_keys(entries: Iterable[Entry], name: str) -> None:
    """L10nError if two entries that are in use have the same key, at the second of them."""
    first: dict[Key, int] = {}
    for entry in entries:
        if not entry.obsolete and first.setdefault(entry.key, entry.line) != entry.line:
            what = "entry" if entry.msgid else "header"
            message = f"{name}:{entry.line}: {what} occurs twice, first at line {first[entry.key]}"
            raise L10nError(message, "keep one of the two in a text editor and run again; the file was left untouched")


def _fields(text: str) -> Header:
    """What is no field belongs to the value of the field before; at the top, it is a value without a name."""
    fields: list[tuple[str, str]] = []
    for line in text.removesuffix("\n").split("\n"):
        name, value = _field(line)
        if fields and (not name or line[0].isspace()):
            before, start = fields.pop()
            fields.append((before, f"{start}\n{line}"))
        elif value.strip() or name:
            fields.append((name, value))
    return tuple(fields)


def _field(line: str) -> tuple[str, str]:
    """Name and value; no name for a line that is no field, as one that begins with an address is none."""
    name, colon, value = line.partition(":")
    if not colon or not name.strip() or value.startswith("//"):
        return "", line
    return name.strip(), value.strip()


def _entry(entry: polib.POEntry, repaired: Readable) -> Entry:
    plural = entry.msgstr_plural
    return Entry(
        msgid=entry.msgid,
        msgstr=entry.msgstr,
        msgctxt=entry.msgctxt,
        flags=tuple(dict.fromkeys(_flags(entry.flags, repaired.empty))) if entry.flags else (),
        equals=_equals(entry.flags, repaired.empty) if repaired.empty in entry.flags else (),
        comments=_lines(entry.tcomment, repaired),
        extracted=_lines(entry.comment, repaired),
        references=references.separated(f"{file}:{line}" if line else file for file, line in entry.occurrences),
        previous=_previous(entry),
        obsolete=bool(entry.obsolete),
        msgid_plural=entry.msgid_plural if plural else entry.msgid_plural or None,
        msgstr_plural=tuple(form for index in sorted(plural) for form in plural[index].split(repaired.form)),
        line=entry.linenum or 1,
    )


def _previous(entry: polib.POEntry) -> tuple[tuple[str, str], ...]:
    """None without a msgid: gettext refuses a file with a context or a plural alone, and nobody knows whose it was."""
    texts = ((keyword, getattr(entry, f"previous_{keyword}")) for keyword in _PREVIOUS)
    return (
        tuple((keyword, text) for keyword, text in texts if text is not None)
        if entry.previous_msgid is not None
        else ()
    )


def _flags(flags: Iterable[str], empty: str) -> Iterator[str]:
    """All but the stand-ins."""
    return plain.separated_flags(flag for flag in flags if flag != empty)


def _equals(flags: Iterable[str], empty: str) -> tuple[str, ...]:
    """The flags between two stand-ins."""
    parts = "\n".join(flags).split(empty)[1::2]
    return tuple(_flags((flag for part in parts for flag in part.strip("\n").split("\n")), empty))


def _lines(text: str, repaired: Readable) -> tuple[str, ...]:
    return tuple(text.replace(repaired.empty, "").replace(repaired.end, "\n").split("\n")) if text else ()
