"""The terms of a project and how each language says them: a CSV file, and finding terms in inflected text.

    de,en,ru,az,uk,note,forbidden,case,do-not-translate
    Kreml,Kremlin,Кремль,Kreml,Кремль,,,yes,
    Kyjiw|Kiew,Kyiv,Киев,Kiyev,Київ,,en:Kiev,yes,
    SOCAR,,,,,the oil company,,yes,yes

A column a language, `|` between words of equal standing. `forbidden` has words that must not be used, `en:Kiev; ru:…`;
`case` says that upper and lower case count, `do-not-translate` that the source's form stays in every language.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from l10n.errors import L10nError
from l10n.languages import LANGUAGES

_YES = frozenset({"yes", "1", "true", "x", "ja"})
_COLUMNS = ("note", "forbidden", "case", "do-not-translate")
_WORD = re.compile(r"\w+")
_KEY = 3
"""Letters by which terms are looked up: no ending reaches further to the front."""

_ENDINGS = {
    "de": r"(?:e?[ns]|e|ns|ens)?",
    "en": r"(?:e?s|ed|ing|i?ans?|i|'s|’s)?",
    "ru": r"\w{0,8}",
    "uk": r"\w{0,8}",
    "az": r"\w{0,9}",
}
"""Of a noun; Russian and Ukrainian make an adjective of a name where German has its genitive."""
_ADJECTIVE = re.compile(r"e[mnrs]?$")
"""German endings within a term of several words."""
_CUT = {
    "ru": re.compile(r"(?:[аяоеёиыуюьй]{1,3}|[аиоеы]й)$"),
    "uk": re.compile(r"(?:[аяоеєиіїуюьй]{1,3})$"),
    "az": re.compile(r"(?:[qk]|s?[ıiuü])$"),
}
_SOFT = {"uk": str.maketrans("іїє", "ооо"), "ru": str.maketrans("ё", "е"), "az": str.maketrans("ğ", "q")}
"""Sounds that change within a word: Київ, Києва."""


@dataclass(frozen=True, slots=True)
class Term:
    """One row; words by language, in the order of the file."""

    words: Mapping[str, tuple[str, ...]]
    forbidden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    note: str = ""
    case: bool = True
    line: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """A term in a source text."""

    term: Term
    span: tuple[int, int]


class Glossary:
    """Terms, looked up by the first letters of their first word."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self.terms = terms
        self._index: dict[str, dict[str, list[tuple[str, Term]]]] = {}
        for term in terms:
            for lang, words in term.words.items():
                for word in words:
                    key = _soft(word[:_KEY], lang)
                    self._index.setdefault(lang, {}).setdefault(key, []).append((word, term))

    def find(self, text: str, lang: str) -> list[Found]:
        """The terms in a text of this language, from left to right; of two that overlap, the longer one."""
        index = self._index.get(lang)
        if not index:
            return []
        found = []
        for match in _WORD.finditer(text):
            for word, term in index.get(_soft(match[0][:_KEY], lang), ()):
                if hit := _pattern(word, lang, term.case).match(text, match.start()):
                    found.append(Found(term, hit.span()))
        found.sort(key=lambda one: one.span[0] - one.span[1])
        kept: list[Found] = []
        for one in found:
            if all(one.span[1] <= other.span[0] or other.span[1] <= one.span[0] for other in kept):
                kept.append(one)
        return sorted(kept, key=lambda one: one.span)


def present(word: str, text: str, lang: str) -> tuple[int, int] | None:
    """Where the text has the word or phrase in some inflected form; the words of a phrase in any order.

    Upper and lower case count for abbreviations only: an adjective made of a name is small in most languages. The
    place is that of its first word; None if a word is missing.
    """
    spans = []
    for part in _WORD.findall(word):
        match = _pattern(part, lang, part.isupper()).search(text)
        if match is None:
            return None
        spans.append(match.span())
    return spans[0] if spans else None


