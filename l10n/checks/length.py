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
import re
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.text import lengths

SEVERITY = Severity.WARNING

_LONG, _MORE, _FEWER, _SURE = 4.0, 1.8, 2.4, 5.5
"""Standard deviations from which it is long, from which a sentence too many or too few counts, and an error."""
_NOTED, _SLIGHTLY = 2.2, 1.0
"""Standard deviations from which a short one is noted, and one with a sentence more."""
_FAR = math.log(1.25)
"""At least a quarter more or less than usual: lengths of long texts scatter little."""
_SENTENCE = re.compile(
    r"[.!?…:](?<!\bSt.)(?<!\bDr.)(?<!\bNr.)(?<!д-р.)(?<!\bдив.)(?<!\bсм.)(?<!\b[A-ZА-Я].)(?<!\d.)[\"”»“)]*\s+[\"“«(„]*"
    r"[A-ZА-ЯƏİŞÇÖÜÄІЇЄҐ]"
)
"""The end of a sentence and the beginning of the next; a colon before a capital is one, too."""


def check(pair: Pair) -> Iterator[Hit]:
    """Characters of both texts, and where these are in doubt sentences."""
    source, target = len(pair.source), len(pair.target)
    if source < 2 or not target:
        return
    texts = pair.source, pair.target, pair.source_language, pair.language
    deviation = lengths.deviation(*texts)
    if -_NOTED < deviation < _SLIGHTLY:
        return
    size, word = abs(deviation), "long" if deviation > 0 else "short"
    sentences = _sentences(deviation, pair)
    far = abs(lengths.excess(*texts)) > _FAR
    limit = _LONG if deviation > 0 else lengths.short(pair.source_language, pair.language)
    if far and (size > limit or (sentences and size > (_MORE if deviation > 0 else _FEWER))):
        severity = Severity.ERROR if size > _SURE else Severity.WARNING
        yield Hit(f"very {word}: {target} characters for {source}", (0, target), severity=severity)
    elif deviation < 0 or sentences:
        yield Hit(f"rather {word}: {target} characters for {source}", (0, target), severity=Severity.INFO)


def _sentences(deviation: float, pair: Pair) -> bool:
    """A long translation has a sentence more, a short one has one less."""
    more = len(_SENTENCE.findall(pair.target)) - len(_SENTENCE.findall(pair.source))
    return more > 0 if deviation > 0 else more < 0
