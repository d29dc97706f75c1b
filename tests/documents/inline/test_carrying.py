"""Edits of a source that leave its words alone, where it has marks."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from l10n.documents.inline import markdown, marks
from l10n.documents.inline.carrying import carried_over
from l10n.model import Entry
from l10n.text import cosmetics

TEXTS = st.lists(st.sampled_from(("**", "[a](b)", "`3`", "[x](3.md)", " Wort", "3", " 4", ".", "!", "\U000f0000"))).map(
    "".join
)


def _carried(old: str, new: str, translation: str) -> str | None:
    carried = carried_over(Entry(new, references=("a.md",)), old, new, translation)
    return carried.text if carried else None


@pytest.mark.parametrize(
    ("old", "new", "translation", "text"),
    [
        ("Siehe [hier](a.md).", "Siehe [hier](b.md).", "See [here](a.md).", "See [here](b.md)."),
        ("Siehe [hier](a.md).", "Siehe [hier](b.md)!", "See [here](a.md).", "See [here](b.md)!"),
        ("Siehe [hier](a.md).", "Siehe [hier](b.md).", "See [here](en/a.md).", None),
        ("Siehe [3](v3.md).", "Siehe [4](v3.md).", "See [3](v3.md).", "See [4](v3.md)."),
        ("Nimm `v3`, nicht 3", "Nimm `v3`, nicht 4", "Take `v3`, not 3", "Take `v3`, not 4"),
        ("Nimm `v3`.", "Nimm `v4`.", "Take `v3`.", None),
        ("Nimm Teil 43.", "Nimm Teil3.", "Take part 43.", None),
        ("3 von 4", "3 von 3", "3 of 4", "3 of 3"),
        ("Das ist **gut**.", "Das ist *gut*.", "That is **good**.", None),
        ("[a](x) [b](y)", "[a](y) [b](x)", "[A](x) [B](y)", "[A](y) [B](x)"),
        ("[a](x) [b](y)", "[a](z) [b](z)", "[A](x) [B](y)", None),
    ],
)
def test_an_edit_is_made_in_the_translation(old: str, new: str, translation: str, text: str | None) -> None:
    assert _carried(old, new, translation) == text


def _has_equal_numbers(text: str) -> bool:
    numbers = re.findall(
        r"\d+(?:[.,:]\d+)*", "".join(part.words if part.is_text else "`" for part in markdown.parse(text))
    )
    return len(numbers) > len(set(numbers))


@example(" Wort 43", " Wort3", " 43")
@example("3** 4", "3**3", "3** 4")
@given(TEXTS, TEXTS, TEXTS)
def test_the_way_back_is_as_clear_and_no_mark_is_lost(old: str, new: str, translation: str) -> None:
    """Unless the new number stood there before: then nobody knows which of the two was another."""
    text = _carried(old, new, translation)
    if text is not None:
        assert marks(markdown.parse(text)) == marks(markdown.parse(translation))
        assert _carried(new, old, text) in {translation, translation.rstrip()} or _has_equal_numbers(new)


def test_without_a_document_it_is_as_ever() -> None:
    texts = ("Nimm 3.", "Nimm 4.", "Take 3.")
    assert carried_over(Entry("Nimm 4."), *texts) == cosmetics.carried_over(*texts)
