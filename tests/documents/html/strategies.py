"""HTML as people and programs write it, and as nobody should: blocks × inline elements × references × charsets."""

from __future__ import annotations

import codecs

from hypothesis import strategies as st

_words = st.sampled_from(
    [
        *("Wort", "Größe", "Das ist gut.", "z. B.", "Wirklich?", "„Ja!“", "3.", "AT&T", "a < b", "&", "100 %", "ſ"),
        *("&amp;", "&lt;b>", "&amp;lt;", "&nbsp;", "&auml;", "&copy 2020", "&#8222;", "&#x1F600;", "&#128;", "&notit;"),
        *("\n", "  ", "\t\n  ", "😀", "lt;", "amp;", "&&#108;t;", "<&#98;>", "\u00a0", "</>", '"', "'", "\u2028"),
    ]
)
_text = st.lists(_words, min_size=1, max_size=6).map(" ".join) | st.lists(_words, max_size=4).map("".join)
_value = st.sampled_from(['="{}"', "='{}'", " = '{}'"])
_names = st.sampled_from(["alt", "title", "aria-label", "href", "class", "lang", "dir", "src", "TITLE", "translate"])
_said = st.sampled_from(["Ein Bild. Noch eins!", "no", "yes", "de", "x.html", "a&amp;b &copy=1", "", "A > B", "ltr"])


@st.composite
def _attributes(draw: st.DrawFn) -> str:
    parts = []
    for name in draw(st.lists(_names, max_size=2)):
        quoted = name + draw(_value).format(draw(_said))
        parts.append(draw(st.sampled_from([quoted, quoted, f"{name}=Hinweis", name])))
    return "".join(f" {part}" for part in parts)


@st.composite
def _pair(draw: st.DrawFn, inside: st.SearchStrategy[str], names: st.SearchStrategy[str]) -> str:
    """Sometimes without one of its tags."""
    name = draw(names)
    start, end = f"<{name}{draw(_attributes())}>", f"</{name.lower()}>"
    missing = draw(st.integers(0, 11))
    return f"{'' if missing == 1 else start}{draw(inside)}{'' if missing == 2 else end}"


_single = st.tuples(st.sampled_from(["br", "img", "input type=submit value='Los'", "wbr", "i/", "br/"]), _attributes())
_alone = st.one_of(
    _single.map(lambda parts: f"<{parts[0].rstrip('/')}{parts[1]}{'/' if parts[0].endswith('/') else ''}>"),
    st.sampled_from(
        [
            "<code>f(x)</code>",
            "<kbd>&lt;Strg></kbd>",
            "<code>a<var>b</var></code>",
            "<svg><text>Nein</text></svg>",
            "<!-- Nein -->",
            "<!-- l10n:off -->nein<!-- l10n:on -->",
            "<!-- l10n:off -->",
            "<script>a<b</script>",
            "<br><br>",
            "<textarea placeholder=Tippen>Nein</textarea>",
            "<span translate=no>L10N</span>",
            "</p>",
            "<code>",
            "<o:p>x</o:p>",
        ]
    ),
)
_inline = st.recursive(
    st.one_of(_text, _text, _alone),
    lambda inside: st.one_of(
        st.lists(inside, min_size=1, max_size=4).map("".join),
        _pair(inside, st.sampled_from(["b", "i", "a", "span", "em", "B", "code", "my-tag", "ruby"])),
    ),
    max_leaves=8,
)
_blocks = st.recursive(
    st.one_of(
        _pair(
            _inline, st.sampled_from(["p", "h1", "h3", "li", "td", "title", "option", "button", "pre", "P", "caption"])
        ),
        _inline,
    ),
    lambda inside: st.one_of(
        st.lists(inside, min_size=1, max_size=4).map("\n".join),
        _pair(inside, st.sampled_from(["div", "ul", "table", "tr", "a", "section", "b", "div translate=no"])),
    ),
    max_leaves=6,
)
_soup = st.lists(
    st.sampled_from(
        [*"<>/&=\"'! -a", "<p", "</", "<!--", "-->", "Wort ", "<b>", "</b>", "<a title=", "&lt", "<code>", "br>"]
    ),
    max_size=25,
).map("".join)
_bodies = st.one_of(_blocks, _blocks, _blocks, st.tuples(_blocks, _soup).map("".join))
_heads = st.sampled_from(
    [
        ("", "utf-8"),
        ("<!DOCTYPE html>\n<html lang='de-DE'><meta charset=utf-8>", "utf-8"),
        ('<?xml version="1.0" encoding="iso-8859-1"?>\n<html xml:lang="de" lang="de" dir=ltr>', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><title>Titel</title>', "koi8-r"),
        ('<meta charset="shift_jis"><meta name=description content="Ein Satz. Noch einer.">', "cp932"),
    ]
)
_marks = st.sampled_from(
    [(b"", ""), (b"", ""), (b"", ""), (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le")]
)


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """Files with all of that; some are refused."""
    (head, charset), (mark, marked) = draw(_heads), draw(_marks)
    text = (head + draw(_bodies)).replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n", "\r"])))
    return mark + text.encode(marked or charset, "xmlcharrefreplace")
