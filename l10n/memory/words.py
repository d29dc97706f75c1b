"""What the memory compares of texts with marks and tags: their words."""

from __future__ import annotations

from functools import lru_cache

from l10n.documents import inline


def seen(text: str, markup: str) -> str:
    """The words of a text that is written in this form; all of it without one."""
    return _words(text, markup) if markup else text


@lru_cache(4096)
def _words(text: str, markup: str) -> str:
    return inline.words_in(text, markup)


def same_marks(text: str, other: str, markup: str) -> bool:
    """Both have the same marks in this form, wherever they stand."""
    form = inline.named(markup)
    return inline.marks(form.parse(text)) == inline.marks(form.parse(other))
