"""What is known of a language: one frozen record, of parts that each say one thing and may be left out.

A part that is left out is neutral: the language then behaves as one that nobody knows in that respect. Patterns are
regular expressions as text; whoever uses them compiles them when they are first asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any, NamedTuple

_NOTHING: Mapping[Any, Any] = MappingProxyType({})


def words(text: str) -> tuple[str, ...]:
    """The words of a list, parted by spaces."""
    return tuple(text.split())


class Tier(Enum):
    """How much is known of a language."""

    FULL = "full"
    """All that the commands use: it can be a source and a target."""
    CHECKED = "checked"
    """CLDR's data, and where its sentences end was measured on a treebank."""
    BASIC = "basic"
    """What CLDR tells: names, plural forms, direction, marks in numbers, months."""


class Typography(NamedTuple):
    """How the language sets its text: numbers as in CLDR 47 (numbers.json), quotation marks as in delimiters.json."""

    quotes: tuple[str, ...]
    """Pairs of quotation marks that may stand outside, the usual one first."""
    inner: tuple[str, ...]
    """Pairs that may stand within others, the usual one first."""
    decimal: str
    group: str
    """Characters that may part groups of three digits, the usual one first."""
    percent: str
    """What stands between number and percent sign."""
    dash: str
    """The dash within a sentence, with spaces around it."""
    spaced_marks: str = ""
    """Marks before which some put a no-break space, and guillemets within which they do: French."""
    percent_always: bool = False
    """No catalogue has another custom before the percent sign."""
    cyrillic: bool = False
    foreign: frozenset[str] = frozenset()
    """Letters of related languages that this one does not have, lower case."""


class Script(NamedTuple):
    """What the letters of the language are like."""

    cased: bool = True
    """It has capitals."""
    spaced: bool = True
    """A space stands between two sentences, and after a comma; in Thai, too, which has none between words."""
    letters: float = 1.0
    """Letters of an alphabet that one of its characters stands for, as lengths of translations show."""


class Numbers(NamedTuple):
    """Numbers in figures and words; whole numbers in words stand in `numerals.tsv`."""

    magnitudes: Mapping[int, str] = _NOTHING
    """A pattern for how its words begin, by power of ten."""
    week: str = ""
    """How the word for a week begins; empty if nobody counts days in weeks."""
    ordinal_suffixes: tuple[str, ...] = ()
    """What is joined to figures that end in 1, 2, 3, and to all others: 1st, 2nd, 3rd, 4th."""
    harmony: bool = False
    """Endings that are joined to a figure follow its vowels: 9-u, 10-u, 6-sı."""


class Clock(NamedTuple):
    """Hours of a day."""

    halves: bool = False
    """Hours are told on a clock of twelve, with a.m. and p.m."""
    word: str = ""
    """What stands beside an hour on a clock of 24."""
    hours: str = ""
    """A pattern with one group: an hour before that word, or at the beginning of a span of time."""
    daytime: str = ""
    """A pattern of words with which such an hour may be on a clock of twelve."""


class Months(NamedTuple):
    """The months in texts."""

    names: tuple[str, ...] = ()
    """Names as dates have them, January first."""
    stems: tuple[str, ...] = ()
    """Twelve patterns: how the names begin, abbreviations among them."""
    endings: str = ""
    """A pattern for what follows a stem."""
    parts: tuple[str, ...] = ()
    """Parts of names, in lower case, of which every text with a month has one: quick to look for."""


class Alternation(NamedTuple):
    """Letters of a stem that change where an ending follows."""

    letters: str
    """A pattern."""
    forms: str
    """The pattern that takes its place."""
    longer_than: int = 0
    """Letters that the stem has more than."""
    word_end: str = ""
    """The end of the words that it holds for."""


class Umlaut(NamedTuple):
    """Plurals with another vowel: Länder, Verträge, Vögel."""

    vowel: str
    """A pattern with one group: the vowel that changes."""
    plain: str
    changed: str
    """What each becomes, in the order of `plain`."""
    light: tuple[str, ...]
    """Ends of words that take the `light_ending`."""
    light_ending: str
    ending: str


class Inflection(NamedTuple):
    """The forms of a word, rough and quick; `l10n.text.inflection` makes patterns of it."""

    endings: str = r"\w{0,3}"
    """A pattern for what follows the stem of a noun."""
    cut: str = ""
    """A pattern for the ending of the base form, which other forms do not have."""
    softened: tuple[str, str] = ("", "")
    """Letters, and those that they count as where words are looked up: Land, Länder; Київ, Києва."""
    alternations: tuple[Alternation, ...] = ()
    """Changes of the stem, in the order in which they are made."""
    adjective: str = ""
    """A pattern of the endings that an adjective within a term has."""
    umlaut: Umlaut | None = None
    rich: bool = True
    """Two forms of a word may both be longer than what they share."""


class Leftover(NamedTuple):
    """How the words of a language look that were left over in a translation; patterns, for small letters."""

    nouns: tuple[str, ...]
    """Endings of nouns and adjectives that no name has."""
    umlauts: frozenset[str]
    """Letters that tell the language in a Cyrillic text."""
    looks: str
    """How its words look."""
    looks_beside: Mapping[str, str]
    """The same by the code of a language that has more in common with it."""
    beside_cyrillic: str
    """Letters that tell in a Cyrillic text."""


