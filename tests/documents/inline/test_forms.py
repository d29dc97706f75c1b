"""What every form of inline elements promises: drafts, checks and `build` rest on it."""

from __future__ import annotations

from functools import partial
from itertools import pairwise, starmap

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from l10n import plugins
from l10n.documents import inline
from l10n.model import InlinePart, PieceKind
from l10n.model.inline import words

FORMS = plugins.names("l10n.documents.inline")
every_form = pytest.mark.parametrize("name", FORMS)
SIGNS = ("<b>", "</b>", "<br>", "<x1/>", "<code>", "</code>", "&lt;", "&amp;", "<", ">", "&", "lt;", "amp;", "<!--")
MARKS = (
    "**",
    "*",
    "_",
    "`",
    "[",
    "](",
    "](u)",
    "![",
    ")",
    "~~",
    "\\",
    "#",
    "$",
    "|",
    "^",
    "][",
    "]",
    "<https://x.org>",
)
TEXTS = st.lists(st.sampled_from((*SIGNS, *MARKS, "Wort", " ", "ä", ".", "1.", "-"))).map("".join)


def _parse(name: str, text: str) -> tuple[InlinePart, ...]:
    return inline.named(name).parse(text)


@every_form
@given(text=TEXTS)
def test_the_parts_cover_the_text(name: str, text: str) -> None:
    parts = _parse(name, text)
    assert [part.start for part in parts] == [0, *(part.end for part in parts)][: len(parts)]
    assert (parts[-1].end if parts else 0) == len(text)
    assert all(part.start < part.end for part in parts)


@every_form
@example(text=" [a](u) **b**")
@given(text=TEXTS)
def test_pairs_are_nested(name: str, text: str) -> None:
    parts = _parse(name, text)
    opened = []
    for number, part in enumerate(parts):
        if part.kind is PieceKind.OPEN:
            opened.append(number)
        if part.kind is PieceKind.CLOSE:
            assert part.partner == opened.pop()
            assert parts[part.partner].partner == number
            assert parts[part.partner].name == part.name
        assert (part.partner >= 0) == (part.kind in {PieceKind.OPEN, PieceKind.CLOSE})
    assert not opened


@every_form
@given(text=TEXTS)
def test_escaped_words_are_the_words(name: str, text: str) -> None:
    form = inline.named(name)
    escaped = form.escape(text)
    parts = form.parse(escaped)
    assert all(part.is_text for part in parts)
    assert words(parts) == text


@every_form
@given(text=st.text("ABCäöü ,.", max_size=20))
def test_prose_is_not_escaped(name: str, text: str) -> None:
    assert inline.named(name).escape(text) == text


_RUNS = {"**", "__", "~~", "]["}


def _shares_run(text: str, left: InlinePart, right: InlinePart) -> bool:
    """As in `****a*b*`, where two stars are words, or `][a]`, where a bracket is that ends nothing."""
    return left.is_text != right.is_text and text[left.end - 1 : left.end + 1] in _RUNS


@every_form
@example(text="][<b><b>][<b>][<b><b>][")
@given(text=TEXTS)
def test_words_escaped_anew_make_the_same_parts(name: str, text: str) -> None:
    """But for a sign that stands beside a mark to which it could belong: without it the mark may mean another thing."""
    form = inline.named(name)
    parts = form.parse(text)
    assume(name != "markdown" or not any(starmap(partial(_shares_run, text), pairwise(parts))))
    again = form.parse(inline.escaped(text, parts, form))
    assert inline.marks(again) == inline.marks(parts)
    assert words(again) == words(parts)


def test_a_bracket_that_is_escaped_names_no_reference() -> None:
    parts = _parse("markdown", r"\][a] und [a]")
    assert all(part.is_text for part in parts)
