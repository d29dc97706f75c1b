"""A notice to readers: a key of the front matter, or the first paragraph where there is none."""

from __future__ import annotations

import json
import re

from l10n.documents.encoding import Encoding
from l10n.documents.inline.markdown import escape
from l10n.documents.notice import first_lines, line_end

KEY = "machine_translation_notice"
"""A name that templates can write with a dot."""
_FENCE = re.compile(rb"(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
_FIRST = re.compile(rb"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*+[\w\x80-\xff-]+[ \t]*(?P<sign>[:=])(?=[ \t\r\n]|(?<==))")
"""Blank lines and comments, then a key at the margin: another key may stand before it."""


def noticed(data: bytes, words: str, encoding: Encoding, start: int) -> bytes:
    """The file with the notice; `start` is the byte at which the text begins, behind the front matter if there is any.

    Front matter that is not lines of keys, or has this key already, is left alone.
    """
    mark = len(encoding.mark)
    fence = _FENCE.match(data, mark) if start > mark else None
    first = _FIRST.match(data, fence.end(), start) if fence else None
    own = re.compile(rb"^" + KEY.encode() + rb"[ \t]*[:=]", re.MULTILINE)
    paragraph = f"**{escape(words, '*')}**"
    if fence is None:
        return first_lines(data, paragraph, encoding)
    end = line_end(fence[0].decode())
    if first is None or own.search(data, fence.end(), start):
        position, lines = start, f"{end}{end}{paragraph}{end}"
    else:
        sign = ":" if first["sign"] == b":" else " ="
        position, lines = fence.end(), f"{KEY}{sign} {json.dumps(words, ensure_ascii=False)}{end}"
    return data[:position] + lines.encode("utf-8", "replace") + data[position:]
