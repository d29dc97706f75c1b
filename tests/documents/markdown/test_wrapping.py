"""Where lines of a paragraph may end: at spaces between words, not within marks."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.documents.markdown import wrapping

_PARTS = (
    *("Wort", "a ", " ", "ä", "**", "_", "`", "``", "`x`", "`x y`", "[", "]", "](x)", "](x y)", '](x "y z")', "][r]"),
    *("][r s]", "![", "<b>", "</b>", "<b c>", "<code>", "</code>", "<KBD>", "</KBD>", "$x_1$", "$", "\\", "&amp;", "!"),
    *("[^1]", "[^1 2]", "(", ")", "](", "{{ x }}", "`{{ x }}`", "](x`y)", "`x](y)", "[x`"),
)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(_PARTS), max_size=12).map("".join))
def test_a_line_that_is_not_parsed_has_no_mark_with_a_space_but_code(line: str) -> None:
    assert wrapping._held(line) == "".join(wrapping._texts(line))


def test_lines_with_usual_marks_are_not_parsed() -> None:
    usual = "Ein **fettes** `Wort`, eine [Seite mit Wörtern](a.md) und [noch eine][Seite] – hier[^1]!"
    for line in (usual, "Ein `Wort mehr`, `a <b` und [`a b`](c).", "a \\* b", "<b>A b</b>"):
        assert wrapping._USUAL.fullmatch(line)
    for line in (
        "Ein ``Wort mehr``.",
        "`{{ a }}`",
        "[a](b` c) d`",
        '[Seite](a.md "Ein Titel")',
        "![Ein Bild](a.png)",
        '<b class="x">',
        "[a][b c]",
    ):
        assert not wrapping._USUAL.fullmatch(line)


_WORDS = ("Wort", "ä", "langes", "**fett**", "[Seite](a.md)", "-", "1.", "#", "---", "b\\", "<b>", "x</b>")


@settings(max_examples=200)
@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=30).map(" ".join), st.integers(5, 40), st.integers(0, 8))
def test_lines_are_full_and_have_all_words(line: str, width: int, indent: int) -> None:
    rows = wrapping.wrapped(line, width, indent)
    assert " ".join(rows) == line
    for row, following in pairwise(rows):
        assert indent + len(row) + 1 + len(following.split(" ")[0]) > width
        assert not row.endswith("\\")
        assert wrapping.escaped_start(following) == following
