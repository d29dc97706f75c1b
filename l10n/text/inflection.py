"""A word or phrase in whatever form a text has it: patterns of stems and endings, rough and quick.

They rather find a word too many than one too few: what is asked is whether a translation has the term at all.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from l10n.languages import record
from l10n.languages.record import Inflection, Umlaut
from l10n.model import Span
from l10n.text.apostrophe import alike

KEY = 3
"""Letters that no ending changes: terms are looked up by them."""


def present(phrase: str, text: str, lang: str) -> Span | None:
    """Where the text has the phrase in some inflected form; its words may stand in any order.

    Upper and lower case count for abbreviations only: an adjective made of a name is small in most languages. The
    place is that of the first word; None if a word is missing.
    """
    spans = []
    text = alike(text)
    for pattern in _words(phrase, lang):
        match = pattern.search(text)
        if match is None:
            return None
        spans.append(match.span())
    return spans[0] if spans else None


@lru_cache(4096)  # the words of a text come again and again
def key(word: str, lang: str) -> str:
    """What all forms of a word begin with, for looking it up."""
    letters = re.findall(r"\w+", alike(word))
    return (letters[0] if letters else word)[:KEY].lower().translate(_softened(lang))


@lru_cache(4096)
def pattern(phrase: str, lang: str, case: bool) -> re.Pattern[str]:
    """The phrase, word by word in this order, for texts `alike`; `case` if upper and lower case count."""
    forms = "".join(form for _, form in _forms(phrase, lang))
    return re.compile(rf"(?<!\w){forms}(?!\w)", 0 if case else re.IGNORECASE)


@lru_cache(4096)
def _words(phrase: str, lang: str) -> tuple[re.Pattern[str], ...]:
    parts = [(part, form) for part, form in _forms(phrase, lang) if part[0].isalnum()]
    return tuple(re.compile(rf"(?<!\w){form}(?!\w)", 0 if part.isupper() else re.IGNORECASE) for part, form in parts)


def _forms(phrase: str, lang: str) -> list[tuple[str, str]]:
    """The words, spaces and marks of the phrase, each with a pattern of its forms."""
    parts = re.findall(r"\w+|\s+|[^\w\s]+", alike(phrase))
    last = max((index for index, part in enumerate(parts) if part[0].isalnum()), default=-1)
    grammar = record(lang).inflection
    return [(part, _form(part, grammar, index == last, len(parts) > 1)) for index, part in enumerate(parts)]


def _form(part: str, grammar: Inflection, last: bool, several: bool) -> str:
    """A word in all its forms; a space also as a hyphen, an apostrophe of any kind."""
    if part.isspace():
        return r"[\s-]+"
    if not part[0].isalnum():
        return re.sub("['’]", "['’]", re.escape(part))
    if grammar.adjective and several and not last:
        return _adjective(part, grammar.adjective)
    if not part[0].isalpha() or part.isupper() or len(part) < KEY:
        return re.escape(part) + (r"(?:['’-]?\w{0,4})" if part[0].isalpha() else "")
    forms = _stem(part, grammar) + grammar.endings
    plural = _plural(part, grammar.umlaut) if grammar.umlaut else ""
    return f"(?:{forms}|{plural})" if plural else forms


def _adjective(word: str, ending: str) -> str:
    """The word with any of these endings instead of its own; without one it stays as it is."""
    stem = re.sub(f"{ending}$", "", word)
    return re.escape(stem) + (ending if stem != word else "")


def _plural(word: str, umlaut: Umlaut) -> str:
    """A pattern of a plural with another vowel; empty if the word can have none."""
    match = re.search(umlaut.vowel, word)
    if match is None:
        return ""
    changed = match[1].translate(str.maketrans(umlaut.plain, umlaut.changed))
    letters = re.escape(word[: match.start()] + changed + word[match.end() :])
    return letters + (umlaut.light_ending if word.endswith(umlaut.light) else umlaut.ending)


def _stem(word: str, grammar: Inflection) -> str:
    """A pattern for what all forms of the word begin with."""
    stem = re.sub(grammar.cut, "", word) if grammar.cut else word
    letters = re.escape(stem if len(stem) >= KEY else word)
    for change in grammar.alternations:
        if len(stem) > change.longer_than and word.endswith(change.word_end):
            letters = re.sub(change.letters, change.forms, letters)
    return letters


@cache
def _softened(lang: str) -> dict[int, int]:
    """Letters that count as others where words are looked up."""
    return str.maketrans(*record(lang).inflection.softened)
