"""A notice on the first lines of a finished file."""

from __future__ import annotations

from l10n.documents.encoding import Encoding
from l10n.text.lines import LINE_BREAK


def first_lines(data: bytes, line: str, encoding: Encoding) -> bytes:
    """The file with this line and a blank one before its own first."""
    start = len(encoding.mark)
    end = line_end(data[start:].decode(encoding.name, "replace"))
    return data[:start] + f"{line}{end}{end}".encode(encoding.name, "replace") + data[start:]


def line_end(text: str) -> str:
    """How the first line of a text ends; with a line feed if there is only one."""
    match = LINE_BREAK.search(text)
    return match[0] if match else "\n"
