"""A notice to readers: for programs in the head, for people where the body begins."""

from __future__ import annotations

from collections.abc import Iterator

from l10n.documents.html.escaping import escaped
from l10n.documents.html.positions import body
from l10n.documents.html.tokens import TokenKind, tokens
from l10n.documents.notice import line_end
from l10n.languages import record
from l10n.languages.codes import base

NAME = "machine-translation-notice"
"""Of the `<meta>`, and the class of the paragraph, which the site's own style may set off."""


def markup(text: str, words: str, language: str) -> Iterator[tuple[int, str]]:
    """What is to be put at which character offsets, in their order."""
    start, _ = body(text)
    end = line_end(text)
    head = _end_of_head(text)
    if head is not None and head <= start:
        yield head, f'<meta name="{NAME}" content="{_escaped(words, True)}" />{end}'
    paragraph = _paragraph(words, language)
    yield start, f"{end}{paragraph}" if start else f"{paragraph}{end}"


def _end_of_head(text: str) -> int | None:
    """Before the tag: at its start the declaration of a charset could be moved out of the bytes that browsers read."""
    ends = (token.start for token in tokens(text) if token.kind is TokenKind.END and token.name == "head")
    return next(ends, None)


def _paragraph(words: str, language: str) -> str:
    """In strong letters, without a style of its own, which policies of sites may forbid."""
    direction = record(base(language)).direction
    names = f'class="{NAME}" role="note" lang="{language.replace("_", "-")}" dir="{direction}"'
    return f"<p {names}><strong>{_escaped(words)}</strong></p>"


def _escaped(words: str, is_value: bool = False) -> str:
    return escaped(words, '"' if is_value else "", "\u00a0")
