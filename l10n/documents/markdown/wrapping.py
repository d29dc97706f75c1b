"""Lines of a paragraph: where a long one may be broken, and what must not begin one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.documents.inline.commonmark.events import events
from l10n.documents.inline.markdown import parse

_STARTS_BLOCK = re.compile(
    r"[-+*](?=\s|\Z)|#{1,6}(?=\s|\Z)|>|(?:=+|-+)\s*\Z|`{3,}(?=[^`]*\Z)|~{3}|\d{1,9}(?=[.)](?:\s|\Z))"
)
"""A list item, a heading or what makes one of the line before, a quote, a fence, a numbered item."""
_USUAL = re.compile(
    r"""(?: [^`$<{!\[\]\\]++
          | </?+(?!(?i:code|kbd|samp|tt|var)>)[A-Za-z][A-Za-z0-9]*+>
          | !(?!\[)
          | \\(?!`)
          | `[^`{]++`(?!`)
          | \[(?!\^) | \[(?=\^[^\s\[\]`]*+\])
          | \](?![(\[]) | \](?=\([^\s()\[\]`]*+\)) | \](?=\[[^\s\[\]`]*+\])
        )*+""",
    re.VERBOSE,
)
"""A line of which each mark, if it has any, is without a space, or is code: known without a parser."""
_CODE = re.compile("`[^`]++`")
_NO_SIGN = "&NoBreak;"
"""A character (U+2060) that nobody sees: no other lets a paragraph begin with a comment or the tag of a block."""
_HELD = "\ue000"
"""Stands for a space at which no line may end."""


def escaped_start(text: str) -> str:
    """The text without what would make another block of it at the beginning of a line."""
    match = None if text[:1].isalpha() else _STARTS_BLOCK.match(text)
    if not match:
        return text
    position = match.end() if match[0].isdecimal() else 0
    return f"{text[:position]}\\{text[position:]}"


def begun(text: str) -> str:
    """The same of a text that began no line of the source: a definition and a block of HTML begin otherwise, too."""
    started = escaped_start(text)
    if started[:1] not in {"<", "["}:
        return started
    first = next(events(started.encode("utf-8", "replace"), front_matter=False), None)
    return started if first and first.name == "Paragraph" else f"{_NO_SIGN}{started}"


def wrapped(line: str, width: int, indent: int) -> list[str]:
    """The line in lines of at most `width` characters, each after `indent` of them, where it has spaces between words.

    None begins with what would be the mark of a block, or ends within code, a tag or an address, or with spaces: two of
    them would be a forced line break.
    """
    room = width - indent
    if len(line) <= room:
        return [line]
    held = _held(line)
    lines: list[str] = []
    start = 0
    while len(held) - start > room:
        last = held.rfind(" ", start, start + max(room, 0) + 1)
        end = _line_end(held, last if last >= 0 else held.find(" ", start))
        if end < 0:
            break
        lines.append(held[start:end])
        start = end + 1
    return [text.rstrip(" ").replace(_HELD, " ") for text in (*lines, held[start:])]


def _line_end(held: str, space: int) -> int:
    """The first space, from this one on, behind which a line may begin; -1 if there is none."""
    while space >= 0 and not _may_begin(held, space + 1):
        space = held.find(" ", space + 1)
    return space


def _may_begin(held: str, start: int) -> bool:
    """A line with the word that stands there."""
    end = held.find(" ", start)
    word = held[start : end if end >= 0 else len(held)]
    if not word or (not word[0].isalpha() and (word[0] == "<" or _STARTS_BLOCK.match(f"{word} "))):
        return False
    while held[start - 1 : start] == " ":
        start -= 1
    return held[start - 1 : start] != "\\"


def _held(line: str) -> str:
    """The line with a stand-in for each space that is within a mark."""
    if not _USUAL.fullmatch(line):
        return "".join(_texts(line))
    return _CODE.sub(lambda code: code[0].replace(" ", _HELD), line) if "`" in line else line


def _texts(line: str) -> Iterator[str]:
    for part in parse(line):
        text = line[part.start : part.end]
        yield text if part.is_text else text.replace(" ", _HELD)
