"""Codes of languages: what they mean, and what is said to one that means none of ours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.errors import L10nError
from l10n.languages import language, record
from l10n.languages.codes import base, by_name, codes_by_name, meant, offered, ours, requested, script

LIST = "all languages: l10n languages"


@pytest.mark.parametrize(
    ("code", "ours"),
    [
        pytest.param("uk-UA", "uk", id="with its country"),
        pytest.param("uk_UA", "uk", id="as gettext writes it"),
        pytest.param("RU", "ru", id="in capitals"),
        pytest.param(" az ", "az", id="with spaces"),
        pytest.param("az-Latn-AZ", "az", id="with its script"),
        pytest.param("AZ_LATN", "az", id="with its script in capitals"),
        pytest.param("ru-RU.UTF-8", "ru", id="with a charset"),
        pytest.param("de_DE.ISO8859-15@euro", "de", id="a locale's name"),
        pytest.param("deu", "de", id="ISO 639-3"),
        pytest.param("ger", "de", id="ISO 639-2, bibliographic"),
        pytest.param("ENG-us", "en", id="three letters and a country"),
        pytest.param("ukr", "uk", id="ukr"),
        pytest.param("rus", "ru", id="rus"),
        pytest.param("aze", "az", id="aze"),
        pytest.param("azj", "az", id="North Azerbaijani"),
        pytest.param("de-1996", "de", id="a spelling"),
        pytest.param("en-GB-oxendict", "en", id="a dictionary's spelling"),
        pytest.param("en-001", "en", id="English of the world"),
        pytest.param("de-DE-u-co-phonebk", "de", id="an extension"),
    ],
)
def test_a_code_means_one_of_our_languages(code: str, ours: str) -> None:
    assert (meant(code), base(code), language(code).code) == (ours, ours, ours)


@pytest.mark.parametrize(
    ("code", "other", "name", "direction"),
    [
        pytest.param("az-Cyrl", "az_Cyrl", "Azerbaijani (Cyrillic)", "ltr", id="Cyrillic"),
        pytest.param("az_IR", "az_Arab", "Azerbaijani (Arabic)", "rtl", id="a country with another script"),
        pytest.param("az@arabic", "az_Arab", "Azerbaijani (Arabic)", "rtl", id="a locale with another script"),
        pytest.param("uk-Latn-UA", "uk_Latn", "Ukrainian", "ltr", id="transliterated"),
    ],
)
def test_our_languages_in_another_script_are_others(code: str, other: str, name: str, direction: str) -> None:
    assert meant(code) == ""
    assert (base(code), record(base(code)).name, record(base(code)).direction) == (other, name, direction)


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        pytest.param("xx", LIST, id="none"),
        pytest.param("", LIST, id="empty"),
        pytest.param("und", LIST, id="undetermined"),
        pytest.param("fr_Cyrl", LIST, id="a script that nobody writes it in"),
        pytest.param("ua", f"did you mean 'uk' (Ukrainian)? {LIST}", id="a country"),
        pytest.param("at", f"did you mean 'de' (German)? {LIST}", id="Austria"),
        pytest.param("russain", f"did you mean 'ru' (Russian)? {LIST}", id="a name"),
        pytest.param("Deutsch", f"did you mean 'de' (German)? {LIST}", id="its own name"),
        pytest.param("jp", f"did you mean 'ja' (Japanese)? {LIST}", id="the country of another"),
        pytest.param("Français", f"did you mean 'fr' (French)? {LIST}", id="nearly another's name"),
        pytest.param("az-Arab", "l10n knows Azerbaijani in Latin letters: az", id="a script"),
        pytest.param("az_RU", "l10n knows Azerbaijani in Latin letters: az", id="a country's script"),
        pytest.param("uk@latin", "l10n knows Ukrainian in Cyrillic letters: uk", id="a transliteration"),
    ],
)
def test_what_means_no_language_is_refused_with_the_nearest(code: str, hint: str) -> None:
    with pytest.raises(L10nError) as caught:
        language(code)
    assert (caught.value.message, caught.value.hint) == (f"unknown language '{code}'", hint)


@pytest.mark.parametrize(
    "code", ["uk-", "-uk", "ru--RU", "de/en", "../ru", "de,en", "de foo", "\0", "ſk", "ru_RU.", "C"]
)
def test_what_has_not_the_form_of_a_code_means_none(code: str) -> None:
    assert meant(code) == ""


@pytest.mark.parametrize(
    ("code", "meaning"),
    [
        pytest.param("fr-CA", "fr", id="with its country"),
        pytest.param("pt-PT", "pt", id="Portuguese of Portugal"),
        pytest.param("pt_BR.UTF-8", "pt_BR", id="a variety that is a language of its own"),
        pytest.param("pb", "pt_BR", id="Argos's code of it"),
        pytest.param("zt", "zh_Hant", id="Argos's code of traditional Chinese"),
        pytest.param("zh-TW", "zh_Hant", id="the script of a country"),
        pytest.param("zh_Hans_CN", "zh", id="its usual script"),
        pytest.param("tl", "fil", id="an alias of CLDR"),
        pytest.param("iw", "he", id="a code of old"),
        pytest.param("no", "nb", id="a macrolanguage"),
        pytest.param("sr@latin", "sr_Latn", id="another script of another"),
        pytest.param("sh", "sr_Latn", id="an alias with a script"),
        pytest.param("gsw", "gsw", id="three letters"),
        pytest.param("fra", "fr", id="ISO 639-3"),
    ],
)
def test_a_code_means_any_language_that_has_a_name(code: str, meaning: str) -> None:
    assert (meant(code), base(code), ours(code)) == (meaning, meaning, "")
    assert language(code) == record(meaning)


@given(st.text(max_size=12) | st.from_regex(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8}){0,3}(@[a-z]+)?", fullmatch=True))
def test_any_text_means_a_language_or_is_refused(code: str) -> None:
    if code_of_it := requested(code):
        assert (language(code).code, base(code), requested(code_of_it)) == (code_of_it, code_of_it, code_of_it)
        assert meant(code) in ("", code_of_it)
    else:
        with pytest.raises(L10nError, match="unknown language"):
            language(code)


def test_every_code_of_argos_is_a_language_of_its_own() -> None:
    assert len(offered()) == len({language(code).name for code in offered()}) == 48


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("German", "de"),
        ("deutsch", "de"),
        ("Русский", "ru"),
        ("C", "en"),
        ("немецкий", ""),
        ("Englisch", ""),
        ("", ""),
        ("French", "fr"),
    ],
)
def test_a_language_is_known_by_its_english_name_and_its_own(name: str, code: str) -> None:
    assert by_name(name) == code


def test_a_glossary_may_call_any_language_in_any_of_ours() -> None:
    names = ("französisch", "испанский", "türk dili", "польська")
    assert [codes_by_name().get(name) for name in names] == ["fr", "es", None, "pl"]


@pytest.mark.parametrize(
    ("code", "letters"),
    [
        *(("ru", "Cyrl"), ("pt-BR", "Latn"), ("zh", "Hans"), ("zh-TW", "Hant"), ("zh-Hans-TW", "Hans"), ("sr", "Cyrl")),
        *(("sr@latin", "Latn"), ("az_IR", "Arab"), ("ar", "Arab"), ("no language", "")),
    ],
)
def test_the_script_is_the_one_that_is_named_else_the_usual_one(code: str, letters: str) -> None:
    assert script(code) == letters
