"""What a translator did in OmegaT -> the entries of a catalogue, and what had to be refused.

The gate decides; here is what only OmegaT does: it has no states, and old copies of its memory come back.

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

from l10n.catalogue.fingerprint import fingerprint
from l10n.documents import inline
from l10n.exchange.gate import Claim, Returned
from l10n.exchange.gate.deciding import decide
from l10n.exchange.omegat import ExportedCatalogue, ExportedEntry, wording
from l10n.exchange.omegat.history import remembered
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
    exported: ExportedCatalogue
    """What both sides agree upon now: the manifest of the next import."""
    taken: tuple[Entry, ...] = ()
    copies: tuple[Entry, ...] = ()
    """Those of `taken` that say the same as their source."""
    removed: tuple[Entry, ...] = ()
    """Whose translation is no longer in OmegaT."""
    refused: tuple[Refused, ...] = ()


def merged(entries: Sequence[Entry], catalogue: ExportedCatalogue, saved: Saved) -> Merged:
    """The entries with the texts that the project has for this catalogue."""
    indexes = {entry.key: index for index, entry in enumerate(entries) if not entry.obsolete}
    result = list(entries)
    agreed, taken, removed, refused = [], [], [], []
    for exported in catalogue.entries:
        index = indexes.get(exported.key)
        old = None if index is None else entries[index]
        translation = saved.find(catalogue.file, exported.id, exported.key[1])
        after = _step(old, exported, translation)
        agreed.append(exported)
        match after:
            case Refused():
                refused.append(after)
            case Entry() if index is not None:
                result[index] = after
                agreed[-1] = _agreed_upon(exported, after)
                if after != old:
                    taken.append(after)
            case _ if translation is None and exported.saved is not None and old is not None and _agreed(old, exported):
                removed.append(old)
    copies = tuple(entry for entry in taken if wording.plain(entry.msgstr) == wording.plain(entry.msgid))
    return Merged(
        tuple(result), replace(catalogue, entries=tuple(agreed)), tuple(taken), copies, tuple(removed), tuple(refused)
    )


def _step(entry: Entry | None, exported: ExportedEntry, translation: Translation | None) -> Entry | Refused | None:
    """The entry with the text, itself if it has it already; None if the translator has done nothing here."""
    if translation is None or (exported.saved is not None and wording.trace(translation.text) == exported.saved):
        return None
    if entry is None:
        return Refused(translation, "the entry is no longer in the catalogue", None)
    if not translation.text.strip():
        return Refused(translation, "set empty in OmegaT, which a PO file cannot say", entry)
    if not entry.fuzzy and wording.plain(translation.text) == wording.plain(entry.msgstr):
        return entry
    if _is_match(translation.text, entry):
        return Refused(translation, "still begins with OmegaT's mark of a match: finish it there", entry)
    if not wording.fits(translation.text):
        return Refused(translation, "has a control character", entry)
    if _agreed(entry, exported) and wording.trace(translation.text) in exported.older:
        return Refused(translation, "OmegaT has an older text again", entry)
    unit = decide(
        entry, Returned(exported.id, exported.hash, None, _texts(entry, translation.text), Claim.STORED), None
    )
    return Refused(translation, unit.refusal.reason, entry) if unit.refusal else unit.after


def _agreed_upon(exported: ExportedEntry, entry: Entry) -> ExportedEntry:
    """What OmegaT had before is an older text from now on."""
    now = wording.trace(entry.msgstr)
    older = exported.older if exported.saved == now else remembered(exported.older, exported.saved)
    return replace(exported, hash=fingerprint(entry), saved=now, older=older)


def _agreed(entry: Entry, exported: ExportedEntry) -> bool:
    return fingerprint(entry) == exported.hash


def _texts(entry: Entry, text: str) -> tuple[str, ...]:
    """The text as the entry has it if OmegaT would show both alike."""
    same = wording.plain(text) == wording.plain(entry.msgstr)
    return (entry.msgstr if same else wording.restored(text, entry.msgid),)


def _is_match(text: str, entry: Entry) -> bool:
    """A match that OmegaT has inserted with its mark, and nobody has gone over."""
    mark = _PREFIX.match(text)
    if not mark or inline.words_of(entry, entry.msgid).startswith("[") or _is_link(text[mark.end(1) + 1 :], entry):
        return False
    known = not _PREFIXES.isdisjoint(mark[1].split()[:1])
    return known or wording.plain(text[mark.end() :]) == wording.plain(entry.msgstr)


def _is_link(rest: str, entry: Entry) -> bool:
    """What stands behind brackets makes a link of them."""
    return rest.startswith(("(", "[")) and inline.markup_of(entry) is not None
