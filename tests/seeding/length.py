"""Too little, too much, the same again: how decoders fail, and hands that copy and paste."""

from __future__ import annotations

import re
from random import Random

from tests.seeding.material import Material, kind
from tests.seeding.texts import is_fixed, one_of, put, words

_LEGITIMATE = {
    "en": "very had that so no more really",
    "ru": "очень чуть еле давно мало да нет как так",
    "uk": "дуже ледь давно мало так ні як ось",
}
"""Words that one may say twice."""
_AZERBAIJANI = re.compile(r"və|bu|ilə|üçün|da|də|isə|ki|lakin|amma|kimi|\w{4,}(?:[iıuü]r|d[iıuü]|[iıuü]b)")
"""Azerbaijani doubles its adjectives and adverbs; of these words and finite verbs, none."""

_FAREWELLS = {
    "en": "Thank you for watching.",
    "ru": "Спасибо за просмотр.",
    "uk": "Дякую за перегляд.",
    "az": "Baxdığınız üçün təşəkkür edirik.",
}
_SUBTITLE = 50
"""Characters of a text that a short sentence more makes much longer."""
_TELLING = 80
"""Characters of a translation whose length says something."""


def _cut(material: Material, rng: Random) -> str | None:
    """Only the beginning is left, as when a draft hits the limit of its length."""
    text = material.target
    places = [match.start() for match in re.finditer(r"\s", text) if 0.3 <= match.start() / len(text) <= 0.6]
    safe = [place for place in places if not is_fixed(text, place, place + 1)]
    place = one_of(rng, safe)
    return text[:place] if place is not None and len(words(text)) > 5 else None


def _cut_and_closed(material: Material, rng: Random) -> str | None:
    """The same with the mark at the end, so that only the length shows it, which says little of a short text."""
    cut = _cut(material, rng) if len(material.target) >= _TELLING else None
    mark = re.search(r"[.!?…]$", material.target)
    return cut.rstrip(" ,;:–—(«“„-") + mark[0] if cut and mark else None


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[^\W\d_]{3}[.!?])\s+(?=[A-ZÄÖÜА-ЯІЇЄҐƏİŞÇ])", text)


def _sentence_lost(material: Material, rng: Random) -> str | None:
    """The last of several sentences of some length."""
    parts, others = _sentences(material.target), _sentences(material.source)
    even = len(parts) == len(others) > 1 and 2 * len(parts[-1]) > len(parts[0])
    return " ".join(parts[:-1]) if even else None


def _farewell(material: Material, rng: Random) -> str | None:
    """What an engine has learnt from subtitles."""
    text = material.target
    long = len(text) > _SUBTITLE or not text.endswith((".", "!", "?"))
    return None if long else f"{text} {_FAREWELLS[material.language]}"


def _glued(material: Material, rng: Random) -> str | None:
    """The next sentence as well."""
    language = material.language
    others = [texts[language] for texts in material.others if language in texts]
    fitting = [text for text in others if len(words(text)) > 5 and not is_fixed(text, 0, len(text))]
    other = one_of(rng, fitting)
    return f"{material.target} {other}" if other and not material.target.endswith("\n") else None


def _run(material: Material, rng: Random, shortest: int, longest: int) -> tuple[int, int] | None:
    """From where to where some neighbouring words go, with what stands between them."""
    text = material.target
    places = [match.span() for match in words(text)]
    spans = [
        (places[at][0], places[at + count - 1][1])
        for count in range(shortest, longest + 1)
        for at in range(len(places) - count + 1)
    ]
    return one_of(rng, [span for span in spans if not is_fixed(text, *span)])


def _loop(material: Material, rng: Random) -> str | None:
    """A decoder that does not find its way out: two to five words, three to six times."""
    span = _run(material, rng, 2, 5)
    if span is None:
        return None
    phrase = material.target[slice(*span)]
    return material.target[: span[0]] + " ".join([phrase] * rng.randint(3, 6)) + material.target[span[1] :]


def _doubled_phrase(material: Material, rng: Random) -> str | None:
    span = _run(material, rng, 2, 4)
    return f"{material.target[: span[1]]} {material.target[slice(*span)]}{material.target[span[1] :]}" if span else None


def _doubled_word(material: Material, rng: Random) -> str | None:
    options = [match for match in words(material.target) if _undoubtable(match, material.language)]
    return one_of(rng, [put(match, f"{match[0]} {match[0]}") for match in options])


def _undoubtable(match: re.Match[str], language: str) -> bool:
    """Nobody says this word twice on purpose; it is no name, and does not stand there twice already."""
    word, text = match[0], match.string
    beside = text[: match.start()].lower().split()[-1:] + text[match.end() :].lower().split()[:1]
    if not word.islower() or "-" in word or word in beside:
        return False
    return bool(_AZERBAIJANI.fullmatch(word)) if language == "az" else word not in _LEGITIMATE[language].split()


def _doubled_text(material: Material, rng: Random) -> str | None:
    """The whole text twice."""
    text = material.target
    return f"{text} {text}" if words(text) and not text.endswith("\n") else None


_ADDED = "length end-punctuation numbers quotes brackets"
_LOST = f"{_ADDED} placeholders tags markdown addresses hashtags line-breaks cut-off names places"
KINDS = (
    kind("cut-off", _LOST, _cut),
    kind("cut-off-and-closed", _LOST, _cut_and_closed),
    kind("another-sentence-added", _ADDED, _glued),
    kind("sentence-lost", _LOST, _sentence_lost),
    kind("farewell-added", _ADDED, _farewell),
    kind("loop", "repetition", _loop),
    kind("doubled-word", "repetition", _doubled_word),
    kind("doubled-phrase", "repetition", _doubled_phrase),
    kind("doubled-text", "repetition length", _doubled_text),
)
