"""The nouns: what a document is made of, and what stands in a catalogue. Values only, no files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path


class BlockKind(StrEnum):
    """What a block of the document is, as told to the reviewer."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence of the document: what becomes one entry of the catalogue."""

    text: str
    """The msgid: no white space around it, line breaks of a hard-wrapped paragraph as spaces."""
    start: int
    """Character offset in the document's text."""
    end: int
    """Offset after its last character; `document.text[start:end]` is the segment as it stands in the file."""
    line: int
    """Line of the file, from 1."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading or a paragraph."""

    kind: BlockKind
    number: int
    """Counted from 1 among the blocks of its kind."""
    segments: tuple[Segment, ...]
    """At least one."""

    @property
    def start(self) -> int:
        """Character offset in the document's text."""
        return self.segments[0].start

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.segments[-1].end


@dataclass(frozen=True, slots=True)
class Document:
    """A source text and its segments in reading order; the text between segments is white space."""

    name: str
    """File name without suffix: the name of its catalogues (the gettext domain)."""
    reference: str
    """What `#:` lines call the file."""
    text: str
    blocks: tuple[Block, ...]
    mark: bytes = b""
    """The file's byte order mark, which tells its encoding; none for UTF-8."""

    @property
    def segments(self) -> tuple[Segment, ...]:
        """All segments in reading order."""
        return tuple(segment for block in self.blocks for segment in block.segments)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a catalogue; in our own catalogues, one segment. Field names as in the PO format."""

    msgid: str
    msgstr: str = ""
    msgctxt: str | None = None
    """Tells equal msgids apart; None for a msgid that is unique in its document."""
    flags: tuple[str, ...] = ()
    """What stands behind `#,` and `#=`: `fuzzy` and others, in the file's order."""
    comments: tuple[str, ...] = ()
    """Translator comments, the `# ` lines: people's, and our marks of drafts."""
    extracted: tuple[str, ...] = ()
    """The `#.` lines, made anew from the document on every update."""
    references: tuple[str, ...] = ()
    """The `#:` lines, as `file:line`."""
    previous: tuple[tuple[str, str], ...] = ()
    """The `#|` lines: keyword (msgctxt, msgid, msgid_plural) and old text."""
    obsolete: bool = False
    """A `#~` entry: its segment is no longer in the document."""
    msgid_plural: str | None = None
    msgstr_plural: tuple[str, ...] = ()
    equals: tuple[str, ...] = field(default=(), compare=False)
    """Those of the flags that are written behind `#=`, as GNU gettext does from 2027 on; `fuzzy` never is."""
    line: int = field(default=0, compare=False)
    """Line of the PO file where the entry begins, from 1; 0 if it was not read from a file."""

    @property
    def key(self) -> tuple[str | None, str]:
        """What identifies the entry in its catalogue."""
        return self.msgctxt, self.msgid

    @property
    def fuzzy(self) -> bool:
        """A human still has to look at it."""
        return "fuzzy" in self.flags

    def as_fuzzy(self) -> Entry:
        """The entry with the flag, before all others."""
        return self if self.fuzzy else replace(self, flags=("fuzzy", *self.flags))

    def accepted(self) -> Entry:
        """The entry without the flag."""
        return replace(self, flags=tuple(flag for flag in self.flags if flag != "fuzzy")) if self.fuzzy else self

    def with_texts(self, texts: tuple[str, ...]) -> Entry:
        """The entry with this msgstr, or with these plural forms."""
        plural = self.msgid_plural is not None
        return replace(self, msgstr="" if plural else texts[0], msgstr_plural=texts if plural else ())

    @property
    def translated(self) -> bool:
        """There is some text, fuzzy or not, if only white space: nothing may be written over it."""
        return bool(self.msgstr) or any(self.msgstr_plural)

    @property
    def texts(self) -> tuple[str, ...]:
        """The msgstr, or all plural forms."""
        return (self.msgstr,) if self.msgid_plural is None else self.msgstr_plural


