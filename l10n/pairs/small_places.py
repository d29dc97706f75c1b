"""Cities whose names have lost their capital: Hamburg as гамбург, but not as гамбургский or hamburger."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from l10n.model import Span
from l10n.pairs.pair import Pair
from l10n.text.meanings import Sense
from l10n.text.words import known_words

_ENDING = re.compile(r"[аеиоуыюяіїйьмхв]{0,3}|[aəıiuüdny]{0,4}|['’]?s")
"""Of a name in one case or another; what is made of names, people and adjectives, has other letters."""


def small_cities(pair: Pair) -> Iterator[tuple[Span, Span]]:
    """Where source and translation have the same city, and the translation nowhere with a capital."""
    if "cities" not in pair.source_meanings.senses:
        return
    senses = pair.target_meanings.senses.get("cities", ())
    for meaning, places in pair.source_meanings.mentioned("cities", sure=True).items():
        start, end = places[0]
        own = [sense for sense in senses if sense.meaning == meaning and sense.sure]
        if pair.source[start].isupper() and (small := _small(own, pair)):
            yield (start, end), small


def _small(senses: Sequence[Sense], pair: Pair) -> Span | None:
    spans = [match.span() for sense in senses for match in sense.anyhow.finditer(pair.target_meanings.text)]
    if not spans or any(pair.target[start].isupper() for start, _ in spans):
        return None
    stems = [sense.stem for sense in senses if sense.base]
    return next((span for span in spans if _is_name(pair.target_meanings.lower[slice(*span)], stems, pair)), None)


def _is_name(word: str, stems: Sequence[str], pair: Pair) -> bool:
    """In one form or another, and no other word: Essen, essen."""
    is_form = any(word.startswith(stem) and _ENDING.fullmatch(word, len(stem)) for stem in stems)
    return is_form and word not in known_words(pair.language)
