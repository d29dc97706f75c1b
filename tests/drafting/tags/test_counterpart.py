from __future__ import annotations

import pytest

from l10n.documents import inline
from l10n.drafting.tags.around import stripped
from l10n.drafting.tags.counterpart import has_its_marks, insides, words_of

MARKDOWN = inline.named("markdown")


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        pytest.param("Das **Haus**.", "The **house**.", "The house.", id="a pair"),
        pytest.param("**Das Haus.**", "The house.", "The house.", id="without the pair"),
        pytest.param("Das `f`.", "The `f`.", "The `f`.", id="code"),
        pytest.param("Das `f`.", "The f.", "The `f`.", id="code without marks"),
        pytest.param("Das `f`.", "The f of f.", "The f of f.", id="code without marks twice"),
        pytest.param("Das `f` und `f`.", "The f and f.", "The `f` and `f`.", id="code that is there twice"),
        pytest.param("Das `f`.", "The `g`.", "The g.", id="other code"),
        pytest.param("Das ![Bild](a) hier.", "A ![picture](a) here.", "A \u27e61\u27e7 here.", id="a picture"),
        pytest.param("Das ![Bild](a) hier.", "The house.", "The house.", id="a lost picture"),
        pytest.param("Ein [`f`](a) ist [`f`](b).", "[`f`](b): `f`", "\u27e61\u27e7: `f`", id="links around code"),
    ],
)
def test_words_of_a_translation_have_the_tokens_of_the_source(text: str, other: str, expected: str) -> None:
    assert words_of(stripped(text, MARKDOWN), other) == expected


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        pytest.param("Das **alte** [Haus](a).", "The [house](b), **old**.", {"alte": "old", "Haus": "house"}, id="b"),
        pytest.param("[Haus](a), [Hof](b)", "[yard](b), [house](a)", {"Haus": "house", "Hof": "yard"}, id="addresses"),
        pytest.param("[Haus](a), [Hof](b)", "[yard](y), [house](x)", {}, id="other addresses"),
        pytest.param("**Haus** und **Hof**", "**yard** and **house**", {}, id="the same marks"),
        pytest.param("**Haus** x", "**x \u27e61\u27e7**, x", {}, id="a stand-in"),
    ],
)
def test_pairs_are_told_by_their_marks(text: str, other: str, expected: dict[str, str]) -> None:
    assert dict(insides(stripped(text, MARKDOWN), other)) == expected


def test_the_same_marks_may_lead_elsewhere() -> None:
    tagged = stripped("Das [Haus](a) `f`.", MARKDOWN)
    assert has_its_marks(tagged, "`f`: the [house](b).")
    assert not has_its_marks(tagged, "`g`: the [house](b).")
    assert not has_its_marks(tagged, "The **[house](a)** `f`.")
