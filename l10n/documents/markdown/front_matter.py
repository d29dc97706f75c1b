"""Front matter: the values of some keys that are one line, as YAML or TOML write them; all else stays."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

TITLES = frozenset(("title", "linkTitle"))
_LINE = re.compile(
    rb"^(?P<key>[\w\x80-\xff-]+)[ \t]*(?P<sign>[:=])(?:(?<==)|[ \t])[ \t]*(?P<value>[^ \t\r\n][^\r\n]*)", re.MULTILINE
)
_QUOTED = re.compile(rb"""(?:"(?:[^"\\\r\n]|\\[^\r\n])*+"|'(?:[^'\r\n]|'')*+')(?=[ \t]*+(?:\Z|#))""")
_COMMENT = re.compile(rb"[ \t]#")
_CONTINUED = re.compile(rb"(?:\r\n?|\n)(?:[ \t]*+(?:\r\n?|\n))*+[ \t]")
"""An indented line: in YAML it goes on with the value."""
_PLAIN = re.compile(r"[^\W\d_](?:[^\r\n:#]|:(?!\s|$)|(?<!\s)#)*")
"""What YAML reads as a text without quotation marks, whatever it says."""
_WORDS_OF_YAML = frozenset(("true", "false", "yes", "no", "on", "off", "null", "y", "n"))


@dataclass(frozen=True, slots=True)
class FrontMatterField:
    """A value that is text."""

    key: str
    start: int
    """Byte offset in the file, of the quotation mark if there is one."""
    end: int
    text: str


def fields(data: bytes, start: int, end: int) -> Iterator[FrontMatterField]:
    """The fields between two offsets of the file, with whatever key."""
    for match in _LINE.finditer(data, start, end):
        if _CONTINUED.match(data, match.end(), end):
            continue
        value = _without_comment(match["value"])
        text = _text(value.decode(), match["sign"] == b"=")
        if text and text.strip():
            yield FrontMatterField(match["key"].decode(), match.start("value"), match.start("value") + len(value), text)


def written(text: str, before: str) -> str:
    """A text as value, with the quotation marks of the value before it, or with others where that does not do."""
    if before.startswith("'") and "'" not in text and text.isprintable():
        return f"'{text}'"
    if (
        not before.startswith('"')
        and _PLAIN.fullmatch(text)
        and text.lower() not in _WORDS_OF_YAML
        and text.isprintable()
    ):
        return text.strip()
    return json.dumps(text, ensure_ascii=False)


def _without_comment(value: bytes) -> bytes:
    if quoted := _QUOTED.match(value):
        return quoted[0]
    comment = _COMMENT.search(value)
    return (value[: comment.start()] if comment else value).rstrip(b" \t")


def _text(value: str, toml: bool) -> str | None:
    """What the value says; None if it is no text on one line."""
    if len(value) > 1 and value[0] == value[-1] == '"':
        try:
            decoded = json.loads(value)
        except ValueError:
            return None
        return decoded if isinstance(decoded, str) and "\n" not in decoded else None
    if len(value) > 1 and value[0] == value[-1] == "'":
        inner = value[1:-1]
        if toml:
            return inner if "'" not in inner else None
        return inner.replace("''", "'") if "'" not in inner.replace("''", "") else None
    if toml or not _PLAIN.fullmatch(value) or value.lower() in _WORDS_OF_YAML:
        return None
    return value
