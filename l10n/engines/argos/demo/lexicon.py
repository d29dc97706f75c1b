"""The demo's lexicon: a table of words and short phrases in all languages, and the gloss of one pair of columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from l10n.errors import L10nError
from l10n.languages import LANGUAGES

_HINT = "a row is one word or phrase in each language, separated by tabs; an empty cell keeps its tab"


@dataclass(frozen=True, slots=True)
class LexiconRow:
    """One row: what the languages say for the same thing."""

    location: str
    """`file:line`, for messages."""
    words: dict[str, str]
    """Language code to word or phrase; empty: the language has no word for it."""


def read(path: Path | None = None) -> list[LexiconRow]:
    """The rows of a lexicon, or of the demo's own; `#` starts a comment line. L10nError names file and line."""
    path = path or Path(__file__).with_name("lexicon.tsv")
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise L10nError(f"{path}: cannot read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise L10nError(f"{path}: not UTF-8", "save the lexicon as UTF-8") from error
    rows = [
        (f"{path}:{number}", line)
        for number, line in enumerate(lines, start=1)
        if line.strip() and not line.startswith("#")
    ]
    if not rows or rows[0][1].split("\t") != list(LANGUAGES):
        location = rows[0][0] if rows else str(path)
        raise L10nError(f"{location}: no header", f"the first row reads {' '.join(LANGUAGES)}, separated by tabs")
    return [_entry(location, line) for location, line in rows[1:]]


def gloss(rows: Iterable[LexiconRow], source: str, target: str) -> dict[str, str]:
    """What each word of `source` becomes in `target`; L10nError when two rows disagree on a word."""
    first: dict[str, LexiconRow] = {}
    for row in rows:
        word = row.words[source]
        known = first.setdefault(word, row) if word else row
        if known.words[target] != row.words[target]:
            ours, theirs = row.words[target], known.words[target]
            raise L10nError(
                f"{row.location}: '{word}' ({source}) is '{ours}' ({target}) here and '{theirs}' at {known.location}",
                f"give '{word}' one translation, or tell the two apart with a longer phrase",
            )
    return {word: row.words[target] for word, row in first.items()}


def _entry(location: str, line: str) -> LexiconRow:
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) != len(LANGUAGES):
        raise L10nError(f"{location}: {len(cells)} cells instead of {len(LANGUAGES)}", _HINT)
    return LexiconRow(location, dict(zip(LANGUAGES, cells, strict=True)))
