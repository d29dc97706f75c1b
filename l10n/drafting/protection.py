"""What of a text must not change, and ways to get it past a model: a sentinel in its place, or translating around it.

The tokens that a model keeps differ from package to package, so several sentinels are tried. LibreTranslate knows one
(`###T01###`), which models squeeze and drop.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from l10n import protect
from l10n.glossary import Glossary
from l10n.linguistics.pair import addresses
from l10n.protect import Piece

Span = tuple[int, int]

_SIGNS = re.compile(
    r"`[^`\n]+`"  # code
    r"|(?<![\w&])[@#](?=[^\W\d])[\w.]*\w"  # hashtags, names of accounts
    r"|(?<![\w/])[\w-]+(?:[\w.-]*\.)(?:txt|md|pdf|docx?|xlsx?|csv|html?|po|pot|xml|json|toml|ya?ml|py|js|zip|png|jpe?g|svg)\b"
    r"|\*\*|__|(?<=\])\([^()\s]*\)|(?<![\w!])!?\[(?=[^\]\n]*\]\()|\](?=\()"  # Markdown
)
_STYLES = ("X{}X", "[{}]", "\u27e6{}\u27e7")
"""Sentinels: a name that no language has, a reference, and a sign that no vocabulary has and decoders copy."""


@dataclass(frozen=True, slots=True)
class Sentinels:
    """A text with sentinels, and what they stand for."""

    text: str
    items: tuple[str, ...]
    style: str

    def restore(self, translation: str) -> str:
        """The translation with the items again; empty unless each sentinel is there once."""
        for number, item in enumerate(self.items):
            head, tail = map(re.escape, self.style.split("{}"))
            pattern = re.compile(rf"{head}\s?{number}\s?{tail}(?!\d)", re.IGNORECASE)
            if len(pattern.findall(translation)) != 1:
                return ""
            translation = pattern.sub(lambda _, item=item: item, translation)  # type: ignore[misc]  # bound now
        return translation


def items(text: str, lang: str, glossary: Glossary | None = None, flags: Collection[str] = ()) -> list[Span]:
    """Where something stands that has to be copied, from left to right: of two that overlap, the longer one."""
    found = [match.span() for match in addresses(text)] + [match.span() for match in _SIGNS.finditer(text)]
    found += _placeholders(text, flags)
    found += [one.span for one in glossary.fixed(text, lang)] if glossary else []
    return without_overlaps(found)


def without_overlaps(spans: Iterable[Span]) -> list[Span]:
    """From left to right; of two that overlap, the longer one."""
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
        if all(end <= first or last <= start for first, last in kept):
            kept.append((start, end))
    return sorted(kept)


def lost(text: str, spans: Sequence[Span], translation: str) -> list[str]:
    """The items that the translation does not have as often as the text."""
    wanted = Counter(text[start:end] for start, end in spans)
    return [item for item, count in wanted.items() if translation.count(item) < count]


def sentinels(text: str, spans: Sequence[Span]) -> list[Sentinels]:
    """The text with sentinels of each style that it does not have itself."""
    parts = [piece for piece in around(text, spans) if piece.text]
    fixed = tuple(piece.text for piece in parts if piece.fixed)
    found = []
    for style in _STYLES:
        if style[0] in text and style[0] != "X":
            continue
        numbers = iter(range(len(fixed)))
        masked = "".join(style.format(next(numbers)) if piece.fixed else piece.text for piece in parts)
        found.append(Sentinels(masked, fixed, style))
    return found


def around(text: str, spans: Sequence[Span]) -> list[Piece]:
    """The items, and what stands between them; joined, they are the text."""
    pieces: list[Piece] = []
    here = 0
    for start, end in spans:
        pieces += [Piece(text[here:start], False), Piece(text[start:end], True)]
        here = end
    return [*pieces, Piece(text[here:], False)]


def _placeholders(text: str, flags: Collection[str]) -> list[Span]:
    spans, here = [], 0
    for one in protect.placeholders(text, flags):
        here = text.index(one, here)
        if not one.isspace():
            spans.append((here, here + len(one)))
        here += len(one)
    return spans
