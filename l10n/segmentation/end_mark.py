"""What a rule sees and what it says: an end mark with its surroundings, and a decision."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from l10n.segmentation.words import Words


class Decision(Enum):
    """Whether a segment ends at the mark."""

    SPLIT = "split"
    JOIN = "join"


class EndMark(NamedTuple):
    """An end mark followed by white space, as in: Er kam am 9. (Mai)."""

    words: Words
    """The word lists of the language."""
    before: str
    """The segment so far, up to the mark: of a long one the last 200 characters."""
    mark: str
    """The end marks: `.`, `?!`, `…`."""
    closers: str
    """Quotes and brackets that close after the mark: the `“` of `.“`."""
    late_mark: str
    """End marks after these closers: the second full stop of `.“.`."""
    token: str
    """What stands before the mark up to white space or an opening quote or bracket: `9`, `usw`, `Haus`."""
    lead: str
    """The segment before the token, without the white space between."""
    previous: str
    """The last word of the lead: the `am` of `am 9.`; empty at the start of a segment."""
    dotted: str
    """An abbreviation of several parts without its spaces, `z.B` for `z. B`; empty if there is none."""
    number: int | None
    """The token as a number; of a range `3–5` the second."""
    opener: str
    """Dashes, quotes and brackets before the next word."""
    next: str
    """The next word, or the next character if that is no word; empty if nothing follows the opener."""
    following: str
    """Up to 120 characters from the next word on."""
    starter: bool
    """Whether the next word is one that often begins a sentence: Der, Doch, Danach."""

    @property
    def final_mark(self) -> str:
        """The last of the end marks."""
        return (self.late_mark or self.mark)[-1]

    @property
    def dash(self) -> bool:
        """Whether a dash comes next."""
        return self.opener[:1] in _DASHES

    @property
    def opens_quotation(self) -> bool:
        """Whether a quotation mark comes before the next word."""
        return self.opener != "" and not _QUOTES.isdisjoint(self.opener)

    @property
    def first(self) -> bool:
        """Whether the token is the first of its segment, not counting dashes, bullets and quotes."""
        return not self.lead.strip(_LIST_SIGNS)

    def among(self, abbreviations: frozenset[str]) -> bool:
        """Whether the list has the token as it is, after its last hyphen or dash, or as a first word with a capital."""
        token = self.token
        if token in abbreviations or token.replace("–", "-").rpartition("-")[2] in abbreviations:
            return True
        return not self.lead and token[:1].lower() + token[1:] in abbreviations


Rule = Callable[[EndMark], Decision | None]
"""One small decision; None: no opinion."""

_DASHES = frozenset("–—‒―-")
_QUOTES = frozenset('„“”"»«‚‘›‹`')
_LIST_SIGNS = ' \t\u00a0\u202f–—-•·*„“”"»«(['
