"""The two translator comments that say where a draft comes from, and whether anybody has touched it since.

    # l10n-mt: argos de-en-1.0+en-ru-1.9 score=-0.31 h=ab12cd34
    # l10n-pivot: the English text the draft was made from

They are translator comments because every PO tool keeps those; unknown flags and `#.` lines get lost.
"""

from __future__ import annotations

import re

from l10n.identity import digest
from l10n.model import Draft, Entry

_MARK = re.compile(r"l10n-(?:mt|tm|pivot):")
_HASH = re.compile(r"l10n-(?:mt|tm):.* h=([0-9a-f]{8})\b")


def drafted(entry: Entry, draft: Draft) -> Entry:
    """The entry with this draft in place of its text: fuzzy, marked, people's comments kept."""
    flags = ("fuzzy", *(flag for flag in entry.flags if flag != "fuzzy"))
    kept = tuple(line for line in entry.comments if not _MARK.match(line))
    return Entry(
        msgid=entry.msgid,
        msgstr=draft.text,
        msgctxt=entry.msgctxt,
        flags=flags,
        comments=kept + _comments(draft),
        extracted=entry.extracted,
        references=entry.references,
        line=entry.line,
    )


def machine_made(entry: Entry) -> bool:
    """The text is a machine's, letter by letter: nobody has edited it since it was drafted."""
    return any(digest(entry.msgstr) == match[1] for match in map(_HASH.match, entry.comments) if match)


def is_draft(entry: Entry) -> bool:
    """Machine-made and still flagged: nobody has edited or accepted it."""
    return entry.fuzzy and machine_made(entry)


def _comments(draft: Draft) -> tuple[str, ...]:
    packages = "+".join(leg.package for leg in draft.legs)
    score = round(draft.score, 2) + 0.0  # no "-0.00"
    first = f"l10n-mt: {draft.engine} {packages} score={score:.2f} h={digest(draft.text)}"
    return (first, *(f"l10n-pivot: {leg.text}" for leg in draft.legs[:-1]))
