"""Whatever the text, nothing of it is lost."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from l10n.documents.paragraphs import paragraphs
from l10n.languages import LANGUAGES
from l10n.model import Span
from l10n.segmentation import spans, split

PIECES = (
    *".!?…„“”\"»«‚‘’‹›'()[]{}–—-:;,/%§№•`",
    *(" ", "\u00a0", "\u202f", "\u200b", "\u00ad", "\ufeff", "\r", "\n", "\r\n", "\t"),
    *("\u2028", "\u0085", "\x0b", "\x0c", "\x1c"),
    *("z. B. ", "usw. ", "Dr. ", "т. д. ", "г. ", "və s. ", "U.S. ", "Plan B. ", "XIV. ", "(dpa)", "Yahoo! "),
    *("1", "9. Mai", "2024. ", "3.11", "٣", "²", "[1]", ":) ", "😀", "👍🏽"),
    *("Der ", "und ", "Haus", "a", "Z", "ß", "Я ", "і ", "Ə", "iPhone", "e\u0301"),
)
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join))
LANGS = st.sampled_from(sorted(LANGUAGES))


def assert_covers(text: str, found: list[Span]) -> None:
    """The spans are in order, not empty, have no white space around them, and only white space between them."""
    edges = [0, *(edge for span in found for edge in span), len(text)]
    assert edges == sorted(edges)
    for start, end in found:
        assert text[start:end]
        assert text[start:end] == text[start:end].strip()
    gaps = [text[end:start] for (_, end), (start, _) in pairwise([(0, 0), *found, (len(text), len(text))])]
    assert not "".join(gaps).strip()


@given(TEXTS, LANGS)
def test_segments_joined_are_the_text(text: str, lang: str) -> None:
    assert "".join(split(text, lang)) == text


@given(TEXTS, LANGS)
def test_no_segment_is_white_space_unless_the_text_is(text: str, lang: str) -> None:
    assert all(segment.strip() for segment in split(text, lang)) or not text.strip()


@given(TEXTS, LANGS)
def test_spans_cover_all_but_white_space(text: str, lang: str) -> None:
    assert_covers(text, spans(text, lang))


@given(TEXTS)
def test_paragraphs_cover_all_but_white_space(text: str) -> None:
    assert_covers(text, paragraphs(text))


@pytest.mark.parametrize("lang", sorted(LANGUAGES))
@pytest.mark.parametrize("piece", PIECES, ids=ascii)
def test_one_piece_repeated_is_not_lost(piece: str, lang: str) -> None:
    assert "".join(split(piece * 300, lang)) == piece * 300


@example("\u00ad\r.", "az")
@given(st.lists(st.sampled_from([*PIECES, "Univ.-Ass. ", "Hptm. Huber", "Danach ", "\u00ad"])).map("".join), LANGS)
def test_soft_hyphens_change_no_segment(text: str, lang: str) -> None:
    """But for the white space around a line of nothing else, which is no blank one."""
    shown, bare = (
        [part for segment in split(each, lang) if (part := segment.replace("\u00ad", "").strip())]
        for each in (text, text.replace("\u00ad", ""))
    )
    assert shown == bare
