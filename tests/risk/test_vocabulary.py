"""Rare words, and names that the draft has, too."""

from __future__ import annotations

import pytest

from l10n.risk.vocabulary import shares


@pytest.mark.parametrize(
    ("source", "draft", "languages", "rare", "names"),
    [
        pytest.param("Das Haus ist groß", "The house is big", "de en", 0, 0, id="common words"),
        pytest.param("Das Quarkbällchen ist groß", "The ball is big", "de en", 1, 0, id="a rare word"),
        pytest.param(
            "Der Präsident Alijew spricht", "Президент Алиев говорит", "de ru", 0, 1, id="a name in another script"
        ),
        pytest.param("Der Präsident Alijew spricht", "Президент говорит", "de ru", 1, 0, id="a name that is lost"),
        pytest.param("The house of Lewandowski", "Дом Левандовского", "en ru", 0, 1, id="a name with an ending"),
        pytest.param("Eine Sopranistin spricht", "A Sopranistin speaks", "de en", 0, 1, id="taken over as it is"),
        pytest.param("the hemoglobin", "hemoglobin", "en az", 1, 0, id="only a word with a capital is a name"),
    ],
)
def test_rare_words_and_names_are_told_apart(source: str, draft: str, languages: str, rare: int, names: int) -> None:
    words = len(source.split())
    assert shares(source, draft, *languages.split()) == pytest.approx((rare / words, names / words))


def test_nothing_is_said_of_a_language_without_lists_nor_of_a_text_without_words() -> None:
    assert shares("Дом стоит", "Ev durur", "ru", "az") == (None, None)
    assert shares("1984!", "1984!", "de", "en") == (None, None)
