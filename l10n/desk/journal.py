"""What a running desk has changed, so that a reviewer can take it back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.review import key
from l10n.catalogue.revision import revised
from l10n.catalogue.search import home
from l10n.catalogue.shown import fingerprint
from l10n.desk.merging import Outcome, Result
from l10n.files import alone
from l10n.model import Entry


class Journal:
    """The changes of each entry, the latest last; gone with the process."""

    def __init__(self) -> None:
        self._changes: dict[tuple[Path, str], list[tuple[str, Entry]]] = {}

    def note(self, path: Path, result: Result) -> None:
        """Remember what the entry was before, if it was changed."""
        if result.outcome is Outcome.CHANGED and result.before and result.after:
            self._changes.setdefault((path, key(result.after)), []).append((fingerprint(result.after), result.before))

    def undo(self, path: Path, wanted: str, shown: str) -> bool:
        """Take the last change of the entry back; False unless it still is as that change left it, and was `shown`."""
        changes = self._changes.get((path, wanted), [])
        if not changes or changes[-1][0] != shown:
            return False
        done = _restore(path, wanted, *changes[-1])
        if done:
            changes.pop()
        return done


def _restore(path: Path, wanted: str, after: str, before: Entry) -> bool:
    """Give the entry its text, flags and comments of before."""
    with alone(home(path)):
        old = po.read(path)
        entries = list(old.entries)
        for place, entry in enumerate(entries):
            if key(entry) == wanted and fingerprint(entry) == after:
                entries[place] = replace(
                    entry,
                    msgstr=before.msgstr,
                    msgstr_plural=before.msgstr_plural,
                    flags=before.flags,
                    comments=before.comments,
                    previous=before.previous,
                )
                po.write(path, revised(old, tuple(entries), old))
                return True
    return False
