"""Names or an abbreviation were lost, or names are in small letters.

A name that is nowhere in the translation, in no spelling and no script, was left out: put it back. What has a capital
in its place counts as its translation. Two people are surely missing where the text is shorter by their names; others
may have been translated, by words without a capital, and they are only noted, in texts that are short. So is an
abbreviation that may have been spelled out; those of common words and of countries are.

Bad ru: Gestern sprachen Olaf Schulte und Karin Behrens. | Вчера они говорили.
Bad en-ru: Yesterday Olaf Schulte and Karin Behrens spoke. | Вчера они говорили.
Bad en-ru: We met Olaf Schulte in Hamburg. | Мы встретили олафа шульте в гамбурге.
Bad en-ru: The price is set by the OPEC. | Цену устанавливают страны.
Good en-ru: Yesterday Olaf Schulte and Karin Behrens spoke. | Вчера говорили Олаф Шульте и Карин Беренс.
Good en-ru: The White House and Google were silent. | Белый дом и Google молчали.
Good en-ru: The price is set by the OPEC. | Цену устанавливает ОПЕК.
Good en-ru: They showed the "Gilded Youth" and "Silver Rain". | Показали «Позолоченную молодёжь» и дождь.
Good en-ru: It was as long as the Academy Awards. | Это длилось, как премия «Оскар».
Good: Im Garten standen Tische und Stühle. | There were tables and chairs in the garden.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from l10n.checks import Hit
from l10n.languages import record
from l10n.model.findings import Severity
from l10n.pairs.left_out import has_people, is_short, left_out
from l10n.pairs.name_words import LONG, NEAR, WORD, NameWords, begins
from l10n.pairs.pair import Pair
from l10n.text.apostrophe import MARKS
from l10n.text.names import is_title
from l10n.text.words import known_words, listed

SEVERITY = Severity.WARNING
NEEDS = ("names",)

_LOST = 2
"""Names that are lost at once; a single one may be a pronoun in the translation."""
_PERSON = 2
"""Words of a person's name."""
_NAME = re.compile(r"[^\W\d_a-z](?<![\w.@/-].)[^\W\d_]*[^\W\d_A-Z][^\W\d_]*(?:['’][^\W\d_]+)?(?![\w@/(]|\.\w)")
"""The letter comes first here and below: to look for that takes half the time."""
_ABBREVIATION = re.compile(r"[^\W\d_a-z](?<![\w.@/-].)[^\W\d_a-z]{1,5}(?![\w@/-]|\.\w)")
_DERIVED = re.compile(r"(?:[aei]an|[cm]an|ish|ese|[cs]h|ist|ism|ic|day|ing|i)s?$")
"""Ends of words that have a capital in few languages: peoples, languages, faiths, days, activities."""
_COMPOUND = 6
"""Letters of a German noun whose end may tell that it is none; more than twice as many are a compound."""
_MANY = 1000
"""Words of both texts: among more, each name is like something."""
_NEXT = re.compile(r" ([A-ZÀ-Ž][a-zß-ž]{2,})(?![\w-])")
_RUN = re.compile(r"[^\W\d_a-z](?<![\w@./-].)[\w'’-]*(?: (?:(?:of|the|de|von|van|der) ){0,2}[^\W\d_a-z][\w'’-]*)*")
"""A name of several words: Olaf Schulte, National Foundation of Science."""
_OPENING = frozenset('"“„«')
_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]{2,120})[\"”“»]")
_ROMAN = re.compile("[IVXLCM]+")


def check(pair: Pair) -> Iterator[Hit]:
    """Names that nobody can take for other words; then abbreviations."""
    if pair.copied or pair.source_plain.islower() or _is_title(pair):
        return
    if len(pair.source_words) + len(pair.target_words) > _MANY:
        return
    lang = pair.source_language
    own = _own_abbreviations(pair)
    words = NameWords(pair)
    if names := [match for match in _candidates(words, pair) if _is_name(match, lang)]:
        if small := _small(names, words, pair):
            several = len({match[0] for match in small if not _is_word(match[0], pair)}) > 1
            severity = SEVERITY if several and 2 * len(small) >= len(names) else Severity.INFO
            yield _hit("in small letters", small, severity)
        elif lost := _lost(names, words, pair):
            yield from _gone(lost, pair)
    if lost := _abbreviations(own, pair, words):
        yield Hit(f"“{lost[0][0]}” is lost", source_span=lost[0].span(), severity=Severity.INFO)


