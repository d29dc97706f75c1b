"""Texts in attributes: tooltips, alternative texts, labels, descriptions."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from l10n.documents.html.elements import ATTRIBUTES, BUTTONS, META, ONLY_OF, RAW, UNTITLED
from l10n.documents.html.scanning import Role, Scanned, translate, with_templates
from l10n.documents.html.tokens import Attribute, HtmlToken, TokenKind, attributes, value, value_tokens
from l10n.model import BlockKind, PieceKind


def titles(text: str, scanned: Scanned) -> Iterator[tuple[BlockKind, list[Scanned]]]:
    """The texts in the attributes of a tag, each with its kind."""
    if scanned.token.kind is TokenKind.START and translate(text, scanned.token) is not False:
        for attribute in translated(text, scanned.token, list(attributes(text, scanned.token))):
            tokens = value_tokens(text, (attribute.start, attribute.end))
            parts = [Scanned(Role.INLINE, PieceKind.TEXT, part.start, part.end, part, part.words) for part in tokens]
            yield ATTRIBUTES[attribute.name], list(with_templates(text, parts))


def translated(text: str, tag: HtmlToken, own: Sequence[Attribute]) -> Iterator[Attribute]:
    """Those of the attributes of a tag that people read."""
    names = {attribute.name for attribute in own}
    unread = {
        name
        for name, (beside, words) in _ONLY_BESIDE.items()
        if name in names and not any(said in words for said in _said(text, own, beside))
    }
    if tag.name in UNTITLED | RAW - {"iframe", "textarea"}:
        unread.add("title")
    for attribute in own:
        name = attribute.name
        if name not in ATTRIBUTES or name in unread or attribute.start == attribute.end:
            continue
        if tag.name in ONLY_OF.get(name, (tag.name,)):
            yield attribute


_ONLY_BESIDE = {"content": (("name", "property"), META), "value": (("type",), BUTTONS)}
"""Attributes that people read where one of these others has one of these words."""


def _said(text: str, own: Sequence[Attribute], names: Container[str]) -> Iterator[str]:
    return (value(text, attribute).strip().lower() for attribute in own if attribute.name in names)
