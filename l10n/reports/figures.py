"""How many findings, in numbers and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from l10n.model.findings import Finding, Report, Severity

NOT_CALIBRATED = "not calibrated"
"""Said of risks between languages for which nobody has measured what they are worth."""

Tally = Mapping[Severity, int]


def tally(findings: Iterable[Finding]) -> Tally:
    """How many of each severity, the gravest first."""
    counts = Counter(finding.severity for finding in findings)
    return {severity: counts[severity] for severity in Severity}


def tallies(findings: Iterable[Finding], key: Callable[[Finding], str], keys: Iterable[str]) -> dict[str, Tally]:
    """The same by check or language: in alphabetical order, with those of `keys` that have none."""
    groups: dict[str, list[Finding]] = {name: [] for name in keys}
    for finding in findings:
        groups.setdefault(key(finding), []).append(finding)
    return {name: tally(groups[name]) for name in sorted(groups)}


def amount(number: int, noun: str) -> str:
    """A number with its noun: `1 error`, `0 errors`, `2 entries`."""
    many = noun.removesuffix("y") + "ies" if noun.endswith("y") else noun + "s"
    return f"{number} {noun if number == 1 else many}"


def in_words(counts: Tally) -> str:
    """As `3 errors, 10 warnings, 1 info`, without those there are none of; `no findings`."""
    return ", ".join(amount(counts[severity], severity) for severity in Severity if counts[severity]) or "no findings"


def entries(report: Report) -> int:
    """How many entries all catalogues have together."""
    return sum(catalogue.counts.segments for catalogue in report.catalogues)


def known(report: Report) -> int:
    """How many findings are left out because they are not new."""
    return sum(catalogue.known for catalogue in report.catalogues)


def counted(report: Report) -> str:
    """What was checked, as `4 catalogues, 284 entries`, or `1 document, 71 segments`."""
    nouns = ("document", "segment") if report.of_sources else ("catalogue", "entry")
    return f"{amount(len(report.catalogues), nouns[0])}, {amount(entries(report), nouns[1])}"


def unread(report: Report) -> str:
    """How many files could not be read: `1 file could not be read`; empty if all could."""
    number = len(report.unreadable)
    return f"{amount(number, 'file')} could not be read" if number else ""


def outcome(report: Report) -> str:
    """As `1 file could not be read, 3 errors`; `no findings` only if everything could be read."""
    findings = in_words(tally(report.findings)) if report.findings or not report.unreadable else ""
    return ", ".join(filter(None, (unread(report), findings)))


def summary(report: Report) -> str:
    """What was checked and found: `4 catalogues, 284 entries: 3 errors, 10 warnings`."""
    return f"{counted(report)}: {outcome(report)}"


def left_out(report: Report) -> str:
    """As `2 known findings left out (--base)`; empty if there are none."""
    number = known(report)
    return f"{amount(number, 'known finding')} left out (--base)" if number else ""
