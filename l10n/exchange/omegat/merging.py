"""What a translator did in OmegaT -> the entries of a catalogue, and what had to be refused.

| in OmegaT, since it was last exported or imported | the entry |
|---|---|
| nothing | stays, byte for byte |
| a text of the translator's | translated |
| the draft, letter by letter | accepted unread |
| the text that the catalogue has by now | stays |
| the source, as registered | translated, and named: unsigned, `l10n normalize` takes it for a copy |
| a text, and somebody has changed the entry meanwhile | refused |
| a text, and the entry is gone or obsolete | refused |
| a text that the project has had before the last export or import, another one since | refused: the file may be old |
| the empty translation | refused: a PO file cannot say that nothing is the translation |
| a match that still begins with `[fuzzy]` | refused: it is not finished |
| the translation removed | stays, and is named |
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from l10n.catalogue.bookkeeping.changes import tidied
from l10n.catalogue.fingerprint import fingerprint
from l10n.exchange.omegat import Item, Sheet, wording
from l10n.exchange.omegat.past import remembered
from l10n.exchange.omegat.saved import Saved, Translation
from l10n.model import Entry

_PREFIX = re.compile(r"\[([^\]]{2,25})\] ?")
_PREFIXES = frozenset(
    """
    fuzzy bras bizonytalan bulanık correspondance dopasowanie imperfeito lausoa luddig mehko parcial partial přibližně
    približné samar tilnærmet trubullt недакладнае нечеткое нечіткий 参考 模糊 유사
    """.split()  # noqa: SIM905  # a list would take a line for each
)
"""First words of what OmegaT, in the language of its menus, puts before a match that it inserts by itself."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A text that is not in the catalogue."""

    translation: Translation
    reason: str
    entry: Entry | None
    """As the catalogue has it; None if it has none."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A catalogue's entries with what came back, and what is to be told about it."""

    entries: tuple[Entry, ...]
    sheet: Sheet
    """What both sides agree upon now: the manifest of the next import."""
    taken: tuple[Entry, ...] = ()
    copies: tuple[Entry, ...] = ()
    """Those of `taken` that say the same as their source."""
    removed: tuple[Entry, ...] = ()
    """Whose translation is no longer in OmegaT."""
    refused: tuple[Refused, ...] = ()


def merged(entries: Sequence[Entry], sheet: Sheet, saved: Saved) -> Merged:
    """The entries with the texts of this sheet."""
    places = {entry.key: place for place, entry in enumerate(entries) if not entry.obsolete}
    result = list(entries)
    items, taken, removed, refused = [], [], [], []
    for item in sheet.items:
        place = places.get(item.key)
        old = None if place is None else entries[place]
        found = saved.find(sheet.file, item.id, item.key[1])
        after = _step(old, item, found)
        items.append(item)
        match after:
            case Refused():
                refused.append(after)
            case Entry() if place is not None:
                result[place] = after
                items[-1] = _agreed_upon(item, after)
                if after != old:
                    taken.append(after)
            case _ if found is None and item.saved is not None and old is not None and _agreed(old, item):
                removed.append(old)
    copies = tuple(entry for entry in taken if wording.plain(entry.msgstr) == wording.plain(entry.msgid))
    return Merged(
        tuple(result), replace(sheet, items=tuple(items)), tuple(taken), copies, tuple(removed), tuple(refused)
    )


def _step(entry: Entry | None, item: Item, found: Translation | None) -> Entry | Refused | None:
    """The entry with the text, itself if it has it already; None if the translator has done nothing here."""
    if found is None or (item.saved is not None and wording.trace(found.text) == item.saved):
        return None
    if entry is None:
        return Refused(found, "the entry is no longer in the catalogue", None)
    if not found.text.strip():
        return Refused(found, "set empty in OmegaT, which a PO file cannot say", entry)
    if not entry.fuzzy and wording.plain(found.text) == wording.plain(entry.msgstr):
        return entry
    if _is_match(found.text, entry):
        return Refused(found, "still begins with OmegaT's mark of a match: finish it there", entry)
    if not wording.fits(found.text):
        return Refused(found, "has a control character", entry)
    if not _agreed(entry, item) or entry.plural:
        return Refused(found, "the entry has changed since the export", entry)
    if wording.trace(found.text) in item.older:
        return Refused(found, "OmegaT has an older text again", entry)
    return _accepted(entry, wording.restored(found.text, entry.msgid))


def _agreed_upon(item: Item, entry: Entry) -> Item:
    """What OmegaT had before is an older text from now on."""
    now = wording.trace(entry.msgstr)
    older = item.older if item.saved == now else remembered(item.older, item.saved)
    return replace(item, hash=fingerprint(entry), saved=now, older=older)


def _agreed(entry: Entry, item: Item) -> bool:
    return fingerprint(entry) == item.hash


def _accepted(entry: Entry, text: str) -> Entry:
    """As if it had been accepted in a PO editor: no longer fuzzy; our notes on a change go if the text is another."""
    same = wording.plain(text) == wording.plain(entry.msgstr)
    return tidied(replace(entry.accepted(), msgstr=entry.msgstr if same else text))


def _is_match(text: str, entry: Entry) -> bool:
    """A match that OmegaT has inserted with its mark, and nobody has gone over."""
    mark = _PREFIX.match(text)
    if not mark or entry.msgid.startswith("["):
        return False
    known = not _PREFIXES.isdisjoint(mark[1].split()[:1])
    return known or wording.plain(text[mark.end() :]) == wording.plain(entry.msgstr)
