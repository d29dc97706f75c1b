"""The text begins with a small letter, and the source with a capital.

Begin it with a capital, too. A brand like iPhone may stay as it is, and so may a single word, as German nouns have a
capital that others have not. Where the source begins with an abbreviation, or many texts of the catalogue begin with
small letters, it is a note; so it is in programs and manuals.

Bad:  Das Haus ist groß. | the house is big.
Bad ru: Neue Partner | новые партнеры
Good: Das Haus ist groß. | The house is big.
Good: iPhones sind teuer. | iPhones are expensive.
Good: Der iPod war neu. | iPods were new.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.checks import Hit
from l10n.languages import record
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.text.letters import capital

SEVERITY = Severity.WARNING
NEEDS = ("typography", "capitals")

_FIRST = re.compile(r"^[\s\"'“”„«»‚‘‹›(\[¿¡*_–—-]*([^\W\d_])([^\W\d_]?)")


def check(pair: Pair) -> Iterator[Hit]:
    """Only of sentences: a German noun by itself has a capital that others have not. A brand may begin small."""
    if pair.target[:1].isupper():
        return
    source, target = _FIRST.match(pair.source_plain), _FIRST.match(pair.target_plain)
    if not source or not target or not source[1].isupper() or not target[1].islower():
        return
    if target[2].isupper() or _word(pair) in pair.source_words:
        return
    if record(pair.source_language).noun_capitals and len(pair.source_words) == 1:
        return
    start = target.start(1)
    edit = (start, start + 1, capital(target[1], pair.language))
    severity = Severity.INFO if _is_custom(pair) or source[2].isupper() else SEVERITY
    yield Hit("begins with a small letter", (start, start + 1), source.span(1), (edit,), severity)


def _is_custom(pair: Pair) -> bool:
    """Labels and explanations of options begin as each language and program likes."""
    return pair.conventions is not None and (pair.conventions.small_starts or pair.kind.is_technical)


def _word(pair: Pair) -> str:
    return pair.target_words[0] if pair.target_words else ""
