"""A source text and its translation, with what the checks ask of both; each feature is worked out once."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from l10n.glossary import Glossary
from l10n.languages.record import Typography
from l10n.model import InlinePart
from l10n.model.kinds import TextKind
from l10n.pairs.end_marks import EndMarks
from l10n.pairs.kept_words import KeptWords
from l10n.text import placeholders
from l10n.text.apostrophe import alike
from l10n.text.display import Room
from l10n.text.lazy import contains_any, lazy
from l10n.text.meanings import Meanings, meanings
from l10n.text.months import names_month
from l10n.text.numbers import Number, numbers
from l10n.text.spelling import Knows
from l10n.text.typography import typography
from l10n.text.visible import FILLER
from l10n.text.words import word_pattern

_TELLING = re.compile("[^ a-zабвгдежзийклмнопрстуфхцчшщьюя]")
_LATIN = re.compile("[A-Za-z]")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_WITHIN = r"[^\s<>\"“”„«»`\[\]]*[^\s<>\"“”„«»`\[\].,;:!?)}’'](?:\)(?=>))?"
"""AsciiDoc has the text of a link in brackets right after its address."""
_ADDRESS = re.compile(
    rf"(?:https?|ftp)://{_WITHIN}"
    rf"|\bwww\.[\w-]+(?:\.[\w-]+)+(?:/{_WITHIN})?"
    r"|(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+"
    rf"|(?<![\w.@-])(?:[a-z0-9-]+\.)+(?:com|org|net|info|gov|edu|eu|de|ru|ua|az|uk)(?:\.[a-z]{{2}})?\b(?:/{_WITHIN})?",
    re.IGNORECASE,
)
VARIABLE = r"(?<![^\s(\"'„“«])(?:%[a-z]\w\w+%(?![\w%])|:[a-z]\w+:(?!\s)|[:$!][a-z]\w+)"
"""As templates have them: :count, $name, %name%."""
CODE_SPAN = (
    r"(?<!`)(?:`(?:[^`\n']|'(?![\s,;:.!?)]|$))+`(?!`)"  # not from `this' to `that'
    r"|``(?:[^`\n]|`(?!`))+``(?!`))"
)
"""Code in backticks, as Markdown and reStructuredText have it."""
_POD = r"(?<![^\W_])(?:[CF]<[^\s<>][^<>]*>|[BEILSXZ](?=<[^\s</]))"
_CODE = re.compile(rf"{CODE_SPAN}|<code>[^<]*</code>|(?<![\w&])[@#](?=[^\W\d])[\w.]*\w|{VARIABLE}|{_POD}")
_CODE_SIGNS = frozenset("`@#<:$!%")
_ADDRESS_SIGNS = frozenset("@/")
_PLACEHOLDER_SIGNS = frozenset("<{%&\\$")
_OTHER_SIGNS = _CODE_SIGNS | _PLACEHOLDER_SIGNS
_PUNCTUATION = frozenset(",;:.!?")
_OTHER_SPACES = frozenset("\u00a0\u202f\u2009")
_CROWDED = re.compile(r"[,;:.!?](?![\s\d\"”»“'’)\]]|$)")
_ODD = {odd.strip(): odd for odd in (" ,", " .", " ;", " :", " !", " ?", "( ", " )", "[ ", " ]")} | {
    odd.strip(): odd for odd in ("« ", " »", "„ ", " ”", ' " ')
}
"""By mark: with a space on the wrong side."""
_ODD_MARKS = frozenset(_ODD)
_DOMAIN = re.compile(r"\w\.[a-zA-Z]")


Parts = tuple[InlinePart, ...]


@dataclass(frozen=True, slots=True)
class Conventions:
    """What a catalogue does throughout: not the usual way, but on purpose."""

    straight_quotes: bool = False
    """Most quotations, or many beside others, are in straight quotes, as typewriters have them."""
    hyphen_dashes: bool = False
    """Most dashes are hyphens between spaces."""
    straight_dots: bool = False
    """Most ellipses are three full stops."""
    double_spaces: bool = False
    """Double spaces are all over the catalogue: somebody's way of typing."""
    percent: str | None = None
    """What mostly stands before the percent sign: nothing, a space of some kind; None if there is none."""
    kept: KeptWords | None = None
    """Words of the source that nobody translates there; None if nobody knows."""
    ends: EndMarks | None = None
    """Whether its texts get a full stop that their sources do not have; None if nobody knows."""
    small_starts: bool = False
    """Many texts begin with a small letter, as explanations of options and programs' messages do."""
    usual_quotes: frozenset[str] = frozenset()
    """Quotation marks that many texts have, whatever the language has."""
    kind: TextKind = TextKind.PROSE


