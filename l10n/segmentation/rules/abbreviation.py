"""Rules on abbreviations and single letters; which words are abbreviations stands in the data files."""

from __future__ import annotations

import regex

from l10n.segmentation.end_mark import Decision, EndMark
from l10n.segmentation.traits import COUNT, DOTTED, LETTER, ODD, only_with

_INITIAL = regex.compile(r"\p{Lu}\.|(?:\p{L}{1,2}\.){2,}")
_LIST_OF_LETTERS = regex.compile(r"(?r)(?<!\w)\p{Lu}(?:, ?\p{Lu})*+ (\w+)")
_SYMBOL = frozenset("№§#$€£%&+*°")
# Roman numerals are often typed with the Cyrillic Х and І.
_COUNT = regex.compile(r"(?r)\d+|(?<!\p{L})[IVXLCMХІ]+")
_NUMERAL = regex.compile(r"\d|[IVXLC]+\b|\p{Lu}\b")
_AMOUNT = regex.compile(r"\d[\d.,]*\s(\p{L}+)")
_OF_AN_ABBREVIATION = regex.compile(r"(?r)\p{L}\.\s?\d+(?:[-–,]\d+)*")
_BARE_PHRASE = regex.compile(r"\p{L}{1,2}\s(?:[\d–-]+|[IVXLCMХІ]+)(?:\s\p{L}{1,3}\.?)+")
_THIS_YEAR = regex.compile(r"(?:\p{L}{1,2}\s)?(?:\d{1,2}\s)?\p{Ll}{3,9}\s\p{Ll}\.\s?[гр]")
_COMPOUND = regex.compile(r"(?:\p{L}+\.-)+\p{L}{2,4}")
_VOWELS = frozenset("aeiouäöüаеиоу")
"""Usual ones, which need no pattern to be seen."""
_VOWELLESS = regex.compile(r"(?!\p{L}*(?i:[aeiouyäöüáéíóúəıаеёиоуыэюяіїє]))\p{L}\p{Ll}{1,5}")


def is_abbreviation(c: EndMark) -> bool:
    """Whether the token or the dotted group before the mark stands in a list of abbreviations."""
    w = c.words
    lists = (w.never_final, w.maybe_final, w.often_final, w.before_numbers, w.units)
    return any(c.token in known or c.dotted in known for known in lists if known)


@only_with(ODD)
def symbol_follows(c: EndMark) -> Decision | None:
    """An abbreviation goes on before a sign. Joins: gem. § 5. Joins: 5 травня 2020 р. № 12"""
    return Decision.JOIN if c.next in _SYMBOL and is_abbreviation(c) else None


def short_word(c: EndMark) -> Decision | None:
    """Some are words as they are. Splits: Так, це я. | Потім він пішов. Splits: So do I. | Nobody knows."""
    return Decision.SPLIT if c.token in c.words.short_words and c.lead else None


@only_with(LETTER)
def list_of_letters(c: EndMark) -> Decision | None:
    """Letters in a list are no initials. Splits: die Punkte A, B und C. | Punkt A gilt."""
    if len(c.token) != 1 or not c.token.isupper():
        return None
    listed = _LIST_OF_LETTERS.match(c.lead)
    return Decision.SPLIT if listed and listed[1] in c.words.conjunctions else None


@only_with(LETTER)
def lettered_thing(c: EndMark) -> Decision | None:
    """Some nouns take a letter. Splits: Jetzt gilt Plan B. | Niemand lacht. Splits: nach Abs. 1 lit. b. | Die Frist"""
    if len(c.token) != 1 or not (c.token.isupper() or c.starter):
        return None
    return Decision.SPLIT if c.previous.rstrip("-.") in c.words.lettered else None


@only_with(LETTER)
def initial(c: EndMark) -> Decision | None:
    """A capital is an initial, unless a starter follows. Joins: J. S. Bach. Splits: gegen Michael B. | Das Gericht"""
    if len(c.token) != 1 or not c.token.isupper():
        return None
    ends = c.starter and c.previous and not _INITIAL.fullmatch(c.previous)
    return Decision.SPLIT if ends else Decision.JOIN


