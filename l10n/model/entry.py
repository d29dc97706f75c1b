"""What stands in a catalogue. Field names as in the PO format. Values only, no files."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(**how: Any) -> Any:
        """As `dataclasses` has it, only that it is for mypy alone to see that nobody changes a frozen one.

        Entries are made by the hundred thousand, and to make one that is frozen takes three times as long.
        """
        return dataclasses.dataclass(**{**how, "frozen": False, "unsafe_hash": True})


Key = tuple[str | None, str]
"""What identifies an entry in its catalogue: msgctxt (None is another than an empty one) and msgid."""
FUZZY = "fuzzy"
"""The flag of a text that a human still has to look at; of a header, that nobody has filled it in."""


def flagged(fuzzy: bool, others: tuple[str, ...]) -> tuple[str, ...]:
    """The flags with `fuzzy` before all others, or without it."""
    return (FUZZY, *others) if fuzzy else others


def _without_fuzzy(flags: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(flag for flag in flags if flag != FUZZY)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a catalogue; in our own catalogues, one segment. Field names as in the PO format."""

    msgid: str
    msgstr: str = ""
    msgctxt: str | None = None
    """Tells equal msgids apart; None for a msgid that is unique in its document."""
    flags: tuple[str, ...] = ()
    """What stands after `#,` and `#=`: `fuzzy` and others, in the file's order."""
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
    """Those of the flags that are written after `#=`, as GNU gettext does from 2027 on; `fuzzy` never is."""
    line: int = field(default=0, compare=False)
    """Line of the PO file where the entry begins, from 1; 0 if it was not read from a file."""

    @property
    def key(self) -> Key:
        """What identifies the entry in its catalogue."""
        return self.msgctxt, self.msgid

    @property
    def fuzzy(self) -> bool:
        """A human still has to look at it."""
        return FUZZY in self.flags

    @property
    def other_flags(self) -> tuple[str, ...]:
        """The flags but `fuzzy`: what the text has to be like, as `c-format`."""
        return _without_fuzzy(self.flags)

    def as_fuzzy(self) -> Entry:
        """The entry with the flag, before all others."""
        return self if self.fuzzy else replace(self, flags=flagged(True, self.flags))

    def accepted(self) -> Entry:
        """The entry without the flag."""
        return replace(self, flags=self.other_flags) if self.fuzzy else self

    @property
    def plural(self) -> bool:
        """The text depends on a number: there is a msgid_plural, and a msgstr for each plural form."""
        return self.msgid_plural is not None

    @property
    def previous_msgid(self) -> str | None:
        """The `#| msgid`: what the text is a translation of, as some program says; None if none does."""
        return dict(self.previous).get("msgid")

    def with_texts(self, texts: tuple[str, ...]) -> Entry:
        """The entry with this msgstr, or with these plural forms."""
        return replace(self, msgstr="" if self.plural else texts[0], msgstr_plural=texts if self.plural else ())

    @property
    def translated(self) -> bool:
        """There is some text, fuzzy or not, if only white space: nothing may be written over it."""
        return bool(self.msgstr) or any(self.msgstr_plural)

    @property
    def texts(self) -> tuple[str, ...]:
        """The msgstr, or all plural forms."""
        return self.msgstr_plural if self.plural else (self.msgstr,)

    @property
    def complete(self) -> bool:
        """Neither the text nor any plural form is empty, or white space alone."""
        return all(map(str.strip, self.texts))


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
    """Those of the header's flags that are written after `#=`."""
    renewed: bool = field(default=False, compare=False)
    """The file has comments of ours that some program has wrapped, or an earlier version wrote: it is to be written."""

    @property
    def active(self) -> tuple[Entry, ...]:
        """The entries that are not obsolete, in the file's order."""
        return tuple(entry for entry in self.entries if not entry.obsolete)

    @property
    def obsolete(self) -> tuple[Entry, ...]:
        """The `#~` entries, in the file's order."""
        return tuple(entry for entry in self.entries if entry.obsolete)

    def by_key(self) -> dict[Key, Entry]:
        """The entries that are not obsolete, in the file's order: no two have the same key."""
        return {entry.key: entry for entry in self.active}

    def field(self, name: str) -> str:
        """The header's field of this name, the last of several; empty if there is none."""
        return dict(self.header).get(name, "")

    @property
    def other_flags(self) -> tuple[str, ...]:
        """The header's flags but `fuzzy`."""
        return _without_fuzzy(self.flags)

    def as_fuzzy(self) -> Catalogue:
        """The catalogue with a fuzzy header, as templates have it."""
        return replace(self, flags=flagged(True, self.other_flags))


def sampled(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Entries from all over a catalogue, at most two thousand, which tell what kind of texts it has."""
    return entries[:: len(entries) // _SAMPLE + 1]


_SAMPLE = 2_000
