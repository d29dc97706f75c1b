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
from l10n.linguistics.pair import Pair
from l10n.model import Severity

SEVERITY = Severity.WARNING

_MODEL = {
    ("de", "en"): (-0.142, 0.0072, 0.612, 3.5),
    ("de", "ru"): (-0.080, 0.0103, 1.463, 3.2),
    ("de", "az"): (-0.067, 0.0076, 2.520, 3.0),
    ("de", "uk"): (-0.129, 0.0033, 2.242, 3.2),
    ("en", "ru"): (0.062, 0.0068, 1.560, 3.8),
    ("en", "az"): (0.075, 0.0082, 1.940, 3.5),
    ("en", "uk"): (0.012, 0.0020, 1.700, 3.8),
}
"""Of the logarithm of the ratio of lengths: mean, and a and b of its variance a + b / n + 12 / n² for n characters; and
the standard deviations from which a translation is short: fewer where the lengths of good ones scatter more."""
_UNKNOWN = (0.0, 0.04, 2.5, 4.0)
_TITLES = 12.0
"""Short texts vary more than sentences, from which the model was made; from software strings."""
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
    mean, fixed, part, short = _MODEL.get((pair.source_language, pair.language), _UNKNOWN)
    variance = fixed + part / source + _TITLES / source**2
    deviation = (math.log((target + 5) / (source + 5)) - mean) / math.sqrt(variance)
    if -_NOTED < deviation < _SLIGHTLY:
        return
    size, word = abs(deviation), "long" if deviation > 0 else "short"
    sentences = _sentences(deviation, pair)
    far = abs(math.log((target + 5) / (source + 5)) - mean) > _FAR
    if far and (
        size > (_LONG if deviation > 0 else short) or (sentences and size > (_MORE if deviation > 0 else _FEWER))
    ):
        severity = Severity.ERROR if size > _SURE else Severity.WARNING
        yield Hit(f"very {word}: {target} characters for {source}", (0, target), severity=severity)
    elif deviation < 0 or sentences:
        yield Hit(f"rather {word}: {target} characters for {source}", (0, target), severity=Severity.INFO)


def _sentences(deviation: float, pair: Pair) -> bool:
    """A long translation has a sentence more, a short one has one less."""
    more = len(_SENTENCE.findall(pair.target)) - len(_SENTENCE.findall(pair.source))
    return more > 0 if deviation > 0 else more < 0
