"""What an HTML file consists of, with the spans of it; turbohtml finds them, as the HTML standard says (13.2.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from html import unescape
from html.entities import html5
from typing import NamedTuple

from l10n.model import Span


class TokenKind(Enum):
    """What a token is."""

    TEXT = "text"
    """A run of characters, or a single character reference."""
    START = "start tag"
    END = "end tag"
    OTHER = "other"
    """A comment, a doctype, an instruction, a rest that is no tag yet."""


class HtmlToken(NamedTuple):
    """A part of the file; all of them, joined, are the file."""

    kind: TokenKind
    start: int
    """Character offset in the text."""
    end: int
    name: str = ""
    """Of a tag, in small letters."""
    words: str = ""
    """Of `TEXT`, with the character reference resolved."""
    is_closed: bool = False
    """Of a start tag: it ends with a slash."""


class Attribute(NamedTuple):
    """An attribute of a start tag."""

    name: str
    """In small letters."""
    start: int
    """Character offset of its value in the text, without quotation marks; those of its end if it has none."""
    end: int


_SPACE = r" \t\n\r\f"
_NAME = re.compile(rf"<[^{_SPACE}/>]*+")
_ATTRIBUTE = re.compile(
    rf"""[{_SPACE}/]*+ (?P<name>=?[^{_SPACE}/>=]*+)
    (?:[{_SPACE}]*+ = [{_SPACE}]*+ (?:"(?P<double>[^"]*+)" | '(?P<single>[^']*+)' | (?P<bare>[^{_SPACE}>]++)?))?""",
    re.VERBOSE,
)
_REFERENCE = re.compile(r"&(?:#[0-9]++;?|#[xX][0-9a-fA-F]++;?|[A-Za-z][A-Za-z0-9]*+(?:;|(?![A-Za-z0-9=])))")
"""In the value of an attribute, where one without its semicolon counts only if neither letter nor `=` follows."""

_HEAD = 4096
_XML = re.compile(r"\A\s*+<\?xml\s|http://www\.w3\.org/1999/xhtml")
_EMPTY = re.compile(
    rf"<(?:iframe|noembed|noframes|noscript|plaintext|script|style|textarea|title|xmp)(?=[{_SPACE}/])[^<>]*+(?<=/)>"
)
"""In XML an empty element; HTML would take all up to the next end tag, or the end of the file, for its content."""


def tokens(text: str) -> Iterator[HtmlToken]:
    """The tokens of a text, in order; tags in a `noscript` too, which are raw for a browser with scripts alone."""
    is_fallback = False
    for token in _tokens(text):
        if is_fallback and token.kind is TokenKind.TEXT:
            yield from _fallback(text, token)
        else:
            yield token
        is_fallback = token.kind is TokenKind.START and token.name == "noscript"


def _fallback(text: str, content: HtmlToken) -> Iterator[HtmlToken]:
    """The tokens of what is in a `noscript`; what is in another one within it is no text."""
    is_raw = False
    for token in _tokens(text[content.start : content.end]):
        kind = TokenKind.OTHER if is_raw and token.kind is TokenKind.TEXT else token.kind
        yield token._replace(kind=kind, start=token.start + content.start, end=token.end + content.start)
        is_raw = token.kind is TokenKind.START and token.name == "noscript"


def _tokens(text: str) -> Iterator[HtmlToken]:
    from turbohtml import TokenType, tokenize

    kinds = {
        TokenType.TEXT: TokenKind.TEXT,
        TokenType.CHARACTER_REFERENCE: TokenKind.TEXT,
        TokenType.START_TAG: TokenKind.START,
        TokenType.END_TAG: TokenKind.END,
    }
    # What would be normalised or left out is given as what means the same and has as many characters.
    given = text.replace("\r", "\f").replace("</>", "<?>")
    if _XML.search(text, 0, _HEAD):
        given = _EMPTY.sub(lambda tag: f"<?{tag[0][2:]}", given)
    end = 0
    for parsed in tokenize(given, resolve_references=False, capture_source=True, capture_attributes=False):
        kind, words = kinds.get(parsed.type, TokenKind.OTHER), ""
        start, end = end, end + len(parsed.data or "" if parsed.source is None else parsed.source)
        if kind is TokenKind.TEXT:
            words = text[start:end] if parsed.source is None else parsed.data or ""
        yield HtmlToken(kind, start, end, parsed.tag or "", words, bool(parsed.self_closing))
    if end < len(text):
        yield HtmlToken(TokenKind.OTHER, end, len(text))


def attributes(text: str, tag: HtmlToken) -> Iterator[Attribute]:
    """The attributes of a start tag."""
    match = _NAME.match(text, tag.start, tag.end)
    position = match.end() if match else tag.end
    while position < tag.end - 1:
        match = _ATTRIBUTE.match(text, position, tag.end - 1)
        if not match or not match["name"]:
            return
        start, end = next(
            (match.span(kind) for kind in ("double", "single", "bare") if match[kind]), (match.end(),) * 2
        )
        yield Attribute(match["name"].lower(), start, end)
        position = match.end()


def value_tokens(text: str, span: Span) -> Iterator[HtmlToken]:
    """The value of an attribute: runs of characters, and character references one by one."""
    start, end = span
    position = start
    for reference in _REFERENCE.finditer(text, start, end):
        if words := _resolved(reference[0]):
            if position < reference.start():
                yield HtmlToken(TokenKind.TEXT, position, reference.start(), words=text[position : reference.start()])
            yield HtmlToken(TokenKind.TEXT, *reference.span(), words=words)
            position = reference.end()
    if position < end:
        yield HtmlToken(TokenKind.TEXT, position, end, words=text[position:end])


def value(text: str, attribute: Attribute) -> str:
    """What an attribute says."""
    return "".join(token.words for token in value_tokens(text, (attribute.start, attribute.end)))


def _resolved(reference: str) -> str:
    """Empty for what only looks like a reference."""
    return unescape(reference) if reference.startswith("&#") else html5.get(reference[1:], "")
