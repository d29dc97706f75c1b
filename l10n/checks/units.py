"""A currency, or the unit of a number, is another one.

Put the right one, or convert the number, too: 5 km are about 3 miles.

Bad ru: 5 Millionen Euro | 5 миллионов долларов
Bad:  5 km entfernt | 5 m away
Bad en-ru: within 30 days | в течение 30 недель
Bad:  Es kostet 20 €. | It costs $20.
Good ru: 5 Millionen Euro | 5 млн евро
Good:  5 km entfernt | 5 kilometres away
Good en-ru: 45 miles (72 kilometers) away | в 72 километрах
Good az: Es kostet 20 €. | Qiyməti 20 avrodur.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from l10n.checks import Hit, exchange_hits
from l10n.model import Span
from l10n.model.findings import Severity
from l10n.pairs.exchanges import Exchange, exchanges
from l10n.pairs.pair import Pair
from l10n.text.meanings import meaning_at
from l10n.text.numbers import Number, digits

SEVERITY = Severity.WARNING
NEEDS = ("units",)

_DIGITS = frozenset("0123456789")
_MINUTES = {"m", "min"}
"""The m in 12m30s is none of length."""
_CLOCK = re.compile(r"\d ?[hs](?![^\W\d_])")


def check(pair: Pair) -> Iterator[Hit]:
    """Currencies, then units of the same number."""
    changed = exchanges(pair, "currencies")
    yield from exchange_hits(pair, (exchange for exchange in changed if exchange.span))
    if not (pair.source_chars.isdisjoint(_DIGITS) or pair.target_chars.isdisjoint(_DIGITS)):
        yield from exchange_hits(pair, _units(pair))


def _units(pair: Pair) -> Iterator[Exchange]:
    """A unit in the source that no equal number has here, where one has another."""
    source = _measures(pair.source_numbers, pair.source_plain, pair.source_language)
    target = _measures(pair.target_numbers, pair.target_plain, pair.language) if source else {}
    for figure, units in source.items():
        others = target.get(figure, {})
        new = [(unit, span) for unit, span in others.items() if unit not in units]
        for unit, span in units.items():
            if unit not in others and new:
                other, new_span = new.pop(0)
                if not ({unit, other} == _MINUTES and _CLOCK.search(pair.source_plain)):
                    yield Exchange(span, new_span)


def _measures(numbers: Sequence[Number], text: str, lang: str) -> dict[str, dict[str, Span]]:
    """The units of each number, and where they stand."""
    measures: dict[str, dict[str, Span]] = {}
    for number in numbers:
        if unit := meaning_at(text, number.span[1], lang, "units"):
            meaning, span = unit
            measures.setdefault(digits(number.text), {}).setdefault(meaning, span)
    return measures
