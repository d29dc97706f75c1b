"""Markdown files of every kind of block in every other, with every kind of mark in them."""

from __future__ import annotations

import codecs

from hypothesis import strategies as st

_WORDS = (
    "Das Haus",
    "ist groß.",
    "Straße 12",
    "z. B.",
    "Ende!",
    "3.",
    "100 %",
    "Wer?",
    "\\*",
    "&amp;",
    "A & B",
    "x < y",
)
_texts = st.sampled_from(_WORDS)
_alone = st.sampled_from(
    (
        "`code`",
        "`` a`b ``",
        "<https://example.org>",
        "![](a.png)",
        "[^1]",
        "$x_1$",
        "{{ seite }}",
        "<br>",
        "<!-- n -->",
        "[Lua][]",
    )
)
_marked = st.builds(
    lambda pair, text: f"{pair[0]}{text}{pair[1]}",
    st.sampled_from(
        (
            ("**", "**"),
            ("*", "*"),
            ("_", "_"),
            ("~~", "~~"),
            ("[", "](seite.md)"),
            ("[", '](seite.md "Ein Titel")'),
            ("[", "][Lua]"),
            ("![", "](bild.png)"),
            ("<b>", "</b>"),
            ('<span class="x">', "</span>"),
            ("[**", "**](a.md)"),
        )
    ),
    st.sampled_from(("Wort", "zwei Wörter", "`code`")),
)
_inlines = st.lists(st.one_of(_texts, _texts, _marked, _alone), min_size=1, max_size=5).map(" ".join)
_lines = st.lists(_inlines, min_size=1, max_size=3).flatmap(
    lambda lines: st.sampled_from(("\n", "  \n", "\\\n")).map(lambda end: end.join(lines))
)
_heading = st.builds(lambda level, text: f"{'#' * level} {text}", st.integers(1, 6), _inlines)
_setext = _inlines.map(lambda text: f"{text}\n====")
_verbatim = st.sampled_from(
    ("```\ncode *x*\n```", "    code", "<div>\n*x*\n</div>", "---", "$$\nx\n$$", "<!-- Text -->")
)
_table = st.lists(st.tuples(_inlines, _inlines), min_size=1, max_size=3).map(
    lambda rows: "\n".join((_row(rows[0]), "|---|---|", *map(_row, rows[1:])))
)
_front = st.sampled_from(("", "---\ntitle: Ein Titel\nlayout: post\n---\n", "---\ndescription: \"Ein 'Text'\"\n---\n"))


def _row(cells: tuple[str, str]) -> str:
    return f"| {cells[0]} | {cells[1]} |"


def _prefixed(text: str, first: str, rest: str) -> str:
    head, *lines = text.split("\n")
    return "\n".join((first + head, *((rest if line else rest.rstrip()) + line for line in lines)))


def _nested(blocks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    texts = st.lists(blocks, min_size=1, max_size=3)
    return st.one_of(
        texts.map(lambda parts: _prefixed("\n\n".join(parts), "> ", "> ")),
        texts.map(lambda parts: "\n".join(_prefixed(part, "- ", "  ") for part in parts)),
        texts.map(lambda parts: "\n".join(_prefixed(part, f"{n}. ", "   ") for n, part in enumerate(parts, 1))),
        blocks.map(lambda part: _prefixed(part, "- [ ] ", "  ")),
    )


_block = st.recursive(st.one_of(_lines, _heading, _setext, _verbatim, _table), _nested, max_leaves=4)
_footnote = _block.map(lambda part: _prefixed(part, "[^1]: ", "    "))
_bodies = st.lists(st.one_of(_block, _block, _footnote), min_size=1, max_size=4).map("\n\n".join)


def _file(front: str, body: str, end: str, line_end: str, mark: bool) -> bytes:
    text = f"{front}{body}{end}\n\n[Lua]: https://example.org 'Titel'\n"
    return codecs.BOM_UTF8 * mark + text.replace("\n", line_end).encode()


files = st.builds(_file, _front, _bodies, st.sampled_from(("", "\n")), st.sampled_from(("\n", "\r\n")), st.booleans())

_signs = (
    *("*", "**", "_", "~", "~~", "`", "`code`", "[", "]", "](a.md)", '](a.md "Titel")', "[]", "![", "<br/>", "\\"),
    *("<b>", "</b>", '<i class="x">', "</i>", "<B>", "<code>", "</code>", "<!-- n -->", "<https://a.example>"),
    *("\\*", "&amp;", " ", "Wort", "Ein Satz.", "\n", "  \n", "\\\n", "\n> ", "\n\n"),
    *("$x_1$", "[^1]", "[Lua]", "{{ x }}"),
)
soups = st.lists(st.sampled_from(_signs), min_size=1, max_size=12).map(
    lambda signs: f"x{''.join(signs)}\n\n[Lua]: b.md\n".encode()
)
"""Files of marks in any order, most of them half of what they should be."""
SIGNS = (
    *(*_signs, "<em>", "</em>", "<kbd>x</kbd>", "<a@b.example>", "[a](https://a.example)", "{{ y }}", "{% z %}", "$"),
    *("<div>\n", "</div>\n", "<!-- n -->\n", "<P>", "<Foo>", "<pre>\n", "</pre>", "<script>", "</script>\n", "<", "$$"),
    *(
        "---\n",
        "---\na: b\n---\n",
        "+++\n",
        "```\n",
        "~~~ x\n",
        "    ",
        "- ",
        "1. ",
        "- [ ] ",
        "# ",
        "{#a}",
        "{.c k=v}",
    ),
    *("[a]: b\n", "\n\n[^1]: x\n", "&#10;", "|", "\t", "\r\n", "\u00a0", '<u title="a>b">', "<img src=x alt='y'>"),
)
"""More of what a text may have, and what may make another structure of it."""
