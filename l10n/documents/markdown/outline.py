"""The outline of a Markdown file: what a renderer makes of it, without the words; had in half of the time that its
structure takes.

It says more than the structure does, or nothing: of two files with the same outline the structure is the same, of two
with different ones it may be. So what a renderer drops and the structure has stands in it, too: templates, autolinks,
blank lines between blocks of HTML, what is written behind fences. Tags of the file are not taken for those that the
renderer makes, as the first letters of their names get the other case; and where any of this is not certain, there is
no outline.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from hashlib import blake2b

from l10n.documents.inline.commonmark.events import raw_events, rendered
from l10n.documents.inline.tags import VERBATIM
from l10n.documents.inline.templates import TEMPLATE
from l10n.documents.markdown.rendered import RENDERED, UnclearError, blocks, with_code
from l10n.documents.markdown.rendered_html import TAG, swapped
from l10n.documents.markdown.stand_ins import AUTOLINK, BLANK_LINE, EXPRESSION, STAND_INS
from l10n.documents.markdown.structure import of_front_matter
from l10n.model import Span

_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")
_TEMPLATE = re.compile(TEMPLATE)
_CAPITAL = re.compile("</?([A-Z][A-Za-z0-9]*)")
_BEFORE_HTML = re.compile(r"\n[ \t\v\f>]*\r?\n(?P<margin>[ \t\v\f>]*)(?=<|\[(?:[^\[\]\\]|\\.)*+\]:)", re.DOTALL)
_DEFINITION = re.compile(r"\]:.*+(?:\n(?!\s*+<)[ \t\v\f\r>]*+[^\s>].*+)*+(?:\n[ \t\v\f>]*+(?P<tag><))?")
"""What may be one, up to a blank line or a tag."""
_QUOTED_BLANK_LINE = re.compile(r"\n[ \t\v\f]*>[ \t\v\f>]*\r?\n[ \t\v\f>]*<")
"""Blank in a quote; in a block of HTML it is a text."""
_WHITE_SPACE = re.compile("&(?:#0*(?:9|1[0-3]|32)|#[xX]0*(?:9|[a-dA-D]|20)|NewLine|Tab);")
"""A text that is none, if it is taken for a line break or an indentation."""
_ODD_LINK = re.compile(r"<(?:[^\sA-Za-z0-9<>][^\s<>]*@|[A-Za-z][A-Za-z0-9+.-]{27,}:)")
"""What might be an address to which no letter can be added."""
_ODD_TEMPLATE = re.compile(r"<[^\s<>]*(?:\{\{|\{%)|\[(?=[^\[\]]{190})[^\[\]]*?(?:\{\{|\{%)")
"""What stands for it might make a tag or an address."""
_CODE = re.compile(rf"<(?:{'|'.join(VERBATIM)})[\s>]", re.IGNORECASE)
_ODD_CODE = re.compile(rf"<(?:{'|'.join(VERBATIM)})[\s>][^<]*[&\\]", re.IGNORECASE)
"""Code in HTML of which a renderer says the same as of other code."""
_NO_FENCE = re.compile(r"[^`~\[]*[^\W\d_`~\[]|[^`~]*`{3,}+[^`]*`")
"""A line with a word before the marks that is in no bracket, as footnotes have; or with more backticks behind them."""
_METADATA = re.compile(r"\n(?:---|\+\+\+)[ \t]*\r?\n(?![ \t]*\r?\n)")
"""What may be a line before metadata."""
_ATTRIBUTES = re.compile("<h[1-6] ")
_BRACES = re.compile(r"\{(?P<inside>[^{}\n]*)\}[ \t#]*\r?(?:\Z|\n[ \t>]*(?P<line>=|-)?)")
"""At the end of a line, where attributes of a heading are; and what may underline it."""
_ODD_ATTRIBUTE = re.compile(r"=(?=[ \t]|\Z)|(?<![^ \t])(?:id|class)(?=[ \t=]|\Z)")
"""One of which a renderer says the same as of another."""


def outline(data: bytes) -> Hashable | None:
    """The outline of a file in UTF-8 without a byte order mark; None if there is none."""
    front_matter, end = _front_matter(data)
    text = data[end:].decode("utf-8", "replace")
    if _is_unclear(text):
        return None
    html = rendered(_with_stand_ins(text))
    if _has_metadata(text) or (_ATTRIBUTES.search(html) and _has_odd_attributes(text)):
        return None
    if "<" in text and (_has_odd_blank_line(text, html) or ("<li" in html and _has_tag_behind_definition(text))):
        return None
    try:
        return front_matter, tuple(_fences(text)), blocks(html if "<" not in text else _with_code(html, text))
    except UnclearError:
        return None


def _fences(text: str) -> list[str]:
    """The lines with what may begin or end code."""
    spans = sorted({span for mark in ("```", "~~~") for span in _lines_with(text, mark)})
    lines = [text[start:end] for start, end in spans]
    return [line for line in lines if not _NO_FENCE.match(line)]


def _lines_with(text: str, mark: str) -> Iterator[Span]:
    """The offsets of each line with the mark."""
    position, end = text.find(mark), 0
    while position >= 0:
        start = text.rfind("\n", end, position) + 1 or end
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        yield start, end
        position = text.find(mark, end)


def _with_code(html: str, text: str) -> str:
    """Raises UnclearError."""
    if _is_rendered(text) and _is_rendered(rendered(text)):
        raise UnclearError
    if not _CODE.search(text):
        return html
    html, count = with_code(html)
    if count and _ODD_CODE.search(text):
        raise UnclearError
    return html


def _front_matter(data: bytes) -> tuple[Hashable, int]:
    """Its structure, and the byte offset at which it ends."""
    if not data.lstrip().startswith((b"---", b"+++")):
        return None, 0
    said, end = [], 0
    for event in raw_events(data):
        kind, name, _, _, last = event
        if kind != "Text" and name != "MetadataBlock":
            break
        if kind == "Text":
            said.append(of_front_matter(data, event))
        else:
            said.append(event[:3])
        end = last
        if kind == "End":
            break
    return tuple(said), end


def _is_unclear(text: str) -> bool:
    """Whether stand-ins would not do what they are for."""
    if "l10n:" in text or any(word in text for word in STAND_INS):
        return True
    if ("\r" in text and text.count("\r") != text.count("\r\n")) or _WHITE_SPACE.search(text):
        return True
    if "{" in text and _TEMPLATE.search(text) and _ODD_TEMPLATE.search(text):
        return True
    return "<" in text and bool(_ODD_LINK.search(text))


def _has_metadata(text: str) -> bool:
    """In the midst of it: a renderer drops them."""
    may_have = ("\n---" in text or "\n+++" in text) and _METADATA.search(text)
    return bool(may_have) and rendered(text) != rendered(text, metadata=False)


def _has_odd_attributes(text: str) -> bool:
    for braces in _BRACES.finditer(text):
        start = text.rfind("\n", 0, braces.start()) + 1
        if (braces["line"] or "#" in text[start : braces.start()]) and _ODD_ATTRIBUTE.search(braces["inside"]):
            return True
    return False


def _has_odd_blank_line(text: str, html: str) -> bool:
    """What stands for a blank line stands in a block of HTML, and makes one of it."""
    is_odd = BLANK_LINE in html and html.count(BLANK_LINE) != html.count(f"<p>{BLANK_LINE}</p>")
    return is_odd and bool(_QUOTED_BLANK_LINE.search(text))


def _has_tag_behind_definition(text: str) -> bool:
    """It begins a paragraph, and of one in an item a renderer says the same as of a block of HTML."""
    return "]:" in text and any(match["tag"] for match in _DEFINITION.finditer(text))


def _is_rendered(text: str) -> bool:
    """Whether there are tags with capital letters, as far as it can be seen, that a renderer makes with small ones."""
    return any(name.lower() in RENDERED for name in _CAPITAL.findall(text))


def _with_stand_ins(text: str) -> str:
    """The text in which nothing is lost that a renderer would drop, and which a parser reads as it reads the text."""
    if "{" in text:
        text = _TEMPLATE.sub(_for_template, text)
    if "<" in text:
        text = _BEFORE_HTML.sub(rf"\g<0>{BLANK_LINE}\n\g<margin>\n\g<margin>", TAG.sub(_for_tag, text))
    return text


def _for_template(template: re.Match[str]) -> str:
    """A word that is as long, if it is not too short, and that no other template has."""
    name = blake2b(template[0].encode("utf-8", "replace"), digest_size=8).hexdigest().translate(_LETTERS)
    return f"x{EXPRESSION}{name.rjust(len(template[0]) - 4, 'q')}"


def _for_tag(tag: re.Match[str]) -> str:
    if tag["link"] and not tag["slash"]:
        return f"<{AUTOLINK}{tag[0][1:]}"
    return swapped(tag)
