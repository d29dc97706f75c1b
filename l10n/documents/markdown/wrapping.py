"""Lines of a paragraph: where a long one may be broken, and what must not begin one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.documents.inline.markdown import parse

_STARTS_BLOCK = re.compile(
    r"[-+*](?=\s|\Z)|#{1,6}(?=\s|\Z)|>|(?:=+|-+)\s*\Z|`{3,}(?=[^`]*\Z)|~{3}|\d{1,9}(?=[.)](?:\s|\Z))"
)
"""A list item, a heading or what makes one of the line before, a quote, a fence, a numbered item."""
_WITHOUT_SPACES = re.compile(
    r"""(?: [^`$<{!\[\]\\]++
          | </?+(?!(?i:code|kbd|samp|tt|var)>)[A-Za-z][A-Za-z0-9]*+>
          | !(?!\[)
          | \\(?!`)
          | `[^`\ ]++`(?!`)
          | \[(?!\^) | \[(?=\^[^\s\[\]]*+\])
          | \](?![(\[]) | \](?=\([^\s()\[\]]*+\)) | \](?=\[[^\s\[\]]*+\])
        )*+""",
    re.VERBOSE,
)
"""A line of which each mark, if it has any, is without a space: known without a parser."""
_HELD = "\ue000"
"""Stands for a space at which no line may end."""


def escaped_start(text: str) -> str:
    """The text without what would make another block of it at the beginning of a line."""
    match = None if text[:1].isalpha() else _STARTS_BLOCK.match(text)
    if not match:
        return text
    position = match.end() if match[0].isdecimal() else 0
    return f"{text[:position]}\\{text[position:]}"


def wrapped(line: str, width: int, indent: int) -> list[str]:
    """The line in lines of at most `width` characters, each after `indent` of them, where it has spaces between words.

    None begins with what would be the mark of a block, or ends within code, a tag or an address, or with spaces: two of
    them would be a forced line break.
    """
    if indent + len(line) <= width:
        return [line]
    lines: list[list[str]] = []
    length, before = 0, ""
    for word in _held(line).split(" "):
        if lines and (indent + length + 1 + len(word) <= width or not _may_begin(word, before)):
            lines[-1].append(word)
            length += 1 + len(word)
        else:
            lines.append([word])
            length = len(word)
        before = word or before
    return [" ".join(words).rstrip(" ").replace(_HELD, " ") for words in lines]


def _may_begin(word: str, before: str) -> bool:
    """A line with this word, that one being the last before it."""
    return bool(word) and not _STARTS_BLOCK.match(f"{word} ") and word[0] != "<" and not before.endswith("\\")


def _held(line: str) -> str:
    """The line with a stand-in for each space that is within a mark."""
    return line if _WITHOUT_SPACES.fullmatch(line) else "".join(_texts(line))


def _texts(line: str) -> Iterator[str]:
    for part in parse(line):
        text = line[part.start : part.end]
        yield text if part.is_text else text.replace(" ", _HELD)
