"""Words -> HTML: between tags, and in the value of an attribute."""

from __future__ import annotations

import re

from l10n.documents.inline.templates import IN_HTML

_NO_BREAK_SPACE = "\u00a0"
_REFERENCE = re.compile(rb"&(?:nbsp|#160|#[xX][aA]0);")
_MARKS = {b'"': '"', b"'": "'", b"=": "="}
_REFERENCES = {'"': "&quot;", "'": "&#39;"}
_EXPRESSION = re.compile(IN_HTML)
_BRACES = re.compile(r"\{(?=[{%])")
"""Where an expression might begin that ends in another sentence."""
_NO_CHARACTER = re.compile(r"[\0\ud800-\udfff]")


def escaped(words: str, mark: str, space: str, strict: bool = False) -> str:
    """The words between two tags, or between two quotation marks; `space` stands for U+00A0.

    What a template engine would take for an expression is none; a strict text begins none for its neighbours, either.
    """
    text = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace(_NO_BREAK_SPACE, space)
    text = _BRACES.sub("&#123;", text) if strict else _EXPRESSION.sub(lambda match: f"&#123;{match[0][1:]}", text)
    return text.replace(mark, _REFERENCES[mark]) if mark else text


def no_break_space(data: bytes) -> str:
    """How a file writes U+00A0."""
    reference = _REFERENCE.search(data)
    return reference[0].decode() if reference else _NO_BREAK_SPACE


def quotation_mark(data: bytes, start: int) -> str:
    """The one before a text; `=` before a value that has none, and empty for what is no value: it follows a tag."""
    position = start
    while position and data[position - 1] in b" \t\n\r\f\0":
        position -= 1
    return _MARKS.get(data[position - 1 : position], "")


def encoded(markup: str, encoding: str) -> bytes:
    """The markup in an encoding, with character references for what it lacks; what is no character becomes `?`.

    It also lacks what it would give back as something else: in Shift JIS U+00AC comes back as U+FFE2.
    """
    text = _NO_CHARACTER.sub("?", markup)
    data = text.encode(encoding, "xmlcharrefreplace")
    if encoding.startswith("utf") or _is_same(text, data, encoding):
        return data
    return "".join(sign if _is_kept(sign, encoding) else f"&#{ord(sign)};" for sign in text).encode(encoding)


def _is_same(text: str, data: bytes, encoding: str) -> bool:
    try:
        return data.decode(encoding) == text
    except UnicodeDecodeError:
        return False


def _is_kept(sign: str, encoding: str) -> bool:
    try:
        return _is_same(sign, sign.encode(encoding), encoding)
    except UnicodeEncodeError:
        return False
