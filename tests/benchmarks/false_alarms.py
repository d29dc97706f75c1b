"""How much of good translations `l10n check` marks: the share of entries, findings per 100 of them, by which check."""

from __future__ import annotations

import contextlib
import json
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.processes import measured
from tests.benchmarks.sets import TextSet
from tests.benchmarks.tables import show

OF_FILES = ("duplicates", "header", "outdated-unread", "plural-forms", "syntax", "unread", "untranslated")
"""Checks that say nothing of a translation."""

Finding = Mapping[str, Any]
"""As in the JSON report."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the command says of the catalogues of one folder."""

    findings: tuple[Finding, ...]
    entries: Mapping[str, int]
    """Of each language."""
    seconds: float
    """On one core."""


def command(build: Path, paths: Iterable[Path], jobs: int, *options: str) -> list[str]:
    """The command that checks these catalogues and writes report.json."""
    report = str(build / "report.json")
    common = ["--fail-on", "never", "--jobs", str(jobs), "--format", "json", "--output", report, *options]
    return [sys.executable, "-m", "l10n", "check", *map(str, paths), *common]


def checked(build: Path, folder: Path, *options: str) -> Checked:
    """Run the real command on a folder, without settings and glossary."""
    with contextlib.chdir(build):
        seconds, _ = measured(command(build, [folder], 1, "--ignore", ",".join(OF_FILES), *options))
    report = json.loads((build / "report.json").read_text("utf-8"))
    entries = Counter[str]()
    for catalogue in report["catalogues"]:
        entries[catalogue["language"]] += catalogue["entries"]
    return Checked(tuple(report["findings"]), entries, seconds)


def tell(one: TextSet, result: Checked) -> None:
    """Print what is marked in each language, and by which checks."""
    use = f" ({one.use})" if one.use else ""
    languages = sorted(result.entries)
    figures = [_figures(language, result) for language in languages]
    columns = "language|entries|with an error or a warning, %|findings per 100 entries|of these errors|with a note, %"
    show(f"{one.name}{use}: entries that are marked", columns, figures)
    show(f"{one.name}{use}: findings by check", "check|severity|" + "|".join(languages), by_check(result, languages))


def by_check(result: Checked, languages: Sequence[str]) -> list[list[str]]:
    """A row a check and severity, notes last."""
    counts = Counter((each["check"], each["severity"], each["language"]) for each in result.findings)
    kinds = {(severity, check) for check, severity, _ in counts}  # error, info, warning
    ordered = sorted(kinds, key=lambda kind: (kind[0] == "info", kind))
    return [
        [check, severity, *(str(counts[check, severity, lang]) for lang in languages)] for severity, check in ordered
    ]


def marked(findings: Iterable[Finding]) -> int:
    """Entries with an error or a warning; the header is none."""
    return len({_key(each) for each in findings if each["severity"] != "info" and each["msgid"]})


def _key(finding: Finding) -> tuple[str, str | None, str]:
    return finding["path"], finding["context"], finding["msgid"]


def _figures(language: str, result: Checked) -> list[str]:
    own = [each for each in result.findings if each["language"] == language and each["msgid"]]
    grave = [each for each in own if each["severity"] != "info"]
    noted = {_key(each) for each in own if each["severity"] == "info"}
    size = result.entries[language]
    errors = sum(each["severity"] == "error" for each in grave)
    shares = [percent(part, size) for part in (marked(own), len(grave), errors, len(noted))]
    return [language, f"{size:,}", *shares]


def percent(part: int, whole: int) -> str:
    """With two digits; 0 of nothing."""
    return f"{100 * part / max(whole, 1):.2f}"


def cleared(folder: Path) -> Path:
    """The folder, empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
