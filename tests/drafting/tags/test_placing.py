from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n.documents import inline
from l10n.documents.inline import InlineForm
from l10n.drafting.scoring import Languages
from l10n.drafting.tags import Rung, placing
from l10n.drafting.tags.around import stripped
from l10n.drafting.tags.ladder import Ladder
from l10n.drafting.tags.placing import Located, Locations, Placed
from tests.drafting.tags import strategies

LINKS = st.lists(strategies.links, max_size=6).map(tuple)
TAGS = inline.named("tags")
MARKDOWN = inline.named("markdown")


def place(text: str, translation: str, *spans: tuple[int, int] | None) -> Placed:
    made = placing.placed(stripped(text, TAGS), translation, [span and Located(span, Rung.SPAN) for span in spans], {})
    assert made
    return made


@pytest.mark.parametrize(
    ("text", "translation", "spans", "expected"),
    [
        pytest.param("Das <b>Haus</b>.", "The house.", [(4, 9)], "The <b>house</b>.", id="a place"),
        pytest.param("Das <b>Haus</b>.", "The house.", [None], "The house.<b></b>", id="no place"),
        pytest.param(
            "Ein <b>altes <i>Haus</i></b>.", "An old house.", [(3, 12), None], "An <b>old house<i></i></b>.", id="inner"
        ),
        pytest.param("Ein <b>altes <i>Haus</i></b>.", "Old.", [None, None], "Old.<b><i></i></b>", id="both"),
        pytest.param("<b>a x</b> <i>b</i> c", "c b", [None, (2, 3)], "c <i>b</i><b></b>", id="beside another"),
        pytest.param("<b>a</b><i>b</i> c", "ab c", [(0, 1), (1, 2)], "<b>a</b><i>b</i> c", id="next to each other"),
        pytest.param("<b><i>a</i></b> c", "a c", [(0, 1), (0, 1)], "<b><i>a</i></b> c", id="within each other"),
        pytest.param("a <br> b", "x \u27e61\u27e7 y", [], "x <br> y", id="a line break"),
        pytest.param("a <br> b", "x y", [], "x y <br>", id="a lost line break"),
        pytest.param("a <br> b", "\u27e61\u27e7 \u27e61\u27e7 y", [], "<br>  y", id="a line break too many"),
        pytest.param("a <code>f</code>", "`f` `f`", [], "<code>f</code> f", id="code too often"),
        pytest.param("<b>x</b> y", "x <b>", [(0, 1)], "<b>x</b> &lt;b>", id="words that look like a tag"),
    ],
)
def test_tags_go_where_they_belong_or_to_the_end(
    text: str, translation: str, spans: list[tuple[int, int] | None], expected: str
) -> None:
    assert place(text, translation, *spans).text == expected


def test_what_stands_at_the_end_is_named() -> None:
    made = place("<b>a</b> <a1>b</a1> <br> c", "a c", (0, 1), None)
    assert made.rungs == (Rung.SPAN, Rung.END)
    assert made.lost == ("<br>", "<a1>b</a1>")


@given(st.data())
def test_no_tag_is_lost_whatever_the_engine_says(data: st.DataObject) -> None:
    text = data.draw(strategies.tagged)
    made, locations = _made_of(data, text, TAGS)
    assert inline.marks(TAGS.parse(made.text)) == inline.marks(TAGS.parse(text))
    assert _nesting(made.text) <= _nesting(text)
    assert all(locations) or Rung.END in made.rungs
    assert bool(made.lost) == (Rung.END in made.rungs)


@given(st.data())
def test_no_mark_of_markdown_is_lost_whatever_the_engine_says(data: st.DataObject) -> None:
    text = data.draw(strategies.markdown)
    made, locations = _made_of(data, text, MARKDOWN)
    assert inline.marks(MARKDOWN.parse(made.text)) == inline.marks(MARKDOWN.parse(text))
    assert all(locations) or Rung.END in made.rungs


def _made_of(data: st.DataObject, text: str, form: InlineForm) -> tuple[Placed, Locations]:
    """The text with any words as translation, and any as those of its pairs."""
    source = stripped(text, form)
    translation = data.draw(strategies.answers(source.words))
    others = {source.inside(pair): data.draw(strategies.answers(source.inside(pair))) for pair in source.pairs}
    locations = Ladder(source, translation, others, Languages("de", "en"), data.draw(LINKS)).located()
    made = placing.placed(source, translation, locations, others)
    assert made
    return made, locations


def _nesting(text: str) -> set[tuple[str, str]]:
    """Each name of a pair around words with that of the pair around it."""
    nested, opened = set(), [""]
    for part in TAGS.parse(text):
        if part.kind == "open":
            nested |= {(opened[-1], part.name)} if part.name in strategies.NAMES else set()
            opened.append(part.name)
        elif part.kind == "close":
            opened.pop()
    return nested
