"""Edits of the source that leave its words alone, and the same edit made in the translation where that is safe."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

PUT = "(put into the translation)"
"""What a reason says where the translation was changed, too."""
_QUOTES = re.compile(r"[„“”»«‚‘’›‹\"']")
_DASHES = re.compile(r"[-‐‑‒–—―]")
_SPACES = re.compile(r"[\s\u00ad\u200b\u2060]+")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_PLAIN = re.compile(r"(?<![\w.,:/+−–-])\d+(?![\w:/%]|[.,]\d|\.(?=\s))")
"""A whole number by itself: no part of a name, date, time or amount, and no ordinal in the middle of a sentence."""
MARKS = ".!?…"
CLOSERS = "“”»«’‘›‹\"')]"


@dataclass(frozen=True, slots=True)
class Carried:
    """A translation after a cosmetic edit of its source."""

    text: str
    reason: str
    """For the translator: what was changed in the source, and whether in the translation too."""


def carried_over(old: str, new: str, translation: str) -> Carried | None:
    """The translation with the edit that made `new` of `old`; None if words changed or the edit cannot be made safely.

    Quotes, dashes and spaces follow rules of their own in each language: there the translation stays as it is.
    """
    if _skeleton(old) != _skeleton(new):
        return None
    reasons = [name for name, pattern in _KINDS.items() if pattern.findall(old) != pattern.findall(new)]
    text: str | None = translation
    before, after = _NUMBER.findall(old), _NUMBER.findall(new)
    if len(before) != len(after):
        return None
    numbers = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    if numbers:
        text = _with_numbers(old, new, text, dict(numbers)) if text else None
        reasons.append(", ".join(f"{before} → {after}" for before, after in numbers) + f" {PUT}")
    ends = _parted(old)[1], _parted(new)[1]
    if ends[0] != ends[1]:
        text = _with_end(text, *ends) if text else None
        reasons.append(f"'{ends[0]}' → '{ends[1]}' at the end {PUT}")
    return Carried(text, "; ".join(reasons) or "spacing") if text else None


_KINDS = {"quotes": _QUOTES, "dashes": _DASHES, "spacing": _SPACES}


def _skeleton(text: str) -> str:
    """What is left when everything cosmetic is made equal."""
    words, _, closers = _parted(text)
    text = words + closers
    text = _DASHES.sub("-", _QUOTES.sub('"', text))
    return _SPACES.sub("", _NUMBER.sub("0", text))


def _parted(text: str) -> tuple[str, str, str]:
    """The words, the marks at their end, and what closes behind these."""
    text = text.rstrip()
    ended = text.rstrip(CLOSERS)
    words = ended.rstrip(MARKS)
    return words, ended[len(words) :], text[len(ended) :]


def _with_numbers(old: str, new: str, translation: str, changes: dict[str, str]) -> str | None:
    """The new numbers for the old, if each stands once in the source and once in the translation, plain and whole, and
    the new one stands so in the new source, too.

    What a separator or an ordinal's full stop means differs from language to language.
    """
    counts = [Counter(pattern.findall(text)) for text in (old, translation) for pattern in (_PLAIN, _NUMBER)]
    plain = _PLAIN.findall(new)
    for figure, other in changes.items():
        if not other.isdigit() or other not in plain or any(count[figure] != 1 for count in counts):
            return None
    return _PLAIN.sub(lambda match: changes.get(match[0], match[0]), translation)


def _with_end(translation: str, old: str, new: str) -> str | None:
    words, mark, closers = _parted(translation)
    return words + new + closers if mark == old else None
