"""A glossary as CSV, for spreadsheets and text editors.

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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from l10n.errors import L10nError
from l10n.glossary.term import Term, everywhere
from l10n.languages import LANGUAGES

_YES = frozenset({"yes", "1", "true", "x", "ja"})
_COLUMNS = ("note", "forbidden", "case", "do-not-translate")


class _Rows(Protocol):
    """What csv.reader gives."""

    @property
    def line_num(self) -> int: ...
    def __iter__(self) -> Iterator[list[str]]: ...
    def __next__(self) -> list[str]: ...


def read(path: Path) -> tuple[Term, ...]:
    """The terms in this CSV file; L10nError with `file:line` for what is wrong in it."""
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
        return tuple(_terms(rows, path))
    except csv.Error as error:
        hint = "close every double quote, and save it as CSV in UTF-8"
        raise L10nError(f"{path}:{rows.line_num}: not a CSV file: {error}", hint) from None


def text(terms: Iterable[Term], origin: Path, languages: Sequence[str] = ()) -> str:
    """A CSV file with these terms, which `read` reads as the same; columns for these languages and all of the terms.

    L10nError that names the line of `origin` for words that have our separators in them.
    """
    terms = list(terms)
    used = {lang for term in terms for lang in (*term.words, *term.forbidden)} | set(languages)
    languages = [lang for lang in LANGUAGES if lang in used or len(used) < 2]
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow((*languages, *_COLUMNS))
    writer.writerows(_cells(term, languages, f"{origin}:{term.line}") for term in terms)
    return out.getvalue()


def _cells(term: Term, languages: Sequence[str], place: str) -> list[str]:
    words = dict(term.words)
    if term.do_not_translate:  # what `everywhere` fills in again
        first, *others = (lang for lang in languages if lang in words)
        words = {first: words[first]} | {lang: words[lang] for lang in others if words[lang] != words[first]}
    forbidden = (
        f"{lang}:{_joined(unwanted, '|;', place)}" for lang, unwanted in term.forbidden.items() if lang in LANGUAGES
    )
    case, fixed = "yes" if term.case else "no", "yes" if term.do_not_translate else ""
    return [
        *(_joined(words.get(lang, ()), "|", place) for lang in languages),
        term.note,
        "; ".join(forbidden),
        case,
        fixed,
    ]


def _joined(words: Iterable[str], marks: str, place: str) -> str:
    for word in words:
        if mark := next((mark for mark in marks if mark in word), ""):
            raise L10nError(f"{place}: “{word}” has a {mark}, which separates words in CSV", "change the term")
    return "|".join(words)


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
    if not any(words.values()):
        raise L10nError(f"{path}:{line}: a term without words", "fill in at least one language")
    fixed = row.get("do-not-translate", "").lower() in _YES
    forbidden: dict[str, tuple[str, ...]] = {}
    for part in _split(row.get("forbidden", ""), ";"):
        lang, colon, word = part.partition(":")
        if not colon or lang.strip() not in LANGUAGES:
            raise L10nError(
                f"{path}:{line}: forbidden: '{part}' names no language", "write it like this: en:Kiev; ru:…"
            )
        forbidden[lang.strip()] = (*forbidden.get(lang.strip(), ()), *_split(word, "|"))
    case = row.get("case", "yes").lower() in (_YES | {""})
    words = {lang: given for lang, given in words.items() if given}
    return Term(
        everywhere(words, languages) if fixed else words, forbidden, row.get("note", ""), case, fixed, line=line
    )


def _split(text: str, mark: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(mark) if part.strip())
