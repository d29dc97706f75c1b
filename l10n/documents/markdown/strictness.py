"""A text in which only those marks of a translation count that its source has, too.

What the source has not at all was meant as a sign. A mark that was doubled was meant as a mark, and stays one.
"""

from __future__ import annotations

import re

from l10n.documents.inline import structural
from l10n.documents.inline.markdown import escape, parse

_SIGN = re.compile(r"[!-/:-@\[-`{-~]")


def strict(text: str, source: str) -> str:
    """The text with each mark escaped that the source has not."""
    known = {structural(part.name) for part in parse(source)}
    return "".join(
        escape(part.words, text[part.end : part.end + 1])
        if part.is_text
        else _raw(text[part.start : part.end], structural(part.name) in known)
        for part in parse(text)
    )


def _raw(mark: str, kept: bool) -> str:
    return mark if kept else _SIGN.sub(r"\\\g<0>", mark)
