"""Terms and names that the documents have and the glossary lacks.

- A **name** is an abbreviation, a capitalised word that is used as one (`l10n.glossary_audit.evidence`), or a run of
  capitalised words within a sentence (Maia Sandu), without the common nouns and other names beside it.
- A **term** is a noun with adjectives that is there twice, or a German compound, or a noun that is no common one and
  there three times.

Forms of a word are one candidate (`l10n.text.inflection`). Candidates are ranked by C-value (Frantzi, Ananiadou,
Mima 2000): log2(1 + words) × (frequency - mean frequency of the longer candidates that contain it); 1 is added so that
single words count, as Barrón-Cedeño et al. (2009) do.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from l10n.glossary import Glossary
from l10n.glossary_audit.evidence import COMPOUND, Token, WordEvidence, grouped

_OFTEN, _TWICE = 3, 2
_SUFFIXES = "(?:isch|lich|ig|iv|al|ell|är|nd|haft|los|sam|bar)"
_ADJECTIVE = re.compile(rf"[a-zäöüß-]+{_SUFFIXES}e[mnrs]?$")
_CAPITAL_ADJECTIVE = re.compile(
    rf"(?:[A-ZÄÖÜ]\w+{_SUFFIXES}|Vereinigt|Schwarz|Weiß|Rot|Grün|Neu|Groß|Klein|Alt|Erst|Zweit|Hoh|Deutsch)e[mnrs]?$"
)
_OF_A_TOWN = re.compile(r"[A-ZÄÖÜ]\w{3,}er$")
"""Münchner, Minsker: they have a capital and no other ending."""

Words = tuple[str, ...]


class Kind(StrEnum):
    """What a candidate seems to be."""

    NAME = "name"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class TermCandidate:
    """A word or phrase, in the form that the texts have it most often."""

    text: str
    kind: Kind
    count: int
    """How often it occurs, in all its forms, within longer candidates too."""
    score: float
    """Its C-value."""


def candidates(
    texts: Iterable[str], lang: str, glossary: Glossary | None = None, minimum: int = 1
) -> list[TermCandidate]:
    """Candidates in sentences of this language that occur so often, best first; what the glossary has is left out."""
    evidence = WordEvidence(texts, lang)
    counts: Counter[Words] = Counter()
    kinds: dict[Words, Kind] = {}
    for sentence in evidence.sentences:
        for words, kind in (*_names(sentence, evidence), *_terms(sentence, evidence)):
            counts[words] += 1
            kinds[words] = kind
    groups = _grouped(counts, lang)
    totals = {words: sum(counts[form] for form in forms) for words, forms in groups.items()}
    scores = _c_values(totals)
    proposed = (
        TermCandidate(_shown(forms, counts), kinds[words], totals[words], round(scores[words], 2))
        for words, forms in groups.items()
        if totals[words] >= max(minimum, _TWICE if _is_phrase(words) else 1) and scores[words] > 0
    )
    known = (candidate for candidate in proposed if not _has(glossary, candidate.text, lang))
    return sorted(known, key=lambda candidate: (-candidate.score, candidate.text))


def _names(sentence: Sequence[Token], evidence: WordEvidence) -> Iterator[tuple[Words, Kind]]:
    """Runs of capitalised words, cut where one name ends and another word begins."""
    for before, run in _runs(sentence):
        for words in _cut(run, before, evidence):
            if len(words) > 1 or (words and evidence.name(words[0])):
                yield words, Kind.NAME


def _runs(sentence: Sequence[Token]) -> Iterator[tuple[Token | None, list[Token]]]:
    """Capitalised words side by side, with what stands before them."""
    before: Token | None = None
    run: list[Token] = []
    for token in (*sentence, Token(".")):
        if token.capital:
            run.append(token)
            continue
        if run:
            yield before, run
        before, run = token, []


def _cut(run: Sequence[Token], before: Token | None, evidence: WordEvidence) -> Iterator[Words]:
    """The names of a run, without the nouns that stand before them (der Satellit Moskaus) and between them."""
    if run[0].first and not _opens(run[0], run, evidence):
        before, run = run[0], run[1:]
    words = [token.text for token in run]
    noun = evidence.determined(before)
    part: list[str] = []
    for word, after in pairwise((*words, "")):
        if _is_noun(word, evidence, noun, after):
            if part and _is_adjective(part[-1], word, evidence):
                part.append(word)
            yield tuple(part)
            part = []
        elif len(part) > 1 and evidence.unit(word) and evidence.lemma(word) != word:  # a genitive after a name
            yield tuple(part)
            part = [word]
        else:
            part.append(word)
            if len(part) == 1 and evidence.unit(word):
                yield tuple(part)
                part = []
        noun = False
    yield tuple(part)


def _is_adjective(word: str, noun: str, evidence: WordEvidence) -> bool:
    """The word is an adjective with a capital, as part of a name: Europäische Union, Münchner Sicherheitskonferenz."""
    if not evidence.noun_capitals or evidence.unit(noun):
        return False
    return bool(_CAPITAL_ADJECTIVE.match(word) or (_OF_A_TOWN.match(word) and not evidence.common(word)))


def _opens(token: Token, run: Sequence[Token], evidence: WordEvidence) -> bool:
    """The first word of a sentence belongs to a name: as it is one elsewhere, or as one follows."""
    if evidence.word(token.text).bare or evidence.word(token.text).determined:
        return evidence.name(token.text)
    return len(run) > 1 and evidence.opens(token.text) and evidence.name(run[1].text)


def _is_noun(word: str, evidence: WordEvidence, determined: bool, after: str) -> bool:
    """A common noun, or one with an article before it that says what the name after it is."""
    if _is_adjective(word, after, evidence) and after:
        return False
    if evidence.common(word) or evidence.abstract(word):
        return True
    return determined and bool(after) and (len(word) >= COMPOUND - 1 or evidence.unit(after))


def _terms(sentence: Sequence[Token], evidence: WordEvidence) -> Iterator[tuple[Words, Kind]]:
    """Nouns, and nouns with the adjectives before them."""
    for index, token in enumerate(sentence):
        if not token.capital or token.text.isupper() or token.text.rpartition("-")[2].islower():
            continue
        adjective = sentence[index - 1].text if index else ""
        if evidence.noun_capitals and _ADJECTIVE.match(adjective):
            yield (adjective, token.text), Kind.TERM
        if not evidence.noun_capitals or evidence.name(token.text):
            continue
        word = evidence.word(token.text)
        often = word.bare + word.determined >= _OFTEN and not evidence.common(token.text)
        half = sentence[index + 1 : index + 2] == [Token("-")]  # Cyber- und
        if often or (len(token.text) >= COMPOUND and not token.first and not half):
            yield (token.text,), Kind.TERM


def _grouped(counts: Mapping[Words, int], lang: str) -> dict[Words, list[Words]]:
    """Forms of a phrase by its words in their shortest forms."""
    lemmas = grouped({word for words in counts for word in words}, lang)
    groups: dict[Words, list[Words]] = defaultdict(list)
    for words in counts:
        groups[tuple(lemmas[word] if word[0].isupper() else _stem(word) for word in words)].append(words)
    return {max(forms, key=lambda form: (counts[form], form)): forms for forms in groups.values()}


def _stem(adjective: str) -> str:
    return re.sub(r"e[mnrs]?$", "", adjective)


def _c_values(totals: Mapping[Words, int]) -> dict[Words, float]:
    longer: dict[Words, list[int]] = defaultdict(list)
    for words, count in totals.items():
        for start in range(len(words)):
            for end in range(start + 1, len(words) + (start > 0)):
                longer[words[start:end]].append(count)
    return {
        words: math.log2(1 + len(words)) * (count - (sum(more) / len(more) if (more := longer.get(words)) else 0))
        for words, count in totals.items()
    }


def _shown(forms: Sequence[Words], counts: Mapping[Words, int]) -> str:
    best = max(forms, key=lambda words: (counts[words], -len(" ".join(words)), words))
    return " ".join(best)


def _is_phrase(words: Words) -> bool:
    return words[0][0].islower()


def _has(glossary: Glossary | None, text: str, lang: str) -> bool:
    """The glossary covers the whole candidate, by one term or several."""
    if glossary is None:
        return False
    rest = text
    for match in reversed(glossary.find(text, lang)):
        rest = rest[: match.span[0]] + rest[match.span[1] :]
    return not any(character.isalnum() for character in rest)
