"""The terms of a project and how each language says them: tables and TBX files, and finding terms in inflected text.

`l10n.glossary.rows` says what a table means, `l10n.glossary.tbx` which of that TBX can hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from l10n.glossary import rows, tbx
from l10n.glossary.term import Term
from l10n.model import Span
from l10n.text.apostrophe import alike
from l10n.text.inflection import key, pattern

__all__ = ["Found", "Glossary", "Term", "read"]

_WORD = re.compile(r"\w+")
_XML = frozenset({".tbx", ".tbxm", ".xml"})
SUFFIXES = frozenset({".csv"}) | _XML


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A term that a source text has."""

    term: Term
    span: Span
    word: str = ""
    """The word as the glossary has it, without the ending that it has in the text."""
    homonyms: tuple[Term, ...] = ()
    """Other concepts that have the same word: what one of them says is as right as what the term says."""

    def words(self, lang: str) -> tuple[str, ...]:
        """All that are right in this language, each once."""
        return tuple(dict.fromkeys(word for term in (self.term, *self.homonyms) for word in term.words.get(lang, ())))

    def forbidden(self, lang: str) -> tuple[str, ...]:
        """All that are wrong in this language, whichever concept is meant."""
        right = self.words(lang)
        unwanted = (word for term in (self.term, *self.homonyms) for word in term.forbidden.get(lang, ()))
        return tuple(dict.fromkeys(word for word in unwanted if not self.homonyms or word not in right))


class Glossary:
    """Terms, looked up by the first letters of their first word.

    In a glossary of `concepts`, a TBX file, terms with the same word are homonyms; in a table the first row counts.
    """

    def __init__(self, terms: tuple[Term, ...], concepts: bool = False) -> None:
        self.terms = terms
        self.concepts = concepts
        self._index: dict[str, dict[str, list[tuple[str, Term]]]] = {}
        for term in terms:
            for lang, words in term.words.items():
                for word in words:
                    self._index.setdefault(lang, {}).setdefault(key(word, lang), []).append((word, term))

    def find(self, text: str, lang: str) -> list[TermMatch]:
        """The terms in a text of this language, from left to right; of two that overlap, the longer one."""
        matches = self.matches(text, lang)
        matches.sort(key=lambda match: match.span[0] - match.span[1])
        kept: list[TermMatch] = []
        for match in matches:
            if all(match.span[1] <= other.span[0] or other.span[1] <= match.span[0] for other in kept):
                kept.append(match)
            elif self.concepts:
                kept = [_with(other, match.term) if other.span == match.span else other for other in kept]
        return sorted(kept, key=lambda match: match.span)

    def matches(self, text: str, lang: str) -> list[TermMatch]:
        """Every term in the text, those within others too; from left to right, then in the order of the file."""
        index = self._index.get(lang)
        if not index:
            return []
        text = alike(text)
        return [
            TermMatch(term, hit.span(), word)
            for match in _WORD.finditer(text)
            for word, term in index.get(key(match[0], lang), ())
            if (hit := pattern(word, lang, term.case).match(text, match.start()))
        ]

    def fixed(self, text: str, lang: str) -> list[TermMatch]:
        """The do-not-translate terms of a source text: what a translation has as `word`, in place of the span.

        The span has the ending that the language puts after the word (SOCARs), but of a compound the name alone.
        """
        return [_name(match, text) for match in self.find(text, lang) if match.term.do_not_translate]


def read(path: Path, languages: Sequence[str] = ()) -> Glossary:
    """The glossary in this file, TBX or a table by its suffix; L10nError with `file:line` for what is wrong in it.

    `languages` are those of the settings, the source first: for a table that does not say which it has.
    """
    if is_tbx(path):
        return Glossary(tbx.read(path).terms, concepts=True)
    return Glossary(rows.read(path, languages))


def is_tbx(path: Path) -> bool:
    """Tell by its name whether it is a TBX file."""
    return path.suffix.lower() in _XML


def _with(match: TermMatch, term: Term) -> TermMatch:
    known = any(term is homonym for homonym in (match.term, *match.homonyms))
    return match if known else replace(match, homonyms=(*match.homonyms, term))


def _name(match: TermMatch, text: str) -> TermMatch:
    """The name without the rest of a compound: SOCAR of SOCAR-Chef."""
    start, end = match.span
    stop = start + len(match.word)
    return TermMatch(match.term, (start, stop if text[stop : stop + 1] == "-" else end), match.word)
