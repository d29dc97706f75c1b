"""The word lists of a language: one text file a list, named as the fields of Words.

The files stand in `l10n/languages/data/<code>/segmentation/` and hold words parted by white space, in any order; `#`
starts a comment. Abbreviations stand there as they are written, without spaces inside (`z.B.`); upper and lower case
count. A missing file is an empty list.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """All lists of one language, abbreviations without their last full stop."""

    never_final: frozenset[str]
    """Abbreviations after which the sentence always goes on: z. B., Dr."""
    maybe_final: frozenset[str]
    """Abbreviations that end a sentence only before a sentence starter: e. V., Okt."""
    abbreviated_endings: frozenset[str]
    """Last parts of compounds that are abbreviations: Chefinsp."""
    often_final: frozenset[str]
    """Abbreviations that end a sentence whenever a capital follows: usw., v. Chr."""
    before_numbers: frozenset[str]
    """Abbreviations that are such only before a number: Art. 5."""
    units: frozenset[str]
    """Abbreviated quantities after a number: 5 Mio."""
    unit_symbols: frozenset[str]
    """Symbols of units, which take no full stop of their own: 100 m."""
    starters: frozenset[str]
    """Words with which sentences begin, and names and nouns do not."""
    months: frozenset[str]
    """Names of months, also abbreviated: what follows the day in a date."""
    after_times: frozenset[str]
    """Days and time zones, with which a time goes on: 8 p.m. Monday."""
    ordinal_nouns: frozenset[str]
    """Nouns that ordinals stand before: 2. Weltkrieg."""
    ordinal_endings: frozenset[str]
    """Last parts of compound nouns that ordinals stand before: 150. Gründungsjubiläum."""
    determiners: frozenset[str]
    """Words after which a number with a full stop is an ordinal: im 3. Anlauf."""
    lettered: frozenset[str]
    """Nouns that a single letter belongs to: Plan B."""
    short_words: frozenset[str]
    """Words that look like abbreviations and are none: of one letter, or without a vowel."""
    conjunctions: frozenset[str]
    """And, or: what joins the last two of a list of letters or ordinals."""
    editions: frozenset[str]
    """What the note on an edition counts: 2. Aufl., Bd. 2."""
    verbs: frozenset[str]
    """Frequent finite verbs, which tell that a clause begins after a noun: Karten gibt es."""
    exclaimed_names: frozenset[str]
    """Names that are written with an exclamation mark: Yahoo!"""
    agencies: frozenset[str]
    """News agencies, in lower case, as credited in brackets after a report: (dpa)."""
    notes: frozenset[str]
    """Signatures of a note in brackets: – Anm. d. Red."""
    abbreviations: frozenset[str] = field(init=False)
    """All after which a sentence may go on though a word with a capital follows."""
    compound_endings: tuple[str, ...] = field(init=False)
    edition_words: tuple[str, ...] = field(init=False)
    """As strings take them that are asked how they begin and end."""
    edition_initials: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        known = self.never_final | self.maybe_final | self.before_numbers | self.units
        object.__setattr__(self, "abbreviations", known)
        object.__setattr__(self, "compound_endings", tuple(self.abbreviated_endings))
        object.__setattr__(self, "edition_words", tuple(self.editions))
        object.__setattr__(self, "edition_initials", frozenset(word[:1] for word in self.editions))


@lru_cache
def words(lang: str) -> Words:
    """The lists of this language, read once."""
    return Words(*(_read(lang, own.name) for own in fields(Words) if own.init))


def _read(lang: str, name: str) -> frozenset[str]:
    path = files("l10n.languages").joinpath("data", lang, "segmentation", f"{name}.txt")
    if not path.is_file():
        return frozenset()
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word.removesuffix(".") for line in lines for word in line.partition("#")[0].split())
