"""There is a punctuation mark too many.

Two commas, a comma before a full stop, or two full stops are left over from editing.

Bad:  Er kam, sah und siegte. | He came,, saw and conquered.
Bad:  Er kam. | He came..
Bad ru: Er kam. | Он пришел,.
Bad ru: Komm! | Приходи!,
Bad:  Wirklich? Ja. | Really , yes?,
Good: Wirklich?! | Really?!
Good: Und dann ... | And then ...
Good: Das Werk (usw.), gut. | The work (etc.), good.
Good: Sie sind neugierig … sie beißen nicht. | They are curious, ... they do not bite.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from l10n.checks import Hit
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.text.visible import FILLER

SEVERITY = Severity.WARNING
ALONE = True

_TWO = ("..", ".,", ".;", ".:", ",.", ";.", ":.", ",,", "!,", "?,", "!;", "?;", ", .", ",!", ",?")
"""Ends that `irregular` does not see."""
_DOUBLE = re.compile(r"[,;:]\s?[,;:.!?](?!\.\.)|(?<!\.)\.\.(?!\.)|\.[,;:](?=\s*$)|(?<=[!?])[,;](?=\s*$)")

_ABBREVIATED = re.compile(
    r"(?<![^\W\d_])(?:[^\W\d_]{1,4}|[^\W\d_]{2,6}[^\W\d_aeiouyаеєёиіїоуыэюяäöüəı])$", re.IGNORECASE
)
"""A few letters, or some more with a consonant at the end, before the full stop."""
_LONGEST = 9
"""Characters in which it matches: the letters, what stands before them, and the end of a line."""


def check(pair: Pair) -> Iterator[Hit]:
    """Pairs of marks that the source does not have."""
    if not pair.irregular and not pair.target_plain.endswith(_TWO):
        return
    own = _SourceSigns(pair)
    for match in _DOUBLE.finditer(pair.target_plain):
        if not own.has(match[0]) and not _is_apart(match, own):
            yield Hit(f"“{match[0]}”: a punctuation mark too many", match.span())


class _SourceSigns:
    """What is asked of the source for each match, worked out once."""

    def __init__(self, pair: Pair) -> None:
        self.has = cache(pair.source.__contains__)
        self.has_plain = cache(pair.source_plain.__contains__)
        self.last = pair.source.rstrip()[-1:]


def _is_apart(match: re.Match[str], own: _SourceSigns) -> bool:
    """The first mark belongs to an abbreviation at the end, z. B.:, or to code that has it in the source, too."""
    text, start, first, last = match.string, match.start(), match[0][0], match[0][-1]
    alone = f" {last} "
    if match[0][1:2] == " " and text.startswith(alone, match.end() - 2) and own.has(alone):
        return True  # a character that is spoken of
    if first == "." != last == own.last:
        return _ABBREVIATED.search(text[max(start - _LONGEST, 0) : start]) is not None
    return text.endswith(FILLER, 0, start) and own.has_plain(f"{FILLER}{first}")
