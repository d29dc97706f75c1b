"""There is a punctuation mark too many.

Two commas, a comma before a full stop, or two full stops are left over from editing.

Bad:  Er kam, sah und siegte. | He came,, saw and conquered.
Bad:  Er kam. | He came..
Bad ru: Er kam. | Он пришел,.
Good: Wirklich?! | Really?!
Good: Und dann ... | And then ...
Good: Das Werk (usw.), gut. | The work (etc.), good.
Good: Sie sind neugierig … sie beißen nicht. | They are curious, ... they do not bite.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair

SEVERITY = Severity.WARNING
ALONE = True

_TWO = ("..", ".,", ".;", ".:", ",.", ";.", ":.", ",,", "!,", "?,", "!;", "?;", ", .", ",!", ",?")
"""Ends that `irregular` does not see."""
_DOUBLE = re.compile(r"[,;:]\s?[,;:.!?](?!\.\.)|(?<!\.)\.\.(?!\.)|\.[,;:](?=\s*$)|(?<=[!?])[,;](?=\s*$)")


def check(pair: Pair) -> Iterator[Hit]:
    """Pairs of marks that the source does not have."""
    if not pair.irregular and not pair.target_plain.endswith(_TWO):
        return
    for match in _DOUBLE.finditer(pair.target_plain):
        if match[0] not in pair.source:
            yield Hit(f"“{match[0]}”: a punctuation mark too many", match.span())
