"""Files with the same outline have the same structure, and what a translation changes is not seen in it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from l10n.documents.html.elements import BLOCKS, KEPT, RAW, SHOWN, VOID
from l10n.documents.inline.commonmark.events import rendered
from l10n.documents.markdown import outline, skeleton
from l10n.documents.markdown.rendered import INTERRUPTING
from l10n.documents.markdown.rendered_html import TO_BLANK_LINE
from tests.documents.markdown.strategies import SIGNS, files, soups

_EDITS = st.tuples(st.integers(0, 10_000), st.integers(0, 6), st.sampled_from(("", *SIGNS)), st.integers(0, 40))
_MARK = re.compile(r"[*_`<>\[\]~{}|$#\\&!-]+|\n")


def _edited(text: str, edits: list[tuple[int, int, str, int]]) -> str:
    """The text with something else for a few characters, or for a mark, or with a few of them elsewhere."""
    for number, length, sign, way in edits:
        start = number % (len(text) + 1)
        if way == 0 and (mark := _MARK.search(text, start)):
            text = text[: mark.start()] + sign + text[mark.end() :]
        elif way % 2:
            moved, rest = text[start : start + length], text[:start] + text[start + length :]
            text = rest[: start + way] + moved + rest[start + way :]
        else:
            text = text[:start] + sign + text[start + length :]
    return text


@settings(max_examples=400)
@given(st.one_of(files, soups), st.lists(_EDITS, min_size=1, max_size=4))
def test_of_files_with_one_outline_the_structure_is_the_same(
    data: bytes, edits: list[tuple[int, int, str, int]]
) -> None:
    other = _edited(data.decode(), edits).encode()
    first, second = outline(data), outline(other)
    if first is not None and first == second:
        assert skeleton(data) == skeleton(other)


_HTML_SIGNS = (
    *(
        "<div>",
        "</div>",
        "<p title='a'>",
        "<p",
        ">",
        "<img alt=b>",
        "\n\n<img alt='a'>\n",
        "<img alt=b title=c>\n",
        "<b title=c>",
        "</b>",
        "<!-- a -->",
        "<!--",
        "-->",
    ),
    *("<script>", "</script>", "</Script>", "<style>", "</style>", "<pre>", "</pre>", "<li lang=de>", "<DIV>", "<kbd>"),
    *(
        "\n",
        "\n\n",
        "\n- ",
        "\n  ",
        "\n> ",
        "    ",
        " ",
        "a",
        "*b*",
        "{{ c }}",
        "[d]: e",
        "title='f'",
        "dir=g",
        "'",
        "<",
    ),
)
_html_soups = st.lists(st.sampled_from(_HTML_SIGNS), min_size=1, max_size=14)


@settings(max_examples=400)
@given(
    _html_soups, st.lists(st.tuples(st.integers(0, 13), st.sampled_from(("", *_HTML_SIGNS))), min_size=1, max_size=3)
)
def test_of_files_of_html_with_one_outline_the_structure_is_the_same(
    parts: list[str], edits: list[tuple[int, str]]
) -> None:
    others = list(parts)
    for number, sign in edits:
        others[number % len(others)] = sign
    data, other = "".join(parts).encode(), "".join(others).encode()
    first = outline(data)
    if first is not None and first == outline(other):
        assert skeleton(data) == skeleton(other)


_BLOCK_SIGNS = (
    "- ",
    "1. ",
    "> ",
    "# a\n",
    "\n",
    "\n\n",
    "  ",
    "a",
    "*b*",
    "<b>",
    "</pre>",
    "<!-- a -->",
    "<div>",
    "<b",
)


@settings(max_examples=400)
@given(
    st.lists(st.sampled_from(_BLOCK_SIGNS), min_size=1, max_size=8),
    st.integers(0, 8),
    st.sampled_from(("[d]: e\n", "[d]: e", "[d]:\ne\n'f\ng'\n")),
)
def test_a_definition_that_a_renderer_drops_leaves_the_structure_or_no_outline(
    parts: list[str], number: int, definition: str
) -> None:
    data = "".join(parts).encode()
    other = "".join((*parts[:number], definition, *parts[number:])).encode()
    first = outline(data)
    if first is not None and first == outline(other):
        assert skeleton(data) == skeleton(other)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Eins **zwei** [drei](a.md)", "[три](b.md 'T') один **два**"),
        ("*`a` <b>b</b>* und {{ c }}", "{{ c }} и *<b>б</b> `a`*"),
        ("- Eins <kbd>Strg</kbd>\n- <b>Zwei</b>\n", "- <kbd>Strg</kbd> один\n- Два <b>два</b>\n"),
        ("Eins\nzwei $x_1$ [^1]\n\n[^1]: Drei", "[^1] один $x_2$ два\n\n[^1]: три"),
        ("<https://a.example> und <span class='x'>b</span>", "<span class='x'>б</span> и <https://a.example>"),
        ('Eins <a\nhref="a">zwei</a> <!-- b\nc -->', 'один <!-- b c --> <a href="a">два</a>'),
        ("<div>\n<p>Eins</p>\n</div>\n\n# Zwei {#zwei}", "<div>\n<p>Один</p>\n</div>\n\n# Два {#zwei}"),
        ("<div title='Eins'>\n*<b>zwei</b>* <\n</div>", "<div title='один'>\n<b>два</b> *x* < <\n</div>"),
        ("<!-- a -->\n<p>\n<img alt='Eins'>\n<p>", "<!-- a -->\n<p>\n<img alt='один'>\n<p>"),
        ("# Eins\n\n<img alt='Eins' src=a>\n<b>zwei</b>\n", "# Один\n\n<img alt='один' src=a>\n<b>два</b>\n"),
        ("Eins ```a b``` ~~~ zwei\n\n```a``` drei", "```c``` ~~~ один\n\nдва три ```a```"),
        ("<style>\na\n</style>\n\n# *Eins* zwei\n", "<style>\na\n</style>\n\n# два *один*\n"),
        ("---\ntitle: Eins\n---\n\n```js {1}\nx\n```\n\nZwei", "---\ntitle: Один\n---\n\n```js {1}\nx\n```\n\nДва"),
        ("| Eins | `b` |\n|:--|--|\n| **zwei** drei | |\n", "| Один | `c` |\n|:--|--|\n| три **два** | |\n"),
        ("> [!NOTE]\n> Eins  \n> *zwei*\n\n3. [x] Drei", "> [!NOTE]\n> *два*  \n> один\n\n3. [x] Три"),
        ("![Bild](a.png) für 5 $ oder 6 $ <br> <!-- x -->", "за 5 $ или 6 $ <!-- x --> ![вид](b.png) <br>"),
    ],
)
def test_words_addresses_and_the_order_of_marks_are_not_in_an_outline(text: str, other: str) -> None:
    assert outline(text.encode()) is not None
    assert outline(text.encode()) == outline(other.encode())
    assert skeleton(text.encode()) == skeleton(other.encode())


@pytest.mark.parametrize(
    ("text", "other"),
    [
        pytest.param("*a*", "<em>a</em>", id="tag for a mark"),
        pytest.param("*a*", "<EM>a</EM>", id="tag in capitals for a mark"),
        pytest.param("a **b**", "a", id="lost mark"),
        pytest.param("`a`", "`a` b", id="words beside code"),
        pytest.param("`a`\n`b`", "`a`&#10;`b`", id="line feed"),
        pytest.param("<https://a.example>", "[https://a.example](https://a.example)", id="link for an autolink"),
        pytest.param("<https://a.example>", "<https://b.example>", id="another autolink"),
        pytest.param("<a@b.example>", "[a@b.example](mailto:a@b.example)", id="link for an e-mail address"),
        pytest.param("{{ a }}", "{{ b }}", id="another template"),
        pytest.param("a {{ b }}", "a b", id="lost template"),
        pytest.param("`{{ a }} b`", "`{{ a }} b` c", id="words beside a template in code"),
        pytest.param("${{ a }} b$", "$5 b$", id="template in an amount"),
        pytest.param("$x_1$", "$5 a$", id="amount for a formula"),
        pytest.param("a[^1] b[^2]\n\n[^1]: a\n\n[^2]: b", "a[^1] b[^1]\n\n[^1]: a\n\n[^2]: b", id="another footnote"),
        pytest.param("<kbd>a</kbd>", "<kbd>b</kbd>", id="other code in HTML"),
        pytest.param("<kbd>*a*</kbd>", "<kbd>_a_</kbd>", id="other marks in code in HTML"),
        pytest.param("<kbd>\\*</kbd>", "<kbd>&#42;</kbd>", id="other escapes in code in HTML"),
        pytest.param('<b class="x>a">c</b>', '<b class="x>b">c</b>', id="another attribute"),
        pytest.param("<div>\n\n<div>\n", "<div>\n<div>\n", id="blank line in HTML"),
        pytest.param("a\n\n[b]: c\n<div>", "a\n\nb\n<div>", id="paragraph for a definition"),
        pytest.param("<i>\n\n[b]: c\n<div>\n", "<i>\n<div>\n", id="lost definition in HTML"),
        pytest.param("- a\n  <!-- b -->\n  - c", "- a<!-- b -->\n  - c", id="comment in an item for one after it"),
        pytest.param("<script>\na\n</script>", "<script>\nb\n</script>", id="another program"),
        pytest.param("<div>\n{% a {{ b }} %}\n</div>", "<div>\n{% c {{ b }} %}\n</div>", id="template in a template"),
        pytest.param("<div>\n<p>a</p>\n", "<div>\n<p>a</p><p>\n", id="another tag in HTML"),
        pytest.param("<p class='a' title=b>\n", "<p class='b' title=b>\n", id="another attribute in HTML"),
        pytest.param("<p title=a>\n<!-- b -->", "<p title=a>\n<!-- c -->", id="another comment in HTML"),
        pytest.param("<!-- a -->\n<p title=b>", "<p title=b>\n<!-- a -->", id="comment behind HTML"),
        pytest.param("<script>\na\n</Script>\n*b*", "<script>\na\n</script>\n*b*", id="end in other letters"),
        pytest.param(" <p>\na", "  <p>\na", id="another indentation of HTML"),
        pytest.param("a\n\n---\nb: c\n---\n", "a\n", id="lost metadata"),
        pytest.param("a\n\n---\nb: c\n---\n", "a\n\n---\nd: c\n---\n", id="other metadata"),
        pytest.param("# a {b}", "# a {b=}", id="attribute without a value"),
        pytest.param("# a {#b}", "# a {id=b}", id="identifier as attribute"),
        pytest.param("```a b\nx\n```", "```a c\nx\n```", id="words behind a fence"),
        pytest.param("````a b\nx\n````", "````a c\nx\n````", id="words behind a longer fence"),
        pytest.param("[^1]: ~~~ a `b`\n[^1]", "[^1]: ~~~ a `c`\n[^1]", id="words behind a fence of a footnote"),
        pytest.param("1. [a]: b\n<b>", "1. <b>", id="lost definition in an item"),
        pytest.param("- [a]:\n  b\n  'c\n  d'\n  </pre>", "- </pre>", id="definition on lines of its own"),
        pytest.param("[a]: b\n\n- [a]: b\n  [c]: d\n</pre>", "- </pre>", id="two definitions"),
        pytest.param("- # a\n  [b]: c\n  <b>", "- # a\n  <b>", id="lost definition behind a heading"),
        pytest.param(
            "<b>\n> \n  </b><!--\n<li dir=a>\n>", "<b>\n> \n  </b><p[\n<li dir=a>>>", id="no blank line of a quote"
        ),
        pytest.param("- # a\n  [b]: c\n  <img alt=b>\n", "- # a\n  <img alt=c>\n", id="paragraph for HTML"),
        pytest.param("<b title=a>\n<!-- b -->", "<b title=a>\n<!-- c -->", id="another comment behind a tag"),
        pytest.param("```\nx\n```", "    x\n", id="indented code"),
        pytest.param("```\nx\n```", "```\ny\n```", id="other code"),
        pytest.param("- a", "- a\n\n- b", id="another item"),
        pytest.param("| a | b |\n|:-|-|\n", "| a | b |\n|-|-|\n", id="another alignment"),
        pytest.param("- [ ] a", "- [x] a", id="done"),
        pytest.param("2. a", "3. a", id="another number"),
        pytest.param("> [!NOTE]\n> a", "> [!TIP]\n> a", id="another alert"),
    ],
)
def test_what_a_renderer_does_not_tell_apart_has_no_outline_in_common(text: str, other: str) -> None:
    assert skeleton(text.encode()) != skeleton(other.encode())
    first, second = outline(text.encode()), outline(other.encode())
    assert first is None or second is None or first != second


@pytest.mark.parametrize("name", sorted(BLOCKS | RAW | KEPT | SHOWN | VOID | {"b", "i", "menuitem", "param", "title"}))
@pytest.mark.parametrize("slash", ["", "/"])
def test_elements_that_may_begin_a_block_behind_a_text_are_known(name: str, slash: str) -> None:
    """A renderer writes no line break before them."""
    is_block = f"a\n<{slash}{name}>" not in rendered(f"- a\n  <{slash}{name}>\n")
    assert not is_block or name in INTERRUPTING


@pytest.mark.parametrize("name", sorted(TO_BLANK_LINE))
@pytest.mark.parametrize("slash", ["", "/"])
@pytest.mark.parametrize("between", ["", ">\n<script>", " a='", "/>\n<!-- "])
def test_elements_that_begin_a_block_up_to_a_blank_line_are_known(name: str, slash: str, between: str) -> None:
    """What a tag of theirs is followed by does not matter."""
    start = f"<{slash}{name}{between}\n*a*\n"
    assert rendered(f"{start}\n*b*\n").startswith(f"{start}<p><em>b</em>")
