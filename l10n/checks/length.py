"""The translation is far too short or far too long.

Something was cut off, left out, or made up. What is usual depends on the languages and on the length of the text: a
model of both, fitted to professional translations (docs/checks.md). Where good translations may be as short, that is a
note.

Bad:  Das Parlament verabschiedete das Gesetz am Abend gegen die Stimmen der Opposition. | Parliament passed it.
Bad ru: Das Haus ist groß. | Дом большой, и в нем живут люди, которые приехали сюда много лет назад из далеких стран.
Good: Das Haus ist groß. | The house is big.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.text import lengths
from l10n.text.sentences import sentences

SEVERITY = Severity.WARNING

_LONG, _SURE = 4.0, 5.5
"""Standard deviations from which it is long, and from which that is an error."""
_NOTED, _SLIGHTLY = 0.77, 1.2
"""The share of what is short from which it is noted; standard deviations from which another number of sentences is."""
_BRIEF = 60
"""Characters of a source that hardly anybody makes two sentences of."""
_FAR = math.log(1.25)
"""At least a quarter more or less than usual: lengths of long texts scatter little."""


def check(pair: Pair) -> Iterator[Hit]:
    """Characters of both texts, and where these are in doubt sentences."""
    source, target = len(pair.source), len(pair.target)
    if source < 2 or not target:
        return
    texts = pair.source, pair.target, pair.source_language, pair.language
    deviation = lengths.deviation(*texts)
    size, word = abs(deviation), "long" if deviation > 0 else "short"
    if size < _SLIGHTLY and (source > _BRIEF or deviation < 0):
        return
    other_count = _has_other_count(deviation, pair)
    far = abs(lengths.excess(*texts)) > _FAR
    short = lengths.short(pair.source_language, pair.language)
    if far and size > (_LONG if deviation > 0 else short):
        severity = Severity.ERROR if size > _SURE else Severity.WARNING
        yield Hit(f"very {word}: {target} characters for {source}", (0, target), severity=severity)
    elif other_count:
        what = "more" if deviation > 0 else "less"
        yield Hit(f"perhaps a sentence {what}: {target} characters for {source}", (0, target), severity=Severity.INFO)
    elif deviation < -_NOTED * short:
        yield Hit(f"rather {word}: {target} characters for {source}", (0, target), severity=Severity.INFO)


def _has_other_count(deviation: float, pair: Pair) -> bool:
    """A long translation has a sentence more, a short one has one less."""
    more = sentences(pair.target_plain, pair.language) - sentences(pair.source_plain, pair.source_language)
    return more > 0 if deviation > 0 else more < 0
