"""A glossary as a table, for spreadsheets and text editors.

    de,en,ru,az,uk,note,forbidden,case,do-not-translate
    Kreml,Kremlin,Кремль,Kreml,Кремль,,,yes,
    Kyjiw|Kiew,Kyiv,Киев,Kiyev,Київ,,en:Kiev,yes,
    SOCAR,,,,,the oil company,,yes,yes

A column a language, `|` between words of equal standing. `forbidden` has words that must not be used, `en:Kiev; ru:…`;
`case` says that upper and lower case count, `do-not-translate` that the source's form stays in every language.

Columns may be named as people do: `German`, `Deutsch`, `de-DE`, `Comment`; and as Weblate does: `source`, `target`. A
file without such a line is OmegaT's: source, target, comment. Which languages these are its name says
(`glossary.de-ru.utf8`, `glossary-ru.txt`), else the settings do, if they have one target.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from l10n.errors import L10nError
from l10n.glossary.table import Row, rows
from l10n.glossary.term import Term, everywhere
from l10n.languages import LANGUAGES, ordered
from l10n.languages.codes import codes_by_name, meant, ours

_YES = frozenset({"yes", "1", "true", "x", "ja"})
_COLUMNS = ("note", "forbidden", "case", "do-not-translate")
_SOURCE, _TARGET = "source", "target"
_NOTES = frozenset(
    """
    notes comment comments remark remarks description definition explanation translator_comments developer_comments
    kommentar bemerkung anmerkung notiz beschreibung комментарий примечание описание коментар примітка опис qeyd
    """.split()  # noqa: SIM905  # a list to be read
)
_IGNORED = frozenset({"location", "id", "fuzzy", "context", "previous_source"})
"""Columns of Weblate's and Translate Toolkit's CSV files that say nothing of a term."""
_LONGEST = 40
"""Letters of a column's name, at most."""
_SEPARATED = re.compile(r"\t|\S;\S")
"""A cell that other separators would part; a semicolon before a space is punctuation."""
_ASIDE = re.compile(r"\s*\([^()]*\)$")
"""Deutsch (DE), German (Germany)."""
_BARE = (_SOURCE, _TARGET, "note")
"""The columns of a file that names none."""


def read(path: Path, languages: Sequence[str] = ()) -> tuple[Term, ...]:
    """The terms in this file; L10nError with `file:line` for what is wrong in it.

    `languages` are those of the settings, the source first: for a file that does not say which it has.
    """
    lines = rows(path, lambda cells: len(_spoken(_named(cells))) > 1)
    return tuple(_terms(lines, path, languages))


def text(terms: Iterable[Term], origin: Path, languages: Sequence[str] = ()) -> str:
    """A CSV file with these terms, which `read` reads as the same; columns for these languages and all of the terms.

    L10nError that names the line of `origin` for words that have our separators in them.
    """
    terms = list(terms)
    used = {lang for term in terms for lang in (*term.words, *term.forbidden)} | set(languages)
    languages = ordered(used if len(used) > 1 else {*used, *LANGUAGES})
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow((*languages, *_COLUMNS))
    writer.writerows(_cells(term, languages, f"{origin}:{term.line}") for term in terms)
    return out.getvalue()


def _cells(term: Term, languages: Sequence[str], location: str) -> list[str]:
    words = dict(term.words)
    if term.do_not_translate:  # what `everywhere` fills in again
        first, *others = (lang for lang in languages if lang in words)
        words = {first: words[first]} | {lang: words[lang] for lang in others if words[lang] != words[first]}
    forbidden = (f"{lang}:{_joined(unwanted, '|;', location)}" for lang, unwanted in term.forbidden.items())
    case, fixed = "yes" if term.case else "no", "yes" if term.do_not_translate else ""
    joined = [_joined(words.get(lang, ()), "|", location) for lang in languages]
    joined[0] = f"|{joined[0]}" if f"{joined[0]} ".startswith("# ") else joined[0]  # or it is a comment
    return [
        *joined,
        term.note,
        "; ".join(forbidden),
        case,
        fixed,
    ]


def _joined(words: Iterable[str], marks: str, location: str) -> str:
    for word in words:
        if mark := next((mark for mark in marks if mark in word), ""):
            raise L10nError(f"{location}: “{word}” has a {mark}, which separates words in CSV", "change the term")
    return "|".join(words)