def _gone(lost: Sequence[re.Match[str]], pair: Pair) -> Iterator[Hit]:
    """Names that were left out: where the text is no shorter than usual, other words may stand for them."""
    spans = [match.span() for match in lost]
    several = has_people(spans)
    if several or is_short(pair):
        kept = pair.conventions.kept if pair.conventions else None
        sure = several and left_out(spans, pair) and not (kept and kept.usual)
        yield _hit("not found in the translation", lost, SEVERITY if sure else Severity.INFO)


def _is_title(pair: Pair) -> bool:
    """Most words have a capital: in a heading that tells nothing."""
    if pair.source_plain.rstrip().endswith((".", "!", "?", "…")):
        return pair.source_plain.isupper()
    if record(pair.source_language).noun_capitals:
        return False
    words = [word for word in pair.source_words if len(word) > LONG]
    return sum(map(str.islower, words)) * 2 <= len(words)


def _candidates(words: NameWords, pair: Pair) -> list[re.Match[str]]:
    """Words of the source that may be names, by themselves; none if no finding can come of them.

    That is seen long before it is known which of them are names.
    """
    lang = pair.source_language
    if not record(lang).noun_capitals:
        own = _perhaps_names(pair)
        return own if len(own) >= _LOST or (own and not words.has_capital) else []
    if pair.source_chars.isdisjoint(MARKS) and not _has_neighbours(pair.source_words, pair.source_plain, lang):
        return []
    own = _perhaps_names(pair)
    if any(first.end() + 1 == second.start() for first, second in pairwise(own)):  # a person
        return own
    return own if any(_beside_another(match, lang) for match in own) and not words.has_capital else []


def _has_neighbours(words: Sequence[str], text: str, lang: str) -> bool:
    """Two words side by side in the text may be names; what an apostrophe joins counts as several."""
    small = bytes(map(str.islower, words))
    index = small.find(b"\0\0")
    while index >= 0:
        first, second = words[index], words[index + 1]
        if _is_unknown_noun(first, lang) and _is_unknown_noun(second, lang) and _side_by_side(first, second, text):
            return True
        index = small.find(b"\0\0", index + 1)
    return False


def _side_by_side(first: str, second: str, text: str) -> bool:
    """With a single character between them."""
    start = text.find(first)
    while start >= 0 and not text.startswith(second, start + len(first) + 1):
        start = text.find(first, start + 1)
    return start >= 0


def _perhaps_names(pair: Pair) -> list[re.Match[str]]:
    return [match for match in _NAME.finditer(pair.source_plain) if _may_be_name(match[0], pair.source_language)]


def _small(names: Sequence[re.Match[str]], words: NameWords, pair: Pair) -> list[re.Match[str]]:
    """Where the translation has no capital at all; of German nouns, if one of them stands beside another."""
    if words.has_capital:
        return []
    if not record(pair.source_language).noun_capitals:
        return [match for match in names if words.has_small(match[0])]
    if len(names) == 1 or not any(_beside_another(match, pair.source_language) for match in names):
        return []
    small = [match for match in names if words.has_small(match[0])]
    sure = len(small) > 1 and any(_beside_another(match, pair.source_language) for match in small)
    return small if sure else []


def _is_word(name: str, pair: Pair) -> bool:
    """The source has it in small letters, too: the Export page, for exporting."""
    small = name.lower()
    return any(word.startswith(small) and word.islower() for word in pair.source_words)


