"""Plain text: UTF-8, or UTF-16/32 by its byte order mark; anything else is refused with the place."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from l10n.errors import L10nError

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\0-\x08\x0e-\x1b\x7f]")


def read(path: Path) -> str:
    """The file's text without byte order mark; raises L10nError for what is missing, empty, binary or not Unicode."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise L10nError(f"{path}: no such file", "check the path") from None
    except IsADirectoryError:
        raise L10nError(f"{path}: is a folder", f"name its files: {path / '*.txt'}") from None
    except OSError as error:
        raise L10nError(f"{path}: cannot read: {error.strerror}", "check the permissions of file and folder") from None
    text = _decode(data, path)
    if not text.strip():
        raise L10nError(f"{path}: is empty", "there is nothing to translate in it")
    if match := _CONTROL.search(text):
        place = f"{path}:{text.count(chr(10), 0, match.start()) + 1}"
        raise L10nError(f"{place}: looks binary (character U+{ord(match[0]):04X})", "give a plain text file")
    return text


def _decode(data: bytes, path: Path) -> str:
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        if b"\0" in data[:4096]:
            raise L10nError(f"{path}: looks binary", "give a plain text file, in UTF-8") from None
        line = data.count(b"\n", 0, error.start) + 1
        bad = data[len(mark) + error.start]
        raise L10nError(
            f"{path}:{line}: not {encoding.upper()} text (byte 0x{bad:02x})", "save it as UTF-8 and run again"
        ) from None
