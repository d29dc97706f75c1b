from __future__ import annotations

import pytest

from l10n.documents.inline import marks, tags
from l10n.documents.inline.numbering import explained, numbered
from l10n.model import Piece, PieceKind
from l10n.model.inline import words


@pytest.mark.parametrize(
    ("text", "names", "shown"),
    [
        ("Ein <b>Haus</b>.", ["b"], "Ein Haus."),
        ("<a1>eins</a1> <a2>zwei</a2>", ["a1", "a2"], "eins zwei"),
        ("eins<br>zwei<br/>", ["br", "br"], "einszwei"),
        ("Mit <code>f(&lt;b>)</code>.", ["code f(<b>)"], "Mit f(<b>)."),
        ("Mit <code1>x", ["code1"], "Mit x"),
        ("3 < 4 und &lt;b>", [], "3 < 4 und <b>"),
        ("&amp;lt;b> &amp; &nbsp;", [], "&lt;b> &amp; &nbsp;"),
        ("<b><i>x</b></i>", ["/i", "b", "i"], "x"),
        ("</b>x<b>", ["/b", "b"], "x"),
        ('<b class="x">kein Tag</b>', ["/b"], '<b class="x">kein Tag'),
    ],
)
def test_tags_and_words(text: str, names: list[str], shown: str) -> None:
    assert marks(tags.parse(text)) == names
    assert words(tags.parse(text)) == shown


def test_many_tags_take_time_as_their_number() -> None:
    for text in ("<b>" * 100_000, "<code>" * 100_000, "</b>" * 100_000, "<b></i>" * 50_000, "&amp;" * 100_000 + "<"):
        assert tags.parse(text)[-1].end == len(text)


def _tag(kind: PieceKind, text: str, source: str, note: str = "") -> Piece:
    return Piece(kind, 0, 0, text, source, note)


def test_only_unequal_tags_of_a_name_have_numbers() -> None:
    pieces = [
        _tag(PieceKind.OPEN, "<a>", '<a href="x">', "link to x"),
        Piece(PieceKind.TEXT, 0, 0, "eins"),
        _tag(PieceKind.CLOSE, "</a>", "</a>"),
        _tag(PieceKind.OPEN, "<a>", '<a href="y">', "link to y"),
        _tag(PieceKind.OPEN, "<b>", "<b>"),
        _tag(PieceKind.CLOSE, "</b>", "</b>"),
        _tag(PieceKind.CLOSE, "</a>", "</a>"),
        _tag(PieceKind.ALONE, "<code>x</code>", "<code>x</code>"),
        _tag(PieceKind.ALONE, "<code>x</code>", '<code class="y">x</code>'),
    ]
    texts = numbered(pieces)
    assert "".join(texts) == "<a1>eins</a1><a2><b></b></a2><code1>x</code1><code2>x</code2>"
    assert explained(pieces, texts) == ("<a1> = link to x", "<a2> = link to y")
    assert "".join(numbered(pieces[:3])) == "<a>eins</a>"
    assert "".join(numbered(pieces[:3] * 2)) == "<a>eins</a>" * 2


@pytest.mark.parametrize(
    ("sources", "shown"),
    [
        (["<br>", "<br/>", "<br />", "<BR>"], ["<br>"] * 4),
        (["<br>", '<br class="x">', "<br/>", '<br class="x"/>'], ["<br1>", "<br2>", "<br1>", "<br2>"]),
        (['<img src="a.png">', '<img src="a.png" />'], ["<img>", "<img>"]),
        (['<img src="a.png">', '<img src="A.png">'], ["<img1>", "<img2>"]),
        (["<wbr>"], ["<wbr>"]),
    ],
)
def test_tags_that_are_spelled_in_several_ways_are_one(sources: list[str], shown: list[str]) -> None:
    names = [source[1:].lower().split()[0].strip("/>") for source in sources]
    pieces = [_tag(PieceKind.ALONE, f"<{name}>", source) for name, source in zip(names, sources, strict=True)]
    assert numbered(pieces) == shown
    within = [_tag(PieceKind.OPEN, "<b>", "<b>"), *pieces, _tag(PieceKind.CLOSE, "</b>", "</b>")]
    assert numbered(within) == ["<b>", *shown, "</b>"]