def itself(entry: Entry) -> Entry | None:
    """The entry, whose msgid is the text to translate, as nearly all are."""
    return entry


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A PO or POT file: the header's fields in the file's order, then the entries, obsolete ones last.

    Lines at the top of the header that are no field have an empty name.
    """

    header: tuple[tuple[str, str], ...] = ()
    entries: tuple[Entry, ...] = ()
    comments: tuple[str, ...] = ()
    """Translator comments above the header."""
    flags: tuple[str, ...] = ()
    """Flags of the header entry: `fuzzy` in a template."""
    extracted: tuple[str, ...] = ()
    """The header's `#.` lines, which some programs write for all translators of the file."""
    references: tuple[str, ...] = ()
    """The header's `#:` lines."""
    previous: tuple[tuple[str, str], ...] = ()
    """The header's `#|` lines."""
    trailing: tuple[str, ...] = ()
    """Comment lines of any kind after the last entry, each with its mark: `# vim: tw=0`."""
    equals: tuple[str, ...] = field(default=(), compare=False)
    """Those of the header's flags that are written behind `#=`."""
    renewed: bool = field(default=False, compare=False)
    """The file has comments of ours that some program has wrapped, or an earlier version wrote: it is to be written."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One package's share in a draft: the text it wrote and how sure it was."""

    package: str
    """As `de-en-1.0`; `reviewed` for a text that people have accepted."""
    text: str
    score: float
    """Mean log-probability of a target token, natural logarithm: 0 is certain, lower is less."""
    disagreement: float | None = None
    """How different the decoder's other proposals are, 0 to 1; None if there is only one."""
    repairs: tuple[str, ...] = ()
    """What had to be done to get this text."""
    lost: tuple[str, ...] = ()
    """What should have been copied, and was not."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A translation of one segment that people have to look at, by one package, several in a row, or the memory."""

    engine: str
    legs: tuple[Leg, ...]
    risk: float | None = None
    """How likely it is that people have to change it, 0 to 1."""
    match: str = ""
    """Of a draft from the translation memory, which has one leg: `92% reviewed`."""

    @property
    def text(self) -> str:
        """What goes into msgstr."""
        return self.legs[-1].text


class State(StrEnum):
    """From nothing to done; each is read from the PO entry alone, see docs/states.md."""

    UNTRANSLATED = "untranslated"
    """No text, or one of white space alone."""
    DRAFT = "draft"
    """Fuzzy, and its text is the machine's own."""
    EDITED = "edited draft"
    """Fuzzy, and somebody has worked on it, or it came from elsewhere."""
    OUTDATED = "outdated"
    """Fuzzy, and a translation of another source: the one of `#| msgid`, or of our comments."""
    OUTDATED_UNREAD = "outdated unread"
    """Not fuzzy any more, unsigned, and still the text that was a translation of another source."""
    UNREAD = "accepted unread"
    """Not fuzzy, unsigned, and the text is still the machine's own: was it read at all?"""
    TRANSLATED = "translated"
    """Not fuzzy: a human has accepted or written it."""
    REVIEWED = "reviewed"
    """Not fuzzy, and signed for exactly this text."""


STALE = frozenset({State.OUTDATED, State.OUTDATED_UNREAD})
"""Translations of a source that has changed since."""
ACCEPTED = frozenset({State.UNREAD, State.TRANSLATED, State.REVIEWED})
"""States of entries that are not fuzzy and have a text for this very source."""
READ = ACCEPTED - {State.UNREAD}
"""Accepted by somebody who has read the text."""


class Require(StrEnum):
    """What an entry has to be, to pass the gate or to go into the finished article."""

    DRAFTED = "drafted"
    """Has some text."""
    TRANSLATED = "translated"
    """Accepted: not empty, not fuzzy."""
    REVIEWED = "reviewed"
    """Signed."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is in each state: in segments, and in words of the source text, by which people are paid."""

    states: Mapping[State, int] = field(default_factory=dict)
    """Segments."""
    words_by_state: Mapping[State, int] = field(default_factory=dict)

    def __getitem__(self, state: State) -> int:
        """How many segments are in this state."""
        return self.states.get(state, 0)

    def __add__(self, other: Counts) -> Counts:
        """Of both together."""
        return Counts(_sum(self.states, other.states), _sum(self.words_by_state, other.words_by_state))

    @property
    def in_words(self) -> Counts:
        """The same with a word where a segment was."""
        return Counts(self.words_by_state, self.words_by_state)

    @property
    def words(self) -> int:
        """All words of the document."""
        return sum(self.words_by_state.values())

    @property
    def segments(self) -> int:
        """All segments of the document."""
        return sum(self.states.values())

    @property
    def untranslated(self) -> int:
        """Without text."""
        return self[State.UNTRANSLATED]

    @property
    def drafted(self) -> int:
        """Edited or not, up to date or not: somebody still has to accept them."""
        return self[State.DRAFT] + self[State.EDITED] + sum(self[state] for state in STALE)

    @property
    def translated(self) -> int:
        """Accepted, reviewed or not."""
        return sum(self[state] for state in ACCEPTED)


def _sum(one: Mapping[State, int], other: Mapping[State, int]) -> Mapping[State, int]:
    return {state: one.get(state, 0) + other.get(state, 0) for state in State if state in one or state in other}


TENTHS = 10
"""Classes of risk: from 0 up to 0.1, …, from 0.9 to 1."""


@dataclass(frozen=True, slots=True)
class Status:
    """One catalogue in numbers."""

    document: str
    language: str
    path: Path
    counts: Counts
    risks: tuple[int, ...] = (0,) * TENTHS
    """Drafts by risk, a tenth each; those without a risk are not among them."""
    before: Counts | None = None
    """At an earlier revision, nothing if there was no such catalogue; None if nobody asked."""
