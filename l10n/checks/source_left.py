"""A word of the source was left over.

Names stay, other words do not: a German word in the translation has been overlooked, or the engine did not know it.
What may be a word of both languages is a note, and words in a row in another script are an error. What people never
translate in a catalogue is its term, and so are names of commands, files and options; where such words are all over,
single ones are noted at most.

Bad ru: Die Regierung ist gespalten. | Regierung расколото.
Bad:  Die Regierung ist gespalten. | The Regierung is divided.
Bad az: Er wurde kurz darauf abgelöst. | O, tezliklə abgelöst oldu.
Good ru: Der Konzern SOCAR | Концерн SOCAR
Good: Die Welt am Sonntag schrieb darüber. | The Welt am Sonntag wrote about it.
Good: Das sagte der Experte Florian von Brunn. | This was said by expert Florian von Brunn.
Bad:  Hümme und Schöneberg waren da. | Hümme und Schöneberg were there.
Good: Das war bitter. | That was bitter.
Bad:  Wasser bedeckt die Erde. | Water bedeckt the Earth.
Bad en-az: The deadline is 15 March. | Son deadline 15 martdır.
Bad:  Lesen Sie die [Anleitung](http://a.de). | Read the [Anleitung](http://a.de).
Good en-az: The film and the final | Film və final
Bad ru: Sie sagt, die Regierung will die Renten erhöhen. | Она говорит: Regierung will die Renten повысить.
Bad ru: DIE BUNDESREGIERUNG ZAHLT | BUNDESREGIERUNG ПЛАТИТ
Good: SOCAR UND DIE NATO | SOCAR AND NATO
Bad en-uk: He left the old house. | Він покинув the old будинок.
Good en-uk: See `mount' and *umount*(8). | Дивіться «mount» і *umount*(8).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import islice, pairwise

from l10n.checks import Hit
from l10n.languages import PIVOT, record
from l10n.languages.record import Leftover
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.pairs.technical import is_unit, spoken
from l10n.text.evidence import looks
from l10n.text.words import known_words, listed

SEVERITY = Severity.WARNING
NEEDS = ("function_words",)

_SHOWN = 5
_NEAR = 60
_MANY = 50
"""Words of a text that are looked at one by one."""
_MOST_OTHERS = 1000
"""Words of a text that are looked for within the words of the source."""
_ALONE = re.compile(r"(?<![\w!&.'’-])[\w'’-]+")
_SMALL = re.compile(r"[a-z](?<![\w&/\\'’-].)(?<!\w\..)[a-z]{2,}(?![&/\\'’-]?\w|\.\w)")
_QUOTED = re.compile(r"[„“«\"‘(\[][^„“”«»\"‘’()\[\]]*[“”»\"’)\]](?!\()")
"""But not the text of a link in Markdown."""
_MESSAGE = re.compile(r"[„“«\"][^„“”«»\"]+[“”»\"]|(?<![\w*])\*[^\s*][^*\n]*\*(?![\w*])")
"""Quoted or emphasised, with brackets in it."""
_DASHES = str.maketrans("–—", "--")
_HEAD = re.compile(r"[A-ZÀ-Ž][\w.&’'-]*(?: [a-z]+)? $")
_TAIL = re.compile(r" (?:[a-z]+ )?[A-ZÀ-Ž][\w&’'-]*")
_JOINING = frozenset({"und", "oder", "mit", "bei", "in", "and", "or", "with"})
"""They stand between names, too."""
_LEFT = re.compile(r"([A-ZÄÖÜ][\wäöüß.&-]*) $")
_LATIN_RUN = re.compile(
    r"(?<![\w'’-])(?:(?![A-Za-zÀ-ž])[\w'’-])*+(?P<words>[A-Za-zÀ-ž][\w'’-]*+(?: [A-Za-zÀ-ž][\w'’-]*+){2,})"
)
"""From the first of its letters on; no other letter of a word is tried."""
_SHORT = 3
_PREPOSITIONS = frozenset({"of", "to", "by", "is"})
"""Shorter still, and no words of Azerbaijani."""
_LONG = 6
"""Letters from which an ending tells that a word is no name."""


def check(pair: Pair) -> Iterator[Hit]:
    """Words of both texts that are no names: common in the source language, or small in a text of another script."""
    if pair.source_language == pair.language or pair.copied or pair.verbatim or pair.typography is None:
        return
    if pair.typography.cyrillic and not pair.latin:
        return
    shared = set(pair.target_words).intersection(pair.source_words)
    if left := _places([word for word in shared if _candidate(word, pair)], pair) or _pivot(pair):
        words = ", ".join(f"“{match[0]}”" for match in left[:_SHOWN]) + (" …" if len(left) > _SHOWN else "")
        yield Hit(f"left over: {words}", left[0].span(), severity=_severity(left, pair))
    elif left := _places([word for word in shared if _unknown(word, pair)], pair):
        yield Hit(f"“{left[0][0]}” is in the source, too", left[0].span(), severity=Severity.INFO)


def _severity(left: Sequence[re.Match[str]], pair: Pair) -> Severity:
    """Words next to each other, as in the source, are no name in another script; one word may be many things."""
    if len(left) == 1 and _after_name(left[0], pair):
        return Severity.INFO
    if len(left) == 1 and pair.kind.is_technical and left[0][0].lower() not in known_words(pair.source_language):
        return Severity.INFO  # the name of a library or a service, perhaps: gtk, todoist
    small = _small(pair.source_language, pair.language)
    if _keeps(pair) and not any(match[0] in small and len(match[0]) > _SHORT - 1 for match in left):
        return Severity.INFO
    in_a_row = _cyrillic(pair) and (any(_run(*two, pair) for two in pairwise(left)) or _clause(left, pair))
    return Severity.ERROR if in_a_row else SEVERITY


def _run(first: re.Match[str], second: re.Match[str], pair: Pair) -> bool:
    between = first.string[first.end() : second.start()]
    return between == " " and f"{first[0]} {second[0]}" in pair.source_plain


def _clause(left: Sequence[re.Match[str]], pair: Pair) -> bool:
    """Words in a row as in the source, two small ones among them: part of a sentence, whatever looks like a name."""
    starts, source = [match.start() for match in left], pair.source_plain
    around = (
        run["words"]
        for run in _LATIN_RUN.finditer(pair.target_plain)
        if bisect_left(starts, run.start("words")) < bisect_left(starts, run.end("words"))
    )  # to look for all the others in the source would take the square of long texts
    return any(_has_two_small(words) and words in source for words in around)


def _has_two_small(words: str) -> bool:
    return any(both[0].islower() and both[1].islower() for both in pairwise(words.split()))


def _keeps(pair: Pair) -> bool:
    """The catalogue has words of the source all over."""
    return pair.conventions is not None and pair.conventions.kept is not None and pair.conventions.kept.usual


def _kept(word: str, pair: Pair) -> bool:
    """A word that the catalogue never translates, or among many such words one that is in no dictionary of ours."""
    kept = pair.conventions.kept if pair.conventions else None
    if kept is None:
        return False
    return kept.has(word) or (kept.usual and word.lower() not in known_words(pair.source_language))


def _after_name(match: re.Match[str], pair: Pair) -> bool:
    """A small word after a name, as in the source: perhaps the name of something, “Saale brennt”."""
    name = _LEFT.search(pair.target_plain, max(0, match.start() - _NEAR), match.start())
    if name is None or not match[0].islower() or match[0] in _small(pair.source_language, pair.language):
        return False
    return name[1] not in _common(pair.source_language) and f"{name[1]} {match[0]}" in pair.source_plain


def _places(words: Sequence[str], pair: Pair) -> list[re.Match[str]]:
    """Where they stand first, from left to right; but not as names, in programs or of people, nor in quotations."""
    words = [word for word in words if not _kept(word, pair)]
    if not words:
        return []
    source, target = (
        _firsts(spoken(*texts)) for texts in ((pair.source, pair.source_plain), (pair.target, pair.target_plain))
    )
    matches = sorted((target[word] for word in words if word in target and word in source), key=re.Match.start)
    phrases = _Phrases(pair)
    left = (match for match in matches if not (is_unit(match.string, match.start()) or _titled(pair, match, phrases)))
    return list(islice(left, _MANY))


def _firsts(text: str) -> dict[str, re.Match[str]]:
    """The words of a text, each where it stands first by itself."""
    matches: dict[str, re.Match[str]] = {}
    for match in _ALONE.finditer(text):
        matches.setdefault(match[0], match)
    return matches


def _pivot(pair: Pair) -> list[re.Match[str]]:
    """Words of the pivot in a translation that has gone by way of it."""
    if PIVOT in (pair.source_language, pair.language) or not pair.latin:
        return []
    if not _cyrillic(pair) and pair.target_vocabulary.isdisjoint(_common(PIVOT)):
        return []
    words = list(_SMALL.finditer(pair.target_plain))
    added = _added((match[0] for match in words), pair)
    first = islice((match for match in words if match[0] in added), _MANY)
    left = [match for match in first if _cyrillic(pair) or match[0] in _common(PIVOT)]
    phrases = _Phrases(pair)
    return [match for match in left if not _titled(pair, match, phrases)]


def _added(words: Iterable[str], pair: Pair) -> frozenset[str]:
    """Those of the words that are not in the source, nor within one of its words; the first ones of very many."""
    whole = frozenset(pair.source_words)
    others = islice((word for word in dict.fromkeys(words) if word not in whole), _MOST_OTHERS)
    return frozenset(islice((word for word in others if word not in pair.source_plain), _MANY))


def _candidate(word: str, pair: Pair) -> bool:
    if word.isupper():
        return _shouted(word, pair)
    short = _SHORT - 1 if word.islower() and (_cyrillic(pair) or word in _PREPOSITIONS) else _SHORT
    return len(word) >= short and word.isalpha() and _left(word, pair)


_is_upper = lru_cache(maxsize=1)(str.isupper)
"""Asked for each word of a text."""


def _shouted(word: str, pair: Pair) -> bool:
    """Capitals are an abbreviation's, unless the whole text has them: then it is the word that tells."""
    if len(word) <= _SHORT or not _is_upper(pair.source_plain) or len(pair.source_words) == 1:
        return False
    small, looks_left = word.lower(), record(pair.source_language).leftover
    noun = looks_left is not None and len(word) > _LONG and small.endswith(looks_left.nouns)
    return small not in _same(pair) and (
        noun or not _common(pair.source_language).isdisjoint((small, word.capitalize()))
    )


