"""A notice to readers: in the description of the book, and on its first page with words."""

from __future__ import annotations

from collections.abc import Mapping

from l10n.documents import html
from l10n.documents.epub import metadata
from l10n.documents.html.positions import body
from l10n.documents.html.tokens import TokenKind, tokens
from l10n.documents.xml import encoded, escaped

_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"


def noticed(contents: Mapping[str, bytes], words: str, language: str) -> dict[str, bytes]:
    """The members with the notice; the first of these is the description of the book, pages follow in reading order."""
    described, *pages = contents
    read = next((name for name in pages if is_read(contents[name].decode("utf-8", "replace"))), None)
    own = {described: encoded(_described(contents[described].decode("utf-8", "replace"), words))}
    return own | ({read: html.with_notice(contents[read], words, language)} if read else {})


def is_read(page: str) -> bool:
    """It is a page, and more than a picture."""
    if metadata.drafts_of(page):
        return False
    start, end = body(page)
    return any(
        token.kind is TokenKind.TEXT and token.words.strip() for token in tokens(page) if start <= token.start < end
    )


def _described(text: str, words: str) -> str:
    """With the words before others in the first description, which shops show; a book without metadata has no room."""
    starts: dict[str, int] = {}
    for token in tokens(text):
        if token.kind is TokenKind.START and not text.endswith("/>", token.start, token.end):
            starts.setdefault(token.name, token.end)
    if (position := starts.get("dc:description")) is not None:
        return f"{text[:position]}{escaped(words)}\n{text[position:]}"
    position = next((end for name, end in starts.items() if name.rpartition(":")[2] == "metadata"), None)
    if position is None:
        return text
    added = f'<dc:description xmlns:dc="{_DUBLIN_CORE}">{escaped(words)}</dc:description>'
    return f"{text[:position]}{added}\n{text[position:]}"