@only_with(COUNT)
def initials_after_surname(c: EndMark) -> Decision | None:
    """Surname, initials, starter: the sentence is over. Splits: Автор — Иванов А. С. | Он родился в Омске."""
    if not c.starter or not c.token[-1:].isupper():
        return None
    return Decision.SPLIT if len(c.token) == 1 or _INITIAL.fullmatch(c.token + ".") else None


@only_with(DOTTED)
def others_and_an_article(c: EndMark) -> Decision | None:
    """An article after u. a. begins a title. Joins: Er las u. a. Die Zeit."""
    among = c.dotted in ("u.a", "u.ä", "o.ä", "u.A", "u.Ä", "o.Ä")
    return Decision.JOIN if among and c.next in ("Der", "Die", "Das", "Den", "Dem", "Des") else None


@only_with(DOTTED)
def dotted_never_final(c: EndMark) -> Decision | None:
    """Some never end a sentence, not even before a starter. Joins: Er las z. B. Der Spiegel."""
    return Decision.JOIN if c.dotted and c.dotted in c.words.never_final else None


@only_with(DOTTED)
def time_of_day(c: EndMark) -> Decision | None:
    """A time goes on with its day or zone, else ends. Joins: 8 p.m. Monday. Splits: 8 p.m. | Rain fell."""
    if c.dotted.lower() not in ("a.m", "p.m"):
        return None
    return Decision.JOIN if c.next in c.words.after_times or "(" in c.opener else Decision.SPLIT


@only_with(DOTTED)
def dotted_often_final(c: EndMark) -> Decision | None:
    """Some dotted abbreviations end before a capital. Splits: 30 v. Chr. | Ägypten war reich."""
    return Decision.SPLIT if c.dotted and c.dotted in c.words.often_final else None


@only_with(DOTTED)
def dotted_maybe_final(c: EndMark) -> Decision | None:
    """Some end before a starter. Splits: der Verein e. V. | Er wurde ... Joins: die U.S. Army"""
    if not c.dotted or c.dotted not in c.words.maybe_final:
        return None
    return Decision.SPLIT if c.starter else Decision.JOIN


@only_with(DOTTED)
def dotted_before_numbers(c: EndMark) -> Decision | None:
    """Some are such before a number, as in Azerbaijani. Joins: b. e. ə. III əsr. Splits: b. e. ə. | Bakı"""
    if not c.dotted or c.dotted not in c.words.before_numbers:
        return None
    return Decision.JOIN if _NUMERAL.match(c.following) and not c.starter else Decision.SPLIT


@only_with(DOTTED)
def dotted_goes_on(c: EndMark) -> Decision | None:
    """Others go on, if their last part has one or two letters. Joins: Dr. h. c. Maier."""
    if not c.dotted:
        return None
    return Decision.JOIN if len(c.dotted.rpartition(".")[2]) <= 2 else None


def symbol_of_unit(c: EndMark) -> Decision | None:
    """The symbol of a unit is no abbreviation. Splits: Er lief 100 m. | Hamburg jubelte."""
    if c.token not in c.words.unit_symbols:
        return None
    measured = c.previous[-1:].isdigit() or c.before[: -len(c.token)].endswith("/")
    return Decision.SPLIT if measured else None


@only_with(LETTER)
def small_letter(c: EndMark) -> Decision | None:
    """A small letter is an abbreviation, unless a starter follows. Joins: Frankfurt a. Main"""
    if len(c.token) != 1 or not c.token.islower() or c.token in c.words.units:
        return None
    return Decision.SPLIT if c.starter else Decision.JOIN


def only_before_numbers(c: EndMark) -> Decision | None:
    """Some are abbreviations before a number. Joins: Art. 5. Splits: Bücher aller Art. | Hamburg liest."""
    if c.token not in c.words.before_numbers:
        return None
    return Decision.JOIN if _NUMERAL.match(c.following) and not c.starter else Decision.SPLIT


def maybe_final(c: EndMark) -> Decision | None:
    """Some end before a starter or a quotation. Joins: im Okt. 2024. Splits: im Okt. | Danach kam er."""
    if not c.among(c.words.maybe_final):
        return None
    return Decision.SPLIT if c.starter or c.opens_quotation else Decision.JOIN


