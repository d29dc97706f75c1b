"""The bytes of a TMX file as UTF-8 that an XML parser takes, a piece at a time, and never more of them than that.

A file may be packed by gzip, and in any encoding that its byte order mark or its XML declaration names. What XML cannot
hold – control characters, as themselves or as `&#x1F;`, and bytes of another encoding – becomes BAD, so that it costs
the unit that it stands in and not the rest of the file.
"""

from __future__ import annotations

import codecs
import gzip
import re
import zlib
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import cast

from l10n.errors import L10nError

BAD = "\ufdd1"
"""Stands for what no XML file may have: a noncharacter that a parser lets pass."""
_CHUNK = 1 << 16
_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"
_BOMS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_STARTS = {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
_DECLARED = re.compile(rb"""<\?xml\s[^>]{0,100}?encoding\s*=\s*["']([^"']{1,40})["']""")
"""Bounded, as it is tried on bytes of any kind."""
_KNOWN = re.compile(
    r"utf-?8|utf-?16\w*|(?:us-)?ascii|latin-?1|iso-?8859-?\d+|windows-?125\d|cp-?\d+|koi8-[ru]|gbk?\d*|big5"
    r"|shift_jis|euc-(?:jp|kr)"
)
"""Encodings of texts that Python knows: it has others, as zlib and rot13, that turn bytes into anything."""
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|&#(x[0-9a-fA-F]+|[0-9]+);")
"""XML 1.0, production 2; references to characters are looked at one by one."""
_CONTROLS = bytes({*range(0x20)} - set(b"\t\n\r"))
_SIGNS = b"&#", b"\xed", b"\xef\xbf"
"""One of these, or a control character, is in the bytes of everything forbidden, and soon found."""
_HIGHEST, _DIGITS = 0x10FFFF, 12
_RATIO, _FREE = 200, 100 << 20
"""Beyond so many bytes, a file that unpacks to so many times its size is none that people exchange."""


def pieces(path: Path) -> Iterator[bytes]:
    """The file in UTF-8; L10nError if it cannot be read, its encoding is unknown, or it unpacks beyond all measure."""
    try:
        with path.open("rb") as file:
            yield from _recoded(_unpacked(file, path), path)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        hint = "copy or export it again; what came before is in the memory"
        raise L10nError(f"{path}: cannot unpack: {error}", hint) from error
    except OSError as error:
        raise L10nError(
            f"{path}: cannot read: {error.strerror or error}", "check the path and its permissions"
        ) from error


def _unpacked(file: BufferedReader, path: Path) -> Iterator[bytes]:
    start = file.peek(len(_ZIP))[: len(_ZIP)]
    if start == _ZIP:
        raise L10nError(f"{path}: a ZIP archive", "unpack it, and name the TMX file in it")
    if not start.startswith(_GZIP):
        yield from iter(lambda: file.read(_CHUNK), b"")
        return
    size = 0
    with gzip.open(file) as unpacked:
        while chunk := unpacked.read1(_CHUNK):  # `read` would give nothing of what stands before an error
            size += len(chunk)
            if size > max(_FREE, _RATIO * file.tell()):
                hint = "unpack it yourself if you trust it"
                raise L10nError(f"{path}: unpacks to more than {_RATIO} times its size", hint)
            yield chunk


def _recoded(chunks: Iterator[bytes], path: Path) -> Iterator[bytes]:
    decoder: codecs.IncrementalDecoder | None = None
    waiting = ""
    for chunk in chunks:
        data = chunk
        if decoder is None:
            encoding, mark = _encoding(data, path)
            decoder = codecs.getincrementaldecoder(encoding)(_errors(encoding))
            data = data[mark:]
        text, waiting = _cut(waiting + decoder.decode(data))
        yield _clean(text)
    if decoder:
        yield _clean(waiting + decoder.decode(b"", True))


def _encoding(start: bytes, path: Path) -> tuple[str, int]:
    """Its name, and how many bytes tell it that are no text."""
    for mark, encoding in (_BOMS | _STARTS).items():
        if start.startswith(mark):
            return encoding, len(mark) if mark in _BOMS else 0
    declared = _DECLARED.match(start.lstrip())
    name = declared[1].decode("ascii", "replace").lower() if declared else "utf-8"
    if not _KNOWN.fullmatch(name):
        raise L10nError(f"{path}:1: unknown encoding '{name}'", "save it in UTF-8, and say so in its first line")
    if name.startswith(("utf16", "utf-16")):  # it says so in bytes that are none
        return "utf-8", 0
    try:
        return codecs.lookup(name).name, 0
    except LookupError:
        raise L10nError(
            f"{path}:1: unknown encoding '{name}'", "save it in UTF-8, and say so in its first line"
        ) from None


def _errors(encoding: str) -> str:
    """What becomes of bytes that are no text: BAD in the end, where the codec can tell them."""
    return "surrogateescape" if encoding == "utf-8" else "replace"


def _cut(text: str) -> tuple[str, str]:
    """A reference that the end of the piece may have cut waits for the next."""
    start = text.rfind("&", max(0, len(text) - _DIGITS))
    return (text, "") if start < 0 or ";" in text[start:] else (text[:start], text[start:])


def _clean(text: str) -> bytes:
    data = text.encode("utf-8", "surrogatepass")
    maybe = len(data.translate(None, _CONTROLS)) < len(data) or any(sign in data for sign in _SIGNS)
    return _FORBIDDEN.sub(_replaced, text).encode("utf-8") if maybe else data


def _replaced(match: re.Match[str]) -> str:
    digits = cast("str | None", match[1])
    if digits is None or len(digits) > _DIGITS:
        return BAD
    number = int(digits[1:], 16) if digits[0] == "x" else int(digits)
    return BAD if number > _HIGHEST or _FORBIDDEN.match(chr(number)) else match[0]
