"""Sentences of blocks with tags: none ends within a pair, and each tag belongs to one of them."""

from __future__ import annotations

from functools import partial
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.documents.inline import tags
from l10n.model import Block, BlockKind, InlinePart, Piece, PieceKind
from l10n.segmentation import sentences
from l10n.segmentation.inline import segments


def _block(text: str) -> Block:
    """A block with a piece for each part of a text with tags."""
    pieces = (_piece(text, part) for part in tags.parse(text))
    return Block(BlockKind.PARAGRAPH, 1, tuple(pieces), 0, 7)


def _piece(text: str, part: InlinePart) -> Piece:
    raw = text[part.start : part.end]
    return Piece(part.kind, part.start, part.end, part.words if part.is_text else raw)


def _segments(text: str) -> list[str]:
    return [segment.text for segment in segments(_block(text), partial(sentences, lang="de"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<b>Eins ist da.</b> Zwei ist da.", ["<b>Eins ist da.</b>", "Zwei ist da."]),
        ("Eins <b>ist da. Zwei</b> ist da.", ["Eins <b>ist da. Zwei</b> ist da."]),
        ("Eins ist da. <b>Zwei</b> ist da.", ["Eins ist da.", "<b>Zwei</b> ist da."]),
        ("Eins ist da.<b> Zwei</b> ist da.", ["Eins ist da.", "<b> Zwei</b> ist da."]),
        ("<i>Eins <b>ist da.</b></i> <i>Zwei ist da.</i>", ["<i>Eins <b>ist da.</b></i>", "<i>Zwei ist da.</i>"]),
        ("Eins ist da. <code>x. Y</code> ist da.", ["Eins ist da.", "<code>x. Y</code> ist da."]),
        ("Eins ist da.<br>Zwei ist da.", ["Eins ist da.", "Zwei ist da."]),
        ("Willkommen<br>in Berlin", ["Willkommen<br>in Berlin"]),
        ("Eins ist da. <img>", ["Eins ist da."]),
        ("<img> Eins ist da.", ["<img> Eins ist da."]),
        ("<a></a>Eins ist da. <a></a>Zwei ist da.<a></a>", ["<a></a>Eins ist da.", "<a></a>Zwei ist da.<a></a>"]),
        ("<b>–</b> <i>…</i>", []),
        ("Am 3. <b>Mai</b> z. B. <i>Anna</i>.", ["Am 3. <b>Mai</b> z. B. <i>Anna</i>."]),
    ],
)
def test_sentences_with_their_tags(text: str, expected: list[str]) -> None:
    assert _segments(text) == expected


def test_lines_are_counted_in_the_file() -> None:
    block = _block("Eins\nist da. <b>Zwei</b>\nist da. Drei ist da.")
    lines = [segment.line for segment in segments(block, partial(sentences, lang="de"))]
    assert lines == [7, 8, 9]


PARTS = st.sampled_from(
    ["<b>", "</b>", "<i>", "</i>", "<br>", "<code>x. Y</code>", "<img>", "Wort", ". ", " ", "Ein", "3."]
)


@given(parts=st.lists(PARTS))
def test_no_pair_is_parted_and_no_word_is_lost(parts: list[str]) -> None:
    block = _block("".join(parts))
    cut = list(segments(block, partial(sentences, lang="de")))
    assert all(left.end <= right.start for left, right in pairwise(cut))
    for segment in cut:
        assert block.text[segment.start : segment.end].split() == segment.text.split()
        kinds = [part.kind for part in tags.parse(segment.text)]
        assert kinds.count(PieceKind.OPEN) == kinds.count(PieceKind.CLOSE)
    words = [part for text in (segment.text for segment in cut) for part in tags.parse(text) if part.is_text]
    left = "".join(part.words for part in words)
    assert all(left.count(word) == "".join(parts).count(word) for word in ("Wort", "Ein"))


words = st.text(st.sampled_from(" \n\r\t.!?ABc„“\u2028\v") | st.characters(exclude_categories=["Cs"]), max_size=60)


@given(words, words)
def test_words_are_cut_the_same_in_however_many_pieces(left: str, right: str) -> None:
    texts = [left, right.removeprefix("\n") if left.endswith("\r") else right]
    split = partial(sentences, lang="de")
    for line in (0, 7):
        cut = [
            list(segments(Block(BlockKind.PARAGRAPH, 1, _pieces(own), 0, line), split))
            for own in (texts, ["".join(texts)])
        ]
        assert cut[0] == cut[1]


def _pieces(texts: list[str]) -> tuple[Piece, ...]:
    ends = accumulate(len(text.encode()) for text in texts)
    return tuple(
        Piece(PieceKind.TEXT, end - len(text.encode()), end, text) for text, end in zip(texts, ends, strict=True)
    )
