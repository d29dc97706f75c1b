"""How benchmarks show their figures: Markdown, to be put into docs/benchmarks.md."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from itertools import chain


def show(title: str, columns: str, rows: Iterable[Sequence[str]]) -> None:
    """Each row as soon as it is known; `columns` are parted by `|`."""
    names = columns.split("|")
    sys.stdout.write(f"## {title}\n\n")
    for cells in chain((names, ["---"] * len(names)), rows):
        sys.stdout.write(f"| {' | '.join(cells)} |\n")
        sys.stdout.flush()
    sys.stdout.write("\n")
