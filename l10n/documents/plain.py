"""Plain text: UTF-8, or UTF-16/32 by its byte order mark; anything else is refused with the place.

A file is its mark and its text: `encoded(*read(path))` are the bytes of the file.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from l10n.errors import L10nError
from l10n.files import sizes

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\0-\x08\x0e-\x1b\x7f]")


def read(path: Path) -> tuple[str, bytes]:
    """The file's text, and the byte order mark before it, if any, which tells the encoding.

    Raises L10nError for what is missing, empty, binary or not Unicode.
    """
    try:
        data = sizes.content(path, "part it into several texts")
    except FileNotFoundError:
        raise L10nError(f"{path}: no such file", "check the path") from None
    except IsADirectoryError:
        raise L10nError(f"{path}: is a folder", f"name its files: {path / '*.txt'}") from None
    except OSError as error:
        raise L10nError(f"{path}: cannot read: {error.strerror}", "check the permissions of file and folder") from None
    mark, encoding = _encoding(data)
    text = _decode(data[len(mark) :], encoding, path)
    if not text.strip():
        raise L10nError(f"{path}: is empty", "there is nothing to translate in it")
    if match := _CONTROL.search(text):
        place = f"{path}:{text.count(chr(10), 0, match.start()) + 1}"
        raise L10nError(f"{place}: looks binary (character U+{ord(match[0]):04X})", "give a plain text file")
    return text, mark


def encoded(text: str, mark: bytes) -> bytes:
    """The bytes of a file with this byte order mark, b"" for UTF-8 without one; what is no character becomes `?`."""
    return mark + text.encode(_encoding(mark)[1], "replace")


def _encoding(data: bytes) -> tuple[bytes, str]:
    return next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))


def _decode(data: bytes, encoding: str, path: Path) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if b"\0" in data[:4096]:
            raise L10nError(f"{path}: looks binary", "give a plain text file, in UTF-8") from None
        line = data.count(b"\n", 0, error.start) + 1
        bad = data[error.start]
        raise L10nError(
            f"{path}:{line}: not {encoding.upper()} text (byte 0x{bad:02x})", "save it as UTF-8 and run again"
        ) from None
