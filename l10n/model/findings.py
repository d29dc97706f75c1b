"""The nouns of `l10n check`: what is wrong with a catalogue, and the report of a run. Values only, no files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from l10n.model import Counts, Key, Span
from l10n.model.kinds import TextKind


class Severity(StrEnum):
    """How sure a finding is; in this order, the gravest first."""

    ERROR = "error"
    """Almost surely wrong."""
    WARNING = "warning"
    """Look."""
    INFO = "info"
    """Good to know; never stops a job."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A check as people are told of it."""

    name: str
    severity: Severity
    """The gravest that it reports unless it says otherwise."""
    title: str
    help: str
    """Markdown: what is wrong, why, and what to do."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong or missing, at one place of one catalogue."""

    check: str
    severity: Severity
    message: str
    path: Path
    line: int
    """The line of the PO file, from 1: where the text with the fault stands."""
    column: int
    """Characters, from 1; 1 if the place is not within a text."""
    language: str
    """The language of the catalogue; empty if nobody knows."""
    key: Key = (None, "")
    """The entry's; (None, "") for the header and the catalogue as a whole."""
    source: str = ""
    target: str = ""
    span: Span = (0, 0)
    """Characters of `target` that are wrong, first and after the last; empty if something is missing."""
    source_span: Span = (0, 0)
    """Characters of `source` that it is about."""
    fix: str | None = None
    """The whole translation, mended; None if only a human can tell."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One catalogue that was checked."""

    path: Path
    document: str
    language: str
    counts: Counts
    findings: tuple[Finding, ...]
    """What is wrong, in the order of the file."""
    known: int = 0
    """Findings that were there at the git revision of `--base` and are left out."""
    recognised: str = ""
    """Language of the msgids, if nothing but they tell it, and it is another than one would expect."""
    kind: TextKind = TextKind.PROSE


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A catalogue or source text that could not be checked: nothing is known of its texts."""

    path: Path
    line: int
    """The line of the file, from 1; 1 if the file as a whole is meant."""
    message: str
    """Why, without the place."""
    hint: str
    """What to do next; may be empty."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The message, and the hint below it."""
        return (self.message, f"hint: {self.hint}") if self.hint else (self.message,)


UNREADABLE = Rule(
    "unreadable",
    Severity.ERROR,
    "The file could not be read",
    "Nothing in it was checked. It may not be opened, or has bytes of another charset; a catalogue is no PO file, has "
    "a merge conflict or names no language; a source text is in no format that is read, or damaged. The message says "
    "what to do; then check again.",
)
"""What reports call it where everything needs a rule; no check, so that nothing can ignore it."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a run of `l10n check` found."""

    catalogues: tuple[Checked, ...]
    rules: Mapping[str, Rule]
    """The rules of the findings and of all checks that were run, by name."""
    unreadable: tuple[Unreadable, ...] = ()
    """The files that are missing among the catalogues."""
    left_out: tuple[Path, ...] = ()
    """Files of the folders that are in the language of their msgids."""
    of_sources: bool = False
    """What was checked are source texts, and no catalogues."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All, by catalogue."""
        return tuple(finding for catalogue in self.catalogues for finding in catalogue.findings)