def never_final(c: EndMark) -> Decision | None:
    """The sentence always goes on. Joins: Prof. Huber. Joins: Vgl. Kapitel 3. Joins: Chef-Dipl. Ing."""
    return Decision.JOIN if c.among(c.words.never_final) else None


def unit_before_capital(c: EndMark) -> Decision | None:
    """Quantities go on before a noun. Joins: 5 Mio. Euro. Splits: 5 Mio. | Das ist viel."""
    if c.token not in c.words.units:
        return None
    ends = c.starter or c.opener.strip() or c.next[0].isdigit()
    return Decision.SPLIT if ends else Decision.JOIN


def unit_after_number(c: EndMark) -> Decision | None:
    """A unit ends after its number, else goes on. Splits: в 2008 г. | Москва росла. Joins: в г. Москве"""
    if c.token not in c.words.units or c.dotted in c.words.often_final:
        return None
    if c.before[: -len(c.token)].endswith("/"):
        return Decision.SPLIT
    # г., р., м. and с. also shorten town, river and village: as years they follow a number of three digits.
    counted = _COUNT.match(c.previous)
    enough = counted and (len(counted[0]) >= 3 or not counted[0].isdigit() or c.token not in ("г", "р", "м", "с"))
    larger = len(c.previous) > 2 and c.previous.rstrip(".") in c.words.units
    return Decision.SPLIT if enough or larger else Decision.JOIN


def amount_goes_on(c: EndMark) -> Decision | None:
    """A smaller unit goes on, and so does what is numbered. Joins: 5 руб. 20 коп. Joins: ч. 2 ст. 105"""
    if c.token not in c.words.units or not c.next[0].isdigit():
        return None
    amount = _AMOUNT.match(c.following)
    if amount and (amount[1] in c.words.units or amount[1] in c.words.unit_symbols):
        return Decision.JOIN
    return Decision.JOIN if not c.previous[-1:].isdigit() or _OF_AN_ABBREVIATION.match(c.lead) else None


def phrase_goes_on(c: EndMark) -> Decision | None:
    """When something was is no sentence yet. Joins: В 1990 г. Москва росла. Joins: В мае с. г. Москва росла."""
    return Decision.JOIN if _BARE_PHRASE.fullmatch(c.before) or _THIS_YEAR.fullmatch(c.before) else None


def abbreviated_ending(c: EndMark) -> Decision | None:
    """The last part of a compound may be short. Joins: Chefinsp. Moser. Splits: mit dem Chefinsp. | Der kam."""
    endings, token = c.words.abbreviated_endings, c.token
    if endings.isdisjoint([token[size:] for size in range(max(2, len(token) - 9), len(token) - 1)]):
        return None
    return Decision.SPLIT if c.starter else Decision.JOIN


def abbreviated_compound(c: EndMark) -> Decision | None:
    """If a part is short the last one is. Joins: Univ.-Ass. Huber. Splits: mit der Univ.-Ass. | Der kam."""
    if "." not in c.token or not _COMPOUND.fullmatch(c.token):
        return None
    return Decision.SPLIT if c.starter else Decision.JOIN


def no_vowel(c: EndMark) -> Decision | None:
    """What has no vowel is short for a word. Joins: Ihr Hptm. Huber. Splits: ein Hptm. | Der kam."""
    if not c.lead or len(c.token) > 6 or not _VOWELS.isdisjoint(c.token):
        return None
    if c.previous[-1:].isdigit() or not _VOWELLESS.fullmatch(c.token):
        return None
    return Decision.SPLIT if c.starter else Decision.JOIN


def often_final(c: EndMark) -> Decision | None:
    """Some end before any capital. Splits: Äpfel, Birnen usw. | Hamburg isst gesund."""
    return Decision.SPLIT if c.token in c.words.often_final else None


def street_and_number(c: EndMark) -> Decision | None:
    """A street goes on with its number. Joins: Hauptstr. 9"""
    street = c.token.endswith("str") and c.token[0].isupper() and c.next[0].isdigit()
    return Decision.JOIN if street else None
