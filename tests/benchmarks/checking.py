"""`make bench-checks DATA=…`: what `l10n check` says of good and of machine translations, misses, speed and memory.

    python -m tests.benchmarks.checking BUILD DATA [POFILTER]

DATA has `professional` and `machine`; POFILTER is the program of Translate Toolkit to compare with. Prints Markdown
tables. All is run without settings and glossary. The largest catalogue takes some ten minutes and 4 GB.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import statistics
import sys
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from l10n.catalogue import po
from l10n.checks import Check, checks
from l10n.pairs.pair import Pair
from tests.benchmarks import translations
from tests.benchmarks.__main__ import measured
from tests.benchmarks.tables import show
from tests.benchmarks.translations import MACHINE, TARGETS, path_of
from tests.seeding.recall import measure

SIZES = (10_000, 100_000, 1_000_000)
ROUNDS = 3
"""Runs with the smallest catalogue; medians count."""
FILES = 25_000
"""Entries of each of four files."""
ENOUGH = 0.95
"""Kinds of errors of which a smaller share is found are listed."""

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
}

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")
Found = list[Mapping[str, Any]]
"""Findings as in the JSON report."""


def main(build: Path, data: Path, pofilter: Path | None) -> None:
    """Measure all and print it."""
    build.mkdir(parents=True, exist_ok=True)
    (build / "l10n.toml").touch()  # the nearest settings: none
    _false_alarms(build, data, pofilter)
    _machine_translation(build, data)
    _misses()
    show("The slowest check of odd texts of 20,000 characters", "text|check|seconds", _odd())
    columns = "entries|run|seconds|entries a second|peak memory of a process, MB"
    show("Speed and memory", columns, _speed(build, data, pofilter))


def _false_alarms(build: Path, data: Path, pofilter: Path | None) -> None:
    folder = build / "professional"
    _apart(translations.professional, folder, data)
    found, seconds = _check(build, [folder])
    columns = {"l10n check": {lang: _entries(one for one in found if one["language"] == lang) for lang in TARGETS}}
    times = [seconds]
    if pofilter:
        out = build / "pofilter" / folder.name
        times.append(measured(_pofilter_command(pofilter, folder, out))[0])
        columns["pofilter"] = {lang: _marked(path_of(out, lang)) for lang in TARGETS}
    rows = []
    for lang in TARGETS:
        size = len(po.read(path_of(folder, lang)).entries)
        rows.append([f"de → {lang}", f"{size:,}", *(_percent(column[lang], size) for column in columns.values())])
    rows.append(["seconds, one core", "", *(f"{time:.2f}" for time in times)])
    names = "|".join(("pair", "entries", *columns))
    show("False alarms: entries of professionals with an error or a warning, %", names, rows)
    show("Findings in them, by check", "check|severity|" + "|".join(TARGETS), _by_check(found))


def _by_check(found: Found) -> list[list[str]]:
    counts = Counter((one["check"], one["severity"], one["language"]) for one in found)
    kinds = sorted({(severity, check) for check, severity, _ in counts})  # error, info, warning
    ordered = sorted(kinds, key=lambda kind: kind[0] == "info")
    return [[check, severity, *(str(counts[check, severity, lang]) for lang in TARGETS)] for severity, check in ordered]


def _machine_translation(build: Path, data: Path) -> None:
    folder = build / "machine"
    for name in MACHINE:
        systems = translations.machine(folder, data, name)
        found, _ = _check(build, [folder / name])
        rows = []
        for system in systems:
            path = folder / name / f"{system}.po"
            own = [one for one in found if Path(one["path"]).name == path.name]
            share = _percent(_entries(own), len(po.read(path).entries))
            checks = Counter(one["check"] for one in own if one["severity"] != "info")
            rows.append([system, share, ", ".join(f"{check} {count}" for check, count in checks.most_common(5))])
        show(f"Machine translation, {name}: entries with an error or a warning, %", "system|%|most findings", rows)


def _misses() -> None:
    rows = []
    for source in ("de", "en"):
        recall = _apart(measure, source)
        low = {key: counts for key, counts in recall.items() if counts[1] < ENOUGH * counts[0]}
        rows += [[f"{source} → {lang}", kind, *_share(*low[kind, lang])] for kind, lang in sorted(low)]
        seeded, hits = (sum(counts) for counts in zip(*recall.values(), strict=True))
        rows.append([source, f"all {len({kind for kind, _ in recall})} kinds", *_share(seeded, hits)])
    show(f"Misses: kinds of which less than {100 * ENOUGH:.0f} % is found", "pair|kind|seeded|found|%", rows)


def _odd() -> Iterator[list[str]]:
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


def _speed(build: Path, data: Path, pofilter: Path | None) -> Iterator[list[str]]:
    """Rows of one language; then of all four, which are compared with each other, too."""
    for size in SIZES:
        folder = build / f"speed-{size}"
        _apart(translations.large, folder, data, size, ["ru"])
        rounds = ROUNDS if size == SIZES[0] else 1
        yield [f"{size:,}", "l10n check --jobs 1", *_times(build, _command(build, [folder], jobs=1), size, rounds)]
        seconds = statistics.median(_apart(translations.checks_alone, path_of(folder, "ru")) for _ in range(rounds))
        yield [f"{size:,}", "the checks alone", f"{seconds:.2f}", f"{size / seconds:,.0f}", ""]
        if pofilter and size == SIZES[0]:
            command = _pofilter_command(pofilter, folder, build / "pofilter" / folder.name)
            yield [f"{size:,}", "pofilter", *_times(build, command, size, rounds)]
    folder, size = build / "speed-files", len(TARGETS) * FILES
    _apart(translations.large, folder, data, FILES)
    for jobs in sorted({1, _cores()}):
        times = _times(build, _command(build, [folder], jobs), size, 1)
        yield [f"{len(TARGETS)} × {FILES:,}", f"l10n check --jobs {jobs}", *times]


def _times(build: Path, command: Sequence[str], size: int, rounds: int) -> list[str]:
    """The last three columns."""
    with contextlib.chdir(build):
        runs = [measured(list(command)) for _ in range(rounds)]
    seconds, megabytes = statistics.median(run[0] for run in runs), max(run[1] for run in runs)
    return [f"{seconds:.2f}", f"{size / seconds:,.0f}", f"{megabytes:,.0f}"]


def _check(build: Path, paths: Iterable[Path]) -> tuple[Found, float]:
    """The findings of the real command, and its seconds on one core."""
    with contextlib.chdir(build):
        seconds, _ = measured(_command(build, paths, jobs=1))
    found: Found = json.loads((build / "report.json").read_text("utf-8"))["findings"]
    return found, seconds


def _command(build: Path, paths: Iterable[Path], jobs: int) -> list[str]:
    options = ["--fail-on", "never", "--jobs", str(jobs), "--format", "json", "--output", str(build / "report.json")]
    return [sys.executable, "-m", "l10n", "check", *map(str, paths), *options]


def _pofilter_command(pofilter: Path, source: Path, target: Path) -> list[str]:
    """At its defaults; the entries that it marks are in files of the same names below `target`."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    return [str(pofilter), "--progress=none", f"--input={source}", f"--output={target}"]


def _marked(path: Path) -> int:
    """Nothing is written where nothing is marked."""
    return len(po.read(path).entries) if path.exists() else 0


def _entries(found: Iterable[Mapping[str, Any]]) -> int:
    """Those with an error or a warning; the header is none."""
    return len({(one["context"], one["msgid"]) for one in found if one["severity"] != "info" and one["msgid"]})


def _share(whole: int, part: int) -> list[str]:
    return [f"{whole:,}", f"{part:,}", _percent(part, whole)]


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f}"


def _cores() -> int:
    return len(os.sched_getaffinity(0))


def _apart(function: Callable[Arguments, Result], *args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
    """Call it in a process of its own: the memory of this one is counted to the commands that it starts."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(function, *args, **kwargs).result()


if __name__ == "__main__":
    given = [Path(argument).absolute() for argument in sys.argv[1:]]
    if len(given) < 2 or not (given[1] / "professional").is_dir():
        sys.exit("usage: make bench-checks DATA=FOLDER, which has `professional` and `machine`")
    main(given[0], given[1], given[2] if len(given) > 2 else None)
