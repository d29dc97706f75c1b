from __future__ import annotations

import pytest
from hypothesis import given

from l10n.documents.inline import named
from l10n.drafting.tags import TaggedText
from l10n.drafting.tags.around import stripped
from l10n.drafting.tags.placing import Located, placed
from l10n.drafting.tags.tokens import has_words
from tests.drafting.tags.strategies import tagged

TAGS = named("tags")


def strip(text: str) -> TaggedText:
    return stripped(text, TAGS)


@pytest.mark.parametrize(
    ("text", "words", "pairs"),
    [
        pytest.param("Das Haus ist alt.", "Das Haus ist alt.", 0, id="no tags"),
        pytest.param("Das <b>Haus</b> ist alt.", "Das Haus ist alt.", 1, id="a pair"),
        pytest.param("<b>Das Haus.</b>", "Das Haus.", 0, id="around the whole"),
        pytest.param("<b><i>Das Haus.</i></b>", "Das Haus.", 0, id="several around the whole"),
        pytest.param("<b>Das</b> <b>Haus.</b>", "Das Haus.", 2, id="two beside each other"),
        pytest.param("<x1/> <b> Das Haus. </b>", "Das Haus.", 0, id="pictures and white space at the edge"),
        pytest.param("Das Haus.<a1><x1/></a1>", "Das Haus.", 0, id="a linked picture at the end"),
        pytest.param("Oben<br>unten.", "Oben\u27e61\u27e7unten.", 0, id="a line break"),
        pytest.param("Nimm <code>f()</code>!", "Nimm `f()`!", 0, id="code"),
        pytest.param("Nimm <a1><code>f()</code></a1>!", "Nimm `f()`!", 0, id="a pair around code"),
        pytest.param("<a1><code>f</code></a1>, <a2><code>f</code></a2>", "`f`, \u27e61\u27e7", 0, id="unequal code"),
        pytest.param("<code>f</code>, <code>f</code>", "`f`, `f`", 0, id="equal code"),
        pytest.param("Der ` und <code>f</code>", "Der ` und \u27e61\u27e7", 0, id="ticks among the words"),
        pytest.param("\u27e61\u27e7<br>x", "\u27e61\u27e7\u27e62\u27e7x", 0, id="a stand-in among the words"),
        pytest.param("1 &lt;b und <b>2</b>", "1 <b und 2", 1, id="an escape"),
        pytest.param("<x1/>", "", 0, id="no words"),
    ],
)
def test_the_engine_sees_words_and_code(text: str, words: str, pairs: int) -> None:
    assert strip(text).words == words
    assert len(strip(text).pairs) == pairs


def test_pairs_know_what_they_are_around() -> None:
    text = strip("Das <b> alte <i>Haus</i></b> hier.")
    assert [text.inside(pair) for pair in text.pairs] == ["alte Haus", "Haus"]
    assert [pair.parent for pair in text.pairs] == [-1, 0]


@pytest.mark.parametrize(("text", "expected"), [("Nimm <code>f()</code>", True), ("<code>f()</code> <br> 3", False)])
def test_what_is_all_copied_has_no_words(text: str, expected: bool) -> None:
    assert has_words(strip(text)) is expected


@given(tagged)
def test_words_unchanged_make_the_text_again(text: str) -> None:
    source = strip(text)
    same = placed(source, source.words, [Located(pair.span) for pair in source.pairs], {})
    assert same
    assert "".join(same.text.split()) == "".join(text.split())
    assert same.lost == ()
