"""The encodings of Unicode: UTF-8, or whatever a byte order mark says."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import NamedTuple

from l10n.errors import L10nError


class Encoding(NamedTuple):
    """How the text of a file is written."""

    name: str
    """Its name in Python."""
    mark: bytes
    """The byte order mark at the beginning of the file; empty if there is none."""


_MARKED = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    Encoding("utf-32-le", codecs.BOM_UTF32_LE),
    Encoding("utf-32-be", codecs.BOM_UTF32_BE),
    Encoding("utf-8", codecs.BOM_UTF8),
    Encoding("utf-16-le", codecs.BOM_UTF16_LE),
    Encoding("utf-16-be", codecs.BOM_UTF16_BE),
)
_LONGEST_MARK = 4
_CONTROL = re.compile(r"[\0-\x08\x0e-\x1b\x7f]")
"""What no text has; U+001C to U+001F are white space."""
_HEAD = 4096
"""Bytes at the beginning that tell a file for programs from one for people."""


def encoding_of(data: bytes | memoryview) -> Encoding:
    """The encoding of a file, or of its part up to somewhere."""
    head = bytes(data[:_LONGEST_MARK])
    return next((encoding for encoding in _MARKED if head.startswith(encoding.mark)), Encoding("utf-8", b""))


def decode(data: bytes, path: Path) -> str:
    """The text of a file, without its mark; L10nError with the line if that is not its encoding."""
    encoding = encoding_of(data)
    try:
        return data[len(encoding.mark) :].decode(encoding.name)
    except UnicodeDecodeError as error:
        if b"\0" in error.object[:_HEAD]:
            raise L10nError(f"{path}: looks binary", "give a plain text file, in UTF-8") from None
        line = error.object.count(b"\n", 0, error.start) + 1
        byte = error.object[error.start]
        message = f"{path}:{line}: not {encoding.name.upper()} text (byte 0x{byte:02x})"
        raise L10nError(message, "save it as UTF-8 and run again") from None


def prose(data: bytes, path: Path) -> str:
    """The same of a file that people read; L10nError with the line also for a character that no text has."""
    text = decode(data, path)
    if match := _CONTROL.search(text):
        line = text.count("\n", 0, match.start()) + 1
        message = f"{path}:{line}: looks binary (character U+{ord(match[0]):04X})"
        raise L10nError(message, "give a plain text file")
    return text


def refuse_empty(text: str, path: Path) -> None:
    """L10nError for a file without any character that is seen: something has gone wrong with it."""
    if not text.strip():
        raise L10nError(f"{path}: is empty", "there is nothing to translate in it")
