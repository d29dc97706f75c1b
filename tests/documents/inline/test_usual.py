"""What Markdown's usual marks are, read in a short way."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.documents.inline.commonmark.events import raw_events, templates
from l10n.documents.inline.commonmark.inlines import any_parts
from l10n.documents.inline.commonmark.usual import usual_parts
from l10n.documents.markdown.leaves import Leaf, leaves
from tests.documents.markdown.strategies import files, soups


@settings(max_examples=300)
@given(st.one_of(files, soups), st.booleans())
def test_usual_parts_are_those_of_any_events(data: bytes, whole_images: bool) -> None:
    data = data.removeprefix(b"\xef\xbb\xbf")
    for leaf in leaves(raw_events(data)):
        if isinstance(leaf, Leaf) and not templates(data, leaf.events[0][3], leaf.events[-1][4]):
            usual = usual_parts(leaf.events, data, whole_images)
            assert usual is None or usual == any_parts(leaf.events, data, whole_images)


def test_plain_marks_are_read_in_the_short_way() -> None:
    for text in ("Eins *zwei* **drei**\n`x`", "[a](b.md) ~~c~~  \nd", "<b>x</b><br>", "\\*x"):
        (leaf,) = (leaf for leaf in leaves(raw_events(text.encode())) if isinstance(leaf, Leaf))
        assert usual_parts(leaf.events, text.encode(), whole_images=False)
