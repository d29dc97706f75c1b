"""The one gate through which everything comes back: unit by unit, and only what nobody has overtaken meanwhile.

| what came back, against what was exported | the entry |
|---|---|
| nothing done | stays, byte for byte, whatever it is by now |
| a text, called translated | translated |
| a text, called a draft | an edited draft |
| the text that the catalogue has by now | stays |
| a text, and the machine has made or renewed a draft meanwhile | the text: nobody's work is lost |
| a text, and somebody has changed the entry meanwhile | refused |
| a higher state, the text as it was | taken with a reviewer's name; without one it waits for it |
| called reviewed, with a reviewer's name | signed, unless the checks find an error |
| called reviewed twice, with the name of another than the first reviewer's | signed beside the first one |
| a lower state, the text as it was | stays, and is named |
| a text for an entry that is gone, or whose source is another one | refused |
| two texts for one unit; an emptied text; fewer plural forms; control characters | refused |
| the source, as its translation | translated, and named: unsigned, `l10n normalize` takes it for a copy |
| a note | a comment of the entry |

What was exported is known by its `catalogue.fingerprint` alone, which travels along. Letting the same things in once
more changes nothing.

| module | knows |
|---|---|
| `deciding` | what becomes of one entry |
| `texts` | which texts an entry can have |
| `notes` | notes as comments |
| `admission` | all units of a catalogue, signatures judged |
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from l10n.catalogue.review import Refusal
from l10n.model import Catalogue, Entry, State


class Claim(IntEnum):
    """What a program says of the state of a text, from nothing to done."""

    UNTRANSLATED = 0
    DRAFT = 1
    """Somebody still has to accept it."""
    STORED = 2
    """The program has it as the translation, and cannot say whether anybody has read it."""
    TRANSLATED = 3
    REVIEWED = 4
    SECOND = 5
    """Signed by two people, or by the second of them."""


_CLAIMS = {
    State.UNTRANSLATED: Claim.UNTRANSLATED,
    State.TRANSLATED: Claim.TRANSLATED,
    State.REVIEWED: Claim.REVIEWED,
    State.SECOND: Claim.SECOND,
}


def claim_of(state: State) -> Claim:
    """As what an entry in this state is exported: what nobody has read is a draft, fuzzy or not."""
    return _CLAIMS.get(state, Claim.DRAFT)


@dataclass(frozen=True, slots=True)
class Returned:
    """One unit that came back."""

    unit: str
    """`catalogue.review.key` of its entry; what follows the eight digits tells units of one key apart."""
    exported: str
    """`catalogue.fingerprint` of the entry as it was exported; empty if the program has dropped it."""
    source: str | None
    """The msgid as the file has it; None if it has none."""
    texts: tuple[str, ...]
    """The text, or all plural forms."""
    claim: Claim
    comment: str = ""
    """What somebody has to say about it; several lines are several comments."""
    where: str = ""
    """`a.xlf:12`, `a.xlsx:B12`."""


@dataclass(frozen=True, slots=True)
class AdmittedUnit:
    """What became of a unit."""

    returned: Returned
    before: Entry | None = None
    after: Entry | None = None
    """The entry before and now; None if there is none."""
    refusal: Refusal | None = None
    """Why the text, or only its state, was refused."""
    merged: bool = False
    """Its text took the place of a draft that is newer than the export."""
    waits: bool = False
    """Its state is raised, which takes a reviewer's name."""
    lowered: bool = False
    """Its state is lower than that of the entry, which stays as it is."""

    @property
    def taken(self) -> bool:
        """The entry is another one now."""
        return self.before != self.after

    @property
    def copied(self) -> bool:
        """It has come to say the same as its source."""
        return self.taken and self.after is not None and self.after.msgstr == self.after.msgid


@dataclass(frozen=True, slots=True)
class Admission:
    """A catalogue with what came back."""

    catalogue: Catalogue
    units: tuple[AdmittedUnit, ...]
    """In the order in which they came."""

    @property
    def taken(self) -> tuple[AdmittedUnit, ...]:
        """Those that have changed their entry."""
        return tuple(unit for unit in self.units if unit.taken)

    @property
    def refused(self) -> tuple[AdmittedUnit, ...]:
        """Those that were refused, if only their state."""
        return tuple(unit for unit in self.units if unit.refusal)


@dataclass(frozen=True, slots=True)
class IncomingCatalogue:
    """What came back for one catalogue."""

    name: str
    """As `catalogue.targets` names it."""
    document: str
    """The name of its document, by which it is found where folders have moved; empty if unknown."""
    language: str
    """Code of the target language; empty if unknown."""
    units: tuple[Returned, ...]


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """What came back in one file."""

    catalogues: tuple[IncomingCatalogue, ...]
    refused: tuple[AdmittedUnit, ...] = ()
    """What cannot go to the gate, with the reasons: units that were torn apart, rows without a name."""
