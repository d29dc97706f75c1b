"""A word or phrase in whatever form a text has it: patterns of stems and endings, rough and quick.

They rather find a word too many than one too few: what is asked is whether a translation has the term at all.
"""

from __future__ import annotations

import re
from functools import lru_cache

from l10n.model import Span
from l10n.text.apostrophe import alike

KEY = 3
"""Letters that no ending changes: terms are looked up by them."""
_ENDINGS = {
    "de": r"(?:e?[ns]|e|ns|ens)?",
    "en": r"(?:e?s|ed|ing|i?ans?|ns?|i|['’]s)?",
    "ru": r"[^\Wʼ]{0,8}",
    "uk": r"[^\Wʼ]{0,8}",
    "az": r"\w{0,9}",
}
"""Of a noun; Russian and Ukrainian make an adjective of a name where German has its genitive."""
_ADJECTIVE = re.compile(r"e[mnrs]?$")
"""German endings within a term of several words."""
_CUT = {
    "ru": re.compile(r"(?:(?<=\w{4})(?:[аиоеы]й|ая|яя|ое|ее|ые|ие)|[аяоеёиыуюьй])$"),
    "uk": re.compile(r"(?:(?<=\w{4})[аиоеі]й|[аяоеєиіїуюьй])$"),
    "az": re.compile(r"(?:[qk]|(?<=\w{4})s[ıiuü])$"),
}
_SOFT = {
    "de": str.maketrans("äöü", "aou"),
    "uk": str.maketrans("іїє", "ооо"),
    "ru": str.maketrans("ё", "е"),
    "az": str.maketrans("ğ", "q"),
}
"""Sounds that change within a word: Land, Länder; Київ, Києва."""
_BEFORE_I = {"к": "ц", "г": "з", "х": "с"}
_FLEETING = frozenset({"ru", "uk"})
"""Languages whose -ец, -ець loses its vowel."""
_LAST_VOWEL = re.compile(r"([aou])(?=u?[^aeiouäöüy]+$|[^aeiouäöüy]+e[lnr]$)")
_UMLAUT = str.maketrans("aou", "äöü")


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
    return (letters[0] if letters else word)[:KEY].lower().translate(_SOFT.get(lang, {}))


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
    last = max((place for place, part in enumerate(parts) if part[0].isalnum()), default=-1)
    return [(part, _form(part, lang, place == last, len(parts) > 1)) for place, part in enumerate(parts)]


def _form(part: str, lang: str, last: bool, several: bool) -> str:
    """A word in all its forms; a space also as a hyphen, an apostrophe of any kind."""
    if part.isspace():
        return r"[\s-]+"
    if not part[0].isalnum():
        return re.sub("['’]", "['’]", re.escape(part))
    if lang == "de" and several and not last:
        return re.escape(_ADJECTIVE.sub("", part)) + ("e[mnrs]?" if _ADJECTIVE.search(part) else "")
    if not part[0].isalpha() or part.isupper() or len(part) < KEY:
        return re.escape(part) + (r"(?:['’-]?\w{0,4})" if part[0].isalpha() else "")
    forms = _stem(part, lang) + _ENDINGS.get(lang, r"\w{0,3}")
    return f"(?:{forms}|{plural})" if lang == "de" and (plural := _german_plural(part)) else forms


def _german_plural(word: str) -> str:
    """A pattern of a plural with an umlaut: Länder, Verträge, Vögel; empty if the word can have none."""
    match = _LAST_VOWEL.search(word)
    if match is None:
        return ""
    letters = word[: match.start()] + match[1].translate(_UMLAUT) + word[match.end() :]
    return re.escape(letters) + (r"n?" if word.endswith(("el", "er", "en")) else r"(?:e[nr]?|ern)")


def _stem(word: str, lang: str) -> str:
    """A pattern for what all forms of the word begin with."""
    stem = _CUT[lang].sub("", word) if lang in _CUT else word
    letters = re.escape(stem if len(stem) >= KEY else word)
    if lang == "uk" and len(stem) > KEY:  # the vowel of the last syllable may change
        letters = re.sub(r"[іїєое](?=[^аеєиіїоуюя]{1,2}$)", "[іїєое]", letters)
    if lang == "uk" and len(stem) >= KEY and word.endswith(("ка", "га", "ха")):  # Африка, Африці
        letters = f"{letters[:-1]}[{letters[-1]}{_BEFORE_I[letters[-1]]}]"
    if lang in _FLEETING:  # науковець, науковця
        letters = re.sub(r"[еє]ц$|\[іїєое\]ц$", "[еєй]?ц", letters)
    if lang == "ru":
        letters = re.sub("[её](?![^[]*])", "[её]", letters)
    return letters[:-1] + "(?:y|ie)" if lang == "en" and letters.endswith("y") else letters
