"""Texts with tags: engines see none, so their words are drafted, and the tags are put where they belong.

One rung of a ladder after the other, from what is certain to what is not:

| rung | in the comment | what is done |
|---|---|---|
| `around` | | what is around the whole text, or at its edges, is taken off and put back; code is copied |
| `same_words` | `tags:same-words` | a pair goes around what both languages have: a number, a name, a term |
| `spans` | `tags:span` | what is in the pair is translated by itself, and looked for with any ending |
| `ties` | `tags:attention` | of several such parts, the one that the decoder drew from the pair's words |
| `parts` | `tags:parts` | what stands between the tags is translated part by part, if each part is long enough |
| the last | `tags:end` | what belongs nowhere stands at the end, empty: `l10n-lost` names it, and the risk is 1 |

`ladder` goes up, `placing` puts together and looks whether each tag is there, `drafts` makes a draft of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from l10n.documents.inline import InlineForm
from l10n.model import Span


class Rung(StrEnum):
    """How a tag got where it is, as the draft's comment says it; nothing is said of what was never in doubt."""

    SAME_WORDS = "tags:same-words"
    SPAN = "tags:span"
    ATTENTION = "tags:attention"
    PARTS = "tags:parts"
    END = "tags:end"


@dataclass(frozen=True, slots=True)
class InlineMark:
    """A mark or tag as the text has it, and where in it there are words to be translated by themselves."""

    text: str
    inner: tuple[Span, ...] = ()
    """Offsets in the mark: the alternative text of a picture, the title of a link."""


@dataclass(frozen=True, slots=True)
class CopiedMark:
    """What is copied as it is: code, a picture, a pair around nothing but these."""

    token: str
    """What the engine sees of it: code as code, or a stand-in."""
    mark: InlineMark
    words: str
    """What readers see of it."""


@dataclass(frozen=True, slots=True)
class TagPair:
    """A pair of marks around words."""

    opening: InlineMark
    closing: InlineMark
    span: Span
    """Offsets in the words of the text, without white space at the edges."""
    parent: int
    """Number of the pair around it; -1 if there is none."""


@dataclass(frozen=True, slots=True)
class TaggedText:
    """A text as translators see it, and what of it the engine sees."""

    text: str
    form: InlineForm
    words: str
    """What the engine sees: words, with a token for each verbatim; no white space at the edges."""
    head: tuple[InlineMark, ...] = ()
    """What stands before the words and needs no engine: white space, pictures, the begin of pairs around the whole."""
    tail: tuple[InlineMark, ...] = ()
    verbatims: tuple[CopiedMark, ...] = ()
    """In the order of the text; equal tokens stand for equal marks."""
    pairs: tuple[TagPair, ...] = ()
    """In the order of their beginnings, so outer ones before those inside."""

    @property
    def marks(self) -> tuple[InlineMark, ...]:
        """All that has to be in a translation."""
        of_pairs = (mark for pair in self.pairs for mark in (pair.opening, pair.closing))
        return (*self.head, *(verbatim.mark for verbatim in self.verbatims), *of_pairs, *self.tail)

    @property
    def spoken(self) -> Span:
        """From the first letter or digit of the words to the last."""
        length = len(self.words)
        first = next((index for index in range(length) if self.words[index].isalnum()), length)
        last = next((index for index in range(length, first, -1) if self.words[index - 1].isalnum()), first)
        return first, last

    def inside(self, pair: TagPair) -> str:
        """The words in a pair."""
        return self.words[slice(*pair.span)]
