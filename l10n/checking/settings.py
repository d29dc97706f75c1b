"""What `l10n check` is asked to do: options of the command over `[tool.l10n.check]` of the settings.

[tool.l10n.check]
ignore = ["ellipsis"]
severity = { glossary = "error" }
require = "translated"
max-untranslated = "5%"
fail-on = "warning"
dictionaries = "dictionaries"
kind = "software"

[tool.l10n.check.az]
ignore = ["dashes"]
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from l10n.catalogue.layout import Layout, layout_of
from l10n.checking.ignores import UNUSED
from l10n.checks import Check, checks
from l10n.config import Config, path_of, quoted
from l10n.errors import L10nError
from l10n.languages import SOURCE, language
from l10n.model import Require
from l10n.model.findings import Severity
from l10n.model.kinds import TextKind
from l10n.tables import Table
from l10n.text import spelling

SPELLING = "spelling"
"""The check that runs only where it is asked for."""


class FailOn(StrEnum):
    """The least severity of a finding that makes the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Limit:
    """How many entries of a catalogue may miss the required state."""

    number: float
    percent: bool

    def allows(self, missing: int, entries: int) -> bool:
        """So many of so many are no more than the limit."""
        return missing <= (self.number * entries / 100 if self.percent else self.number)

    def __str__(self) -> str:
        return f"{self.number:g}{' %' if self.percent else ''}"


@dataclass(frozen=True, slots=True)
class CheckSelection:
    """Which checks run, and how grave their findings are."""

    select: frozenset[str] = frozenset()
    """Empty for all."""
    ignore: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=dict)


_LAYOUT = Layout(Path("locales"))


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a run of `l10n check` depends on, apart from the files."""

    selection: CheckSelection = CheckSelection()
    languages: Mapping[str, CheckSelection] = field(default_factory=dict)
    """What holds in addition for catalogues in these languages."""
    require: Require | None = None
    requires: Mapping[str, Require] = field(default_factory=dict)
    """What is required of catalogues in these languages instead."""
    limit: Limit | None = None
    fail_on: FailOn = FailOn.ERROR
    kind: TextKind | None = None
    """The kind of text of all catalogues; None where each is to be recognised."""
    base: str | None = None
    """A git revision: what was there already does not count."""
    source: str | None = None
    """Language of the msgids, where the header has no X-Source-Language."""
    default_source: str = SOURCE
    glossary: Path | None = None
    project_languages: tuple[str, ...] = ()
    """The project's, the source first."""
    memory: Path | None = None
    """The translation memory, which knows the marks of drafts that somebody has typed over."""
    layout: Layout = _LAYOUT
    """Where the project's catalogues are, and so what their documents are called."""

    dictionaries: Path | None = None
    """Folder of Hunspell's; None if nobody wants to know about spelling."""

    def required(self, lang: str) -> Require | None:
        """What every entry of a catalogue in this language has to be; None if nothing is required."""
        return self.requires.get(lang, self.require)

    def checks(self, lang: str) -> dict[str, Check]:
        """The checks that run on a catalogue in this language."""
        return {name: check for name, check in checks().items() if self.runs(name, lang)}

    def runs(self, name: str, lang: str) -> bool:
        """The check is selected, or none is, and it is not ignored; for that of spelling there is a dictionary."""
        if name == SPELLING and self.dictionary(lang) is None:
            return False
        own = self.languages.get(lang, CheckSelection())
        select = own.select or self.selection.select
        return (not select or name in select) and name not in own.ignore | self.selection.ignore

    def dictionary(self, lang: str) -> Path | None:
        """The `.aff` file for this language."""
        return spelling.dictionary(self.dictionaries, lang) if self.dictionaries else None

    def chosen(self, select: frozenset[str], ignore: frozenset[str]) -> Settings:
        """With what the command line says: what it selects runs, in every language, whatever the settings ignore."""

        def with_options(own: CheckSelection) -> CheckSelection:
            return replace(own, select=select or own.select, ignore=(own.ignore - select) | ignore)

        languages = {lang: with_options(own) for lang, own in self.languages.items()}
        folder = self.dictionaries or (spelling.SYSTEM if SPELLING in select else None)
        return replace(self, selection=with_options(self.selection), languages=languages, dictionaries=folder)

    def severity(self, name: str, severity: Severity, lang: str) -> Severity:
        """A note stays a note unless everything of the check is made one."""
        wanted = {**self.selection.severity, **self.languages.get(lang, CheckSelection()).severity}.get(name)
        return severity if wanted is None or severity is Severity.INFO else wanted


