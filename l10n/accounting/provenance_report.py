"""Provenance as rows and as a value for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from l10n.accounting import Account
from l10n.accounting.provenance import Author, CatalogueProvenance, TextProvenance
from l10n.catalogue.header import REVISED
from l10n.model import SIGNED, State
from l10n.reports.listing import Listing, ListingCell, ListingRow

_COLUMNS = (
    *("document", "language", "segments", "machine", "memory", "people", "nobody"),
    *("edited", "unreviewed", "reviewed", "engines", "reviewers", "changed"),
)
_OF_TEXTS = (
    *("document", "language", "line", "state", "author", "origin", "edited", "unreviewed"),
    *("reviewer", "date", "source"),
)
_HEADER = {
    "POT-Creation-Date": "created",
    "PO-Revision-Date": "changed",
    "Last-Translator": "last_translator",
    "Language-Team": "team",
    "X-Generator": "generator",
}


def account(catalogues: Sequence[CatalogueProvenance], each: bool) -> Account:
    """A row a catalogue, or with `each` a row a segment; the value has the catalogues, and with `each` the segments."""
    rows = (row for catalogue in catalogues for row in (_texts(catalogue) if each else [_catalogue(catalogue)]))
    columns = _OF_TEXTS if each else _COLUMNS
    listing = Listing(columns, tuple(ListingRow(row) for row in rows))
    return Account(listing, {"version": 1, "catalogues": [_value(catalogue, each) for catalogue in catalogues]})


def _catalogue(catalogue: CatalogueProvenance) -> tuple[ListingCell, ...]:
    authors, texts = catalogue.authors(), catalogue.texts
    engines = (f"{name} ({sum(counts.values())})" for name, counts in catalogue.origins().items())
    reviewers = (
        f"{name} ({reviews.segments}, {reviews.first}{f' to {reviews.last}' if reviews.last != reviews.first else ''})"
        for name, reviews in catalogue.reviews().items()
    )
    return (
        catalogue.document,
        catalogue.language,
        len(texts),
        *(authors[author] for author in Author),
        sum(text.edited for text in texts),
        sum(text.unreviewed for text in texts),
        sum(text.state in SIGNED for text in texts),
        "; ".join(engines),
        "; ".join(reviewers),
        catalogue.header[REVISED],
    )


def _texts(catalogue: CatalogueProvenance) -> Iterator[tuple[ListingCell, ...]]:
    for text in catalogue.texts:
        yield (
            *(catalogue.document, catalogue.language, text.line, text.state.value, text.author.value, text.origin),
            *(_yes(text.edited), _yes(text.unreviewed), *_joined(text.signatures), text.source),
        )


def _yes(is_so: bool) -> str:
    return "yes" if is_so else ""


def _value(catalogue: CatalogueProvenance, each: bool) -> dict[str, object]:
    states = Counter(text.state for text in catalogue.texts)
    value: dict[str, object] = {
        "document": catalogue.document,
        "language": catalogue.language,
        "path": catalogue.path.as_posix(),
        "header": {key: catalogue.header[name] for name, key in _HEADER.items()},
        "segments": len(catalogue.texts),
        "states": {state.value: states[state] for state in State},
        "authors": {author.value: catalogue.authors()[author] for author in Author},
        "edited": sum(text.edited for text in catalogue.texts),
        "unreviewed": sum(text.unreviewed for text in catalogue.texts),
        "engines": [
            {"name": name, "segments": sum(counts.values()), "edited": counts[True]}
            for name, counts in catalogue.origins().items()
        ],
        "reviewers": [
            {"name": name, "segments": reviews.segments, "first": reviews.first, "last": reviews.last}
            for name, reviews in catalogue.reviews().items()
        ],
    }
    return {**value, "texts": list(map(_value_of_text, catalogue.texts))} if each else value


def _value_of_text(text: TextProvenance) -> dict[str, object]:
    return {
        "line": text.line,
        "source": text.source,
        "state": text.state.value,
        "author": text.author.value,
        "origin": text.origin,
        "edited": text.edited,
        "unreviewed": text.unreviewed,
        "signatures": [{"reviewer": reviewer, "date": date} for reviewer, date in text.signatures],
    }


def _joined(signatures: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """Names and dates, those of one signature in the same place of each."""
    return "; ".join(name for name, _ in signatures), "; ".join(date for _, date in signatures)
