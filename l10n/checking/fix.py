"""`l10n check --fix`: the repairs that need no judgement, in drafts; in people's texts if asked, as fuzzy then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.mark import with_text
from l10n.catalogue.revision import revised
from l10n.catalogue.search import home
from l10n.catalogue.signature import unsigned
from l10n.checking.examination import Raw, Text, customs, examine_text, texts
from l10n.checking.file import view
from l10n.checking.ignores import ignored
from l10n.checking.settings import Settings
from l10n.checks import Catalogue, Check, mended
from l10n.files import alone
from l10n.linguistics.pair import Conventions
from l10n.model import Entry, Severity, State

_ROUNDS = 3
"""A repair may uncover another one."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What became of one file."""

    path: Path
    drafts: int
    """Entries repaired that are still drafts."""
    human: int
    """Entries repaired that are people's, now fuzzy."""


def fix(path: Path, settings: Settings, human: bool = False) -> Fixed:
    """Repair the file; L10nError if it cannot be read, WriteError if it cannot be written."""
    with alone(home(path.absolute())):
        file = po.read(path)
        catalogue = view(path, file, settings)
        checks = {name: check for name, check in settings.checks(catalogue.language).items() if check.safe}
        new = _fixed(catalogue, checks, human)
        entries = tuple(new.get(id(entry), entry) for entry in file.entries)
        if new:
            po.write(path, revised(file, entries, file))
    states = dict(zip(map(id, catalogue.entries), catalogue.states, strict=True))
    drafts = sum(states[key] is State.DRAFT for key in new)
    return Fixed(path, drafts, len(new) - drafts)


def _fixed(catalogue: Catalogue, checks: Mapping[str, Check], human: bool) -> dict[int, Entry]:
    """The repaired entries by the identity of the old ones."""
    states = dict(zip(map(id, catalogue.entries), catalogue.states, strict=True))
    custom = customs(catalogue, human_only=True)
    found: dict[int, Entry] = {}
    for text in texts(catalogue):
        entry = text.entry
        if not human and states[id(entry)] is not State.DRAFT:
            continue
        new = _mended(text, catalogue, checks, custom)
        if new != text.target:
            found[id(entry)] = _with(found.get(id(entry), entry), text.form, new)
    return {key: entry if states[key] is State.DRAFT else _fuzzy(entry) for key, entry in found.items()}


def _mended(text: Text, catalogue: Catalogue, checks: Mapping[str, Check], custom: Conventions) -> str:
    """Mend as long as that leaves less to mend."""
    silent = ignored(text.entry)
    hits = _hits(text, catalogue, checks, custom, silent)
    for _ in range(_ROUNDS):
        edits = sorted(edit for raw in hits for edit in raw.hit.edits)
        new = replace(text, target=mended(text.target, edits))
        left = _hits(new, catalogue, checks, custom, silent)
        if not edits or len(left) >= len(hits):
            break
        text, hits = new, left
    return text.target


def _hits(
    text: Text, catalogue: Catalogue, checks: Mapping[str, Check], custom: Conventions, silent: frozenset[str]
) -> list[Raw]:
    """Without notes, which are matters of custom."""
    raws = examine_text(text, catalogue, checks.values(), None, custom)
    return [raw for raw in raws if raw.severity is not Severity.INFO and raw.check not in silent]


def _with(entry: Entry, form: int | None, new: str) -> Entry:
    if form is None:
        return with_text(entry, new)
    forms = tuple(new if number == form else text for number, text in enumerate(entry.msgstr_plural))
    return with_text(entry, *forms)


def _fuzzy(entry: Entry) -> Entry:
    """Somebody has to look at it again; a signature would not count any longer."""
    return unsigned(entry if entry.fuzzy else replace(entry, flags=("fuzzy", *entry.flags)))