def _unknown(word: str, pair: Pair) -> bool:
    """Nothing tells that it is no word of the translation, but hardly one is in both languages and small in both."""
    return len(word) > _SHORT and word.islower() and word.isalpha() and word not in _same(pair)


def _same(pair: Pair) -> frozenset[str]:
    """Words that both languages have."""
    source, target = pair.source_language, pair.language
    return listed(target, f"same_in_{source}") | listed(source, f"same_in_{target}")


@lru_cache
def _small(source: str, target: str) -> frozenset[str]:
    return listed(source, "function_words") - listed(target, "function_words") - listed(source, f"same_in_{target}")


def _common(lang: str) -> frozenset[str]:
    return listed(lang, "common_words")


def _left(word: str, pair: Pair) -> bool:
    if word.islower() and word in _small(pair.source_language, pair.language):
        return True
    if word in _same(pair):
        return False
    leftover = record(pair.source_language).leftover
    if leftover is None:
        common = word.lower() in _common(pair.source_language)
        return word.islower() and (common or _cyrillic(pair) or looks(word, PIVOT, pair.language))
    return _looks_left(word, leftover, pair)


def _looks_left(word: str, leftover: Leftover, pair: Pair) -> bool:
    """A word of a language whose words we know by their looks."""
    if not _common(pair.source_language).isdisjoint((word, word.lower())):
        return True
    if len(word) > _LONG and word.endswith(leftover.nouns):
        return True
    if word.islower():
        endings = leftover.looks_beside.get(pair.language, leftover.looks)
        return bool(re.search(endings, word) or (_cyrillic(pair) and re.search(leftover.beside_cyrillic, word)))
    return _cyrillic(pair) and (len(word) > 2 * _LONG or not leftover.umlauts.isdisjoint(word))


