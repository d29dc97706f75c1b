r"""There is a control character or one that nobody can see.

It comes from copying out of PDF files and web pages, breaks searching and line breaking, and `msgfmt` warns of some.
Delete it. U+FFFD and U+FFFC stand where a character or an object was lost: put back what was there.

Bad:  Das Haus | The\x07 house
Bad ru: Das Haus | До\u00adм
Bad:  Das Haus | The house\ufeff
Bad:  Herr Müller | Mr M\ufffdller
Good: Das Haus | The house
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.findings import Severity
from l10n.linguistics.pair import Pair

SAFE = True
SEVERITY = Severity.ERROR

_INVISIBLE = "\u00ad\u200b\u2028\u2029\u2060\ufeff"
_LOST = "\ufffc\ufffd"
"""They stand for something that only a human being knows; printable, says Python."""
_JOINERS = "\u200c\u200d\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Right in Persian, Hebrew or emoji: a fault only in our languages, and if the source has none."""
_WRONG = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{_INVISIBLE}\ud800-\udfff]")
_JOINER = re.compile(rf"(?<=[\w ])[{_JOINERS}]|[{_JOINERS}](?=[\w ])")


def check(pair: Pair) -> Iterator[Hit]:
    """Each kind once; what the source has may stay."""
    for character in _LOST:
        if character in pair.target_chars and character not in pair.source_chars:
            place = pair.target.index(character)
            yield Hit(f"a character was lost here: {_name(character)}", (place, place + 1))
    if pair.target.isprintable():
        return
    for pattern in (_WRONG, _JOINER):
        if pattern is _JOINER and pair.typography is None:
            continue
        seen = set(pair.source_chars)
        for match in pattern.finditer(pair.target):
            if match[0] not in seen:
                seen.add(match[0])
                edits = tuple((*one.span(), "") for one in re.finditer(re.escape(match[0]), pair.target))
                yield Hit(f"invisible character {_name(match[0])}", match.span(), edits=edits)


def _name(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