def _lost(names: Sequence[re.Match[str]], words: NameWords, pair: Pair) -> list[re.Match[str]]:
    """Of names of several words, none of which is there; a person's counts as two, and is sure among German nouns."""
    if len({match[0] for match in names}) < _LOST:
        return []
    only_people = record(pair.source_language).noun_capitals
    starts = {match.start() for match in names}
    lost: list[re.Match[str]] = []
    quoted = () if pair.source_chars.isdisjoint(_OPENING) else _QUOTED.finditer(pair.source_plain)
    titles = [match.span() for match in quoted if is_title(match[1])]
    count = 0
    for run in _RUN.finditer(pair.source_plain):
        if only_people and " " not in run[0]:
            continue
        parts = list(WORD.finditer(pair.source_plain, *run.span()))
        own = [part for part in parts if part.start() in starts]
        is_person = len(own) == len(parts) == _PERSON
        if (
            own
            and (is_person or not only_people)
            and not any(start <= run.start() < end for start, end in titles)
            and not any(words.has(part[0]) for part in parts if part[0][0].isupper())
        ):
            lost += own
            count += 2 if is_person else 1
    enough = len({match[0] for match in lost}) >= _LOST and count >= _LOST
    return lost if enough and count - words.others(pair.source_plain, pair.source_language) >= _LOST else []


def _hit(problem: str, matches: Sequence[re.Match[str]], severity: Severity) -> Hit:
    shown = ", ".join(dict.fromkeys(f"“{match[0]}”" for match in matches))
    return Hit(f"names {problem}: {shown}", source_span=(matches[0].start(), matches[-1].end()), severity=severity)


def _is_name(match: re.Match[str], lang: str) -> bool:
    """By its place in the text; asked of what may be one."""
    return not begins(match) and (not record(lang).noun_capitals or _stands_as_name(match, lang))


@lru_cache(65536)
def _may_be_name(word: str, lang: str) -> bool:
    """A capital that tells, and no word that we know."""
    if len(word) < LONG or not (word[0].isupper() and word[1].islower()):
        return False
    spoken = record(lang)
    if word in spoken.months.names:
        return False
    if spoken.noun_capitals:
        return _is_unknown_noun(word, lang)
    return word.lower() not in known_words(lang) and not _DERIVED.search(word)


@lru_cache(65536)
def _is_unknown_noun(word: str, lang: str) -> bool:
    leftover = record(lang).leftover
    noun = leftover is not None and len(word) > _COMPOUND and word.endswith(leftover.nouns)
    return not noun and len(word) <= 2 * _COMPOUND and word.lower() not in known_words(lang)


def _stands_as_name(match: re.Match[str], lang: str) -> bool:
    """Beside another one, or without an article after a small word: Olaf Schulte, nach Baku."""
    return _beside_another(match, lang) or _before(match) in listed(lang, "before_names")


def _beside_another(match: re.Match[str], lang: str) -> bool:
    after = _NEXT.match(match.string, match.end())
    return (after is not None and _is_unknown_noun(after[1], lang)) or _is_capital_unknown(_before(match), lang)


def _before(match: re.Match[str]) -> str:
    """The word before, if nothing but a space stands between."""
    text, end = match.string, match.start() - 1
    return text[max(0, end + 1 - NEAR) : end].rpartition(" ")[2] if end >= 0 and text[end] == " " else ""


def _is_capital_unknown(word: str, lang: str) -> bool:
    return word.istitle() and word.isalpha() and len(word) >= LONG and _is_unknown_noun(word, lang)


def _abbreviations(own: Sequence[re.Match[str]], pair: Pair, words: NameWords) -> list[re.Match[str]]:
    """Those of the source, if the translation has fewer, and nothing with a capital in their place."""
    lost = [match for match in own if match[0] not in pair.target and not words.has(match[0])]
    if not lost:
        return []
    others = {word for word in words.all if len(word) > 1 and not word.islower() and not word.istitle()}
    missing = len({match[0] for match in own}) - len(others)
    enclosed = any(match.string[match.start() - 1 : match.start()] == "(" for match in lost)
    return lost if missing > 0 and (enclosed or words.others(pair.source_plain, pair.source_language) < missing) else []


def _own_abbreviations(pair: Pair) -> list[re.Match[str]]:
    """Those of the source; what an apostrophe joins is several words there, but may be one of ours."""
    if not pair.source_capitals and pair.source_chars.isdisjoint(MARKS):
        return []
    known = listed(pair.source_language, "spelled_out")
    countries = {span[0] for spans in pair.source_meanings.mentioned("countries").values() for span in spans}
    return [
        match
        for match in _ABBREVIATION.finditer(pair.source_plain)
        if _is_abbreviation(match[0]) and match[0] not in known and match.start() not in countries
    ]


def _is_abbreviation(word: str) -> bool:
    return word.isupper() and not _ROMAN.fullmatch(word)
