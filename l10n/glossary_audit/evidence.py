"""How the capitalised words of a set of texts are used: what in German tells a name from a noun.

A name mostly has no article (in Baku), and its genitive stands before a noun (Moskaus Einfluss); a noun has an article,
an adjective or a number before it. Where no sentence begins, each occurrence is a piece of evidence.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from l10n.languages import record
from l10n.text.apostrophe import alike
from l10n.text.inflection import key, pattern
from l10n.text.words import listed

TOKEN = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*\+?|[^\w\s]")
"""A word with its hyphens and apostrophes, or a mark."""
COMPOUND = 13
"""Letters of a German noun from which it is taken for a compound."""
_SURE = 2
"""Occurrences without an article that make a name of a word, whatever a list of common words says."""
_ENDING = 6
"""Letters of a common word that make the word before them one of its kind: Kremlsprecher."""
_ARTICLE = re.compile(
    r"(?:d(?:e[rmns]|ie|as)|(?:k?ein|mein|sein|ihr|unser|dies|jen|jed|manch|welch|solch|all|viel|mehrer|beid|einig)"
    r"(?:e[rmns]?)?|im|am|vom|zum|zur|ins|ans|beim|\w*\d\w*|zwei|drei|vier)$",
    re.IGNORECASE,
)
"""What stands before nouns and hardly ever before names: articles and the like, alone or in a preposition; numbers."""
_ADJECTIVE = re.compile(r"[a-zäöüß-]+e[mnrs]?$")
"""A word with a small letter and an ending that German adjectives take."""
_AMOUNTS = frozenset({"Hundert", "Hunderte", "Tausend", "Tausende", "Million", "Millionen", "Milliarde", "Milliarden"})
_ABSTRACT = re.compile(r"(?:ung|heit|keit|schaft|tion|ismus|tät|enz|anz)(?:en|s)?$")
"""Endings that make abstract nouns, which no name has."""
_ABBREVIATION = re.compile(r"(?=(?:.*[A-ZÄÖÜА-ЯІЇЄҐƏĞŞÇ]){2})[^a-zäöüßа-яіїєґəğşçı]+$")
"""Two capitals at least, and no small letter."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of a sentence."""

    text: str
    first: bool = False
    """A capital says nothing here: a sentence or what stands for one begins."""

    @property
    def capital(self) -> bool:
        """Begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Word:
    """All forms of one capitalised word."""

    forms: Counter[str]
    bare: int
    """Occurrences without article, adjective or number, where no sentence begins."""
    determined: int
    """Occurrences with one."""
    genitive: bool
    """Stands as a genitive before a noun, as only names do."""
    alone: int = 0
    """Occurrences with no other capitalised word beside them."""

    @property
    def count(self) -> int:
        """All occurrences."""
        return self.forms.total()


class WordEvidence:
    """The capitalised words of these sentences in this language."""

    def __init__(self, texts: Iterable[str], lang: str) -> None:
        self.lang = lang
        self.noun_capitals = record(lang).noun_capitals
        self.sentences = [tokens(text) for text in texts]
        forms = Counter(token.text for sentence in self.sentences for token in sentence if token.capital)
        self._small = {token.text for sentence in self.sentences for token in sentence if not token.capital}
        self._lemmas = grouped(forms, lang)
        self._words = self._weighed(forms)

    def lemma(self, word: str) -> str:
        """The shortest form of the word that the texts have."""
        return self._lemmas.get(word, word)

    def word(self, form: str) -> Word:
        """What is known of the word."""
        return self._words.get(self.lemma(form), Word(Counter(), 0, 0, False))

    def common(self, form: str) -> bool:
        """A noun of everyday language, or a compound with one at its end."""
        word = self.word(form)
        listing = listed(self.lang, "common_words")
        if word.genitive or _ABBREVIATION.match(form):
            return False
        names = {form, self.lemma(form), *word.forms}
        if form in _AMOUNTS:
            return True
        if word.bare >= _SURE and not word.determined:
            return False
        if not names.isdisjoint(listing) or form.lower() in listed(self.lang, "function_words"):
            return True
        return self.noun_capitals and any(
            name[cut:].capitalize() in listing for name in names for cut in range(2, len(name) - _ENDING + 1)
        )

    def name(self, form: str) -> bool:
        """The word is a name, as far as its use tells."""
        word = self.word(form)
        if _ABBREVIATION.match(form) or word.genitive:
            return True
        if self.noun_capitals and (self.common(form) or self.abstract(form)):
            return False
        if self.noun_capitals and len(form) >= COMPOUND and word.bare < _SURE:
            return False
        return word.bare > word.determined

    def abstract(self, form: str) -> bool:
        """A noun by its ending: Gesellschaft, Konferenz."""
        return self.noun_capitals and _ABSTRACT.search(form) is not None

    def unit(self, form: str) -> bool:
        """A name by itself, as the texts have it alone."""
        return self.name(form) and self.word(form).alone > 0

    def opens(self, form: str) -> bool:
        """The first word of a sentence may be a name: it is no small word that has its capital from there."""
        small = form.lower()
        listing = listed(self.lang, "function_words") | listed(self.lang, "before_names") | self._small
        other = _determined(form, self.lang) and not form.endswith("er")
        return len(form) > 2 and small not in listing and not other and not self.common(form)

    def determined(self, before: Token | None) -> bool:
        """What stands before a noun is an article, a number or an adjective."""
        return self.noun_capitals and before is not None and _determined(before.text, self.lang)

    def _possessive(self, form: str) -> bool:
        """The genitive of a word with a capital, after which stands what it has: Moskaus Einfluss."""
        return self.noun_capitals and form[0].isupper() and form == f"{self.lemma(form)}s"

    def _weighed(self, forms: Counter[str]) -> dict[str, Word]:
        bare, determined, alone, genitive = Counter[str](), Counter[str](), Counter[str](), set[str]()
        for sentence in self.sentences:
            for index, token in enumerate(sentence):
                lemma = self.lemma(token.text)
                known = self.determined(sentence[index - 1] if index else None)
                known = known or (index > 0 and self._possessive(sentence[index - 1].text))
                if token.capital and not token.first:
                    (determined if known else bare)[lemma] += 1
                    alone[lemma] += not any(
                        near.capital for near in sentence[index - 1 : index + 2] if near is not token
                    )
                if token.capital and not known and _is_genitive(token.text, lemma, sentence[index + 1 : index + 2]):
                    genitive.add(lemma)
        groups: dict[str, Counter[str]] = defaultdict(Counter)
        for form, count in forms.items():
            groups[self.lemma(form)][form] = count
        return {
            lemma: Word(group, bare[lemma], determined[lemma], lemma in genitive, alone[lemma])
            for lemma, group in groups.items()
        }


def tokens(text: str) -> list[Token]:
    """The words and marks of a sentence; after a colon and a quotation mark a capital says nothing either."""
    words: list[Token] = []
    fresh = True
    for part in TOKEN.findall(text):
        words.append(Token(part, fresh))
        fresh = part in ':.!?–—„“«»"' or (fresh and not part[0].isalnum())
    return words


def grouped(forms: Iterable[str], lang: str) -> dict[str, str]:
    """Each form with the shortest form of the same word."""
    buckets: dict[str, list[str]] = defaultdict(list)
    lemmas = {}
    for form in sorted(forms, key=lambda lemma: (len(lemma), lemma)):
        bucket = buckets[key(form, lang)]
        lemma = next((lemma for lemma in bucket if pattern(lemma, lang, True).fullmatch(alike(form))), form)
        lemmas[form] = lemma
        if lemma is form:
            bucket.append(form)
    return lemmas


def _determined(before: str, lang: str) -> bool:
    if before.lower() in listed(lang, "before_names"):
        return False
    return bool(_ARTICLE.match(before) or _ADJECTIVE.match(before))


def _is_genitive(form: str, lemma: str, after: Sequence[Token]) -> bool:
    return form in (f"{lemma}s", f"{lemma}’") and bool(after) and after[0].capital and not after[0].first
