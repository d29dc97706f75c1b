"""How fast `l10n check` is, and what it takes of memory: large catalogues, and odd texts."""

from __future__ import annotations

import contextlib
import os
import statistics
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import ParamSpec, TypeVar

from l10n.checks import Check, checks
from l10n.pairs.pair import Pair
from tests.benchmarks import translations
from tests.benchmarks.false_alarms import command
from tests.benchmarks.processes import measured
from tests.benchmarks.translations import TARGETS, path_of

SIZES = (10_000, 100_000, 1_000_000)
ROUNDS = 3
"""Runs with the smallest catalogue; medians count."""
FILES = 25_000
"""Entries of each of four files."""

LONG = 20_000
ODD = {
    "hyphens": "a-",
    "full stops": "a.",
    "underscores": "_",
    "spaces": " ",
    "backticks": "`",
    "one letter": "a",
    "one word": "abc ",
    "quotations": '"a" ',
    "brackets": "{%",
    "one digit": "7",
    "numbers": "17 4 ",
    "tags": "<a",
    "codes": "I<a",
    "roles": ":a:`b",
}

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")
PofilterCommand = Callable[[Path, Path], list[str]]


def odd() -> Iterator[list[str]]:
    """What grows with the square of the length takes seconds here."""
    for name, piece in ODD.items():
        text = (piece * LONG)[:LONG] + "/ слово@"
        slowest = max((_seconds(check, text), check.rule.name) for check in checks().values() if check.pair)
        yield [name, slowest[1], f"{slowest[0]:.2f}"]


def _seconds(check: Check, text: str) -> float:
    start = time.process_time()
    for source in (text, "Haus „b“ **`x`**"):
        deque(check.pair(Pair(source, text, "de", "ru")) if check.pair else (), maxlen=0)
    return time.process_time() - start


def speed(build: Path, data: Path, pofilter: PofilterCommand | None) -> Iterator[list[str]]:
    """Rows of one language; then of all four, which are compared with each other, too."""
    for size in SIZES:
        folder = build / f"speed-{size}"
        apart(translations.large, folder, data, size, ["ru"])
        rounds = ROUNDS if size == SIZES[0] else 1
        yield [f"{size:,}", "l10n check --jobs 1", *_times(build, command(build, [folder], 1), size, rounds)]
        if size < SIZES[-1]:  # what is read as a whole
            seconds = statistics.median(apart(translations.checks_alone, path_of(folder, "ru")) for _ in range(rounds))
            yield [f"{size:,}", "the checks alone", f"{seconds:.2f}", f"{size / seconds:,.0f}", ""]
        if pofilter and size == SIZES[0]:
            filtering = pofilter(folder, build / "pofilter" / folder.name)
            yield [f"{size:,}", "pofilter", *_times(build, filtering, size, rounds)]
    folder, size = build / "speed-files", len(TARGETS) * FILES
    apart(translations.large, folder, data, FILES)
    for jobs in sorted({1, len(os.sched_getaffinity(0))}):
        times = _times(build, command(build, [folder], jobs), size, 1)
        yield [f"{len(TARGETS)} × {FILES:,}", f"l10n check --jobs {jobs}", *times]


def _times(build: Path, run: Sequence[str], size: int, rounds: int) -> list[str]:
    """The last three columns."""
    with contextlib.chdir(build):
        runs = [measured(list(run)) for _ in range(rounds)]
    seconds, megabytes = statistics.median(run[0] for run in runs), max(run[1] for run in runs)
    return [f"{seconds:.2f}", f"{size / seconds:,.0f}", f"{megabytes:,.0f}"]


def apart(function: Callable[Arguments, Result], *args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
    """Call it in a process of its own: the memory of this one is counted to the commands that it starts."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(function, *args, **kwargs).result()
