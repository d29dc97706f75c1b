"""The strategies of repair: other ways to ask a decoder for the same text, and to make its answer fit.

Each is an answer to a complaint about Argos Translate: text in capitals comes back untranslated, a full stop makes the
difference, quotation marks cut texts short, output loops, long sentences lose their end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from l10n.drafting.capitals import in_capitals, is_untranslated, within_sentence
from l10n.drafting.protection import Protected, around, sentinels, without_overlaps
from l10n.drafting.scoring import Assessment, Languages
from l10n.engines import Capabilities, Decoding
from l10n.text.numbers import numbers
from l10n.text.placeholders import Fragment
from l10n.text.words import listed

_QUOTES = str.maketrans(dict.fromkeys("„“”«»", '"') | dict.fromkeys("‚‘’‹›", "'"))
_END = re.compile(r"[.!?…]+$")
_SEAM = re.compile(r"(?<=[:;])\s+|\s+[–—-]\s+")
"""Where a sentence may be cut: after a colon or semicolon, at a dash between spaces."""
_WORDS = 2
"""Words on either side of a seam; with fewer there is nothing to translate."""
_SHORT = 3
"""Words of a title that is asked for as a sentence at once; longer ones only if they are in trouble."""
AS_USUAL = Decoding()
LIMITED = Decoding(repetition_penalty=1.3, no_repeat=3)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One way to translate a text: the pieces to translate, and what to do with the joined result."""

    name: str
    """Name of the strategy, as the draft's comment has it."""
    pieces: tuple[Fragment, ...]
    mend: Callable[[str], str] = str
    """Makes a translation of the text from the joined pieces; empty if that cannot be."""
    how: Decoding = AS_USUAL
    prefix: str = ""
    """The translation has to begin so; with one piece only."""


@dataclass(frozen=True, slots=True)
class Case:
    """A text in trouble: what has to be copied, and the best translation so far."""

    text: str
    protected: Sequence[Protected]
    translation: str
    assessment: Assessment
    languages: Languages


def plain(text: str) -> Attempt:
    """The text as it is."""
    return Attempt("", (Fragment(text, False),))


def is_title(text: str) -> bool:
    """No sentence: a word or a short heading, which models take for the beginning of something else."""
    return len(text.split()) <= _SHORT and not _END.search(text.rstrip("\"'“”„«»’‘›‹)]"))


def masked(case: Case) -> Iterator[Attempt]:
    """Sentinels in place of what has to be copied, and of numbers that got lost."""
    if endangered := _endangered(case):
        for masking in sentinels(case.text, endangered):
            yield Attempt("sentinel", (Fragment(masking.text, False),), masking.restore)


def translated_around(case: Case) -> Iterator[Attempt]:
    """What has to be copied stands still, the texts between are translated."""
    if endangered := _endangered(case):
        yield Attempt("around", tuple(_trimmed(around(case.text, endangered))))


def _endangered(case: Case) -> list[Protected]:
    if "numbers" in case.assessment.checks:
        figures = [Protected(*number.span, number.text) for number in numbers(case.text, case.languages.source)]
        return without_overlaps([*case.protected, *figures])
    return list(case.protected) if case.assessment.lost else []


def in_sentence_case(case: Case) -> Iterator[Attempt]:
    """Capitals throughout as a sentence: with the capitals of words that no list has in small letters, and without."""
    if case.text.isupper() and len(case.text) > _WORDS:
        for text in dict.fromkeys((_sentence_case(case.text, case.languages.source), case.text.capitalize())):
            yield Attempt(
                "sentence-case", (Fragment(text, False),), lambda new: in_capitals(new, case.text, case.languages)
            )


def with_other_end(case: Case) -> Iterator[Attempt]:
    """Without its end mark, which is put back, or with one, which is taken off."""
    if match := _END.search(case.text):
        if body := case.text[: match.start()].rstrip():
            mark = match[0]
            yield Attempt("end-mark", (Fragment(body, False),), lambda new: _END.sub("", new) + mark)
    else:
        yield Attempt("end-mark", (Fragment(f"{case.text}.", False),), lambda new: _END.sub("", new))


def with_plain_quotes(case: Case) -> Iterator[Attempt]:
    """Typewriter's quotation marks, and none."""
    straight = case.text.translate(_QUOTES)
    if straight != case.text:
        yield Attempt("plain-quotes", (Fragment(straight, False),))
    if '"' in straight and straight.strip('"') != straight:
        bare = straight.strip('"')
        head = straight[: straight.index(bare)] if bare else ""
        tail = straight[len(head) + len(bare) :]
        if bare and '"' not in bare:
            yield Attempt("plain-quotes", (Fragment(head, True), Fragment(bare, False), Fragment(tail, True)))


