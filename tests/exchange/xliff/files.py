"""Catalogues as XLIFF files and back, and what programs do to the files in between."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.bookkeeping.signature import countersign, sign
from l10n.catalogue.review import Reviewer
from l10n.exchange.gate import Admission, Returned
from l10n.exchange.gate.admission import admit
from l10n.exchange.kinds import xliff
from l10n.exchange.xliff import XliffProfile, XliffVersion, version12, version21
from l10n.exchange.xliff.outgoing import outgoing
from l10n.model import Catalogue, Draft, Entry, Leg, State, itself

ANNA = Reviewer("Anna", "2026-01-31")
HEADER = (
    ("Language", "ru"),
    ("Plural-Forms", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2);"),
)
LEGS = Leg("de-en-1.0", "house", -0.1), Leg("en-ru-1.0", "дом", -0.2)
DRAFT = drafted(Entry("Haus"), Draft("argos", LEGS, risk=0.42))
BY_STATE = {
    State.UNTRANSLATED: Entry("Haus"),
    State.DRAFT: DRAFT,
    State.UNREAD: DRAFT.accepted(),
    State.EDITED: Entry("Haus", "домик", flags=("fuzzy",)),
    State.OUTDATED: Entry("Haus", "домик", flags=("fuzzy",), previous=(("msgid", "Hütte"),)),
    State.OUTDATED_UNREAD: replace(drafted(Entry("Hof"), Draft("argos", LEGS)), msgid="Haus").accepted(),
    State.TRANSLATED: Entry("Haus", "домик"),
    State.REVIEWED: sign(Entry("Haus", "домик"), "Olga", "2026-01-01"),
    State.SECOND: countersign(sign(Entry("Haus", "домик"), "Olga", "2026-01-01"), "Boris", "2026-01-02"),
}
EVERY = [(profile, version) for profile in XliffProfile for version in XliffVersion]


def exported(
    catalogue: Catalogue,
    folder: Path,
    profile: XliffProfile = XliffProfile.GENERIC,
    version: XliffVersion = XliffVersion.V12,
) -> Path:
    """The file of one catalogue."""
    module = version12 if version is XliffVersion.V12 else version21
    files = [outgoing("locales/ru/a.po", "a", catalogue, itself, {})]
    path = folder / "a.xlf"
    path.write_bytes(module.document(files, ("de", "ru"), profile).encode())
    return path


def units(path: Path) -> tuple[Returned, ...]:
    """What comes back; nothing that is refused at once."""
    incoming = xliff.read(path)
    assert not incoming.refused
    (catalogue,) = incoming.catalogues
    assert (catalogue.name, catalogue.document, catalogue.language) == ("locales/ru/a.po", "a", "ru")
    return catalogue.units


def imported(catalogue: Catalogue, path: Path, by: Reviewer | None = None) -> Admission:
    """The catalogue with the file, and the same again after a second time."""
    done = admit(catalogue, units(path), by)
    again = admit(done.catalogue, units(path), by)
    assert again.catalogue == done.catalogue
    return done


def edited(path: Path, *changes: tuple[str, str]) -> Path:
    """The file after a program: each pattern is there, and replaced everywhere."""
    text = path.read_text("utf-8")
    for pattern, new in changes:
        text, count = re.subn(pattern, new, text)
        assert count, pattern
    path.write_text(text, "utf-8", newline="")
    return path
