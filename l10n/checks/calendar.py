"""A day of the week or a month is another one.

A reader who comes on the wrong day has come in vain. What is merely missing is noted, where the text is shorter for it.
A month beside a number belongs to the date: there `numbers` says so.

Bad ru: Am Montag kommt der Minister. | Во вторник приедет министр.
Bad:  Im Juni begann der Streik. | The strike began in July.
Bad en-de: It opens on Saturday. | Es öffnet am Sonntag.
Bad uk: Die wichtige Sitzung des Rates ist am Mittwoch. | Важливе засідання ради.
Good ru: Am Montag kommt der Minister. | В понедельник приедет министр.
Good uk: Die Sitzung ist am Mittwochabend. | Засідання в середу ввечері.
Good az: am Donnerstag | cümə axşamı
Good ru: der Juniaufstand | июньское восстание
Good en-ru: It may rain in June. | В июне возможен дождь.
"""

from __future__ import annotations

from collections.abc import Iterator

from l10n.checks import Hit, exchange_hits
from l10n.model.findings import Severity
from l10n.pairs.exchanges import Exchange, exchanges
from l10n.pairs.pair import Pair
from l10n.text.months import months, named_months

SEVERITY = Severity.WARNING
NEEDS = ("weekdays",)


def check(pair: Pair) -> Iterator[Hit]:
    """Days of the week, then months."""
    yield from exchange_hits(pair, exchanges(pair, "weekdays"))
    if pair.source_month and pair.target_month:
        yield from exchange_hits(pair, _months(pair))


def _months(pair: Pair) -> Iterator[Exchange]:
    """Those that are others here, but for two that stand in dates."""
    texts = (pair.source_plain, pair.source_language), (pair.target_plain, pair.language)
    source, target = (named_months(*text) for text in texts)
    lost, new = source.keys() - target.keys(), target.keys() - source.keys()
    if not lost or not new:
        return
    dated = [months(*text) for text in texts]
    for old, month in zip(sorted(lost, key=source.__getitem__), sorted(new, key=target.__getitem__), strict=False):
        if old not in dated[0] or month not in dated[1]:
            yield Exchange(source[old], target[month])
