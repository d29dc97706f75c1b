"""Whether lines that stand together are a wrapped paragraph, verse, an address, or a paragraph each.

A paragraph is wrapped if its lines end where the next word has no room, or in the middle of a phrase; a line of verse
mostly ends with a mark, and what is a paragraph itself ends as a sentence does. What lines cannot say themselves, the
width of the wrapped paragraphs around them says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from l10n.documents.layout.headings import is_heading
from l10n.documents.layout.lines import TextLine, is_lower
from l10n.model import BlockKind

NARROWEST_WRAP = 40
"""Columns: lines that all end earlier are those of a poem, an address, a list, unless sentences end within them."""
_NARROWEST_COLUMN = 25
_SURE_WIDTH = 50
_WIDEST_VERSE = 70
_WIDEST_ADDRESS = 60
_MOST_ADDRESS_LINES = 12
_ENDS = (".", "!", "?", "…")
_PAUSES = (",", ";", ":", "–", "—", "/")
_INNER_END = re.compile(r"[.!?…](?<=\w{3}.)[“”\"»«’‘›‹')\]]*\s+[„“\"»«‚‘›‹'(\[]*[^\W\d_a-zß-ÿ]")
"""A sentence ends in the middle of a line: the word before is no short abbreviation. The mark is looked for first."""
_ABBREVIATED = re.compile(r"(?<!\w)[^\W\d_]\.\Z")
"""An initial at the end, as in the names of firms and clubs, ends no sentence there."""
_FIRST_WORD = re.compile(r"[^ \t]*")
_CONTACT = re.compile(
    r"""(?:[A-Z]{1,3}[- ])?\d{4,6}\s[^\W\d_a-zß-ÿ] | (?:.*\s)?\S{1,80}@\S | (?:.*\s)?(?:www\.|https?://)\S
        | (?:.*[\s:])?(?:\+\d|\(?0\d)[\d\s()/.–-]{4,}\d$ | (?:Tel|Fax|Telefon|Telefax|Mobil|Phone)\b""",
    re.VERBOSE,
)
"""A postal code before a town, an address of a mailbox or page, a number to call."""


@dataclass(frozen=True, slots=True)
class Breaks:
    """What the line breaks within some lines have in common, counted."""

    count: int
    width: int
    """Columns of the widest line before a break."""
    ended: int
    """After the end of a sentence."""
    paused: int
    """After a comma or another mark within sentences."""
    unfitting: int
    """Where the next word has no room."""
    continued: int
    """Before a small letter, and not after the end of a sentence."""
    torn: int
    """Those of `continued` without any mark."""
    inner: int
    """Lines, the last one, too, in the middle of which a sentence ends."""

    @property
    def open(self) -> int:
        """Without any mark before them."""
        return self.count - self.ended - self.paused


def breaks(lines: Sequence[TextLine], width: int = 0) -> Breaks:
    """The breaks between the lines; `width` is that of the paragraphs around, if any is known."""
    pairs = list(pairwise(lines))
    own = max(before.length for before, _ in pairs)
    ended = [is_ended(before) for before, _ in pairs]
    paused = [not end and ends_with(before, _PAUSES) for end, (before, _) in zip(ended, pairs, strict=True)]
    lower = [not end and is_lower(after.text) for end, (_, after) in zip(ended, pairs, strict=True)]
    torn = sum(low and not pause for low, pause in zip(lower, paused, strict=True))
    unfitting = sum(not has_room(before, after, width or own) for before, after in pairs)
    inner = sum(_INNER_END.search(line.text) is not None for line in lines)
    return Breaks(len(pairs), own, sum(ended), sum(paused), unfitting, sum(lower), torn, inner)


def ends_with(line: TextLine, marks: tuple[str, ...]) -> bool:
    """Whether the words end with one of the marks, quotes and brackets aside."""
    return line.ending in marks


def is_ended(line: TextLine) -> bool:
    """Whether a sentence ends with the line, or what stands for itself."""
    return line.is_led or ends_with(line, _ENDS)


def has_room(before: TextLine, after: TextLine, width: int) -> bool:
    """Whether the first word of the line after has room in the line before."""
    return before.length + 1 + _first_word(after) <= width


def _first_word(line: TextLine) -> int:
    """Its characters up to a space at which a line may end."""
    match = _FIRST_WORD.match(line.content)
    return match.end() if match else 0


def is_wrapped(lines: Sequence[TextLine], width: int) -> bool:
    """Whether the lines are surely one paragraph; `width` is that of all lines that stand together with them."""
    if len(lines) < 2:
        return False
    shape = breaks(lines)
    return is_filled(shape) or _is_single(shape, lines, width) or _is_ragged(shape, lines)


def is_filled(shape: Breaks) -> bool:
    """Nearly all lines are full, and most end within sentences, not at the marks at which verse pauses."""
    count = shape.count
    prose = shape.continued >= 0.2 * count or shape.unfitting == count >= 5  # nouns are capitals
    early = count - shape.unfitting
    full = shape.width >= NARROWEST_WRAP and early <= max(count > 3, count // 10)
    sure = shape.unfitting == count and (shape.width >= _SURE_WIDTH or shape.inner > 0)
    few_ends = 3 * shape.ended <= 2 * count if sure and shape.torn else 2 * shape.ended <= count
    return full and prose and (sure or shape.open >= 0.5 * count) and few_ends


def _is_single(shape: Breaks, lines: Sequence[TextLine], width: int) -> bool:
    """One break, before a noun, and the line before it is no heading.

    It begins with a small letter or has the end of a sentence in it; or it is long, ends with a small word after a
    comma, and the sentence ends on the next line.
    """
    if not (shape.count == shape.open == 1 and shape.width >= NARROWEST_WRAP):
        return False
    first, last = lines
    if is_lower(first.text) or _INNER_END.search(first.text):
        return True
    long = first.length >= max(_SURE_WIDTH, 3 * width // 4)
    return long and "," in first.text and is_lower(first.text.split()[-1]) and is_ended(last)


def _is_ragged(shape: Breaks, lines: Sequence[TextLine]) -> bool:
    """Lines of many lengths that end in the middle of phrases, up to the end of a sentence."""
    nouns = shape.inner and shape.open == shape.unfitting == shape.count > 1  # at all breaks, as it happens
    if not (
        (shape.torn or nouns)
        and shape.open >= 0.6 * shape.count
        and (is_ended(lines[-1]) or ends_with(lines[-1], (":",)))
    ):
        return False
    if shape.width < NARROWEST_WRAP:
        return shape.width >= _NARROWEST_COLUMN and shape.inner > 0
    return shape.inner > 0 or shape.torn < shape.count or shape.count <= 2  # songs have small letters throughout


def fits_into(lines: Sequence[TextLine], width: int) -> bool:
    """Whether the lines would be wrapped so in a text of this width."""
    shape = breaks(lines, width)
    return shape.unfitting == shape.count and shape.width <= width + width // 10 and shape.ended <= 0.5 * shape.count


def kind_of(lines: Sequence[TextLine], introduced: bool, edge: bool) -> BlockKind | None:
    """What lines are that do not belong together; None for a paragraph or heading each.

    `introduced` by a colon; `edge`: nothing follows that they could be headings of.
    """
    if len(lines) > 1 and is_address(lines):
        return BlockKind.ADDRESS
    if len(lines) > 1 and is_verse(lines):
        return BlockKind.VERSE
    bare = all(is_heading(line.text) for line in lines)
    apart = _is_apart(lines) if len(lines) > 1 else introduced and lines[0].indent > 1
    return BlockKind.LINE if bare and (edge or apart or len(lines) > 2 or (introduced and len(lines) > 1)) else None


def _is_apart(lines: Sequence[TextLine]) -> bool:
    """Whether the lines are amounts, or set in from the margin."""
    return all(line.text[0].isdigit() for line in lines) or all(line.indent > 1 for line in lines)


def is_address(lines: Sequence[TextLine]) -> bool:
    """Short lines that are no sentences, and one of them says where to reach somebody."""
    if len(lines) > _MOST_ADDRESS_LINES or any(line.length > _WIDEST_ADDRESS for line in lines):
        return False
    return any(_CONTACT.match(line.text) for line in lines) and not any(map(_is_prose, lines))


def _is_prose(line: TextLine) -> bool:
    """Whether sentences end in the line, or one goes on."""
    ended = is_ended(line) and len(line.text.split()) > 4 and not _ABBREVIATED.search(line.text)
    return ended or _INNER_END.search(line.text) is not None or (is_lower(line.text) and not _CONTACT.match(line.text))


def is_verse(lines: Sequence[TextLine]) -> bool:
    """Lines that end within sentences, many of them with a mark, or before a small letter though they are narrow."""
    shape = breaks(lines)
    if max(line.length for line in lines) > _WIDEST_VERSE:
        return False
    within = shape.count - shape.ended
    continued = shape.continued if shape.width < _SURE_WIDTH else 0
    return 2 * within >= shape.count and 3 * max(shape.paused, continued) >= max(within, 1)
