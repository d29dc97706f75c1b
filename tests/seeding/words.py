"""Wrong words: none, those of the source or of another language, another than the glossary's."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from random import Random

from tests.seeding.material import Material, Seed, kind
from tests.seeding.texts import one_of, put, words

_FUNCTION_WORDS = {
    "de": "und oder aber nicht der dem ist sind wird wurde mit von vom zum zur für auf aus bei nach über eine einen "
    "einer sich auch nur noch wie dass wenn durch unter gegen zwischen doch",
    "en": "the and of with for but which was were are from that not has have this their they into over between",
}
"""None of them is a word of another of our languages."""
_SHARED = re.compile(r"(?:al|ent|ant|ion|iv|or|ell|modern|blind|linear|super|status|hotel|radio|video|internet)$")
"""How words end that a good translation may well have, too: modern, global, transparent, situation."""
_SISTERS = {"ru": "uk", "uk": "ru"}
_NOUN = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{3,}(?:ung|heit|keit|schaft|nis|ungen|heiten|schaften)")
"""German nouns that are no names."""


def _untranslated(material: Material, rng: Random) -> str | None:
    return ""


def _copied(material: Material, rng: Random) -> str | None:
    """A text without at least two plain words may be the same in both languages."""
    plain = [match for match in words(material.source) if match[0].islower() or match[0].isupper()]
    alike = material.source in material.targets.values()
    return None if alike or len(plain) < 2 else material.source


def _other_language(*, sister: bool) -> Seed:
    """The translation into another language by mistake; a short title may be in a sister language by chance."""

    def seed(material: Material, rng: Random) -> str | None:
        own = _vocabulary(material.target)
        options = [
            text
            for language, text in sorted(material.targets.items())
            if language not in (material.language, material.source_language)
            and (language == _SISTERS.get(material.language)) == sister
            and len(_vocabulary(text) - own) > (4 if sister else 2)
        ]
        return one_of(rng, options)

    return seed


@cache
def _vocabulary(text: str) -> frozenset[str]:
    return frozenset(match[0].lower() for match in words(text))


def _content(word: str, language: str) -> bool:
    """It means something and is no name."""
    return (word.islower() and len(word) > 4) or (language == "de" and bool(_NOUN.fullmatch(word)))


def _function(word: str, language: str) -> bool:
    return word in _FUNCTION_WORDS.get(language, "").split()


def _foreign(word: str, material: Material) -> bool:
    """Surely no word of the target language."""
    texts = (material.target, *(texts.get(material.language, "") for texts in material.others))
    alike = _SHARED.search(word) or any(word.lower() in _vocabulary(text) for text in texts)
    return material.language in _SISTERS or not alike


def _runs(text: str, count: int) -> list[tuple[re.Match[str], ...]]:
    """All sequences of so many words with nothing but spaces between them."""
    every = words(text)
    runs = [every[at : at + count] for at in range(len(every) - count + 1)]
    return [run for run in runs if all(text[a.end() : b.start()].isspace() for a, b in pairwise(run))]


def _left(wanted: Callable[[str, str], bool], count: int = 1, *, pivot: bool = False) -> Seed:
    """Words of the source, or of the English by way of which a draft came, in place of as many translated ones."""

    def seed(material: Material, rng: Random) -> str | None:
        language = "en" if pivot else material.source_language
        text = material.targets.get("en", "") if pivot else material.source
        runs = [
            run
            for run in _runs(text, count)
            if all(_content(match[0], language) or match[0].islower() for match in run)
            and any(wanted(match[0], language) and _foreign(match[0], material) for match in run)
        ]
        own = [run for run in _runs(material.target, count) if all(match[0].islower() for match in run)]
        run = one_of(rng, runs)
        if run is None or not own:
            return None
        place = run[0].start() / len(text) * len(material.target)
        nearest = min(own, key=lambda run: abs(run[0].start() - place))
        new = text[run[0].start() : run[-1].end()]
        return material.target[: nearest[0].start()] + new + material.target[nearest[-1].end() :]

    return seed


def _term(word: str, text: str) -> list[re.Match[str]]:
    """Where the text has this term of the glossary, whatever its endings."""
    stems = (re.escape(part[: max(3, len(part) - 2)]) + r"\w*" for part in word.split())
    return list(re.finditer(r"\b" + r"\s+".join(stems), text, re.IGNORECASE))


def _otherwise(material: Material, rng: Random) -> str | None:
    """A term translated by another word: by a good one that is not the agreed one, else by a wrong one."""
    text, language = material.target, material.language
    agreed = {term: texts[language] for term, texts in material.glossary.items() if language in texts}
    wanted = [word for term, word in agreed.items() if re.search(rf"\b{re.escape(term)}\b", material.source)]
    present = [places[0] for places in (_term(word, text) for word in wanted) if len(places) == 1]
    variant = material.variants.get(language)
    if variant and present:
        return None if any(_term(word, variant) for word in wanted) else variant
    match = one_of(rng, present)
    if match is None:
        return None
    others = [word for word in agreed.values() if not _term(word, text) and word.count(" ") == match[0].count(" ")]
    return one_of(rng, [put(match, word[0].upper() + word[1:] if match[0].istitle() else word) for word in others])


_LEFT = "source-left language foreign-letters"
KINDS = (
    kind("untranslated", "untranslated", _untranslated),
    kind("source-copied", "same-as-source", _copied),
    kind("another-language", "language", _other_language(sister=False)),
    kind("sister-language", "language", _other_language(sister=True), "ru uk"),
    kind("source-word-left", _LEFT, _left(_content)),
    kind("source-words-left", _LEFT, _left(_content, 2)),
    kind("source-function-word-left", _LEFT, _left(_function)),
    kind("english-word-left", _LEFT, _left(_content, pivot=True), "ru uk"),
    kind("term-translated-otherwise", "glossary", _otherwise),
)
