"""Words to pay for as rows and as a value for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from l10n.accounting import Account
from l10n.accounting.rates import Rate, Weights
from l10n.accounting.work import Amount, CatalogueWork, together
from l10n.model import State
from l10n.reports.listing import Listing, ListingRow
from l10n.reports.status.figures import PARTS

_COLUMNS = ("document", "language", "match", "segments", "words", "weight", "weighted")
_TOTAL = "all"


def account(works: Sequence[CatalogueWork], weights: Weights, since: str | None) -> Account:
    """A row for each rate of a catalogue, and its sum; sums of each language that has several catalogues."""
    columns = (*_COLUMNS, *(part.name for part in PARTS))
    several = [total for total in together(works) if sum(work.language == total.language for work in works) > 1]
    rows = [*_listed(works, weights), *_sums(several, weights)]
    value = {
        "version": 1,
        "since": since,
        "weights": {rate.value: weights[rate] for rate in Rate},
        "catalogues": [
            {
                "document": work.document,
                "language": work.language,
                "path": work.path.as_posix(),
                **_value(work, weights),
            }
            for work in works
            if work.path
        ],
        "languages": [{"language": total.language, **_value(total, weights)} for total in together(works)],
    }
    return Account(Listing(columns, tuple(rows)), value)


def _listed(works: Iterable[CatalogueWork], weights: Weights) -> Iterator[ListingRow]:
    for work in works:
        yield from (_row(work, rate, weights) for rate in Rate if work.of(rate).segments)
        yield _sum(work, weights)


def _sums(totals: Iterable[CatalogueWork], weights: Weights) -> Iterator[ListingRow]:
    for total in totals:
        for rate in Rate:
            if total.of(rate).segments:
                yield ListingRow(_row(total, rate, weights).cells, is_sum=True)
        yield _sum(total, weights)


def _row(work: CatalogueWork, rate: Rate, weights: Weights) -> ListingRow:
    amount = work.of(rate)
    figures = amount.segments, amount.words, weights[rate], round(amount.words * weights[rate] / 100, 2)
    return ListingRow((work.document, work.language, rate.value, *figures, *_parts(work, [rate])))


def _sum(work: CatalogueWork, weights: Weights) -> ListingRow:
    figures = work.all.segments, work.all.words, "", work.weighted(weights)
    return ListingRow((work.document, work.language, _TOTAL, *figures, *_parts(work, list(Rate))), is_sum=True)


def _parts(work: CatalogueWork, rates: Sequence[Rate]) -> Iterator[int]:
    """Words by what has become of them, as in the bars of the status."""
    for part in PARTS:
        yield sum(work.amounts.get((rate, state), Amount()).words for rate in rates for state in part.states)


def _value(work: CatalogueWork, weights: Weights) -> dict[str, object]:
    return {
        "segments": work.all.segments,
        "words": work.all.words,
        "weighted": work.weighted(weights),
        "rates": {rate.value: _rate(work, rate) for rate in Rate},
    }


def _rate(work: CatalogueWork, rate: Rate) -> dict[str, object]:
    amounts = {state.value: work.amounts.get((rate, state), Amount()).words for state in State}
    return {"segments": work.of(rate).segments, "words": work.of(rate).words, "words_by_state": amounts}
