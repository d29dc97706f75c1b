"""Msgids that stand for a text that nobody has, though they look like one: `Too Big` for “{name} is too big.”"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from l10n.model import Entry, sampled
from l10n.text.placeholders import placeholders

_FEW, _MANY = 5, 10
"""So many translations with a placeholder are a sign, if they are one of so many; sources then have one tenth of it."""


def hide_placeholders(entries: Sequence[Entry], source_of: Callable[[Entry], Entry | None]) -> bool:
    """Many translations have placeholders, and the msgids, where nothing else is the source, practically never do."""
    looked_at = sampled(entries)
    texts = [entry for entry in looked_at if any(entry.texts) and source_of(entry) is entry]
    filled = sum(_is_filled(entry.texts, entry.flags) for entry in texts)
    if filled < max(_FEW, len(texts) / _MANY):
        return False
    return sum(_is_filled((entry.msgid,), entry.flags) for entry in texts) * _MANY <= filled


def _is_filled(texts: Collection[str], flags: Collection[str]) -> bool:
    return any(part[0] in "%{" for text in texts for part in placeholders(text, flags))