class Retyped(NamedTuple):
    """Texts that somebody typed without the letters of the language."""

    letters: str
    """Its own letters, lower case."""
    telling: frozenset[str]
    """Those of either case that nobody typed so."""
    typed: str
    """What is typed for each of them."""
    endings: str
    """A pattern of words that end as only words typed so do."""
    particles: frozenset[str]
    """Small words that look as if they were typed so and are parts of names: Charles de Gaulle."""
    long: int
    """Letters of a text among which one of its own is to be expected."""
    very_long: int
    """Letters of a text among which one of its own is certain."""


class Evidence(NamedTuple):
    """What tells that a text is in this language, and not in another; the lists of words stand in its data."""

    lists: tuple[str, ...] = ("function_words",)
    """Lists of words that tell the language."""
    letters: frozenset[str] = frozenset()
    """Those that a text of some length has, and texts in most other languages do not have."""
    looks: Mapping[str, str] = _NOTHING
    """By the code of another language: a pattern of words in lower case that this one has and the other hardly."""
    strange_letters: str = ""
    """The language whose `letters` no word of this one has but names."""
    alphabet: frozenset[str] = frozenset()
    """All its letters, lower case; empty if nobody asks whether a whole text is in it."""
    shares: tuple[tuple[str, float], ...] = ()
    """Letters, and how much of a text they are at least: a third of what is usual; without them words decide."""
    others: float = 0.03
    """More letters of other languages, as a share, a text does not have; Latin ones stand in names."""
    retyped: Retyped | None = None


class Negation(NamedTuple):
    """How it says no; patterns for texts in small letters."""

    sure: str = ""
    """Words that negate, whatever stands beside them."""
    possible: str = ""
    """All that a translation may have instead: prefixes and endings, too, and words like without."""
    not_only: str = ""
    """What negates no more than that something is all: not only, not just."""
    only: str = ""
    """The same without its no."""
    parts: tuple[str, ...] = ()
    """Letters in a row, of which every text with one of `sure` or `not_only` has some: quick to look for."""


class Segmentation(NamedTuple):
    """Where its sentences end; the lists of words stand in `data/<code>/segmentation`."""

    rules: tuple[str, ...] = ("what_follows", "strong_marks", "letters", "initial", "dotted", "abbreviations")
    """Names of rules and groups of them in `l10n.segmentation.rules`, in the order in which they are asked."""


class Lengths(NamedTuple):
    """How long translations into one language are: of the logarithm of the ratio of lengths, fitted to people's."""

    mean: float
    fixed: float
    part: float
    """The variance for n characters is fixed + part / n + 12 / n²."""
    short: float
    """Standard deviations from which a translation is short: fewer where the lengths of good ones scatter more."""


class Subtitles(NamedTuple):
    """How much viewers can read, in letters of an alphabet (Netflix, Timed Text Style Guides, for adults)."""

    speed: float = 17
    """Characters a second."""
    width: int = 42
    """Characters of a line."""


class Language(NamedTuple):
    """A language. Plural forms as in gettext's plural-table.c, or as in Weblate's data where that has none."""

    code: str
    """Its code as files and headers have it: `de`, `pt_BR`."""
    name: str
    """Its name in English."""
    own_name: str
    """Its name in itself, as a heading has it."""
    plural_forms: str
    """The value of the field Plural-Forms in the header of a catalogue."""
    plural_counts: tuple[int, ...] = ()
    """How many forms some programs have instead, one of them for fractions."""
    tier: Tier = Tier.BASIC
    direction: str = "ltr"
    """`ltr` or `rtl`."""
    script: Script = Script()
    capitals: Mapping[str, str] = _NOTHING
    """Small letters whose capitals are not Unicode's."""
    consonants: str = ""
    """Letters of names and the Latin consonant that they sound as, in turn: see `l10n.text.names`."""
    typography: Typography | None = None
    numbers: Numbers = Numbers()
    clock: Clock = Clock()
    months: Months = Months()
    inflection: Inflection = Inflection()
    noun_capitals: bool = False
    """All its nouns begin with a capital, not only names."""
    leftover: Leftover | None = None
    evidence: Evidence | None = None
    """None if no text is said to be in it."""
    negation: Negation = Negation()
    predicates: str = ""
    """How the last word of a sentence ends, where a verb stands last; a pattern for the ends of words."""
    segmentation: Segmentation = Segmentation()
    lengths: Mapping[str, Lengths] = _NOTHING
    """How long translations from this language are, by the code of the other."""
    risk_measured: frozenset[str] = frozenset()
    """Codes of the languages into which risk was measured (docs/risk.md) and was better than the order by length."""
    frequent: bool = False
    """Its list of common words is long enough to call other words rare."""
    subtitles: Subtitles = Subtitles()
    bleu: str = "intl"
    """The tokenizer of sacrebleu that BLEU is told with."""
    notice: str = ""
    """What an article says in this language of machine text in it that nobody has reviewed; empty for English words."""
