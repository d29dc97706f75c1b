from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.documents.inline import markdown, tags
from l10n.text.visible import FILLER, VisibleText, visible

TEXTS = st.lists(
    st.sampled_from(
        ("<b>", "</b>", "<br>", "<x1/>", "<code>", "</code>", "&lt;", "&amp;lt;", "<", " ", "ä", "Wort", ".")
    )
).map("".join)


def _visible(text: str) -> VisibleText:
    return visible(text, tags.parse(text))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ein <b>gutes</b> Haus", "Ein gutes Haus"),
        ("Nutzen Sie <code>f()</code>.", f"Nutzen Sie {FILLER * 3}."),
        ("Der Text.<x1/>", "Der Text."),
        ("Auf <x1/> drücken", f"Auf {FILLER} drücken"),
        ("eins<br>zwei", "eins\nzwei"),
        ("Das Tag &lt;b>", "Das Tag <b>"),
    ],
)
def test_readers_see_the_words_and_where_code_is(text: str, shown: str) -> None:
    assert _visible(text).text == shown


@pytest.mark.parametrize("tag", ["<br>", "<BR/>", '<br class="x">', "<br\tclass='x' />"])
def test_a_line_break_parts_words_in_markdown_too(tag: str) -> None:
    text = f"Windows{tag}и"
    assert visible(text, markdown.parse(text)).text == "Windows\nи"


@given(TEXTS)
def test_what_is_said_to_be_exact_is_the_same_in_the_whole_text(text: str) -> None:
    seen = _visible(text)
    for start in range(len(seen.text)):
        for end in range(start + 1, len(seen.text) + 1):
            first, last = seen.span((start, end))
            assert 0 <= first < last <= len(text)
            assert seen.text[start:end] == text[first:last] or not seen.is_exact((start, end))


@given(TEXTS)
def test_places_are_in_the_order_of_the_text(text: str) -> None:
    seen = _visible(text)
    places = [seen.span((position, position))[0] for position in range(len(seen.text) + 1)]
    assert places == sorted(places)
    assert places[-1] <= len(text)


def test_many_escapes_take_time_as_their_number() -> None:
    assert _visible("&lt;b" * 20_000).text == "<b" * 20_000
