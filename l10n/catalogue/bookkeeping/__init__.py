"""The `# l10n-…` comments of an entry, parsed into a record and written from one: the only place that knows them.

    # l10n-pivot: the English text that the draft was made from ¶
    # l10n-lost: what should have been copied and was not ¶
    # l10n-changed: 38 → 39 (put into the translation) ¶
    # l10n-diff: [-38-] {+39+} Menschen starben. ¶
    # l10n-rejected: Anna Muster 2026-01-31: "ist" is missing ¶
    # l10n-reviewed: Anna Muster 2026-01-31 h=ab12cd34
    # l10n-was: accepted s=1a2b3c4d h=ab12cd34
    # l10n-mt: argos de-en-1.0+en-ru-1.9 risk=0.42 repaired=end-mark s=1a2b3c4d h=ab12cd34
    # l10n-tm: 92% reviewed risk=0.15 repaired=tags:span s=1a2b3c4d h=ab12cd34
    # l10n-ignore: numbers, quotes (why)

`s` is the digest of a source (msgid, msgid_plural), `h` of a text; a mark has an `h` for each plural form. What ends in
a text has `¶` after it, so that a line which some program has wrapped is known to go on. Comments without it, and
marks without `s`, are of version 0.1.0. People write `l10n-ignore`, l10n the rest.

They are translator comments because every PO tool keeps those; unknown flags and `#.` lines get lost.

| module | knows |
|---|---|
| `grammar` | words and patterns of the lines; other modules of l10n take a word that they tell people from here |
| `record` | what the comments say, as values |
| `reading`, `writing` | comments to record, record to comments |
| `digests` | what marks, memories and signatures are bound to |
| `marks` | `l10n-mt`, `l10n-tm`: where a text comes from, and whether anybody has touched it since |
| `signature` | `l10n-reviewed`: who has signed exactly this text for exactly this source |
| `changes` | `l10n-changed`, `l10n-diff`, `l10n-was`: what a change of the source has done to the entry |
| `wrapping`, `renewal` | comments that some program has wrapped, and those of version 0.1.0, in today's form |
"""

from __future__ import annotations

from dataclasses import replace

from l10n.catalogue.bookkeeping.reading import read
from l10n.catalogue.bookkeeping.record import NOTHING, Record
from l10n.catalogue.bookkeeping.writing import one_line, rejection, remark, written
from l10n.model import Entry

__all__ = ["Record", "one_line", "read", "record", "rejection", "remark", "with_record", "written"]


def record(entry: Entry) -> Record:
    """What the entry's comments say."""
    return read(entry.comments) if entry.comments else NOTHING


def with_record(entry: Entry, new: Record) -> Entry:
    """The entry with these comments; as it is if they say the same."""
    return entry if new == record(entry) else replace(entry, comments=written(new))
