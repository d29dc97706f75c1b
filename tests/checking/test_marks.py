"""Checks of texts that are known to have marks and tags: these are compared, and all else sees the words alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.checking.views import CheckTerms, looks, pair_view
from l10n.checks import Hit, checks, mended
from l10n.documents import inline
from l10n.documents.inline import tags
from l10n.model import Entry, PieceKind
from l10n.model.findings import Severity

TEXTS = st.lists(
    st.sampled_from(
        (
            "<b>",
            "</b>",
            "<a1>",
            "</a1>",
            "<br>",
            "<code>",
            "</code>",
            "&lt;",
            "Das Haus ",
            "ist",
            " ,",
            "...",
            '"',
            "5 %",
        )
    ),
    max_size=12,
).map("".join)


def _hits(source: str, target: str, lang: str = "en", file: str = "a.html") -> Iterator[tuple[str, Hit]]:
    view = pair_view(source, target, Entry(source, target, references=(file,)), CheckTerms("de", lang))
    return ((look.name, hit) for look in looks(checks().values(), lang) for hit in view.hits(look))


def _told(source: str, target: str, lang: str = "en", file: str = "a.html") -> list[tuple[str, str, str]]:
    """Check, message, and what it points at."""
    return [(name, hit.message, target[slice(*hit.span)]) for name, hit in _hits(source, target, lang, file)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Ein <b>gutes</b> Haus.", "A <b>good</b> house."),
        ("<b>eins</b> und <i>zwei</i>", "<i>two</i> and <b>one</b>"),
        ("<b><i>Das Haus</i> und mehr</b>", "<b>More, and <i>the house</i></b>"),
        ("Nutzen Sie <code>f(…)</code> und <a1>dies</a1>.", "Use <a1>this</a1> and <code>f(…)</code>."),
        ('Nutzen Sie <code>a - b -- "c" ,d 1.234,5</code>.', 'Use <code>a - b -- "c" ,d 1.234,5</code>.'),
        ("<b>Das Haus ist groß.</b>", "<b>The house is big.</b>"),
        ("Das gilt.<x1/>", "That is so<x1/>."),
        ("<code>x</code> ist leer.", "<code>x</code> is empty."),
        ("Zeile eins,<br>Zeile zwei", "Line one,<br>line two"),
        ("Das Tag &lt;b> fehlt.", "The tag &lt;b> is missing."),
    ],
)
def test_nothing_is_wrong_with_marks_that_were_moved(source: str, target: str) -> None:
    assert _told(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "message", "place"),
    [
        ("Ein <b>gutes</b> Haus", "A good house", "“<b>gutes</b>” is missing", ""),
        ("Ein <b>gutes</b> Haus", "A <b>good</b> <b>house</b>", "“<b>house</b>” is not in the source", "<b>house</b>"),
        ("Ein <b>gutes</b> Haus", "A good house <b></b>", "“<b></b>” encloses nothing", "<b></b>"),
        ("Erst <x1/>, dann <x2/>", "First <x1/>, then", "“<x2/>” is missing", ""),
        ("<code>f</code> ist", "<code>g</code> is", "“<code>f</code>” is “<code>g</code>” here: copy it as it is",
         "<code>g</code>"),
        ("Ein <b>Haus</b>", "A <b>house", "“<b>” has no partner: each end tag closes what was opened last", "<b>"),
    ],
)  # fmt: skip
def test_a_mark_that_is_lost_doubled_empty_or_changed(source: str, target: str, message: str, place: str) -> None:
    assert ("tags", message, place) in _told(source, target)
    assert [name for name, _, _ in _told(source, target)].count("tags") == 1


@pytest.mark.parametrize("target", ["<i><b>The house</b></i>", "<b>The</b> <i>house</i>"])
def test_a_mark_stays_within_the_same_marks(target: str) -> None:
    """Else the article would not have the structure of its source."""
    told = _told("<b>Das <i>Haus</i></b>", target)
    assert [(name, message.partition("” ")[2]) for name, message, _ in told] == [
        ("tags", "is not within the same marks as in the source")
    ]


def test_changed_code_may_be_an_example_in_the_language() -> None:
    hits = list(_hits("Mit <code>f</code>", "With <code>g</code>"))
    assert [(name, hit.severity) for name, hit in hits] == [("tags", Severity.WARNING)]


def test_wrong_nesting_is_told_of_the_tags_that_lost_their_partner() -> None:
    told = _told("<b>eins</b> <i>zwei</i>", "<b>one<i> two</b></i>")
    assert [(name, place) for name, _, place in told] == [("tags", "<i>"), ("tags", "</i>")]


@pytest.mark.parametrize(
    ("source", "target", "name", "place"),
    [
        ("Das <b>Haus</b> ist groß.", "The <b>the</b> house is big.", "repetition", "The <b>the"),
        ("<b>Das Haus</b> ist groß.", "<b>the house</b> is big.", "capital", "t"),
        ("Am <b>3.</b> Mai", "On <b>4</b> May", "numbers", "4"),
        ("Das <b>Haus</b> ist groß.", "The <b>house</b> is big", "end-punctuation", "g"),
    ],
)
def test_other_checks_read_on_behind_marks_and_point_right(source: str, target: str, name: str, place: str) -> None:
    assert (name, place) in [(name, place) for name, _, place in _told(source, target)]


def test_repairs_leave_tags_and_code_alone() -> None:
    target = "Mit <code>a ,b</code> kam <b>er</b> ,und <i>ging</i>"
    for _, hit in _hits("Mit <code>a ,b</code> kam <b>er</b>, und <i>ging</i>", target, "de"):
        target = mended(target, hit.edits)
    assert target == "Mit <code>a ,b</code> kam <b>er</b>, und <i>ging</i>"


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Das ist **wichtig**, siehe [Seite 4](a_2024.md).", "See [page 4](en/b.md), this is **important**."),
        ("**Das Haus** ist groß.", "**The house** is big."),
        ("Nutzen Sie `a ,b -- {x}`!", "Use `a ,b -- {x}`!"),
        ('Das Bild ![Ein „Haus“](a.png "Titel")', 'The picture ![A “house”](a.png "Title")'),
        ("Das gilt.[^1]", "That is so[^1]."),
        ("**Das Haus ist groß.**", "__The house is big.__"),
        (r"Snake\_case und 3\*4", r"Snake\_case and 3\*4"),
        ("[Lua][Lua]", "[Lua][Lua]"),
    ],
)
def test_nothing_is_wrong_with_marks_of_markdown(source: str, target: str) -> None:
    assert _told(source, target, file="a.md") == []


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ("Sei **gut**.", "Be **good.", ("markdown", "“**gut**” is missing: “**” marks nothing here", "**")),
        ("Siehe [Seite](a.md).", "See page (a.md).", ("markdown", "“[Seite](a.md)” is missing", "")),
        (
            "Mit <kbd>Strg</kbd> geht es.",
            "It works with <kbd>Ctrl</kbd>.",
            ("tags", "“<kbd>Strg</kbd>” is “<kbd>Ctrl</kbd>” here: copy it as it is", "<kbd>Ctrl</kbd>"),
        ),
        ("**Das Haus** ist groß.", "**the house** is big.", ("capital", "begins with a small letter", "t")),
        ("![Das Haus 4](a.png)", "![The house 5](a.png)", ("numbers", "“4” is “5” here", "5")),
        (
            "Nutzen Sie `x`.",
            "Use `x`",
            ("end-punctuation", "ends with no end mark, the source with a full stop", "`x`"),
        ),
    ],
)
def test_what_is_wrong_in_markdown_is_pointed_at(source: str, target: str, told: tuple[str, str, str]) -> None:
    assert told in _told(source, target, file="a.md")


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_what_checks_say_lies_within_the_texts_and_repairs_keep_all_marks(source: str, target: str) -> None:
    marks = [target[part.start : part.end] for part in tags.parse(target) if part.kind is not PieceKind.TEXT]
    for _, hit in _hits(source, target) if target else ():
        assert 0 <= hit.span[0] <= hit.span[1] <= len(target)
        assert 0 <= hit.source_span[0] <= hit.source_span[1] <= len(source)
        new = mended(target, hit.edits)
        assert [new[part.start : part.end] for part in tags.parse(new) if part.kind is not PieceKind.TEXT] == marks


@pytest.mark.parametrize(
    ("entry", "known"),
    [
        (Entry("Ein <b>Haus</b>", references=("a.html",)), True),
        (Entry("Ein <b>Haus</b>", references=()), False),
        (Entry("Ein <b>Haus</b>", references=("a.html",), flags=("python-format",)), False),
        (Entry('Ein <a href="/x">Haus</a>', references=("a.html",)), False),
    ],
)
def test_templates_of_software_are_no_articles(entry: Entry, known: bool) -> None:
    assert (inline.markup_of(entry) is not None) == known
