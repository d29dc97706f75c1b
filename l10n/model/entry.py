"""What stands in a catalogue. Field names as in the PO format. Values only, no files."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

Key = tuple[str | None, str]
"""What identifies an entry in its catalogue: msgctxt (None is another than an empty one) and msgid."""


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
    def key(self) -> Key:
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
