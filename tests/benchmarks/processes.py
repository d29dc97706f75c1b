"""Whole processes measured: time on the clock, time of the processor, peak memory."""

from __future__ import annotations

import contextlib
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Command = Sequence[str]


@dataclass(frozen=True, slots=True)
class Measured:
    """What one process took."""

    seconds: float
    cpu: float
    """Seconds of all cores together, user and system."""
    megabytes: float
    """Its peak memory."""


def run(command: Command) -> Measured:
    """Run it; ends the program if it fails."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=_installed())
    assert process.stderr is not None
    with process.stderr:
        talk = process.stderr.read()
    _, code, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(code)
    seconds = time.perf_counter() - started
    if process.returncode:
        sys.exit(f"{' '.join(command)}: exit code {process.returncode}\n{talk.decode()}")
    return Measured(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)  # Linux counts in KiB


def _installed() -> dict[str, str]:
    """As users have it: modules are compiled once and not at every start, whatever a container may have set."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def measured(command: list[str]) -> tuple[float, float]:
    """Seconds of the whole process and its peak memory in MB; ends the program if it fails."""
    one = run(command)
    return one.seconds, one.megabytes


def in_turns(
    commands: Mapping[str, Callable[[int], Command]], rounds: int, folder: Path
) -> Mapping[str, Sequence[Measured]]:
    """Each once a round, in the folder: what else the machine does then harms all of them alike.

    A command is made of the number of its round.
    """
    runs: dict[str, list[Measured]] = {name: [] for name in commands}
    with contextlib.chdir(folder):
        for number in range(rounds):
            for name, command in commands.items():
                runs[name].append(run(command(number)))
    return runs


def rows(runs: Mapping[str, Sequence[Measured]], base: str = "") -> Iterator[list[str]]:
    """Medians, and how many times as long as the base each takes: the median of what each round says."""
    for name, own in runs.items():
        cells = [name, f"{_median(own, 'seconds'):.2f}", f"{_median(own, 'cpu'):.2f}"]
        cells.append(f"{max(one.megabytes for one in own):.0f}")
        if base:
            cells += [_ratio(own, runs[base], "seconds"), _ratio(own, runs[base], "cpu")]
        yield cells


def _median(runs: Sequence[Measured], what: str) -> float:
    return statistics.median(float(getattr(one, what)) for one in runs)


def _ratio(runs: Sequence[Measured], base: Sequence[Measured], what: str) -> str:
    pairs = zip(runs, base, strict=True)
    return f"{statistics.median(getattr(one, what) / getattr(other, what) for one, other in pairs):.2f}"
