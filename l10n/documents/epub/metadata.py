"""What is said of a book, and its table of contents in NCX, which are XML of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from l10n.documents.html.blocks import BlockDraft, Drafts
from l10n.documents.html.language import Renaming
from l10n.documents.html.pieces import Escape, pieces
from l10n.documents.html.scanning import Role, Scanned
from l10n.documents.html.tokens import HtmlToken, TokenKind, attributes, tokens
from l10n.languages import record
from l10n.languages.codes import base
from l10n.model import BlockKind, PieceKind

_ROOT = re.compile(r"<(?:[\w.-]+:)?(?:package|ncx)[\s>]")
_IN_3 = re.compile(r"<(?:[\w.-]+:)?package\s[^<>]*\bversion\s*=\s*[\"']3")
_HEAD = 4096
_PROGRESSION = "page-progression-direction"
"""Of the spine: left to right, where a book does not say it (EPUB 3.3, 5.7.2); EPUB 2 does not know it."""
_SAID = {"title": BlockKind.TITLE, "description": BlockKind.FIELD, "subject": BlockKind.FIELD}
"""Elements of Dublin Core that people read."""
_LABELS = {"doctitle": BlockKind.TITLE, "navlabel": BlockKind.LIST_ITEM, "navinfo": BlockKind.FIELD}
"""Elements of NCX around texts; the names of authors stay."""


def drafts_of(text: str) -> Drafts | None:
    """How the texts of such a member are read; None for a page."""
    return _drafts if _ROOT.search(text, 0, _HEAD) else None


def renamings(text: str, source: str, target: str) -> Iterator[Renaming]:
    """What changes so that the description says that the book is in the target language, and where its pages turn."""
    before, after = (record(base(language)).direction for language in (source, target))
    turns, is_language = before != after and _IN_3.search(text, 0, _HEAD), False
    for token in tokens(text) if drafts_of(text) else ():
        if turns and token.kind is TokenKind.START and token.name.rpartition(":")[2] == "spine":
            yield _turned(text, token, after)
        if (
            is_language
            and token.kind is TokenKind.TEXT
            and token.words.strip()
            and base(token.words.strip()) == base(source)
        ):
            name = token.words.strip()
            start = token.start + token.words.index(name)
            yield Renaming(start, start + len(name), target.replace("_", "-"))
        is_language = token.kind is TokenKind.START and token.name == "dc:language"


def _turned(text: str, spine: HtmlToken, direction: str) -> Renaming:
    said = next((attribute for attribute in attributes(text, spine) if attribute.name == _PROGRESSION), None)
    if said:
        return Renaming(said.start, said.end, direction)
    name = spine.start + 1 + len(spine.name)
    return Renaming(name, name, f' {_PROGRESSION}="{direction}"')


def _drafts(text: str, escape: Escape) -> Iterator[BlockDraft]:
    around = kind = None
    unit: list[Scanned] = []
    for token in tokens(text):
        if token.kind is TokenKind.TEXT and kind:
            unit.append(Scanned(Role.INLINE, PieceKind.TEXT, token.start, token.end, token, token.words))
        elif token.kind is TokenKind.START:
            prefix, _, name = token.name.rpartition(":")
            around = _LABELS.get(name, around if name == "text" else None)
            kind, unit = (_SAID.get(name) if prefix == "dc" else around if name == "text" else None), []
        elif token.kind is TokenKind.END:
            if kind and (made := pieces(text, unit, escape)):
                yield BlockDraft(kind, made)
            kind, unit = None, []
