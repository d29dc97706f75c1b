"""Where lines of a paragraph may end: at spaces between words, not within marks."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.documents.markdown import wrapping

_PARTS = (
    *("Wort", "a ", " ", "ä", "**", "_", "`", "``", "`x`", "`x y`", "[", "]", "](x)", "](x y)", '](x "y z")', "][r]"),
    *("][r s]", "![", "<b>", "</b>", "<b c>", "<code>", "</code>", "<KBD>", "</KBD>", "$x_1$", "$", "\\", "&amp;", "!"),
    *("[^1]", "[^1 2]", "(", ")", "](", "{{ x }}"),
)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(_PARTS), max_size=12).map("".join))
def test_a_line_that_is_not_parsed_has_no_mark_with_a_space(line: str) -> None:
    if wrapping._WITHOUT_SPACES.fullmatch(line):
        assert "".join(wrapping._texts(line)) == line


def test_lines_with_usual_marks_are_not_parsed() -> None:
    usual = "Ein **fettes** `Wort`, eine [Seite mit Wörtern](a.md) und [noch eine][Seite] – hier[^1]!"
    for line in (usual, "a \\* b", "<b>A b</b>"):
        assert wrapping._WITHOUT_SPACES.fullmatch(line)
    for line in ("Ein `Wort mehr`.", '[Seite](a.md "Ein Titel")', "![Ein Bild](a.png)", '<b class="x">', "[a][b c]"):
        assert not wrapping._WITHOUT_SPACES.fullmatch(line)
