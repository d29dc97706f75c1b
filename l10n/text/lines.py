"""Lines of a text: where they end, and a text on one of them."""

from __future__ import annotations

import re

LINE_BREAK = re.compile(r"\r\n|\r|\n")
"""U+2028, U+0085, vertical tab and form feed are white space within a line."""
_BREAKS = re.compile(r"(?<![ \t])[ \t]*+[\r\n\v\f]\s*+")


def one_line(text: str) -> str:
    """The text with a space for each line break, and for the controls for which gettext has a warning."""
    return text if text.isprintable() else _BREAKS.sub(" ", text)


def has_break(text: str) -> bool:
    """Whether the text has a line break."""
    return "\n" in text or "\r" in text


def count_breaks(text: str) -> int:
    """How many line breaks the text has."""
    return len(LINE_BREAK.findall(text)) if "\r" in text else text.count("\n")
