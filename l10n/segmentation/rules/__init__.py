"""The rules, in the order in which they are asked; the first opinion counts, and without any the segment ends.

To add a rule, write a function that takes a Candidate and returns Verdict.SPLIT, Verdict.JOIN or None (no opinion),
with an example in its docstring; put it into the table of its language before the rules it overrules, and add two
examples to `tests/segmentation/test_rules.py`. A word needs no rule: add it to the list in `data/<language>/`.
"""

from __future__ import annotations

from l10n.segmentation.candidate import Rule
from l10n.segmentation.rules import abbreviation, continuation, number, speech

_WHAT_FOLLOWS: tuple[Rule, ...] = (
    continuation.nothing_follows,
    continuation.agency_credit,
    continuation.lower_case_goes_on,
    continuation.nothing_before,
    continuation.ellipsis_begins,
    continuation.punctuation_goes_on,
    number.list_marker,
    continuation.editors_note,
    continuation.insertion_in_brackets,
    continuation.brackets_end,
)
_STRONG_MARKS: tuple[Rule, ...] = (
    speech.name_with_exclamation_mark,
    speech.quotation_ends,
    speech.strong_mark_ends,
    speech.full_stop_stands_alone,
    speech.dash_goes_on,
    speech.dash_begins,
    abbreviation.symbol_follows,
    abbreviation.dotted_never_final,
)
_NUMBERS: tuple[Rule, ...] = (
    number.day_before_month,
    number.list_marker_in_quotes,
    number.list_marker_after_colon,
    number.ordinal_in_brackets,
    number.ordinal_after_dash,
    number.date_in_numbers,
    number.year_ends,
    number.ordinal_before_its_noun,
    number.number_before_starter,
    number.ordinal_after_determiner,
    number.series_of_ordinals,
    number.number_ends,
    number.ruler_by_number,
)
_LETTERS: tuple[Rule, ...] = (
    abbreviation.symbol_of_unit,
    abbreviation.word_of_one_letter,
    abbreviation.list_of_letters,
    abbreviation.lettered_thing,
)
_DOTTED: tuple[Rule, ...] = (
    abbreviation.others_and_an_article,
    abbreviation.dotted_often_final,
    abbreviation.dotted_maybe_final,
    abbreviation.dotted_goes_on,
)
_ABBREVIATIONS: tuple[Rule, ...] = (
    abbreviation.often_final,
    abbreviation.only_before_numbers,
    abbreviation.maybe_final,
    abbreviation.never_final,
    abbreviation.small_letter,
    abbreviation.street_and_number,
)

_GERMAN: tuple[Rule, ...] = (
    *_WHAT_FOLLOWS,
    *_STRONG_MARKS,
    *_NUMBERS,
    *_LETTERS,
    abbreviation.initial,
    *_DOTTED,
    abbreviation.unit_before_capital,
    *_ABBREVIATIONS,
)
_ENGLISH: tuple[Rule, ...] = (
    *_WHAT_FOLLOWS,
    *_STRONG_MARKS,
    *_LETTERS,
    abbreviation.initial,
    abbreviation.time_of_day,
    *_DOTTED,
    *_ABBREVIATIONS,
)
_RUSSIAN: tuple[Rule, ...] = (
    *_WHAT_FOLLOWS,
    speech.attribution_after_dash,
    *_STRONG_MARKS,
    *_LETTERS,
    abbreviation.initials_after_surname,
    abbreviation.unit_after_number,
    abbreviation.initial,
    *_DOTTED,
    *_ABBREVIATIONS,
)

TABLES: dict[str, tuple[Rule, ...]] = {
    "de": _GERMAN,
    "en": _ENGLISH,
    "ru": _RUSSIAN,
    "uk": (number.list_number_stands_alone, *_RUSSIAN),
    "az": _RUSSIAN,
}
