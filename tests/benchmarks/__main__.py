"""`make bench`: l10n against argostranslate and bare CTranslate2 on the seed article, four targets, two cores or more.

    python -m tests.benchmarks BUILD [NAME...]

Builds four packages of the official ones' size (92 MB), runs each contender in a process of its own and prints seconds
and peak memory as a Markdown table. argostranslate alone takes some twenty minutes.
"""

from __future__ import annotations

import contextlib
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ARTICLE = Path(__file__).parents[2] / "seeds" / "000_17d84892c08cd0d1.txt"
ROUNDS = 5
"""Medians count."""


def main(build: Path, names: list[str]) -> None:
    """Run the contenders asked for, all by default."""
    packages = build / "packages"
    contender = [sys.executable, "-m", "tests.benchmarks.contenders", str(packages)]
    subprocess.run([*contender, "build"], check=True)  # not in this process, whose memory the others would inherit
    locales = build / f"locales-{time.time_ns()}"
    _settings(build)
    draft = [
        sys.executable,
        "-m",
        "l10n",
        "draft",
        str(ARTICLE),
        "--packages",
        str(packages),
        "--locales",
        str(locales),
    ]
    status = [sys.executable, "-m", "l10n", "status", "--locales", str(locales)]
    commands = {
        "l10n draft": ([*draft, "--redraft", "--memory", f"{locales}-{{}}.db"], ROUNDS),
        "l10n draft, from its memory": ([*draft, "--redraft", "--memory", f"{locales}-0.db"], ROUNDS),
        "l10n draft, nothing to do": (draft, ROUNDS),
        "l10n status": (status, ROUNDS),
        "l10n --help": ([sys.executable, "-m", "l10n", "--help"], ROUNDS),
        "drafting alone": ([*contender, "alone"], ROUNDS),
        "bare CTranslate2, same batches": ([*contender, "bare"], ROUNDS),
        "argostranslate per document": ([*contender, "document"], 1),
        "argostranslate per segment": ([*contender, "segment"], 1),
    }
    sys.stdout.write("| run | seconds | peak memory, MB |\n|---|---|---|\n")
    for name, (command, rounds) in commands.items():
        if not names or name in names:
            with contextlib.chdir(build):
                runs = [measured([part.format(number) for part in command]) for number in range(rounds)]
            seconds, megabytes = statistics.median(run[0] for run in runs), max(run[1] for run in runs)
            sys.stdout.write(f"| {name} | {seconds:.2f} | {megabytes:.0f} |\n")
            sys.stdout.flush()


def _settings(build: Path) -> None:
    """A glossary as the article's, as far as the packages keep to it: they do not know names, and decline no word."""
    rows = (ARTICLE.parent / "glossary.csv").read_text("utf-8").splitlines()
    kept = (row.split(",") for row in rows if not row.endswith(",yes"))
    (build / "glossary.csv").write_text("".join(f"{row[0]},{row[1]}\n" for row in kept), "utf-8")
    (build / "l10n.toml").write_text('glossary = "glossary.csv"\n', "utf-8")


def measured(command: list[str]) -> tuple[float, float]:
    """Seconds of the whole process and its peak memory in MB; ends the program if it fails."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    talk = process.stderr.read()
    _, code, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(code)
    seconds = time.perf_counter() - started
    if process.returncode:
        sys.exit(f"{' '.join(command)}: exit code {process.returncode}\n{talk.decode()}")
    return seconds, usage.ru_maxrss / 1024  # Linux counts in KiB


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute(), sys.argv[2:])
