"""`# l10n-ignore: numbers, quotes (the slogan is meant so)` in an entry silences these checks there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from l10n.catalogue.bookkeeping import read
from l10n.catalogue.bookkeeping.grammar import IGNORE
from l10n.checking.examination import RawFinding
from l10n.checks import Hit, checks
from l10n.model import Entry, Key
from l10n.model.findings import Rule, Severity

UNUSED = "unused-ignore"
RULE = Rule(
    UNUSED,
    Severity.WARNING,
    "A comment silences a check that has nothing to say",
    "The fault is mended, or the name is wrong: delete the comment, or the name from it. `l10n check --list` has the "
    "names.",
)


@dataclass(frozen=True, slots=True)
class Silenced:
    """What is left of the findings, and the ignores that were of use: entry's key and name of the check."""

    findings: list[RawFinding]
    used: frozenset[tuple[Key, str]]


def ignored(entry: Entry) -> frozenset[str]:
    """The checks that the entry's comments silence."""
    return read(entry.comments).ignored if entry.comments else frozenset()


def silence(findings: Iterable[RawFinding], header: tuple[str, ...]) -> Silenced:
    """Leave out what is ignored; `header` has the comments above the header, for its own findings."""
    kept, used = [], set()
    head = read(header).ignored
    for raw in findings:
        if raw.check in (head if raw.entry is None else ignored(raw.entry)):
            used.add((raw.key, raw.check))
        else:
            kept.append(raw)
    return Silenced(kept, frozenset(used))


def unused(entries: Iterable[Entry], used: Collection[tuple[Key, str]], ran: Collection[str]) -> Iterator[RawFinding]:
    """Ignores without effect, of checks that ran; and those that name no check, or cannot be read."""
    for entry in entries:
        if not entry.comments:
            continue
        for line in read(entry.comments).broken_ignores:
            yield _raw(entry, f"cannot be read: “{line}”; write: {IGNORE}: numbers (why)")
        for name in sorted(ignored(entry)):
            if name not in checks():
                yield _raw(entry, f"there is no check “{name}”")
            elif name in ran and (entry.key, name) not in used:
                yield without_effect(entry, name)


def without_effect(entry: Entry, name: str) -> RawFinding:
    """The finding that the entry ignores a check which has nothing to say."""
    return _raw(entry, f"“{name}” finds nothing here")


def _raw(entry: Entry, message: str) -> RawFinding:
    return RawFinding(UNUSED, RULE.severity, Hit(message), entry, None, entry.msgid, entry.msgstr)
