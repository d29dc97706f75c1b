"""A term of the glossary is translated otherwise, or as the glossary forbids.

The glossary is a CSV or TBX file, `glossary = "…"` in the settings; inflected forms are recognised.

Bad:  Der Kreml schweigt. | The Moscow government is silent.
Bad ru: Die Macht des Kremls | Власть Москвы
Bad:  Die Reise nach Kiew | The journey to Kiev
Bad ru: Vor dem Internationalen Strafgerichtshof | Перед международным трибуналом
Good: Der Kreml schweigt. | The Kremlin is silent.
Good ru: Die Macht des Kremls | Власть Кремля
Good uk: Die Straßen von Kyjiw | Вулиці Києва
Good ru: Vor dem Internationalen Strafgerichtshof | Перед Международным уголовным судом
Good: Der Kremlsprecher schweigt. | The spokesman is silent.
"""

from __future__ import annotations

from collections.abc import Iterator

from l10n.checks import Hit
from l10n.glossary import TermMatch
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.text.inflection import present

SEVERITY = Severity.WARNING


def check(pair: Pair) -> Iterator[Hit]:
    """Each term of the source once."""
    if pair.glossary is None:
        return
    seen = set()
    for occurrence in pair.glossary.find(pair.source_plain, pair.source_language):
        if id(occurrence.term) not in seen:
            seen.add(id(occurrence.term))
            yield from _term(occurrence, pair)


def _term(occurrence: TermMatch, pair: Pair) -> Iterator[Hit]:
    text, words = pair.target_plain, occurrence.words(pair.language)
    shown = f"“{pair.source[slice(*occurrence.span)]}”"
    for word in occurrence.forbidden(pair.language):
        if span := present(word, text, pair.language):
            instead = f": write {' or '.join(words)}" if words else ""
            yield Hit(
                f"the glossary forbids “{word}” for {shown}{instead}", span, occurrence.span, severity=Severity.ERROR
            )
            return
    if words and not any(present(word, text, pair.language) for word in words):
        yield Hit(f"{shown} is “{' or '.join(words)}” in the glossary", source_span=occurrence.span)
