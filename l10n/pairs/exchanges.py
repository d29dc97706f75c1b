"""Words of a known meaning that are others in the translation, or have no word there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from l10n.model import Span
from l10n.pairs.pair import Pair


class Exchange(NamedTuple):
    """A meaning that the source has and the translation has not, and one for which it is the other way round."""

    source_span: Span
    span: Span | None
    """None if the translation has no other meaning instead."""


def exchanges(
    pair: Pair,
    kind: str,
    kept: Callable[[str], bool] = lambda _: False,
    known: Callable[[str], bool] = lambda _: False,
) -> Iterable[Exchange]:
    """What is lost, in the order of the source, each with what is new, in the order of the translation.

    What is only mentioned less often is none unless something else is mentioned instead.

    `kept` says of a meaning that the translation has it in another way, `known` that the source has. A word that the
    translation has as it is, in the name of a company perhaps, is not lost.
    """
    return _exchanges(pair, kind, kept, known) if kind in pair.source_meanings.senses else ()


def _exchanges(pair: Pair, kind: str, kept: Callable[[str], bool], known: Callable[[str], bool]) -> Iterator[Exchange]:
    said = pair.source_meanings.mentioned(kind, sure=True)
    there = pair.target_meanings.mentioned(kind) if said else {}
    fewer = {
        meaning: places[0]
        for meaning, places in said.items()
        if len(there.get(meaning, ())) < len(places)
        and pair.source[slice(*places[0])] not in pair.target
        and not kept(meaning)
    }
    if not fewer:
        return
    allowed = pair.source_meanings.mentioned(kind)
    instead = pair.target_meanings.mentioned(kind, sure=True)
    new = sorted(places[0] for meaning, places in instead.items() if meaning not in allowed and not known(meaning))
    for meaning, span in sorted(fewer.items(), key=lambda item: (item[0] in there, item[1])):
        if new or meaning not in there:
            yield Exchange(span, new.pop(0) if new else None)
