"""The text may be cut off: no sentence ends with its last word.

Translation engines stop in the middle of a sentence and put a full stop there. Read the end beside the source.

Bad:  Das Licht geht aus, und der Saal wird still. | The lights go out, and the.
Bad ru: Er steht vor der Tür und wartet. | Он стоит перед дверью и.
Bad az: Er kommt und sie geht. | O gəlir və.
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
from l10n.text.words import listed

SEVERITY = Severity.WARNING
NEEDS = ("never_last",)

_STOP = tuple(".!?…")
_LAST = re.compile(r"(?<![\w’'ʼ/-])([^\W\d_]+)\.\Z")


def check(pair: Pair) -> Iterator[Hit]:
    """A full stop right behind a small word that needs another one after it."""
    if not pair.target.endswith(_ends(pair.language)) or not pair.source.rstrip().endswith(_STOP):
        return
    match = _LAST.search(pair.target[-40:])
    if match is None or match[1] not in listed(pair.language, "never_last"):
        return
    end = len(pair.target) - 1
    yield Hit(f"ends with “{match[1]}.”: the rest may be missing", (end - len(match[1]), end))


@cache
def _ends(lang: str) -> tuple[str, ...]:
    """How texts end that may be cut off: looked at first, as hardly any do."""
    return tuple(f"{word}." for word in listed(lang, "never_last"))
