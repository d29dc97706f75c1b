"""`make bench-repair`: what becomes of provoked failures, kind by kind.

    python -m tests.benchmarks.repair

A decoder fails in one way in every sample; the failures are those of tests/drafting/provoked. Prints a Markdown table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from tests.benchmarks.tables import show
from tests.drafting.provoked.failures import FAILURES
from tests.drafting.provoked.trial import table


def main() -> None:
    """Try all kinds."""
    counts = {name: table(name) for name in FAILURES}
    total = sum((Counter(row) for row in counts.values()), Counter[str]())
    rows = [_row(name, row) for name, row in counts.items()] + [_row("all", total)]
    show("Provoked failures", "kind|tried|repaired|shown|neither", rows)


def _row(name: str, counts: Mapping[str, int]) -> tuple[str, ...]:
    neither = counts["tried"] - counts["repaired"] - counts["shown"]
    shares = (f"{counts[key] / counts['tried']:.0%}" for key in ("repaired", "shown"))
    return name, str(counts["tried"]), *shares, f"{neither / counts['tried']:.0%}"


if __name__ == "__main__":
    main()
