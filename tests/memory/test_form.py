"""The normal form of segments, and the numbers under which a memory keeps it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from l10n.memory.database import digest, number
from l10n.memory.form import form, normal_text, tokens

pieces = st.sampled_from(
    (
        "SPD",
        "A4",
        "Haus",
        "ist",
        "12",
        "3,5",
        "1.234,5",
        "9. 5. 2020",
        "¼",
        "5¼",
        "٣٫٥",
        "https://a.de/2",
        "a2@b.de",
        "'",
        "’",
    )
)
texts = st.lists(pieces | st.text(max_size=3)).map(" ".join) | st.lists(pieces).map("".join)


@given(texts, st.sampled_from(("de", "en", "az", "fa")))
def test_the_text_alone_is_that_of_the_whole_form(text: str, language: str) -> None:
    whole = form(text, language)
    normal = normal_text(text)
    assert (normal, tokens(normal)) == (whole.text, whole.tokens)
    assert whole.text.count("\ufffc") == len(whole.placeables)


def test_memories_that_are_there_have_these_numbers() -> None:
    assert number("de", "Haus – Ä\ud800") == -1678491525178128058
    assert digest("a", None, "").hex() == "0217ca2de8f9f0a6c8e72eed60a35c5f"
    assert digest("a", "", "b").hex() == "1a2406f64abf269be36e98cf00c68a91"
    assert digest(None).hex() == "27c7367e70a13f751afa786c2c888b9b"