class Pair:
    """One text to check; plural entries are a pair a form."""

    def __init__(
        self,
        source: str,
        target: str,
        source_language: str,
        language: str,
        flags: Collection[str] = (),
        conventions: Conventions | None = None,
        glossary: Glossary | None = None,
        parts: tuple[Parts, Parts] | None = None,
        knows: Knows | None = None,
        continued: bool = False,
        room: Room | None = None,
        built: bool = False,
    ) -> None:
        self.source = source
        self.target = target
        self.source_language = source_language
        """Base code, `de`; may be one that we do not know."""
        self.language = language
        self.flags = flags
        self.conventions = conventions
        """None if the rest of the catalogue is not known."""
        self.kind = conventions.kind if conventions else TextKind.PROSE
        """What kind of text the catalogue has; prose if nothing is known of it."""
        self.glossary = glossary
        self.parts = parts
        """Words and marks of both texts; None if nobody knows what is a mark there, or there is none."""
        self.knows = knows
        """Whether the dictionary of the language has a word; None if there is no dictionary, or nobody asks for it."""
        self.continued = continued
        """A quotation of the translation runs over this text and others."""
        self.room = room
        """Time and lines that it has on a screen; None if it is no subtitle."""
        self.built = built
        """An article is made of it, which has to have the structure of its source."""
        self.typography: Typography | None = typography(language)
        self.source_chars = characters(source)
        self.target_chars = characters(target)

    @lazy
    def verbatim(self) -> bool:
        """A script, or a paragraph of a manual page that is shown as it is, code or output: it begins with a space."""
        if self.source.startswith("#!") and self.kind.is_technical:
            return True
        return self.kind is TextKind.POD and self.source.removeprefix("Z<>\n").startswith((" ", "\t"))

    @lazy
    def copied(self) -> bool:
        """The translation is the source, but for the kind of apostrophe and white space around it."""
        source, target = self.source.strip(), self.target.strip()
        return len(source) == len(target) and alike(source) == alike(target)

    @lazy
    def source_plain(self) -> str:
        """The source with addresses and placeholders blanked out."""
        return plain(self.source, self.source_chars, self.flags)

    @lazy
    def target_plain(self) -> str:
        """The translation with addresses and placeholders blanked out."""
        return plain(self.target, self.target_chars, self.flags)

    @lazy
    def source_words(self) -> list[str]:
        """Words and numbers of the plain source from left to right."""
        return word_pattern(self.source_language).findall(alike(self.source_plain))

    @lazy
    def target_words(self) -> list[str]:
        """Words and numbers of the plain translation from left to right."""
        return word_pattern(self.language).findall(alike(self.target_plain))

    @lazy
    def source_capitals(self) -> list[str]:
        """Those of its words that are in capitals."""
        return list(filter(str.isupper, self.source_words))

    @lazy
    def target_capitals(self) -> list[str]:
        """Those of its words that are in capitals."""
        return list(filter(str.isupper, self.target_words))

    @lazy
    def target_lowered(self) -> list[str]:
        """The words of the translation in lower case."""
        return list(map(str.lower, self.target_words))

    @lazy
    def source_lower(self) -> str:
        """The plain source in lower case."""
        return self.source_plain.lower()

    @lazy
    def target_lower(self) -> str:
        """The plain translation in lower case."""
        return self.target_plain.lower()

    @lazy
    def irregular(self) -> bool:
        """A mark without a space after it, a space before one, two spaces: there may be something wrong there.

        Counting single characters is many times faster than a search for all that at once.
        """
        text, last = self.target_plain, len(self.target_plain) - 1
        if not self.target_chars.isdisjoint(_OTHER_SPACES) or text.startswith('" '):
            return True
        for mark in self.target_chars & _PUNCTUATION:
            if text.count(mark, 0, last) != text.count(f"{mark} ", 0, last + 1) and _CROWDED.search(text):
                return True
        glued = "(" in self.target_chars and text.count("(") != text.count(" (")
        return glued or "  " in text or contains_any(text, map(_ODD.__getitem__, self.target_chars & _ODD_MARKS))

    @lazy
    def source_numbers(self) -> list[Number]:
        """Its numbers in figures."""
        return numbers(self.source_plain, self.source_language)

    @lazy
    def target_numbers(self) -> list[Number]:
        """Its numbers in figures."""
        return numbers(self.target_plain, self.language)

    @lazy
    def source_vocabulary(self) -> frozenset[str]:
        """Its words, in lower case."""
        return frozenset(map(str.lower, self.source_words))

    @lazy
    def target_vocabulary(self) -> frozenset[str]:
        """Its words, in lower case."""
        return frozenset(self.target_lowered)

    @lazy
    def source_meanings(self) -> Meanings:
        """Days of the week, countries and the like that it may mention."""
        return meanings(self.source_plain, self.source_vocabulary, self.source_language)

    @lazy
    def target_meanings(self) -> Meanings:
        """Days of the week, countries and the like that it may mention."""
        return meanings(self.target_plain, self.target_vocabulary, self.language)

    @lazy
    def source_month(self) -> bool:
        """There may be the name of a month in it."""
        return names_month(self.source_lower, self.source_language)

    @lazy
    def target_month(self) -> bool:
        """There may be the name of a month in it."""
        return names_month(self.target_lower, self.language)

    @lazy
    def latin(self) -> bool:
        """The translation has a Latin letter."""
        return _LATIN.search(self.target) is not None

    @lazy
    def cyrillic(self) -> bool:
        """The translation has a Cyrillic letter."""
        return _CYRILLIC.search(self.target) is not None


