"""Edits of the source that leave its words alone, and the same edit made in the translation where that is safe."""

from __future__ import annotations

import re
from dataclasses import dataclass

_QUOTES = re.compile(r"[„“”»«‚‘’›‹\"']")
_DASHES = re.compile(r"[-‐‑‒–—―]")
_SPACES = re.compile(r"[\s\u00ad\u200b\u2060]+")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_END = re.compile(r"(?P<mark>[.!?…]*)(?P<closers>[“”»«’‘›‹\"')\]]*)$")


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
    numbers = [pair for pair in zip(_NUMBER.findall(old), _NUMBER.findall(new), strict=True) if pair[0] != pair[1]]
    if numbers:
        text = _with_numbers(old, text, dict(numbers)) if text else None
        reasons.append(", ".join(f"{before} → {after}" for before, after in numbers) + " (put into the translation)")
    ends = _mark(old), _mark(new)
    if ends[0] != ends[1]:
        text = _with_end(text, *ends) if text else None
        reasons.append(f"'{ends[0]}' → '{ends[1]}' at the end (put into the translation)")
    return Carried(text, "; ".join(reasons) or "spacing") if text else None


_KINDS = {"quotes": _QUOTES, "dashes": _DASHES, "spacing": _SPACES}


def _skeleton(text: str) -> str:
    """What is left when everything cosmetic is made equal."""
    text = _END.sub(r"\g<closers>", text.rstrip())
    text = _DASHES.sub("-", _QUOTES.sub('"', text))
    return _NUMBER.sub("0", _SPACES.sub("", text))


def _mark(text: str) -> str:
    match = _END.search(text.rstrip())
    return match["mark"] if match else ""


def _with_numbers(old: str, translation: str, changes: dict[str, str]) -> str | None:
    """The new numbers for the old, if each old one stands in the translation as often as in the source.

    Plain whole numbers only: what a separator means differs from language to language.
    """
    before, there = _NUMBER.findall(old), _NUMBER.findall(translation)
    safe = all(
        one.isdigit() and other.isdigit() and before.count(one) == there.count(one) for one, other in changes.items()
    )
    if not safe or any(before.count(one) > 1 for one in changes):
        return None
    return _NUMBER.sub(lambda match: changes.get(match[0], match[0]), translation)


def _with_end(translation: str, old: str, new: str) -> str | None:
    match = _END.search(translation.rstrip())
    if match is None or match["mark"] != old:
        return None
    return translation[: match.start("mark")] + new + match["closers"]
