"""`make bench-merge`: update of large catalogues with 1 % of the sentences changed, in turns with msgmerge of gettext.

python -m tests.benchmarks.merging BUILD
"""

from __future__ import annotations

import shutil
import statistics
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.benchmarks.processes import Command, Measured, in_turns, run

SIZES = (10_000, 100_000)
_ROUNDS = 5
_BAR = "msgmerge --previous"


def main(build: Path) -> None:
    """Print medians of CPU seconds and peak memory as a Markdown table, each also as a multiple of msgmerge's."""
    build.mkdir(parents=True, exist_ok=True)
    sys.stdout.write(
        "| entries | run | CPU seconds | × msgmerge | peak memory, MB | × msgmerge |\n|---|---|---|---|---|---|\n"
    )
    for size in SIZES:
        folder = (build / f"merge-{size}").resolve()
        # In a process of its own, as the memory of this one counts towards the peaks of those that it starts.
        run([sys.executable, "-m", "tests.benchmarks.large_catalogues", str(folder), str(size)])
        (folder / "l10n.toml").touch()  # the nearest settings: none
        runs = in_turns(_commands(folder), _ROUNDS, folder)
        for name, own in runs.items():
            cells = [cell for what in ("cpu", "megabytes") for cell in _compared(own, runs[_BAR], what)]
            sys.stdout.write(f"| {size:,} | {name} | {' | '.join(cells)} |\n")
            sys.stdout.flush()


def _commands(folder: Path) -> Mapping[str, Callable[[int], Command]]:
    merge = ["msgmerge", "-q", "--no-wrap", "-o", "out.po", "old.po", "new/text.pot"]
    ours = [sys.executable, "-m", "l10n", "update", "text.txt", "--to", "ru", "--locales", "locales", "--quiet"]

    def from_the_start(_: int) -> Command:
        shutil.copyfile(folder / "old.pot", folder / "locales" / "text.pot")
        shutil.copyfile(folder / "old.po", folder / "locales" / "ru" / "LC_MESSAGES" / "text.po")
        return ours

    return {
        "l10n update": from_the_start,
        _BAR: lambda _: [*merge, "--previous"],
        "msgmerge -N": lambda _: [*merge, "-N"],
    }


def _compared(runs: Sequence[Measured], base: Sequence[Measured], what: str) -> tuple[str, str]:
    """The median, and that of the rounds' ratios to the base."""
    values, others = ([float(getattr(measured, what)) for measured in side] for side in (runs, base))
    ratio = statistics.median(value / other for value, other in zip(values, others, strict=True))
    return f"{statistics.median(values):.{0 if what == 'megabytes' else 2}f}", f"{ratio:.2f}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
