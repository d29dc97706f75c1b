"""Whether a catalogue ends with a full stop what has none in the source: headings, or what people type in chats."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from l10n.text.lazy import lazy

CLOSERS = " \n\t\u00a0\u202f\"'“”„«»’‘›‹)]*_"
"""What may stand behind an end mark."""
_FEW = 3
_MANY = 5
"""One in so many is a custom."""
_HEADING = 3
"""Words from which a text may be a heading; fewer are a label, of which there may be many more."""


class EndMarks:
    """Counted when first asked for, over texts that people have accepted."""

    def __init__(self, texts: Callable[[], Iterable[tuple[str, str]]]) -> None:
        """`texts` gives sources with their translations."""
        self._texts = texts

    @lazy
    def adds_stops(self) -> bool:
        """Many texts have got a full stop that their source has not."""
        bare = added = 0
        for source, target in self._texts():
            if source.rstrip(CLOSERS)[-1:].isalnum() and source.count(" ") >= _HEADING - 1:
                bare += 1
                added += target.rstrip(CLOSERS).endswith(".")
        return added > _FEW and added * _MANY >= bare
