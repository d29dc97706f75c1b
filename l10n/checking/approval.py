"""What speaks against a signature: the source has changed since, or `l10n check` calls the text an error.

Judged is the catalogue as it would be with the signatures, by the same settings as `l10n check FILE`; the comparison of
languages is left out, as it needs other files.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from l10n import glossary as glossaries
from l10n.catalogue.doubts import OUTDATED, UNCHECKED, Doubt, Doubts, Judge, refusal, settled
from l10n.catalogue.review import Action, Review, Reviewer, review
from l10n.catalogue.states import StateOf, state
from l10n.checking.file import raw_findings, view
from l10n.checking.settings import Settings
from l10n.errors import L10nError
from l10n.model import STALE, Catalogue, Key
from l10n.model.findings import Severity

_CHANGED = "outdated: its source has changed since"


class Examiner:
    """Judges signatures by the settings; `outdated` and `force` are what the reviewer has said beforehand."""

    def __init__(
        self, settings: Settings, outdated: bool = False, force: bool = False, state_of: StateOf = state
    ) -> None:
        self._settings = settings
        self._outdated, self._force = outdated, force
        self._state_of = state_of
        self.recognised: dict[Path, str] = {}
        """Source languages that nothing but the msgids of a catalogue tells."""

    @property
    def memory(self) -> Path | None:
        """The translation memory of the settings."""
        return self._settings.memory

    def verify(self, path: Path, catalogue: Catalogue) -> None:
        """L10nError if the checks cannot be run on this catalogue at all, and have to be."""
        if not self._force:
            seen = view(path, catalogue, self._settings)
            if seen.source_recognised:
                self.recognised[path] = seen.source_language

    def doubts(self, path: Path, old: Catalogue, new: Catalogue, signed: Collection[int]) -> dict[int, Doubts]:
        """What speaks against each of these signatures; nothing of those that are sound. A `Judge` for one path."""
        errors = {} if self._force or not signed else self._errors(path, new, signed)
        against = {index: (*self._stale(old, index), *errors.get(new.entries[index].key, ())) for index in signed}
        return {index: doubts for index, doubts in against.items() if doubts}

    def _stale(self, old: Catalogue, index: int) -> Doubts:
        if self._outdated or state(old.entries[index]) not in STALE:
            return ()
        return (Doubt(OUTDATED, _CHANGED),)

    def _errors(self, path: Path, new: Catalogue, signed: Collection[int]) -> dict[Key, Doubts]:
        keys = {new.entries[index].key for index in signed}
        try:
            seen = view(path, new, self._settings, state_of=self._state_of)
        except L10nError as error:
            return dict.fromkeys(keys, (Doubt(UNCHECKED, f"cannot be checked: {error.message}"),))
        errors: dict[Key, dict[Doubt, None]] = {}  # each once, in the order of the checks
        for raw in raw_findings(new, seen, self._settings, self._glossary, keys):
            if raw.severity is Severity.ERROR and raw.entry is not None and raw.key in keys:
                doubt = Doubt(raw.check, f"error {raw.check}: {raw.hit.message}")
                errors.setdefault(raw.key, {})[doubt] = None
        return {key: tuple(doubts) for key, doubts in errors.items()}

    @cached_property
    def _glossary(self) -> glossaries.Glossary | None:
        settings = self._settings
        return glossaries.read(settings.glossary, settings.project_languages) if settings.glossary else None


def approve(old: Catalogue, indices: Collection[int], by: Reviewer, judge: Judge) -> Review:
    """Sign the entries with these indices that nothing speaks against, and refuse the others."""

    def signed(doubted: Mapping[int, Doubts]) -> Review:
        done = review(old, [index for index in indices if index not in doubted], Action.APPROVE, by)
        refused = [*done.refused, *((old.entries[index], refusal(doubts)) for index, doubts in doubted.items())]
        return replace(done, refused=tuple(sorted(refused, key=lambda pair: pair[0].line)))

    def objections(done: Review) -> Mapping[int, Doubts]:
        changed = [index for index in indices if done.catalogue.entries[index] != old.entries[index]]
        return judge(old, done.catalogue, changed)

    return settled(signed, objections)
