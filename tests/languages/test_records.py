"""The records: what CLDR knows of the same languages, and that everything they name is there."""

from __future__ import annotations

import re
from functools import cache
from gettext import c2py

import pytest
from babel import Locale, localedata
from babel.plural import PluralRule
from hypothesis import assume, given
from hypothesis import strategies as st

from l10n.languages import LANGUAGES, PIVOT, SOURCE, TARGETS, Tier, cldr, record
from l10n.languages.plurals import form_count, plural_forms
from l10n.segmentation.rules import table

OURS = sorted(LANGUAGES)
OTHERS = {
    "cs": "nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2;",
    "es": "nplurals=2; plural=(n != 1);",
    "fr": "nplurals=2; plural=(n > 1);",
    "ja": "nplurals=1; plural=0;",
    "lt": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "pl": "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "ro": "nplurals=3; plural=(n==1 ? 0 : (n==0 || (n%100 > 0 && n%100 < 20)) ? 1 : 2);",
    "sl": "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);",
    "tr": "nplurals=2; plural=(n != 1);",
    "he": "nplurals=2; plural=(n != 1);",
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    "pt": "nplurals=2; plural=(n != 1);",
    "pt_BR": "nplurals=2; plural=(n > 1);",
}
"""As gettext's manual, its table and Weblate have them; of Turkish the forms of CLDR, which counts 0 as many."""
FORMS = {code: LANGUAGES[code].plural_forms for code in OURS} | OTHERS


def expression(plural_forms: str) -> str:
    return plural_forms.partition("plural=")[2].partition(";")[0]


def test_the_source_comes_first_then_the_targets() -> None:
    assert tuple(LANGUAGES)[: 1 + len(TARGETS)] == (SOURCE, *TARGETS)
    assert PIVOT in TARGETS


@pytest.mark.parametrize("code", OURS)
def test_a_record_is_what_cldr_has_of_the_language(code: str) -> None:
    ours, theirs = LANGUAGES[code], cldr.record(code)
    assert ours.typography is not None
    assert theirs.typography is not None
    assert (ours.code, ours.name, ours.own_name, ours.direction, ours.months.names) == (
        *(theirs.code, theirs.name, theirs.own_name, theirs.direction, theirs.months.names),
    )
    assert (ours.typography.decimal, ours.typography.group[0], ours.typography.percent) == (
        *(theirs.typography.decimal, theirs.typography.group, theirs.typography.percent),
    )
    assert (ours.tier, theirs.tier) == (Tier.FULL, Tier.BASIC)


@pytest.mark.parametrize("code", FORMS)
@given(number=st.one_of(st.integers(0, 200), st.integers(0, 999_999)))
def test_plural_forms_of_cldr_divide_the_integers_as_gettext_does(code: str, number: int) -> None:
    made = cldr.record(code).plural_forms
    assert form_count(made) == form_count(FORMS[code])
    assert c2py(expression(made))(number) == c2py(expression(FORMS[code]))(number)


@given(st.sampled_from(localedata.locale_identifiers()), st.integers(0, 999_999))
def test_an_expression_chooses_the_form_that_cldr_does(code: str, number: int) -> None:
    rule = Locale.parse(code).plural_form
    tags = [tag for tag in ("zero", "one", "two", "few", "many", "other") if tag in _in_use(rule)]
    assume(rule(number) in tags)
    assert tags[c2py(expression(plural_forms(rule)))(number)] == rule(number)


@cache
def _in_use(rule: PluralRule) -> frozenset[str]:
    return frozenset(map(rule, (*range(1000), *range(1000, 10**6, 1000))))


@given(st.sampled_from(sorted(Locale("en").languages)))
def test_every_plural_form_of_cldr_has_an_integer(code: str) -> None:
    made = cldr.record(code).plural_forms
    if made:
        form = c2py(expression(made))
        assert {form(number) for number in (*range(1000), *range(1000, 10**6, 1000))} == set(
            range(form_count(made) or 0)
        )


@given(st.text(max_size=12))
def test_any_text_taken_for_a_code_has_a_record(code: str) -> None:
    known = record(code)
    assert (known.code, known.tier is Tier.FULL) == (code, code in LANGUAGES)
    assert known.direction in {"ltr", "rtl"}


def test_a_code_that_is_none_has_a_neutral_record() -> None:
    known = record("no language")
    assert (known.name, known.own_name, known.plural_forms, known.direction) == (
        "no language",
        "no language",
        "",
        "ltr",
    )
    assert (known.tier, known.typography, known.evidence) == (Tier.BASIC, None, None)


@pytest.mark.parametrize(
    ("code", "name", "own_name", "direction"),
    [
        ("fr", "French", "Français", "ltr"),
        ("ar", "Arabic", "العربية", "rtl"),
        ("pt_BR", "Portuguese (Brazil)", "Português", "ltr"),
    ],
)
def test_another_language_has_its_names_and_direction(code: str, name: str, own_name: str, direction: str) -> None:
    known = record(code)
    assert (known.name, known.own_name, known.direction) == (name, own_name, direction)


@pytest.mark.parametrize("code", OURS)
def test_all_that_a_record_names_is_there(code: str) -> None:
    known = LANGUAGES[code]
    assert table(code)
    assert len(known.months.stems) == len(known.months.names) == 12
    others = {*(known.evidence.looks if known.evidence else ()), *known.lengths}
    assert others <= set(LANGUAGES)


@pytest.mark.parametrize("code", OURS)
def test_each_month_is_known_by_its_name(code: str) -> None:
    months = LANGUAGES[code].months
    for name, stem in zip(months.names, months.stems, strict=True):
        assert re.match(stem, name.lower())
        assert any(part in name.lower() for part in months.parts)


@pytest.mark.parametrize("code", OURS)
@given(data=st.data())
def test_every_text_that_negates_has_a_part_that_is_looked_for_first(code: str, data: st.DataObject) -> None:
    negation = LANGUAGES[code].negation
    text = data.draw(st.one_of(*map(st.from_regex, filter(None, (negation.sure, negation.not_only)))))
    assert any(part in text for part in negation.parts)
