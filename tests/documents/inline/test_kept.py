"""Where what is kept as it is ends in a paragraph of Markdown."""

from __future__ import annotations

import pytest

from l10n.documents.inline.commonmark.events import events
from l10n.documents.inline.commonmark.kept import ends


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("<code>a</code> <code>b</code>", ["<code>a</code>", "<code>b</code>"]),
        ("<CODE>*a*</code > b", ["<CODE>*a*</code >"]),
        ("<code>a <kbd>b</code></kbd>", ["<code>a <kbd>b</code>", "<kbd>b</code></kbd>"]),
        ("a *<code>b* </code> <code>c</code>", ["<code>c</code>"]),
        ("a <code>b *</code>*", []),
        ("a <coder>b</coder> </code> <code>", []),
        ("a <!-- l10n:off -->*b*<!-- l10n:on --> c", ["<!-- l10n:off -->*b*<!-- l10n:on -->"]),
        ("a *<!-- l10n:off -->b* c<!-- l10n:on -->", []),
        ("a <!-- l10n:off -->b<!-- l10n:once -->", []),
    ],
)
def test_it_ends_where_nothing_is_half_inside(text: str, kept: list[str]) -> None:
    sequence = list(events(text.encode()))[1:-1]
    spans = sorted((sequence[first].start, sequence[last].end) for first, last in ends(sequence).items())
    assert [text[start:end] for start, end in spans] == kept
