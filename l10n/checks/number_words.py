"""A number in words is another one.

It may be in figures here, or said in another way: both for two. Only what is said instead shows an error.

Bad ru: Drei Boote kamen. | Пришли пять лодок.
Bad:  der dritte Platz | the fifth place
Bad en-uk: It took seven years. | Це тривало шість років.
Good ru: Drei Boote kamen. | Пришли три лодки.
Good: Drei Boote kamen. | 3 boats came.
Good: zwei Brüder und vier Schwestern | both brothers and four sisters
Good en-ru: The two governments agreed. | Правительства договорились.
Good en-ru: twenty-five years | двадцать пять лет
Good en-uk: the two-foot wide brim | поля шириною шістдесят сантиметрів
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from l10n.checks import Hit, exchange_hits
from l10n.model.findings import Severity
from l10n.pairs.exchanges import Exchange, exchanges
from l10n.pairs.number_comparison import sides
from l10n.pairs.pair import Pair
from l10n.text.measures import in_imperial

SEVERITY = Severity.WARNING
NEEDS = ("number_words",)


def check(pair: Pair) -> Iterator[Hit]:
    """Numbers that both texts have in words, and only one of them has in any way."""
    if "number_words" not in pair.source_meanings.senses:
        return
    kept, known = partial(_has, pair, 1), partial(_has, pair, 0)
    changed = exchanges(pair, "number_words", kept, known)
    yield from exchange_hits(
        pair, (exchange for exchange in changed if exchange.span and not _measures(exchange, pair))
    )


def _measures(exchange: Exchange, pair: Pair) -> bool:
    """One of them is of miles, feet or the like, and the other one perhaps as much in another unit."""
    ends = (pair.source, exchange.source_span), (pair.target, exchange.span)
    return sum(in_imperial(text, span[1]) for text, span in ends if span) == 1


def _has(pair: Pair, index: int, meaning: str) -> bool:
    """The source, 0, or the translation, 1, has the number in any way; hardly ever asked."""
    side, value = sides(pair)[index], int(meaning)
    return value in side.known or side.says(value) or value in side.roman
