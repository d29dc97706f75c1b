"""What a renderer has made of a file -> its outline: the tags of blocks in their order, and between them the marks."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from l10n.documents.html.elements import BLOCKS, KEPT, RAW, SHOWN
from l10n.documents.inline.commonmark.events import is_math
from l10n.documents.inline.commonmark.usual import one_line
from l10n.documents.inline.tags import VERBATIM, VOID
from l10n.documents.markdown.rendered_html import rendered_html
from l10n.documents.markdown.stand_ins import AUTOLINK, BLANK_LINE, EXPRESSION
from l10n.model import PieceKind

RENDERED = frozenset(
    (
        *("a", "blockquote", "br", "code", "del", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img"),
        *("input", "li", "ol", "p", "pre", "span", "strong", "sup"),
        *("table", "tbody", "td", "th", "thead", "tr", "ul"),
    )
)
"""Elements that the renderer makes; no tag of the file that begins with a small letter is one of these."""
_TAGS = rf"""<(?: p>{BLANK_LINE}</p>
                | /?(?:p|h[1-6]|t(?:able|head|body|[rhd])|blockquote|[ou]l|li|div)(?:[ ][^>]*)?>
                | pre><code(?:[ ]class="[^"]*")?>[^<]*</code></pre>
                | hr[ ]/> | input[ ][^>]*> | sup[ ]class="footnote-definition-label">\d+</sup> )\n*"""
_BLOCK = re.compile(f"({_TAGS}(?:{_TAGS})*)", re.VERBOSE)
_LEAVES = frozenset(("p>", "h1", "h2", "h3", "h4", "h5", "h6", "th", "td"))
"""How tags go on behind `<` after which there are but inline elements."""
_INLINE = re.compile("</?(?:a|br|code|del|em|img|span|strong|sup)[ >]")
_ATTRIBUTES = r"""(?:[^<>"']|"[^<>"]*"|'[^<>']*')*"""
_TAG = rf"</?[A-Za-z]{_ATTRIBUTES}>"
_NAME = re.compile("/?(?P<name>[A-Za-z][^\\s/>]*)")
_TEXT_IN_TAG = re.compile(rf"{_TAG}(?![ \t]*(?:\n|\Z))")
_RAW = re.compile(rf"/?[A-Za-z]{_ATTRIBUTES}|!--[^<>]*--", re.DOTALL)
_HTML_PART = re.compile(rf"[^<>\n]+|\n|{_TAG}|<!--[^<>]*-->")
_MAY_BE_KEPT = re.compile(r"translate|\{[{%]", re.IGNORECASE)
"""The attribute that says so; a template expression with one in it, which has a stand-in."""
INTERRUPTING = BLOCKS | RAW | {"menuitem", "param", "track"}
"""Elements whose tags may begin a block of HTML behind a paragraph, and more."""
_COPIED = RAW | SHOWN | KEPT
_FORMULA = re.compile('<span class="math math-(?P<kind>inline|display)">(?P<formula>[^<]*)</span>')
_FOOTNOTE = re.compile(r'<sup class="footnote-reference"><a href="(?P<name>[^"]*)">\d+</a></sup>')
_ADDRESS = re.compile(rf'<a href="(?:mailto:)?{AUTOLINK}[^"]*">(?P<address>{AUTOLINK}[^<]*)</a>')
_LINK, _IMAGE = re.compile('<a href="[^>]*>'), re.compile('<img src="[^>]*>')
_SHOWN = "|".join(VERBATIM)
_CODE = re.compile(rf"<(?!code>)(?P<tag>(?P<name>(?i:{_SHOWN}))(?:[ ]{_ATTRIBUTES})?)>(?P<code>[^<>\n]*)</(?P=name)>")
_TEXT = re.compile(r"(?P<is_code><code>)[^<]*|(?<=>)[^<>]+|\A[^<>]+")
_FOR_EXPRESSION = re.compile(f"x{EXPRESSION}q*[a-p]{{16}}")
_OPEN, _CLOSE, _ALONE = PieceKind.OPEN, PieceKind.CLOSE, PieceKind.ALONE  # slow to reach
_Mark = tuple[PieceKind, str, str]
"""What it does, what a pair begins and ends with, and what it is."""
_PAIRS = frozenset(("a", "code", "del", "em", "strong"))
_USUAL = _PAIRS.union(("br /", "img", "span"), (f"/{pair}" for pair in _PAIRS))
"""The tags of marks that are everywhere."""
_FOR_OTHERS = "sup ", f"a {AUTOLINK}", "=", f"x{EXPRESSION}"
"""How tags begin that stand for a footnote, an autolink, code in HTML, a template expression."""


class UnclearError(Exception):
    """More than one structure is rendered so."""


@dataclass(slots=True, eq=False)
class RenderedMarks:
    """What is in a leaf; equal is what has the same marks, each in the same ones, in whatever order."""

    tags: tuple[str, ...]
    has_words: bool

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, RenderedMarks) or self.has_words != other.has_words:
            return False
        return self.tags == other.tags or self.known() == other.known()

    def __hash__(self) -> int:
        return hash((len(self.tags), self.has_words))

    def known(self) -> tuple[object, ...]:
        """The marks, each known by those around it, sorted; all tags in order if they are not nested rightly."""
        known: list[int] = []
        opened: list[tuple[str, int]] = []
        for does, pair, name in map(_mark, self.tags):
            if does is _CLOSE:
                if not opened or opened.pop()[0] != pair:
                    return self.tags
                continue
            known.append(hash((opened[-1][1] if opened else 0, name)))
            if does is _OPEN:
                opened.append((pair, known[-1]))
        return self.tags if opened else tuple(sorted(known))


def blocks(html: str) -> tuple[Hashable, ...]:
    """The tags of blocks, code as it stands, and between them what marks there are, or whether there are words.

    Raises UnclearError.
    """
    first, *parts = _BLOCK.split(_simplified(html))
    has = EXPRESSION if EXPRESSION in html else "<"
    tags, texts = parts[::2], parts[1::2]
    said = [
        _between(tag, text) if "<" in text or has in text else text.strip("\n") != ""
        for tag, text in zip(("", *tags), (first, *texts), strict=True)
    ]
    return *tags, *said


def with_code(html: str) -> tuple[str, int]:
    """The same with one tag for code in HTML of the file, and how often there is any."""
    return _CODE.subn(r"<=\g<tag>=\g<code>>", html)


def _simplified(html: str) -> str:
    """The same with one tag for each formula, footnote and autolink, and no addresses."""
    if 'class="math' in html:
        html = _FORMULA.sub(_formula, html)
    if 'class="footnote' in html:
        html = _FOOTNOTE.sub(r"<sup \g<name>>", html)
    if AUTOLINK in html:
        html = _ADDRESS.sub(r"<a \g<address>>", html)
    html = _LINK.sub("<a>", html)
    return _IMAGE.sub("<img>", html) if "<img src" in html else html


def _formula(match: re.Match[str]) -> str:
    if EXPRESSION in match["formula"]:
        raise UnclearError
    return "<span>" if match["kind"] == "display" or is_math(unescape(match["formula"])) else match["formula"]


def _between(tag: str, text: str) -> Hashable:
    before = tag.rfind("<") + 1
    if tag[before : before + 2] in _LEAVES:
        return _leaf(text)
    start = text.lstrip(" \t\n\v\f\r")
    if not start.startswith("<") or _INLINE.match(start) or _begins_text(start):
        return _leaf(text, in_item=True)
    if tag.startswith("input", before) or _INLINE.search(text):
        raise UnclearError
    is_after_blank_line = tag.rstrip("\n").endswith(f"{BLANK_LINE}</p>")
    return rendered_html(text, _html(text), is_after_blank_line)


def _begins_text(text: str) -> bool:
    """No block of HTML begins with this tag: something stands on the same line."""
    if text.startswith("<="):
        return True
    return bool(_TEXT_IN_TAG.match(text)) and _name(text[1:]) not in INTERRUPTING


def _html(text: str) -> str:
    """Blocks of HTML: as they stand, but for their texts if it is certain what is one."""
    parts = _HTML_PART.findall(text)
    tags = [part[1:] for part in parts if part[0] == "<"]
    is_whole = sum(map(len, parts)) == len(text)
    if not is_whole or _MAY_BE_KEPT.search(text) or any(_name(tag) in _COPIED for tag in tags):
        return text
    return "".join(part if part[0] == "<" or part.isspace() else "x" for part in parts)


def _leaf(text: str, in_item: bool = False) -> object:
    """The marks, and whether there are words; as it stands, if it is not certain what is a mark."""
    if EXPRESSION in text:
        text = _TEXT.sub(_with_expressions, text)
    parts = text.replace(">", "<").split("<")
    has_words = parts[0].strip("\n") != "" or _has_words(parts)
    return _marks(tuple(parts[1::2]), has_words, in_item) or _as_it_stands(text, in_item)


@lru_cache(4096)  # most leaves have the same few marks
def _marks(tags: tuple[str, ...], has_words: bool, in_item: bool) -> RenderedMarks | None:
    """None if it is not certain what is a mark."""
    if _USUAL.issuperset(tags):
        return RenderedMarks(tags, has_words)
    others = [tag for tag in tags if tag not in _USUAL and not tag.startswith(_FOR_OTHERS)]
    _refuse_unclear(set(map(_name, others)), in_item)
    if not all(map(_RAW.fullmatch, others)):
        return None
    return RenderedMarks(tuple(map(_on_one_line, tags)), has_words)


def _refuse_unclear(names: AbstractSet[str], in_item: bool) -> None:
    """Raises UnclearError for these names of tags, empty for comments, if there may be code, or a block, in a leaf."""
    if names & VERBATIM or (in_item and ("" in names or names & INTERRUPTING)):
        raise UnclearError


def _with_expressions(match: re.Match[str]) -> str:
    """A text with tags for the template expressions in it; code as it is."""
    return match[0] if match["is_code"] else _FOR_EXPRESSION.sub(r"<\g<0>>", match[0])


def _has_words(parts: Sequence[str]) -> bool:
    """Whether there are any between the tags, which are every second of the parts, other than code."""
    return any(parts[number].strip("\n") and parts[number - 1] != "code" for number in range(2, len(parts), 2))


def _on_one_line(tag: str) -> str:
    """Where lines end in a tag or a comment does not matter."""
    if "\n" not in tag:
        return tag
    return one_line(tag) if tag.startswith("!") else " ".join(tag.split())


def _as_it_stands(text: str, in_item: bool) -> str:
    _refuse_unclear({_name(tag) for tag in text.split("<")[1:]}, in_item)
    return text


@lru_cache(4096)
def _mark(tag: str) -> _Mark:
    pair = tag.removeprefix("/")
    if pair in _PAIRS:
        return _OPEN if pair == tag else _CLOSE, pair, pair
    if tag in _USUAL or tag.startswith(_FOR_OTHERS):
        return _ALONE, "", tag
    name = _name(tag)
    if not name or name in VOID or tag.endswith("/"):
        return _ALONE, "", f"<{tag}>"
    return _CLOSE if tag.startswith("/") else _OPEN, f"<{name}", f"<{tag}>"


def _name(tag: str) -> str:
    match = _NAME.match(tag)
    return match["name"].lower() if match else ""