def _cyrillic(pair: Pair) -> bool:
    return pair.typography is not None and pair.typography.cyrillic


class _Phrases:
    """Phrases of a translation that are quoted or emphasised: messages of a program, perhaps; and both texts spaced."""

    def __init__(self, pair: Pair) -> None:
        self.spaced, self.source = (text.replace("\u00a0", " ") for text in (pair.target_plain, pair.source_plain))
        self._pair = pair

    @cached_property
    def _quoted(self) -> tuple[str, list[list[re.Match[str]]]]:
        """The source, and what each pattern finds in the translation."""
        text, source = self._pair.target_plain, self._pair.source_plain
        if not (self._pair.source_chars | self._pair.target_chars).isdisjoint("–—"):
            text, source = text.translate(_DASHES), source.translate(_DASHES)
        return source, [list(pattern.finditer(text)) for pattern in (_QUOTED, _MESSAGE)]

    def has(self, position: int) -> bool:
        """A phrase around this position is in the source, too."""
        source, quotations = self._quoted
        indices = [bisect_right(matches, position, key=re.Match.start) - 1 for matches in quotations]
        around = [matches[index] for matches, index in zip(quotations, indices, strict=True) if index >= 0]
        return any(quoted.end() > position and quoted[0][1:-1].strip(" .,!?") in source for quoted in around)


def _titled(pair: Pair, match: re.Match[str], phrases: _Phrases) -> bool:
    """Part of a name of several words, “Welt am Sonntag”, or of a phrase quoted as it is in the source."""
    if phrases.has(match.start()):
        return True
    spaced, source = phrases.spaced, phrases.source
    before = max(0, match.start() - _NEAR)
    head, tail = _HEAD.search(spaced, before, match.start()), _TAIL.match(spaced, match.end())
    if head and tail and (_cyrillic(pair) or (match[0] not in _JOINING and head[0] + match[0] + tail[0] in source)):
        return True  # a title, in other letters than the text's, or as it is in the source
    left = _LEFT.search(pair.target_plain, before, match.start())
    return match[0].istitle() and left is not None and left[1][:_LONG] in pair.source_plain
