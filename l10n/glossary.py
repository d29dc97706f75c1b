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
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from l10n.errors import L10nError
from l10n.inflection import key, pattern
from l10n.languages import LANGUAGES

_YES = frozenset({"yes", "1", "true", "x", "ja"})
_COLUMNS = ("note", "forbidden", "case", "do-not-translate")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Term:
    """One row; words by language, in the order of the file."""

    words: Mapping[str, tuple[str, ...]]
    forbidden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    note: str = ""
    case: bool = True
    line: int = 0
    fixed: bool = False
    """Not to be translated."""


class _Rows(Protocol):
    """What csv.reader gives."""

    @property
    def line_num(self) -> int: ...
    def __iter__(self) -> Iterator[list[str]]: ...
    def __next__(self) -> list[str]: ...


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
                    self._index.setdefault(lang, {}).setdefault(key(word, lang), []).append((word, term))

    def fixed(self, text: str, lang: str) -> list[tuple[int, int]]:
        """Where terms stand that every language leaves as they are."""
        return [one.span for one in self.find(text, lang) if one.term.fixed]

    def find(self, text: str, lang: str) -> list[Found]:
        """The terms in a text of this language, from left to right; of two that overlap, the longer one."""
        index = self._index.get(lang)
        if not index:
            return []
        found = []
        for match in _WORD.finditer(text):
            for word, term in index.get(key(match[0], lang), ()):
                if hit := pattern(word, lang, term.case).match(text, match.start()):
                    found.append(Found(term, hit.span()))
        found.sort(key=lambda one: one.span[0] - one.span[1])
        kept: list[Found] = []
        for one in found:
            if all(one.span[1] <= other.span[0] or other.span[1] <= one.span[0] for other in kept):
                kept.append(one)
        return sorted(kept, key=lambda one: one.span)


def read(path: Path) -> Glossary:
    """The glossary in this CSV file; L10nError with `file:line` for what is wrong in it."""
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise L10nError(f"{path}: cannot read: {error.strerror}", "check `glossary` in the settings") from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise L10nError(f"{path}:{line}: not UTF-8", "save it as CSV in UTF-8") from None
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        return Glossary(tuple(_terms(rows, path)))
    except csv.Error as error:
        hint = "close every double quote, and save it as CSV in UTF-8"
        raise L10nError(f"{path}:{rows.line_num}: not a CSV file: {error}", hint) from None


def _terms(rows: _Rows, path: Path) -> Iterator[Term]:
    names = [name.strip().lower() for name in next(rows, [])]
    languages = _languages(names, path)
    before = rows.line_num
    for cells in rows:
        line, before = before + 1, rows.line_num
        if len(cells) > len(names):
            raise L10nError(f"{path}:{line}: more cells than columns", "put text with commas into double quotes")
        row = dict(zip(names, map(str.strip, cells), strict=False))
        if any(row.values()):
            yield _term(row, languages, path, line)


def _languages(names: list[str], path: Path) -> list[str]:
    """The columns that are languages; L10nError if the first line is no header of a glossary."""
    languages = [name for name in names if name in LANGUAGES]
    known = ",".join((*LANGUAGES, *_COLUMNS))
    if len(languages) < 2:
        raise L10nError(f"{path}:1: no columns of two languages", f"the first line names the columns: {known}")
    for name in names:
        if name and name not in LANGUAGES and name not in _COLUMNS:
            raise L10nError(f"{path}:1: unknown column '{name}'", f"known: {known}")
        if name and names.count(name) > 1:
            raise L10nError(f"{path}:1: column '{name}' is there twice", "keep one of them")
    return languages


def _term(row: Mapping[str, str], languages: list[str], path: Path, line: int) -> Term:
    words = {lang: _split(row.get(lang, ""), "|") for lang in languages if row.get(lang)}
    if not words:
        raise L10nError(f"{path}:{line}: a term without words", "fill in at least one language")
    fixed = row.get("do-not-translate", "").lower() in _YES
    if fixed:
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
    return Term(words, forbidden, row.get("note", ""), case, line, fixed)


def _split(text: str, mark: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(mark) if part.strip())
