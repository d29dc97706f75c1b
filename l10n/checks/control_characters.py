r"""There is a control character or one that nobody can see.

It comes from copying out of PDF files and web pages, breaks searching and line breaking, and `msgfmt` warns of some.
Delete it, or put a space in its place: `--fix` does so but where the character alone keeps two words apart, or stands
within one, nobody can tell. U+FFFD and U+FFFC stand where a character or an object was lost: put back what was there.
A soft hyphen in a long word, where a line may end, is only noted.

Bad:  Das Haus | The\x07 house
Bad ru: Das Haus | До\u00adм
Bad:  Das Haus | The house\ufeff
Bad:  Herr Müller | Mr M\ufffdller
Good: Das Haus | The house
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from l10n.checks import Edit, Hit
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair

SAFE = True
SEVERITY = Severity.ERROR
ALONE = True

_INVISIBLE = "\u00ad\u2028\u2029\u2060\ufeff"
_SOFT_HYPHEN = "\u00ad"
_WORD = re.compile(r"\S+")
_LONG = 10
"""Characters of a word that may have to be parted at the end of a line."""
_LOST = "\ufffc\ufffd"
"""They stand for something that only a human being knows; printable, says Python."""
_JOINERS = "\u200c\u200d"
_DIRECTIONS = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Right in Persian, Hebrew or emoji: a fault only in our languages, and if the source has none."""
_OURS = "[ 0-9A-Za-zÀ-ʯ\u0370-\u052f]"
"""Beside letters of other scripts a joiner is spelling."""
_UNSPACED = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"
"""Thai, Lao, Burmese, Khmer: beside them U+200B is spelling, and says where a word ends (Unicode, "Line Break")."""
_MARKS = frozenset(".,;:!?)]}")
"""No space before them."""
_WRONG = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{_INVISIBLE}\ud800-\udfff]|(?<!{_UNSPACED})\u200b(?!{_UNSPACED})")
_DIRECTION = re.compile(rf"(?<=[\w ])[{_DIRECTIONS}]|[{_DIRECTIONS}](?=[\w ])")
_JOINER = re.compile(rf"(?<={_OURS})[{_JOINERS}]|[{_JOINERS}](?={_OURS})")


def check(pair: Pair) -> Iterator[Hit]:
    """Each kind once; what the source has may stay."""
    for character in _LOST:
        if character in pair.target_chars and character not in pair.source_chars:
            position = pair.target.index(character)
            yield Hit(f"a character was lost here: {_name(character)}", (position, position + 1))
    if pair.target.isprintable():
        return
    by_character = _places(pair)
    if not by_character:
        return
    edits = list(_edits(pair.target, {position for positions in by_character.values() for position in positions}))
    for character, positions in by_character.items():
        own = tuple(edit for edit in edits if pair.target[edit[0]] == character)
        noted = character == _SOFT_HYPHEN and _hyphenate(pair.target, positions)
        message, span = f"invisible character {_name(character)}", (positions[0], positions[0] + 1)
        yield Hit(message, span, severity=Severity.INFO) if noted else Hit(message, span, edits=own)


def _hyphenate(text: str, positions: Sequence[int]) -> bool:
    """All of them stand within long words, where a line may end."""
    words = list(_WORD.finditer(text))
    starts = [word.start() for word in words]
    are_long = [len(word[0].replace(_SOFT_HYPHEN, "")) >= _LONG for word in words]
    return all(
        are_long[bisect_right(starts, position) - 1]
        and _is_of_word(text[max(0, position - 1) : position])
        and _is_of_word(text[position + 1 : position + 2])
        for position in positions
    )


def _places(pair: Pair) -> dict[str, list[int]]:
    """Where each kind is a fault; directions go together, as they come in pairs."""
    by_character: dict[str, list[int]] = {}
    for pattern in (_WRONG,) if pair.typography is None else (_WRONG, _DIRECTION, _JOINER):
        for match in pattern.finditer(pair.target):
            if match[0] not in pair.source_chars:
                by_character.setdefault(match[0], []).append(match.start())
    for character in by_character:
        if _DIRECTION.match(f" {character}", 1):
            by_character[character] = [position for position, letter in enumerate(pair.target) if letter == character]
    return by_character


def _edits(text: str, wrong: set[int]) -> Iterator[Edit]:
    """What becomes of the characters at these places, run by run: no words may be glued by all edits nor by some."""
    for hidden, run in groupby(
        range(len(text)), lambda position: position in wrong or _category(text[position]) == "Cf"
    ):
        if hidden:
            positions = list(run)
            left, right = text[max(0, positions[0] - 1) : positions[0]], text[positions[-1] + 1 : positions[-1] + 2]
            yield from _taken_out(text, [position for position in positions if position in wrong], left, right)


def _taken_out(text: str, positions: Sequence[int], left: str, right: str) -> Iterator[Edit]:
    """A line end becomes a space, unless there is one; anything else that alone keeps two words apart stays."""
    end = next((position for position in positions if text[position].isspace()), None)
    apart = left.strip() and right.strip() and right not in _MARKS
    glued = end is None and _is_of_word(left) and _is_of_word(right)
    for position in positions:
        if position == end and apart:
            yield position, position + 1, " "
        elif not glued or _is_within_words(text[position]):
            yield position, position + 1, ""


def _is_of_word(character: str) -> bool:
    """A letter, a digit or a mark on one of them."""
    return _category(character)[:1] in {"L", "N", "M"}


def _is_within_words(character: str) -> bool:
    """A soft hyphen, joiners and the like: Unicode (UAX #29) has words go on after them."""
    return _category(character) == "Cf" and character != "\u200b"


def _category(character: str) -> str:
    return unicodedata.category(character) if character else ""


def _name(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
