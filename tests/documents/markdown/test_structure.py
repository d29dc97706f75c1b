"""What of a Markdown file is its structure, read in a short way where there is one."""

from __future__ import annotations

import importlib

from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.documents.inline.commonmark.events import raw_events, templates
from l10n.documents.inline.commonmark.inlines import inline_parts
from l10n.documents.markdown.leaves import Leaf, leaves
from tests.documents.markdown.strategies import files, soups

_structure = importlib.import_module("l10n.documents.markdown.structure")  # the package has a function of this name


@settings(max_examples=120)
@given(st.one_of(files, soups))
def test_usual_marks_are_those_of_the_parts(data: bytes) -> None:
    data = data.removeprefix(b"\xef\xbb\xbf")
    for leaf in leaves(raw_events(data)):
        if isinstance(leaf, Leaf) and not templates(data, leaf.events[0][3], leaf.events[-1][4]):
            usual = _structure._usual_marks(leaf.events)
            assert usual in {None, _structure._marks_of_parts(inline_parts(leaf.events, data))}


def test_marks_that_are_made_of_several_events_are_looked_at_as_parts() -> None:
    texts = (
        "![*Bild*](b.png)",
        "<code>*x*</code>",
        "<https://eins.example>",
        "<b>*x</b>*",
        "<b class=x>x</b>",
        "Eins <b>",
    )
    for text in texts:
        (leaf,) = (leaf for leaf in leaves(raw_events(text.encode())) if isinstance(leaf, Leaf))
        assert _structure._usual_marks(leaf.events) is None
