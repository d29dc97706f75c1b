"""Entries -> a Java properties file, in ASCII: OmegaT 3 reads these files as ASCII, OmegaT 6 as UTF-8.

Source: java.util.Properties; OmegaT's ResourceBundleFilter, which also reads escapes in comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from l10n.catalogue.bookkeeping import record
from l10n.catalogue.states import state
from l10n.exchange.omegat import wording
from l10n.model import READ, Entry, State

_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_OUR_CONTEXT = re.compile(r"after:[0-9a-f]{8}")
_NEIGHBOURS = ("previous: ", "next: ")
"""The translator sees them above and below."""
_HIDING = "NOI18N"
"""OmegaT leaves out entries with this word in a comment."""


def text(entries: Iterable[tuple[str, Entry]]) -> str:
    """The file; an entry a key, with what its translator should know as comments above."""
    return "\n".join(
        "".join(f"# {_comment(line)}\n" for line in _notes(entry)) + f"{key}={_value(wording.source(entry.msgid))}\n"
        for key, entry in entries
    )


def _notes(entry: Entry) -> Iterator[str]:
    yield from (line for line in entry.extracted if not line.startswith(_NEIGHBOURS))
    if entry.references:
        yield " ".join(entry.references)
    if entry.msgctxt and not _OUR_CONTEXT.match(entry.msgctxt):
        yield f"context: {entry.msgctxt}"
    bookkeeping = record(entry)
    yield from bookkeeping.notes
    for what, lines in {
        "rejected": bookkeeping.rejections,
        "lost": bookkeeping.lost,
        "changed": bookkeeping.changed,
        "difference": bookkeeping.diffs,
    }.items():
        yield from (f"{what}: {line}" for line in lines)
    now = state(entry)
    if now not in READ | {State.UNTRANSLATED}:
        yield f"state: {now.value}"
    yield from (f"old source: {old}" for keyword, old in entry.previous if keyword == "msgid")


def _value(value: str) -> str:
    return "".join(_ESCAPES.get(character) or _ascii(character) for character in value)


def _comment(line: str) -> str:
    """Without escapes that are none of ours, and without the word that keeps an entry from the translator."""
    plain = "".join(_ascii(character) for character in " ".join(line.split()))
    return plain.replace(_HIDING, "NOI18\\u004E")


def _ascii(character: str) -> str:
    """The character as it is if it is printable ASCII, else its UTF-16 code units."""
    if " " <= character <= "~" and character != "\\":
        return character
    units = character.encode("utf-16-be", "replace")
    return "".join(f"\\u{units[start : start + 2].hex().upper()}" for start in range(0, len(units), 2))
