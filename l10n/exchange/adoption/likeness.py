"""What makes two texts the same: words, and marks by what they are, not by how they are written.

Left out of account: white space, forced line breaks, `*` or `_` for emphasis, escapes, and where links lead, as one
program writes `[Lua][lua]` and another the address.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence

from l10n.documents.inline import InlineForm
from l10n.model import InlinePart, PieceKind

_BREAK = re.compile(r"break.*|</?br\b.*|br\d*")
"""Names of forced line breaks, in all forms."""
_WITH_ADDRESS = ("<", "autolink")
"""How names begin that have an address or attributes in them."""


def likeness(text: str, form: InlineForm) -> Hashable:
    """Equal for texts that are the same."""
    return " ".join("".join(_said(part, text) for part in form.parse(text)).split())


def same_marks(source: str, target: str, form: InlineForm) -> bool:
    """Whether the texts have the same marks, as often; addresses and attributes may be others."""
    return sorted(map(_kind, _marks(source, form))) == sorted(map(_kind, _marks(target, form)))


def in_our_marks(text: str, theirs: str, ours: str, form: InlineForm) -> str:
    """The translation of `theirs` as one of `ours`, which is the same text: links lead where ours do."""
    pairs = zip(_marks(theirs, form), _marks(ours, form), strict=True)
    ends = ((theirs[a.start : a.end], ours[b.start : b.end]) for a, b in pairs if _ends_link(a))
    changes: dict[str, str] = {}
    for before, after in ends:
        changes.setdefault(before, after)
    if all(before == after for before, after in changes.items()):
        return text
    raw = ((part, text[part.start : part.end]) for part in form.parse(text))
    return "".join(changes.get(mark, mark) if _ends_link(part) else mark for part, mark in raw)


def _said(part: InlinePart, text: str) -> str:
    if part.is_text:
        return part.words
    if _BREAK.fullmatch(part.name):
        return " "
    inner = "\0".join(text[start:end] for start, end in part.inner if part.kind is PieceKind.ALONE)
    return f"\0{part.kind}\0{part.name}\0{inner}\0"


def _marks(text: str, form: InlineForm) -> Sequence[InlinePart]:
    return [part for part in form.parse(text) if not part.is_text and not _BREAK.fullmatch(part.name)]


def _kind(mark: InlinePart) -> tuple[str, str]:
    return mark.kind, mark.name.partition(" ")[0] if mark.name.startswith(_WITH_ADDRESS) else mark.name


def _ends_link(part: InlinePart) -> bool:
    return part.kind is PieceKind.CLOSE and part.name == "link"
