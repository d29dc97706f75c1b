"""The text may be cut off: no sentence ends with its last word.

Translation engines stop in the middle of a sentence and put a full stop there. Read the end beside the source. A last
word that is no verb, in a language whose sentences end with one, is noted where the text is no longer than usual.

Bad:  Das Licht geht aus, und der Saal wird still. | The lights go out, and the.
Bad ru: Er steht vor der Tür und wartet. | Он стоит перед дверью и.
Bad:  Das Licht geht aus. Der Saal wird still. | The lights go out. The.
Bad az: Er kommt und sie geht. | O gəlir və.
Bad az: Er steht lange vor der alten Tür und wartet. | O, köhnə qapının qarşısında uzun müddət.
Good az: Er steht lange vor der alten Tür und wartet. | O, köhnə qapının qarşısında dayanıb gözləyir.
Good: Das ist das Haus, von dem ich sprach. | That is the house I was thinking of!
Good: Man schreibt „and“ und „the“. | One writes “and” and “the”.
Good ru: Nimm Plan B. | Берите план B.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from l10n.checks import Hit
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.text.last_word import ends_with_verb
from l10n.text.lengths import deviation
from l10n.text.words import listed

SEVERITY = Severity.WARNING
NEEDS = ("never_last",)

_STOP = tuple(".!?…")
_LAST = re.compile(r"(?<![\w’'ʼ/-])([^\W\d_]+)\.\Z")
_DASH = re.compile(r"\s[–—-]\s")
_LONG = 40
_SENTENCE = 5
"""Words of a source that is a sentence."""
_USUAL = 0.25
"""Standard deviations up to which a length does not speak for a whole text."""


def check(pair: Pair) -> Iterator[Hit]:
    """A full stop right behind a small word that needs another one after it, or where the verb is missing."""
    if not pair.target.endswith(".") or not pair.source.rstrip().endswith(_STOP):
        return
    match = _LAST.search(pair.target[-_LONG:]) if pair.target.endswith(_ends(pair.language)) else None
    end = len(pair.target) - 1
    if match and {match[1], _small(match[1])} & listed(pair.language, "never_last"):
        yield Hit(f"ends with “{match[1]}.”: the rest may be missing", (end - len(match[1]), end))
    elif ends_with_verb(pair.target, pair.language) is False and _is_brief(pair):
        yield Hit("no verb stands at the end: the rest may be missing", (end, end + 1), severity=Severity.INFO)


@cache
def _ends(lang: str) -> tuple[str, ...]:
    """How texts end that may be cut off: looked at first, as hardly any do."""
    words = listed(lang, "never_last")
    return tuple(f"{form}." for word in words for form in (word, word.capitalize()))


def _small(word: str) -> str:
    """As it is within a sentence: the first word of a further one is cut off, too. A letter may be a name: plan A."""
    return word.lower() if word[1:].islower() else word


def _is_brief(pair: Pair) -> bool:
    """A sentence that has hardly more than the usual length; short ones have no verb in the source either.

    What stands after a dash may be an afterthought.
    """
    if pair.kind.is_technical or len(pair.source_words) < _SENTENCE or _DASH.search(pair.target):
        return False
    return deviation(pair.source, pair.target, pair.source_language, pair.language) < _USUAL
