"""Where whole texts can be put that are not in the file: at the edges of its body, and before a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.documents.html.elements import KINDS
from l10n.documents.html.tokens import HtmlToken, TokenKind, tokens
from l10n.model import BlockKind

_CONTENT = frozenset(("noscript", "script", "style", "template", "title"))
_BEFORE = _CONTENT | {"base", "head", "html", "link", "meta"}
"""What stands before the text even where no tag says that the head ends."""
_DECLARATION = re.compile(r"<!doctype|<\?xml", re.IGNORECASE)
_SECTIONS = frozenset(("article", "div", "header", "hgroup", "section"))
"""Elements that begin with a heading."""


def body(text: str) -> tuple[int, int]:
    """The character offsets behind `<body>` and before `</body>`; where these are missing, those that browsers add."""
    sequence = list(tokens(text))
    opened = [token.end for token in sequence if token.kind is TokenKind.START and token.name == "body"][:1]
    start = opened[0] if opened else _end_of_head(text, sequence)
    closed = {token.name: token.start for token in sequence if token.kind is TokenKind.END}
    end = min((closed[name] for name in ("body", "html") if name in closed), default=len(text))
    return start, max(start, end)


def heading(text: str, start: int) -> int:
    """The offset at which the heading begins whose words start there, with the tags of sections that begin with it."""
    position = start
    is_found = False
    for token in reversed([token for token in tokens(text) if token.end <= start]):
        is_start = token.kind is TokenKind.START
        if is_start and (token.name in _SECTIONS if is_found else KINDS.get(token.name) is BlockKind.HEADING):
            position, is_found = token.start, True
        elif is_found and (token.kind is not TokenKind.TEXT or token.words.strip()):
            break
    return position


def _end_of_head(text: str, sequence: list[HtmlToken]) -> int:
    """Behind the last token that can stand before the text; what has content stands there only if it is ended."""
    end = 0
    for token in _outside_content(sequence):
        if token.name in _BEFORE or _DECLARATION.match(text, token.start):
            end = end if _has_content(token) else token.end
        elif token.name or token.words.strip():
            break
    return end


def _outside_content(sequence: list[HtmlToken]) -> Iterator[HtmlToken]:
    """The tokens without what is between the tags of a title, a script and the like."""
    within = ""
    for token in sequence:
        if not within or (token.kind is TokenKind.END and token.name == within):
            yield token
            within = ""
        if not within and _has_content(token):
            within = token.name


def _has_content(token: HtmlToken) -> bool:
    """It begins a title, a script and the like, in which there is no text of the body."""
    return token.kind is TokenKind.START and token.name in _CONTENT