def limit(text: str, where: str = "--max-untranslated") -> Limit:
    """`12` or `5%`; L10nError for anything else."""
    match = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*(%?)\s*", text)
    if not match or (match[2] and float(match[1]) > 100) or (not match[2] and "." in match[1]):
        raise L10nError(f"{where}: {quoted(text)} is no limit", "write a number of entries, 12, or a share of them, 5%")
    return Limit(float(match[1]), bool(match[2]))


def names(given: Iterable[str], where: str) -> frozenset[str]:
    """The checks of `a,b` and `c`; L10nError for an unknown one, and for a text without any, which would mean all."""
    known = set[str]()
    for part in given:
        some = [name.strip() for name in part.split(",") if name.strip()]
        for name in some or [part]:
            _known(name, where)
        known.update(some)
    return frozenset(known)


def _known(name: str, where: str) -> None:
    """L10nError names the nearest of the checks."""
    if name not in checks() and name != UNUSED:
        near = difflib.get_close_matches(name.strip().lower(), checks(), 1)
        hint = f"did you mean '{near[0]}'?" if near else "l10n check --list"
        raise L10nError(f"{where}: unknown check {quoted(name)}", hint)


def read(table: Mapping[str, object], path: Path) -> Settings:
    """`[tool.l10n.check]` of this file; L10nError names file and key."""
    whole = Table(path, "check", table)
    own = Table(path, "check", {key: value for key, value in table.items() if not whole.language(key)})
    known = ("select", "ignore", "severity", "require", "max-untranslated", "fail-on", "dictionaries", "kind")
    own.only(*known, more=", and languages")
    text = own.text("max-untranslated")
    return Settings(
        selection=_selection(own),
        languages={lang: _of_language(part) for lang, part in whole.languages()},
        require=own.member("require", Require),
        requires={lang: state for lang, part in whole.languages() if (state := part.member("require", Require))},
        limit=limit(text, f"{path}: 'check.max-untranslated'") if text is not None else None,
        fail_on=own.member("fail-on", FailOn) or FailOn.ERROR,
        dictionaries=_dictionaries(own, path),
        kind=own.member("kind", TextKind),
    )


def _dictionaries(table: Table, path: Path) -> Path | None:
    """The folder that is named; without one that of the system, if the check is selected."""
    if folder := table.text("dictionaries"):
        return path_of(path, f"{table.section}.dictionaries", folder)
    return spelling.SYSTEM if SPELLING in _names(table, "select") else None


def _of_language(table: Table) -> CheckSelection:
    table.only("select", "ignore", "severity", "require")
    return _selection(table)


def _selection(table: Table) -> CheckSelection:
    return CheckSelection(_names(table, "select"), _names(table, "ignore"), _severities(table))


def _names(table: Table, key: str) -> frozenset[str]:
    return names(table.texts(key, "checks"), f"{table.file}: '{table.section}.{key}'")


def _severities(table: Table) -> dict[str, Severity]:
    value = table.values.get("severity", {})
    if not isinstance(value, dict):
        raise table.error("severity", "must be a table", 'write: severity = { quotes = "info" }')
    for name, severity in value.items():
        _known(name, f"{table.file}: '{table.section}.severity'")  # no list: no check is called `numbers,quotes`
        if severity not in list(Severity):
            raise table.error(f"severity.{name}", f"cannot be {quoted(severity)}", f"one of: {', '.join(Severity)}")
    return {name: Severity(severity) for name, severity in value.items()}


def of_project(stored: Config, source: str | None = None) -> Settings:
    """What the project's settings say; `source` is what --from says. L10nError names file and key."""
    return replace(
        read(stored.check, stored.file or Path("pyproject.toml")),
        source=language(source).code if source else None,
        default_source=stored.source_language,
        glossary=stored.glossary,
        project_languages=stored.languages,
        memory=stored.memory,
        layout=layout_of(stored),
    )
