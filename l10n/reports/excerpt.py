"""A long text on a short line: the part that matters, as much around it as there is room for, and … where it is cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from l10n.model import Span
from l10n.model.findings import Finding
from l10n.reports.characters import JOINERS, sign

_REACH = 3
"""Times the room: what is farther away has no place in it, though some characters take none."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line, ready to be shown."""

    before: str
    marked: str
    """Empty if nothing is to be marked."""
    after: str

    def __str__(self) -> str:
        return self.before + self.marked + self.after


def excerpt(text: str, span: Span, room: int, cells: Callable[[str], int] = len) -> Excerpt:
    """At most `room` wide as measured by `cells`, which may say 0 (an accent) or 2 (an emoji) of a character."""
    text, span, cut = _near(text, span, room * _REACH)
    start, end = _on_a_base(text, span, cells)
    shown = [
        character if character in JOINERS and not start <= index < end else sign(character)
        for index, character in enumerate(text)
    ]
    left, right = _window(_sizes(shown, cells), (start, end), room, any(cut))
    end = max(start, min(end, right))
    return Excerpt(
        "…" * (left > 0 or cut[0]) + "".join(shown[left:start]),
        "".join(shown[start:end]),
        "".join(shown[end:right]) + "…" * (right < len(text) or cut[1]),
    )


def texts(finding: Finding) -> list[tuple[str, str, Span]]:
    """Source and target with their names and where to look; empty ones are left out."""
    both = (("source", finding.source, finding.source_span), ("target", finding.target, _place(finding)))
    return [(name, text, span) for name, text, span in both if text]


def short(finding: Finding, room: int) -> list[tuple[str, str]]:
    """Source and target with their names, each on a line of at most `room` characters."""
    return [(name, str(excerpt(text, span, room))) for name, text, span in texts(finding)]


def change(old: str, new: str) -> Span:
    """Characters of `new` that are not those of `old`; empty, but at the place, if some have only gone."""
    start = _alike(old, new)
    return start, len(new) - _alike(old[start:][::-1], new[start:][::-1])


def _place(finding: Finding) -> Span:
    """In the target; empty if something is missing: where it belongs, or about where it is in the source."""
    if any(finding.span):
        return finding.span
    if finding.fix is not None:
        start, _ = change(finding.target, finding.fix)
    else:
        start = len(finding.target) * finding.source_span[0] // max(1, len(finding.source))
    return start, start


def _alike(first: str, second: str) -> int:
    """How many characters at the beginning are the same."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(first), len(second)))


def _near(text: str, span: Span, reach: int) -> tuple[str, Span, tuple[bool, bool]]:
    """What can be shown of a text, however long it is, and whether something stands before and behind it."""
    start = min(max(span[0], 0), len(text))
    begin, end = max(0, start - reach), start + 2 * reach
    return text[begin:end], (start - begin, span[1] - begin), (begin > 0, end < len(text))


def _on_a_base(text: str, span: Span, cells: Callable[[str], int]) -> Span:
    """Within the text; an accent that has no width of its own takes along the letter that it stands on."""
    start = min(max(span[0], 0), len(text))
    end = min(max(span[1], start), len(text))
    while 0 < start < end and not cells("".join(map(sign, text[start:end]))):
        start -= 1
    return start, end


def _sizes(parts: Sequence[str], cells: Callable[[str], int]) -> list[int]:
    """How wide each part is where it stands: a variation selector makes the character before it wider."""
    return [cells(before + part) - cells(before) for before, part in zip(("", *parts), parts, strict=False)]


def _window(sizes: Sequence[int], span: Span, room: int, is_cut: bool) -> Span:
    """What is shown: from the start of the span, then what is around it, evenly where both sides have something."""
    if not is_cut and sum(sizes) <= room:
        return 0, len(sizes)
    room -= 2  # a … on each side
    left = right = span[0]
    while right < span[1] and sizes[right] <= room:
        room -= sizes[right]
        right += 1
    while True:
        before = left
        if left > 0 and sizes[left - 1] <= room:
            left -= 1
            room -= sizes[left]
        if right < len(sizes) and sizes[right] <= room:
            room -= sizes[right]
            right += 1
        elif left == before:
            return left, right