def _terms(lines: Iterator[Row], path: Path, languages: Sequence[str]) -> Iterator[Term]:
    first = next((row for row in lines if not row[1][0].startswith("#")), (1, []))
    location = f"{path}:{first[0]}"
    names = _named(first[1])
    bare = len(first[1]) > 1 and not _spoken(names)
    if bare:
        names = list(_BARE)
    else:
        _check(names, first[1], location)
    names = _settled(names, path, languages, location)
    spoken = _spoken(names)
    for line, cells in [first, *lines] if bare else lines:
        if f"{cells[0]} ".startswith("#" if bare else "# "):  # in a table, #MeToo is a term
            continue
        if len(cells) == 1 < len(names) and _SEPARATED.search(cells[0]):
            hint = "separate the names of the columns in the first line as the cells below them"
            raise L10nError(f"{path}:{line}: only one cell: “{cells[0][:40]}”", hint)
        if len(cells) > len(names) and any(cells[len(names) :]):
            hint = f"the columns are {', '.join(filter(None, names))}: put text with separators into double quotes"
            raise L10nError(f"{path}:{line}: more cells than columns", hint)
        yield _term(_joined_notes(names, cells), spoken, path, line)


def _joined_notes(names: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    row = dict(zip(names, cells, strict=False))
    notes = (cell for name, cell in zip(names, cells, strict=False) if name == "note" and cell)
    return row | {"note": "; ".join(dict.fromkeys(notes))}


def _named(cells: Sequence[str]) -> list[str]:
    """What we call these columns; empty for a name that says nothing."""
    return [_column(cell) for cell in cells]


def _column(cell: str) -> str:
    name = " ".join(cell[: _LONGEST + 1].lower().split())
    if len(name) > _LONGEST:
        return ""
    if name in _COLUMNS or name in (_SOURCE, _TARGET) or name in _IGNORED:
        return name
    if name in _NOTES:
        return "note"
    return meant(name) or codes_by_name().get(_ASIDE.sub("", name), "")


def _spoken(names: Sequence[str]) -> list[str]:
    return [name for name in names if name in (_SOURCE, _TARGET) or (name not in _IGNORED and meant(name))]


def _check(names: Sequence[str], cells: Sequence[str], location: str) -> None:
    """L10nError if the first line is no header of a glossary."""
    known = ",".join((*LANGUAGES, *_COLUMNS))
    if len(_spoken(names)) < 2:
        raise L10nError(f"{location}: no columns of two languages", f"the first line names the columns: {known}")
    times = Counter(names)
    for name, cell in zip(names, cells, strict=True):
        if cell and not name:
            hint = f"delete it, or call it note; known: {known}"
            raise L10nError(f"{location}: unknown column '{cell[:40].lower()}'", hint)
        if name and name not in _IGNORED and name != "note" and times[name] > 1:
            same = ", ".join(other for known, other in zip(names, cells, strict=True) if known == name)
            hint = f"put all words into one column, with | between those of equal standing ({same}), or keep one column"
            raise L10nError(f"{location}: column '{name}' is there twice", hint)


def _settled(names: Sequence[str], path: Path, languages: Sequence[str], location: str) -> list[str]:
    """The names with languages for source and target; L10nError if nothing tells these."""
    if _SOURCE not in names and _TARGET not in names:
        return list(names)
    source, target = _languages_of(path, languages)
    if not source or not target or source == target:
        name = f"{path.stem[:40]}.de-ru{path.suffix}"
        hint = f"name the columns in the first line (de, ru, note; separated as the others are), or the file so: {name}"
        raise L10nError(f"{location}: nothing says which languages these are", hint)
    return [{_SOURCE: source, _TARGET: target}.get(name, name) for name in names]


def _languages_of(path: Path, languages: Sequence[str]) -> tuple[str, str]:
    """Ask the file's name, then the settings; empty where neither tells."""
    parts = re.split(r"[._\s-]+", path.name)[:-1]
    named = [code for part in parts if (code := ours(part))] + [code for part in parts[-2:] if (code := meant(part))]
    told = list(dict.fromkeys(named))
    source = languages[0] if languages else ""
    others = [code for code in languages[1:] if code != source]
    match told:
        case [first, second]:
            return first, second
        case [target]:
            return source, target
        case _:
            return source, others[0] if len(others) == 1 else ""


def _term(row: Mapping[str, str], languages: list[str], path: Path, line: int) -> Term:
    words = {lang: _split(row.get(lang, ""), "|") for lang in languages if row.get(lang)}
    if not any(words.values()):
        raise L10nError(f"{path}:{line}: a term without words", "fill in at least one language")
    fixed = row.get("do-not-translate", "").lower() in _YES
    forbidden: dict[str, tuple[str, ...]] = {}
    for part in _split(row.get("forbidden", ""), ";"):
        lang, colon, word = part.partition(":")
        lang = meant(lang.strip())
        if not colon or not lang:
            raise L10nError(
                f"{path}:{line}: forbidden: '{part}' names no language", "write it like this: en:Kiev; ru:…"
            )
        forbidden[lang] = (*forbidden.get(lang, ()), *_split(word, "|"))
    case = row.get("case", "yes").lower() in (_YES | {""})
    words = {lang: given for lang, given in words.items() if given}
    return Term(
        everywhere(words, languages) if fixed else words, forbidden, row.get("note", ""), case, fixed, line=line
    )


def _split(text: str, mark: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(mark) if part.strip())