def characters(text: str) -> frozenset[str]:
    """The characters in the text, but for spaces, a to z, and small letters that Russian and Ukrainian share.

    They are nearly all of a text, and no check asks for them; with them this takes six times as long.
    """
    return frozenset(_TELLING.findall(text))


def addresses(text: str) -> list[re.Match[str]]:
    """URLs, domains and e-mail addresses from left to right, without the punctuation after them."""
    return list(_ADDRESS.finditer(text))


def plain(text: str, characters: frozenset[str], flags: Collection[str]) -> str:
    """The text with addresses, hashtags, code and placeholders blanked out, as long as before.

    `characters` are those in it.
    """
    if not characters.isdisjoint(_ADDRESS_SIGNS) or ("." in characters and _dotted(text)):
        text = _ADDRESS.sub(_blank, text)
    if characters.isdisjoint(_OTHER_SIGNS):  # most texts
        return text
    if not characters.isdisjoint(_CODE_SIGNS):
        text = _CODE.sub(_blank, text)
    if not characters.isdisjoint(_PLACEHOLDER_SIGNS):
        text = placeholders.blanked(text, flags, FILLER)
    return text


def _dotted(text: str) -> bool:
    """A full stop within a word; counting first, as most texts have none but at the end of sentences."""
    inner = text.count(".", 0, -1)
    return inner > 0 and inner != text.count(". ") and bool(_DOMAIN.search(text))


def _blank(match: re.Match[str]) -> str:
    return FILLER * len(match[0])
