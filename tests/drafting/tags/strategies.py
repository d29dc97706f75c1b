"""Texts with tags, and what engines may make of their words."""

from __future__ import annotations

from hypothesis import strategies as st

from l10n.engines import Link

WORDS = ("Haus", "Anna", "3,50", "ist", "alt", "und", "gross", "5 < 6", "&lt;b", "`", "\u27e61\u27e7", ".", "*", "“")
ALONE = ("<br>", "<img1>", "<code>f()</code>", "<code>alt</code>", "<x1/>", "<a3><code>g</code></a3>", "<a4></a4>")
NAMES = ("b", "i", "a1", "a2")

_leaves = st.sampled_from(WORDS) | st.sampled_from(ALONE)
tagged = st.recursive(
    st.lists(_leaves, max_size=5).map(" ".join),
    lambda inside: st.lists(
        st.tuples(st.sampled_from(NAMES), inside).map(lambda pair: f"<{pair[0]}>So {pair[1]}</{pair[0]}>") | _leaves,
        min_size=1,
        max_size=4,
    ).map(" ".join),
    max_leaves=12,
)
"""Texts with rightly nested tags."""

_SIGNS = ("`f()`", "[`g`](b)", "![Bild](x)", "<br>", "[^1]", "~~weg~~", "&amp;", "_", "[", "]", "!")
_signs = st.sampled_from([*WORDS, *_SIGNS])
markdown = st.recursive(
    st.lists(_signs, max_size=5).map(" ".join),
    lambda inside: st.lists(
        st.tuples(st.sampled_from(("**{}**", "*{}*", "[{}](a)", "[{}](a 'b')")), inside).map(
            lambda pair: pair[0].format(f"So {pair[1]} da")
        )
        | _signs,
        min_size=1,
        max_size=4,
    ).map(" ".join),
    max_leaves=12,
)
"""Texts in Markdown, most of them with marks."""

spans = st.tuples(st.integers(0, 50), st.integers(1, 6)).map(lambda span: (span[0], span[0] + span[1]))
links = st.builds(Link, spans, spans, st.floats(0, 1))
"""Links of any weight between any parts of a text and its translation, and beyond these."""


@st.composite
def answers(draw: st.DrawFn, words: str) -> str:
    """The words in any order, some of them lost, some twice, with others between them."""
    parts = st.sampled_from([*words.split(), "house", "the", "`f()`", "</b>", "\u27e62\u27e7", "\u27e69\u27e7"])
    return " ".join(draw(st.lists(parts, min_size=1, max_size=12)))