def read(path: Path) -> Glossary:
    """The glossary in this CSV file; L10nError with `file:line` for what is wrong in it."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file, strict=True)
            return Glossary(tuple(_terms(rows, path)))
    except OSError as error:
        raise L10nError(f"{path}: cannot read: {error.strerror}", "check `glossary` in the settings") from None
    except UnicodeDecodeError:
        raise L10nError(f"{path}: not UTF-8", "save it as CSV in UTF-8") from None
    except csv.Error as error:
        raise L10nError(f"{path}: not a CSV file: {error}", "save it as CSV in UTF-8") from None


def _terms(rows: Iterator[list[str]], path: Path) -> Iterator[Term]:
    names = [name.strip().lower() for name in next(rows, [])]
    languages = [name for name in names if name in LANGUAGES]
    if len(languages) < 2:
        hint = f"the first line names the columns: {','.join((*LANGUAGES, *_COLUMNS))}"
        raise L10nError(f"{path}:1: no columns of two languages", hint)
    if unknown := [name for name in names if name not in LANGUAGES and name not in _COLUMNS]:
        raise L10nError(f"{path}:1: unknown column '{unknown[0]}'", f"known: {', '.join((*LANGUAGES, *_COLUMNS))}")
    for line, cells in enumerate(rows, start=2):
        if len(cells) > len(names):
            raise L10nError(f"{path}:{line}: more cells than columns", "put text with commas into double quotes")
        row = dict(zip(names, map(str.strip, cells), strict=False))
        if any(row.values()):
            yield _term(row, languages, path, line)


def _term(row: Mapping[str, str], languages: list[str], path: Path, line: int) -> Term:
    words = {lang: _split(row.get(lang, ""), "|") for lang in languages if row.get(lang)}
    if not words:
        raise L10nError(f"{path}:{line}: a term without words", "fill in at least one language")
    if row.get("do-not-translate", "").lower() in _YES:
        first = next(iter(words.values()))
        words = {lang: words.get(lang, first) for lang in languages}
    forbidden: dict[str, tuple[str, ...]] = {}
    for part in _split(row.get("forbidden", ""), ";"):
        lang, colon, word = part.partition(":")
        if not colon or lang.strip() not in LANGUAGES:
            raise L10nError(
                f"{path}:{line}: forbidden: '{part}' names no language", "write it like this: en:Kiev; ru:…"
            )
        forbidden[lang.strip()] = (*forbidden.get(lang.strip(), ()), *_split(word, "|"))
    case = row.get("case", "yes").lower() in (_YES | {""})
    return Term(words, forbidden, row.get("note", ""), case, line)


def _split(text: str, mark: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(mark) if part.strip())


def _soft(text: str, lang: str) -> str:
    return text.lower().translate(_SOFT.get(lang, {}))


@lru_cache(4096)
def _pattern(phrase: str, lang: str, case: bool) -> re.Pattern[str]:
    """The phrase in all its forms: each word with its ending cut off and any usual one in its place."""
    parts = re.findall(r"\w+|[^\w\s]+", phrase)
    words = [_inflected(word, lang, last=place == len(parts)) for place, word in enumerate(parts, 1)]
    pattern = r"[\s-]*".join(words) if any(re.match(r"\W", word) for word in phrase.split()) else r"[\s-]+".join(words)
    return re.compile(rf"(?<!\w){pattern}(?!\w)", 0 if case else re.IGNORECASE)


def _inflected(word: str, lang: str, last: bool) -> str:
    if lang == "de" and not last:
        return re.escape(_ADJECTIVE.sub("", word)) + ("e[mnrs]?" if _ADJECTIVE.search(word) else "")
    if not word[0].isalpha() or word.isupper() or len(word) < _KEY:
        return re.escape(word) + ("" if not word[0].isalpha() else r"(?:['’-]?\w{0,4})")
    cut = _CUT.get(lang)
    stem = cut.sub("", word) if cut else word
    if len(stem) < _KEY:
        stem = word
    letters = re.escape(stem)
    if lang == "uk" and len(stem) > _KEY:  # the vowel of the last syllable may change
        letters = re.sub(r"[іїєое](?=[^аеєиіїоуюя]{1,2}$)", "[іїєое]", letters)
    if lang == "ru" and len(stem) > _KEY:
        letters = letters.replace("е", "[её]")
    return letters + _ENDINGS.get(lang, r"\w{0,3}")
