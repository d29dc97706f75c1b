"""What is wrong with a glossary by itself, whatever the texts say.

Errors are what no translation can fulfil: rows that contradict each other, words of two scripts, a word that is wanted
and forbidden. Warnings are gaps and repetitions; notes are terms within others, of which the longer one is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from l10n.checks import Hit, foreign_letters, homoglyphs, mixed_script
from l10n.glossary import Glossary, Term
from l10n.languages import ordered
from l10n.model.findings import Severity
from l10n.pairs.pair import Pair
from l10n.text.apostrophe import alike
from l10n.text.inflection import present


@dataclass(frozen=True, slots=True)
class GlossaryProblem:
    """Something wrong at one line of the glossary."""

    line: int
    severity: Severity
    message: str


def problems(glossary: Glossary, source: str, targets: Sequence[str]) -> list[GlossaryProblem]:
    """All of them by line, the gravest of a line first."""
    rows = (problem for term in glossary.terms for problem in _row(term, source, targets))
    faults = [*rows, *_among(glossary, source)]
    return sorted(faults, key=lambda problem: (problem.line, list(Severity).index(problem.severity)))


def _row(term: Term, source: str, targets: Sequence[str]) -> Iterator[GlossaryProblem]:
    """What can be seen in a row alone."""
    for severity, message in chain(_gaps(term, source, targets), _doubts(term, source), _letters(term, source)):
        note = f" (note: {term.note})" if term.note else ""
        yield GlossaryProblem(term.line, severity, message + note)


def _gaps(term: Term, source: str, targets: Sequence[str]) -> Iterator[tuple[Severity, str]]:
    if source not in term.words:
        yield Severity.WARNING, f"no word in {source}, the source language: the term is never found"
    if missing := [lang for lang in targets if lang not in term.words]:
        yield Severity.WARNING, f"{_name(term)} has no translation for {', '.join(missing)}"


def _doubts(term: Term, source: str) -> Iterator[tuple[Severity, str]]:
    for lang, words in term.words.items():
        for word in dict.fromkeys(word for word in words if words.count(word) > 1):
            yield Severity.WARNING, f"{lang}: “{word}” is there twice"
        if term.do_not_translate and words != term.words.get(source, words):
            yield Severity.WARNING, f"{_name(term)} stays as it is, and yet has a translation for {lang}: “{words[0]}”"
        for word in term.forbidden.get(lang, ()):
            if right := next((right for right in words if present(word, right, lang)), None):
                also = "" if right == word else f", as “{right}” has it"
                yield Severity.ERROR, f"{lang}: “{word}” is a translation and forbidden{also}"


def _letters(term: Term, source: str) -> Iterator[tuple[Severity, str]]:
    """Words with letters of another script, as the checks of translations find them."""
    checks: tuple[Callable[[Pair], Iterator[Hit]], ...] = (mixed_script.check, homoglyphs.check, foreign_letters.check)
    for lang in ordered(term.words):
        for word in term.words.get(lang, ()) if lang == source or not term.do_not_translate else ():
            pair = Pair("", word, source, lang)
            for hit in chain.from_iterable(check(pair) for check in checks):
                yield Severity.ERROR, f"{lang}: {hit.message}"


def _among(glossary: Glossary, source: str) -> Iterator[GlossaryProblem]:
    """What rows say of each other; told at the later one."""
    order = {id(term): number for number, term in enumerate(glossary.terms)}
    told: set[tuple[int, int, bool]] = set()
    for term in glossary.terms:
        for word in term.words.get(source, ()):
            for other in glossary.matches(word, source):
                whole = other.span == (0, len(word))
                first, later = sorted((order[id(term)], order[id(other.term)]))
                pair = (first, later, whole)
                if other.term is not term and pair not in told:
                    told.add(pair)
                    told_of = _twice(term, other.term, word, glossary.concepts)
                    yield told_of if whole else _overlap(term, word, other.term, other.word)


def _twice(term: Term, other: Term, word: str, concepts: bool) -> GlossaryProblem:
    """Both are found at the same place of a text: homonyms, if they are concepts; of two rows only the first counts."""
    first, later = sorted((term, other), key=lambda row: row.line)
    contradiction = next((lang for lang in later.words if _differ(first, later, lang)), None)
    if contradiction is None:
        return GlossaryProblem(later.line, Severity.WARNING, f"“{word}” is in line {first.line}, too")
    there, here = (" or ".join(row.words[contradiction]) for row in (first, later))
    if concepts:
        message = f"“{word}” is “{here}” in {contradiction}, and “{there}” in line {first.line}: both are right"
        return GlossaryProblem(later.line, Severity.INFO, message)
    message = f"“{word}” is “{here}” in {contradiction}, but “{there}” in line {first.line}, which is what counts"
    return GlossaryProblem(later.line, Severity.ERROR, message)


def _differ(first: Term, later: Term, lang: str) -> bool:
    """Two different translations, the languages of the words themselves aside."""
    mine, yours = (set(map(alike, term.words.get(lang, ()))) for term in (first, later))
    return bool(mine and yours) and mine.isdisjoint(yours)


def _overlap(term: Term, word: str, other: Term, part: str) -> GlossaryProblem:
    message = f"“{word}” contains “{part}” of line {other.line}; where both fit, the longer one is meant"
    return GlossaryProblem(term.line, Severity.INFO, message)


def _name(term: Term) -> str:
    return f"“{next(iter(term.words.values()))[0]}”"
