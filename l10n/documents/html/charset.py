"""How an HTML file is written: its byte order mark says so, or its XML declaration, or a `meta` in its head.

Names mean what they mean to browsers (WHATWG Encoding Standard, section 4.2); a file that says nothing is UTF-8.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from l10n.documents.encoding import Encoding, encoding_of
from l10n.documents.html.tokens import HtmlToken, TokenKind, attributes, tokens, value
from l10n.errors import L10nError

_HEAD = 4096
"""Bytes in which the charset must be said; browsers look at 1024."""
_XML = re.compile(r"<\?xml\s[^>]*?\bencoding\s*+=\s*+[\"'](?P<label>[^\"'>]*+)")
_CONTENT = re.compile(r"\bcharset\s*+=\s*+[\"']?\s*+(?P<label>[^\s\"';]*+)", re.IGNORECASE)
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
"""What browsers take a charset for, by its name in Python; UTF-16 has its mark, or it could not be read so far."""
_SINGLE = re.compile(
    r"utf-8|cp(?:125\d|874|932|949|866)|iso8859-\d+|koi8-[ru]|mac-(?:roman|cyrillic)|gb18030|big5|euc_jp"
)
"""Encodings in which each text is written by itself, and all of ASCII as in ASCII."""
_HINT = 'save it as UTF-8, and let it say so: <meta charset="utf-8">'


def decode(data: bytes, path: Path) -> tuple[str, Encoding]:
    """The text of a file without its mark, and how it is written.

    Raises L10nError, with the line, for a charset that is unknown or contradicts another, and for what is not written
    in it.
    """
    encoding = _encoding(data, path)
    body = data[len(encoding.mark) :]
    try:
        text = body.decode(encoding.name)
    except UnicodeDecodeError as error:
        message = f"not {encoding.name} text (byte 0x{body[error.start]:02x})"
        raise L10nError(f"{_line(path, body[: error.start].decode('latin-1'))}: {message}", _HINT) from None
    if (position := text.find("\0")) >= 0:
        raise L10nError(f"{_line(path, text[:position])}: looks binary (character U+0000)", "give an HTML file")
    if text.encode(encoding.name, "replace") != body:
        raise L10nError(f"{path}: a character of it could be written in two ways in {encoding.name}", _HINT)
    return text, encoding


def charset(before: bytes | memoryview, after: bytes | memoryview = b"") -> Encoding:
    """How a file that was read is written, by what stands before and after some place of it."""
    head = bytes(before[:_HEAD])
    return _charset(head + bytes(after[: _HEAD - len(head)]))


@lru_cache(maxsize=256)
def _charset(head: bytes) -> Encoding:
    marked = encoding_of(head)
    if marked.mark:
        return marked
    known = (_known(label) for label, _ in _declared(head.decode("latin-1")))
    return Encoding(next(filter(None, known), "utf-8"), b"")


def _encoding(data: bytes, path: Path) -> Encoding:
    marked = encoding_of(data)
    if marked.name != "utf-8":
        return marked  # what it says of itself cannot be read as ASCII
    settled = marked.name if marked.mark else ""
    head = data[:_HEAD].decode("latin-1")
    for label, position in _declared(head):
        known = _known(label)
        if not known:
            raise L10nError(f"{_line(path, head[:position])}: unknown charset '{label}'", _HINT)
        if settled and known != settled:
            message = f"charset '{label}' contradicts what was said before: {settled}"
            raise L10nError(f"{_line(path, head[:position])}: {message}", _HINT)
        settled = known
    return Encoding(settled or "utf-8", marked.mark)


def _declared(head: str) -> Iterator[tuple[str, int]]:
    """The charsets that the file names, and where."""
    if xml := _XML.match(head.removeprefix("\xef\xbb\xbf").lstrip()):
        yield xml["label"], 0
    for token in tokens(head) if "charset" in head.lower() else ():
        if token.kind is TokenKind.START and token.name == "meta" and (label := _label(head, token)):
            yield label, token.start


def _label(head: str, meta: HtmlToken) -> str:
    said = {attribute.name: value(head, attribute) for attribute in attributes(head, meta)}
    if said.get("http-equiv", "").strip().lower() == "content-type":
        content = _CONTENT.search(said.get("content", ""))
        return content["label"] if content else ""
    return said.get("charset", "").strip()


def _known(label: str) -> str:
    """Its name in Python; empty if it is unknown, or no text can be written in it by itself."""
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return ""
    name = _MEANT.get(name, name)
    return name if _SINGLE.fullmatch(name) else ""


def _line(path: Path, before: str) -> str:
    return f"{path}:{before.count(chr(10)) + 1}"