def without_repetition(case: Case) -> Iterator[Attempt]:
    """Against loops."""
    if {"repetition", "length"} & set(case.assessment.checks):
        yield Attempt("no-repeat", (Fragment(case.text, False),), how=LIMITED)


def split(case: Case) -> Iterator[Attempt]:
    """Ask for the parts between colons, semicolons and dashes by themselves."""
    pieces: list[Fragment] = []
    here = 0
    for seam in _SEAM.finditer(case.text):
        part = case.text[here : seam.start()]
        if len(part.split()) >= _WORDS and len(case.text[seam.end() :].split()) >= _WORDS:
            pieces += [Fragment(part, False), Fragment(seam[0], True)]
            here = seam.end()
    if pieces:
        yield Attempt("split", (*pieces, Fragment(case.text[here:], False)))


def alone(case: Case) -> Iterator[Attempt]:
    """A word that was left over, translated by itself and put in its place."""
    for start, end in case.assessment.left[:1]:
        head, word, tail = case.translation[:start], case.translation[start:end], case.translation[end:]
        if word:
            yield Attempt(
                "alone", (Fragment(head, True), Fragment(word, False), Fragment(tail, True)), _put(case, start, end)
            )


def begun_with_term(case: Case) -> Iterator[Attempt]:
    """A term at the beginning as the glossary has it."""
    glossary, source = case.languages.glossary, case.languages.source
    if glossary is None or "glossary" not in case.assessment.checks:
        return
    for match in glossary.find(case.text, source)[:1]:
        words = match.term.words.get(case.languages.target)
        if words and match.span[0] == 0:
            yield Attempt("term", (Fragment(case.text, False),), prefix=words[0])


Strategy = Callable[[Case], Iterator[Attempt]]

STRATEGIES: tuple[Strategy, ...] = (
    masked,
    translated_around,
    in_sentence_case,
    with_other_end,
    with_plain_quotes,
    without_repetition,
    split,
    begun_with_term,
    alone,
)
"""In this order; the next hypothesis comes before them all, as it costs nothing."""
_FOR_TERMS = frozenset({begun_with_term})
_NEEDS: Mapping[Strategy, Callable[[Capabilities], bool]] = {
    begun_with_term: lambda capabilities: capabilities.prefixes,
    without_repetition: lambda capabilities: capabilities.penalties,
}


def available(capabilities: Capabilities) -> tuple[Strategy, ...]:
    """The strategies that a decoder with these capabilities can follow."""
    return tuple(strategy for strategy in STRATEGIES if strategy not in _NEEDS or _NEEDS[strategy](capabilities))


def suits(strategy: Strategy, case: Case) -> bool:
    """Another word for a term does not come of quotation marks or capitals: that is left to the reviewer."""
    return strategy in _FOR_TERMS or bool(case.assessment.lost) or case.assessment.checks != ("glossary",)


def _sentence_case(text: str, lang: str) -> str:
    """Nouns and names keep a capital, as far as the word lists tell."""
    small = listed(lang, "common_words") | listed(lang, "function_words")
    lower = re.sub(r"\w+", lambda word: low if (low := word[0].lower()) in small else word[0].capitalize(), text)
    return lower[:1].upper() + lower[1:]


def _trimmed(pieces: Sequence[Fragment]) -> Iterator[Fragment]:
    """White space at the edges of a piece, and pieces without a letter, are copied."""
    for piece in pieces:
        core = piece.text.strip() if any(map(str.isalpha, piece.text)) else ""
        if piece.fixed or not core:
            yield Fragment(piece.text, True)
            continue
        head, _, tail = piece.text.partition(core)
        yield from (Fragment(head, True), Fragment(core, False), Fragment(tail, True))


def _put(case: Case, start: int, end: int) -> Callable[[str], str]:
    """Puts a word translated by itself into its place; empty if it came back as it was."""
    head, word, tail = case.translation[:start], case.translation[start:end], case.translation[end:]

    def mend(text: str) -> str:
        answer = text[len(head) : len(text) - len(tail)]
        if is_untranslated(answer, word):
            return ""
        return head + within_sentence(answer, word, head, case.text, case.languages) + tail

    return mend
