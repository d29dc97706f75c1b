"""How much of a text a translation has: a repair must not have fewer findings because it has less to find them in.

Names and numbers are known again in any language, of other words only how many there are. What loops or copies the
text has many words, but few different ones, or few that the text has not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from l10n.drafting.scoring import Languages
from l10n.model import Span
from l10n.text import lengths
from l10n.text.names import alike, capitals, skeleton
from l10n.text.numbers import numbers
from l10n.text.words import folded, known_words

_SHARE = 0.8
"""Of the words of one translation that another one has at least: languages have many ways to say the same."""
_LONG = 2.0
"""Standard deviations from which something was added, and the number of words tells nothing."""
_MANY = 400
"""Words that are looked at; the rest of a very long text is like its beginning."""
_EDGES = ".,;:!?…()[]{}\"'“”„«»‘’‚‹›*_–—-"


@dataclass(frozen=True, slots=True)
class Extent:
    """What of a text is in a translation, or in several of them together."""

    words: int = 0
    """Different ones that the text has not."""
    anchors: frozenset[str] = frozenset()
    """Names and numbers of the text that are there."""

    def is_complete(self, full: Extent) -> bool:
        """Nothing that `full` has is missing, as far as anybody can tell."""
        return self.words >= int(_SHARE * full.words) and self.anchors >= full.anchors

    def __or__(self, other: Extent) -> Extent:
        return Extent(max(self.words, other.words), self.anchors | other.anchors)


def extent(text: str, translation: str, languages: Languages, left: Sequence[Span] = ()) -> Extent:
    """What of the text the translation has; `left` are words of it that were left over, and no names.

    Others that are common in the language of the text were left over as well.
    """
    own = _words(translation)
    words = {folded(word) for word in own} - {folded(word) for word in _words(text)}
    if not words:
        return Extent()  # a copy has all names, and nothing else
    long = bool(text) and lengths.deviation(text, translation, languages.source, languages.target) > _LONG
    names = _names(text, translation, languages)
    if left:
        spots = {translation[slice(*span)] for span in left}
        names -= spots | {word for word in own if word.lower() in known_words(languages.source)}
    return Extent(0 if long else len(words), names | _figures(text, translation, languages))


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip(_EDGES) for word in text.split()) - {""}


def _figures(text: str, translation: str, languages: Languages) -> frozenset[str]:
    there = {value for number in numbers(translation, languages.target) for value in number.values}
    wanted = {value for number in numbers(text, languages.source) for value in number.values}
    return frozenset(map(str, wanted & there))


def _names(text: str, translation: str, languages: Languages) -> frozenset[str]:
    """Words with a capital that are there as well, in whatever spelling."""
    there = capitals(translation)[:_MANY]
    bones = {skeleton(word, languages.target) for word in there}
    return frozenset(
        name
        for name in capitals(text)[:_MANY]
        if name in there or any(alike(skeleton(name, languages.source), bone) for bone in bones)
    )
