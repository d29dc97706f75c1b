"""Where titles of links and of definitions are: the words in quotation marks or brackets after an address."""

from __future__ import annotations

from l10n.model import Span

_PARTNERS = {b'"': b'"', b"'": b"'", b")": b"("}
_ENDS = b"\"') \t\r\n\v\f"
"""What stands before the bracket that ends a link with a title."""


def title(data: bytes, start: int, end: int) -> tuple[Span, ...]:
    """Offsets of the title in the end of a link, from `](` to `)`; none if it has no title."""
    may_have = data[end - 2] in _ENDS and data[start : start + 2] == b"]("
    return last_title(data, start + 2, end - 1) if may_have else ()


def last_title(data: bytes, start: int, end: int) -> tuple[Span, ...]:
    """Offsets of the title with which a span ends, white space after it left aside; none if it ends otherwise."""
    last = end
    while last > start and data[last - 1 : last].isspace():
        last -= 1
    partner = _PARTNERS.get(data[last - 1 : last])
    if partner is None:
        return ()
    first = data.rfind(partner, start, last - 1)
    while first > 0 and _is_escaped(data, first):
        first = data.rfind(partner, start, first)
    return ((first + 1, last - 1),) if first > 0 and data[first - 1 : first].isspace() and first + 1 < last - 1 else ()


def _is_escaped(data: bytes, index: int) -> bool:
    count = 0
    while data[index - 1 - count : index - count] == b"\\":
        count += 1
    return count % 2 == 1
