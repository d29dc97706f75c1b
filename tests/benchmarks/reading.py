"""Findings to be read by people: a seeded sample as a table, and the share of false ones in what they have marked.

    python -m tests.benchmarks.reading FILE.tsv

The sample is written by `tests.benchmarks.checking --sample`. Put an x into the first column of each finding that is
false, with any program that keeps tabs; then this adds up check by check.
"""

from __future__ import annotations

import csv
import random
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.false_alarms import Finding, percent
from tests.benchmarks.tables import show

COLUMNS = ("false", "set", "check", "severity", "language", "path", "line", "message", "source", "target")


def write(path: Path, name: str, findings: Sequence[Finding], number: int, seed: int) -> None:
    """Add so many errors and warnings of each language to the file, the same ones for the same seed."""
    new = not path.exists()
    with path.open("a", encoding="utf-8", newline="") as out:
        table = csv.writer(out, "excel-tab", lineterminator="\n")
        if new:
            table.writerow(COLUMNS)
        grave = [finding for finding in findings if finding["severity"] != "info"]
        for language in sorted({finding["language"] for finding in grave}):
            own = [finding for finding in grave if finding["language"] == language]
            for finding in random.Random(seed).sample(own, min(number, len(own))):
                table.writerow(["", name, *(_cell(finding[column]) for column in COLUMNS[2:])])


def total(path: Path) -> None:
    """Print how many findings of each check were read, and how many are false."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, dialect="excel-tab"))
    read = Counter((row["check"], row["severity"]) for row in rows)
    false = Counter((row["check"], row["severity"]) for row in rows if row["false"].strip())
    shown = [[*kind, str(count), str(false[kind]), percent(false[kind], count)] for kind, count in read.most_common()]
    for severity in ("error", "warning"):
        counts = [sum(count for kind, count in some.items() if kind[1] == severity) for some in (read, false)]
        shown.append(["all", severity, *map(str, counts), percent(counts[1], counts[0])])
    show("False among the findings that were read", "check|severity|read|false|%", shown)


def _cell(value: object) -> str:
    """On one line, so that a finding is a line of the file."""
    return str(value).replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tests.benchmarks.reading FILE.tsv")
    total(Path(sys.argv[1]))
