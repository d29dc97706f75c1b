"""A country, a people or a city is another one.

Names of countries, of their people and of what is theirs are known in our languages, and large cities. What is merely
missing is noted, where the text is shorter for it: the reader may know where it is. A city has a capital in every
language.

Bad ru: Der Minister kam aus Polen. | Министр приехал из Чехии.
Bad:  Sie lebt in Riga. | She lives in Vilnius.
Bad en-uk: A Belgian company built it. | Це збудувала нідерландська компанія.
Bad az: Er flog nach Deutschland. | O, Fransaya uçdu.
Bad ru: Der Minister kam aus Polen. | Министр приехал вчера.
Bad ru: Sie reiste nach Hamburg. | Она поехала в гамбург.
Good ru: Der Hafen von Hamburg | гамбургский порт
Good ru: Der Minister kam aus Polen. | Польский министр приехал.
Good ru: Er flog nach Deutschland. | Он улетел в ФРГ.
Good en-uk: A Belgian company built it. | Це збудувала компанія з Бельгії.
Good: Sie lebt in Kiew. | She lives in Kyiv.
Good ru: die Glocken der Armen | колокола бедняков
"""

from __future__ import annotations

from collections.abc import Iterator

from l10n.checks import Hit, exchange_hits
from l10n.model.findings import Severity
from l10n.pairs.exchanges import exchanges
from l10n.pairs.pair import Pair
from l10n.pairs.small_places import small_cities

SEVERITY = Severity.WARNING
NEEDS = ("cities",)


def check(pair: Pair) -> Iterator[Hit]:
    """Countries, then cities."""
    yield from exchange_hits(pair, exchanges(pair, "countries"))
    small = list(small_cities(pair))
    for old, new in small:
        yield Hit(f"“{pair.source[slice(*old)]}” is in small letters here", new, old)
    if not small:
        yield from exchange_hits(pair, exchanges(pair, "cities"))
