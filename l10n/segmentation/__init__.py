"""Sentence segmentation: a text becomes segments that, joined, are the text again, character for character.

A segment ends with its paragraph, and at `.`, `!`, `?` or `…` with the quotes and brackets that close there, if a new
sentence follows; not at a colon, a semicolon or a dash.
The rules are ordered tables of small functions, see `l10n.segmentation.rules`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from itertools import pairwise

from l10n.documents.paragraphs import paragraphs
from l10n.languages import language
from l10n.model import Span


def split(text: str, lang: str) -> list[str]:
    """The segments with the white space after them, the first also with that before it; an empty text has none.

    Paragraphs are lines, or of a hard-wrapped text the runs of lines between blank lines. L10nError for an unknown
    language.
    """
    starts = [start for start, _ in spans(text, lang)][1:]
    return [text[start:end] for start, end in pairwise((0, *starts, len(text)))] if text else []


def spans(text: str, lang: str) -> list[Span]:
    """Character offsets (start, end) of the segments without the white space around them, in order."""
    return [
        (start + first, start + last)
        for start, end in paragraphs(text)
        for first, last in sentences(text[start:end], lang)
    ]


def sentences(paragraph: str, lang: str) -> list[Span]:
    """The same within one paragraph: line breaks are white space."""
    starts = _starts(lang)(paragraph)
    if not starts:
        whole = _stripped(paragraph, 0, len(paragraph))
        return [whole] if whole else []
    cuts = [0, *starts, len(paragraph)]
    return [span for start, end in pairwise(cuts) if (span := _stripped(paragraph, start, end))]


@cache
def _starts(lang: str) -> Callable[[str], list[int]]:
    """What finds the offsets at which new sentences begin."""
    from l10n.segmentation.engine import starts
    from l10n.segmentation.rules import table
    from l10n.segmentation.traits import by_traits
    from l10n.segmentation.words import words

    code = language(lang).code
    return partial(starts, tables=by_traits(table(code)), words=words(code))


def _stripped(text: str, start: int, end: int) -> Span | None:
    if start < end and text[start].isspace():
        start = end - len(text[start:end].lstrip())
    if start < end and text[end - 1].isspace():
        end = start + len(text[start:end].rstrip())
    return (start, end) if start < end else None
