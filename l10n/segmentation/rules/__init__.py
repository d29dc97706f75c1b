"""The rules, in the order in which they are asked; the first opinion counts, and without any the segment ends.

To add a rule, write a function that takes an EndMark and returns Decision.SPLIT, Decision.JOIN or None (no opinion),
with an example in its docstring; name it in the records of its languages (`l10n/languages/<code>.py`, `segmentation`)
before the rules it overrules, or put it into a group below, and add two examples to `tests/segmentation/test_rules.py`.
A rule that joins after an ordinary word needs a condition in `l10n.segmentation.plain_ends`, too: a test says so.
A word needs no rule: add it to the list in `l10n/languages/data/<code>/segmentation/`.
"""

from __future__ import annotations

from functools import cache
from types import ModuleType

from l10n.languages import record
from l10n.segmentation.end_mark import Rule
from l10n.segmentation.rules import abbreviation, continuation, number, speech

_MODULES: tuple[ModuleType, ...] = (abbreviation, continuation, number, speech)
GROUPS: dict[str, tuple[Rule, ...]] = {
    "what_follows": (
        continuation.nothing_follows,
        continuation.wide_mark_ends,
        continuation.agency_credit,
        continuation.list_letter_begins,
        continuation.lower_case_goes_on,
        continuation.nothing_before,
        continuation.leader_goes_on,
        continuation.ellipsis_begins,
        continuation.punctuation_goes_on,
        number.list_marker,
        continuation.editors_note,
        continuation.insertion_in_brackets,
        continuation.brackets_end,
        continuation.edition_goes_on,
        continuation.note_in_brackets,
    ),
    "strong_marks": (
        speech.name_with_exclamation_mark,
        speech.quotation_within_sentence,
        speech.quotation_ends,
        speech.strong_mark_ends,
        speech.full_stop_stands_alone,
        speech.dash_goes_on,
        speech.dash_begins,
        abbreviation.symbol_follows,
        abbreviation.dotted_never_final,
    ),
    "numbers": (
        number.day_before_month,
        number.list_marker_in_quotes,
        number.list_marker_after_colon,
        number.ordinal_in_brackets,
        number.ordinal_after_dash,
        number.date_in_numbers,
        number.year_ends,
        number.ordinal_before_its_noun,
        continuation.clause_begins,
        number.number_before_starter,
        number.ordinal_after_determiner,
        number.series_of_ordinals,
        number.number_ends,
        number.ruler_by_number,
    ),
    "letters": (
        abbreviation.symbol_of_unit,
        abbreviation.short_word,
        abbreviation.list_of_letters,
        abbreviation.lettered_thing,
    ),
    "dotted": (
        abbreviation.others_and_an_article,
        abbreviation.dotted_often_final,
        continuation.clause_begins,
        abbreviation.dotted_maybe_final,
        abbreviation.dotted_before_numbers,
        abbreviation.dotted_goes_on,
    ),
    "abbreviations": (
        abbreviation.abbreviated_compound,
        abbreviation.often_final,
        abbreviation.only_before_numbers,
        abbreviation.never_final,
        continuation.clause_begins,
        abbreviation.maybe_final,
        abbreviation.small_letter,
        abbreviation.street_and_number,
        abbreviation.abbreviated_ending,
        abbreviation.no_vowel,
    ),
}
"""Rules that stand together, by the name that records call them."""


@cache
def table(lang: str) -> tuple[Rule, ...]:
    """The rules of a language in order; KeyError for a name in its record that is none."""
    rules = (rule for name in record(lang).segmentation.rules for rule in GROUPS.get(name) or (_rule(name),))
    return tuple(dict.fromkeys(rules))  # whoever had no opinion has none when asked again


def _rule(name: str) -> Rule:
    for module in _MODULES:
        rule: Rule | None = vars(module).get(name)
        if rule is not None:
            return rule
    raise KeyError(name)
