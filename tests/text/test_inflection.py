"""A word is met in its forms, in each of our languages, and not in other words."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from l10n.languages import LANGUAGES
from l10n.text.apostrophe import alike
from l10n.text.inflection import KEY, key, pattern, present

FORMS = [
    ("de", "Haus", "Hauses Hause Häuser Häusern"),
    ("de", "Vertrag", "Vertrags Vertrages Verträge Verträgen"),
    ("de", "Vogel", "Vogels Vögel Vögeln"),
    ("de", "Regierung", "Regierungen"),
    ("de", "Moskau", "Moskaus"),
    ("de", "Europäische Union", "der Europäischen Union"),
    ("de", "Alter Mann", "den Alten Mann"),
    ("en", "country", "countries country's country’s"),
    ("en", "box", "boxes boxed boxing"),
    ("en", "Georgia", "Georgian Georgians Georgia's"),
    ("ru", "правительство", "правительства правительству правительством правительстве правительств"),
    ("ru", "Россия", "России Россией российский российского"),
    ("ru", "европеец", "европейца европейцу европейцы европейцев"),
    ("ru", "главный", "главного главная главные главными"),
    ("ru", "Хрущёв", "Хрущева Хрущёву Хрущевым"),
    ("uk", "Київ", "Києва Києву Києвом київський"),
    ("uk", "Африка", "Африці Африку Африкою африканський"),
    ("uk", "науковець", "науковця науковцю науковці науковців"),
    ("uk", "дорога", "дорозі дорогу дорогою дороги"),
    ("uk", "уряд", "уряду урядом уряди урядів"),
    ("uk", "сім'я", "сім’ї сімʼєю"),
    ("az", "kitab", "kitabın kitaba kitabı kitablar kitablardan"),
    ("az", "uşaq", "uşağın uşağa uşaqlar"),
    ("az", "prezident", "prezidenti prezidentinin prezidentlə"),
    ("az", "Naxçıvan", "Naxçıvanın Naxçıvanda"),
]
OTHERS = [
    ("de", "Haus", "Haustür Wirtshaus Hausmeister Hose"),
    ("de", "Rat", "Rathaus Ratte Senat"),
    ("de", "Alter Mann", "die Alte Frau"),
    ("en", "country", "countryside count counter"),
    ("en", "box", "boxer boxwood inbox"),
    ("ru", "отец", "отель отчёт праотец"),
    ("ru", "правительство", "управление правило"),
    ("uk", "Київ", "кий кіоск Миколаїв"),
    ("uk", "сім'я", "сім сімка"),
    ("az", "kitab", "katib mühitab"),
    ("az", "uşaq", "quşlar ucaq"),
]
LANGS = st.sampled_from(list(LANGUAGES))
LETTERS = st.characters(categories=["Lu", "Ll"], exclude_characters="ʼʻ")
WORDS = st.text(LETTERS, min_size=1, max_size=12)
PHRASES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
AROUND = st.text(st.sampled_from(" .,;:!?()[]„“”«»–…\n0"), max_size=6)


def cases(table: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Each form or other word by itself; phrases whole."""
    return [(lang, word, text) for lang, word, forms in table for text in ([forms] if " " in word else forms.split())]


@pytest.mark.parametrize(("lang", "word", "form"), cases(FORMS))
def test_a_word_is_present_in_its_forms(lang: str, word: str, form: str) -> None:
    assert present(word, f"… {form}, …", lang)


@pytest.mark.parametrize(("lang", "word", "other"), cases(OTHERS))
def test_a_word_is_not_present_in_another(lang: str, word: str, other: str) -> None:
    assert present(word, f"… {other}, …", lang) is None


@pytest.mark.parametrize(("lang", "word", "form"), [case for case in cases(FORMS) if " " not in case[1]])
def test_all_forms_are_looked_up_by_the_key_of_the_word(lang: str, word: str, form: str) -> None:
    assert pattern(word, lang, False).fullmatch(alike(form))
    assert key(form, lang) == key(word, lang)


@given(phrase=PHRASES, before=AROUND, after=AROUND, lang=LANGS)
def test_a_phrase_is_present_in_itself_whatever_stands_around_it(
    phrase: str, before: str, after: str, lang: str
) -> None:
    assume(not before.endswith("0") and not after.startswith("0"))
    assert present(phrase, f"{before}{phrase}{after}", lang)


@given(word=WORDS, lang=LANGS, text=st.lists(WORDS, max_size=8).map(" ".join))
def test_what_is_present_stands_where_it_is_said_to(word: str, lang: str, text: str) -> None:
    span = present(word, text, lang)
    if span:
        assert pattern(word, lang, False).fullmatch(alike(text)[slice(*span)])


@given(word=WORDS, ending=WORDS, lang=LANGS)
def test_the_key_depends_on_the_first_letters_only(word: str, ending: str, lang: str) -> None:
    assume(len(word) >= KEY)
    assert key(word + ending, lang) == key(word[:KEY], lang)


@given(phrase=PHRASES, lang=LANGS)
def test_a_phrase_with_a_word_that_the_text_does_not_have_is_not_present(phrase: str, lang: str) -> None:
    text = " ".join(re.sub(r"\w", "0", word) for word in phrase.split())
    assert present(phrase, text, lang) is None
