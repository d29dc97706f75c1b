"""The quick count of sentences, the sentences themselves, and how they end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.text.last_word import ends_with_verb
from l10n.text.sentences import sentence_texts, sentences

TEXTS = st.text(alphabet="aZб. !?…”«»(5%\n", max_size=40)


@given(text=TEXTS, lang=st.sampled_from(["de", "en", "ru", "az", "xx"]))
def test_joined_they_give_back_the_text_and_are_as_many_as_counted(text: str, lang: str) -> None:
    parts = sentence_texts(text, lang)
    assert "".join(parts) == text
    assert len(parts) == sentences(text, lang)


@pytest.mark.parametrize(
    ("text", "lang", "count"),
    [
        ("Rund 12 Mio. Menschen kamen.", "de", 1),
        ("Am 3. Mai kam er. Sie blieb.", "de", 2),
        ("Es endete 1989. Danach kam er.", "de", 2),
        ("The share is 0.5%. Thank you.", "en", 2),
        ("The date is 31.12.2026. Thank you.", "en", 2),
        ("Visit the U.S. Senate on Monday.", "en", 1),
        ("J. Smith came. He left.", "en", 2),
    ],
)
def test_figures_end_a_sentence_and_abbreviations_do_not(text: str, lang: str, count: int) -> None:
    assert sentences(text, lang) == count


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("O, dünən axşam evə gəldi.", "az", True),
        ("O, “mən gedirəm” dedi.", "az", True),
        ("Ona görə “mən gedirəm”.", "az", True),
        ("O, dünən axşam köhnə.", "az", False),
        ("O, hər axşam saat 5.", "az", None),
        ("He came home last night.", "en", None),
    ],
)
def test_a_verb_stands_at_the_end_of_some_languages(text: str, lang: str, expected: bool | None) -> None:
    assert ends_with_verb(text, lang) is expected
