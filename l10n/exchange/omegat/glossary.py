"""Terms -> OmegaT's glossary: source, target and a comment, separated by tabs.

Source: OmegaT's manual, "Glossaries": lines with `#` are comments, files that end in `.utf8` are UTF-8 everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from l10n.glossary.term import Term
from l10n.languages.codes import base

_HEAD = "# Glossary in tab-separated format -*- coding: utf-8 -*-\n"


def text(terms: Iterable[Term], source: str, target: str) -> str:
    """The file; the terms that have words in both languages, each word of the one with each of the other."""
    if base(source) == base(target):
        return _HEAD  # terms know no variants of a language
    rows = (row for term in terms for row in _rows(term, base(source), base(target)))
    return _HEAD + "".join("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in rows)


def _rows(term: Term, source: str, target: str) -> Iterator[tuple[str, str, str]]:
    for word in term.words.get(source, ()):
        if not word.startswith("#"):
            yield from ((word, translation, _comment(term, target)) for translation in term.words.get(target, ()))


def _comment(term: Term, target: str) -> str:
    unwanted = ", ".join(term.forbidden.get(target, ()))
    parts = (term.note, f"not: {unwanted}" if unwanted else "", "stays as it is" if term.do_not_translate else "")
    return "; ".join(filter(None, parts))
