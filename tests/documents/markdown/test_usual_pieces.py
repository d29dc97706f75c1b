"""What translators see of a leaf with usual marks, read in a short way."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.documents.inline.commonmark.events import RawEvent, raw_events, templates
from l10n.documents.markdown.leaves import Leaf, leaves
from l10n.documents.markdown.reader import pieces_of_parts
from l10n.documents.markdown.usual_pieces import usual_pieces
from tests.documents.markdown.strategies import files, soups


def _leaves(data: bytes) -> list[list[RawEvent]]:
    return [leaf.events for leaf in leaves(raw_events(data)) if isinstance(leaf, Leaf)]


def _leaf(text: str) -> tuple[list[RawEvent], bytes]:
    """That of a file with this text and a definition."""
    data = f"{text}\n\n[Lua]: a\n".encode()
    (events,) = _leaves(data)
    return events, data


@settings(max_examples=300)
@given(st.one_of(files, soups))
def test_usual_pieces_are_those_of_the_parts(data: bytes) -> None:
    data = data.removeprefix(b"\xef\xbb\xbf")
    for events in _leaves(data):
        if not templates(data, events[0][3], events[-1][4]):
            usual = usual_pieces(events, data)
            assert usual is None or usual == pieces_of_parts(events, data)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Eins *zwei* **drei**\n`x`",
            "> [a](b.md\n> 'c') ~~c~~\n> d",
            "*a* <b>x</b><br>",
            "\\*x",
            "a\\\\",
            "- a\n  \\*b*",
        ),
        *("`a\n b` c", "**a** *b*", "&amp; `–`", "*&amp;* – `a`", "a <b>*x*</b>", "[a\\]*b*](c) d"),
    ],
)
def test_plain_marks_are_read_in_the_short_way(text: str) -> None:
    events, data = _leaf(text)
    assert usual_pieces(events, data) == pieces_of_parts(events, data)


@pytest.mark.parametrize(
    "text",
    [
        "**a**",
        "[Lua]",
        "[Lua][]",
        "![a](b)",
        "a  \nb",
        "a <b>",
        "a</b>",
        "a <b>*x</b>*",
        "*a\n[b\n](c)*",
        "b <!-- a -->",
    ],
)
def test_other_marks_are_read_as_parts(text: str) -> None:
    assert usual_pieces(*_leaf(text)) is None
