"""`make bench-checks DATA=…`: what `l10n check` says of good and of machine translations, misses, speed and memory.

    python -m tests.benchmarks.checking BUILD DATA [--source en] [--sample 100 --seed 1] [--pofilter PROGRAM]

DATA has `professional` and `machine`, see `tests.benchmarks.sets`; any other folder has catalogues, of which the share
of marked entries is told, by language and check. With --sample, so many findings of each language are written to
BUILD/sample.tsv, to be read. Prints Markdown tables. All is run without settings and glossary. The largest catalogue
takes some ten minutes and 4 GB.
"""

from __future__ import annotations

import argparse
from collections import Counter
from functools import partial
from pathlib import Path

from l10n.catalogue import po
from tests.benchmarks import reading, sets, translations
from tests.benchmarks.false_alarms import Checked, checked, cleared, marked, percent, tell
from tests.benchmarks.processes import measured
from tests.benchmarks.sets import UNTOUCHED, TextSet
from tests.benchmarks.speed import apart, odd, speed
from tests.benchmarks.tables import show
from tests.benchmarks.translations import SOURCE, SYSTEMS, TARGETS
from tests.seeding.recall import measure

ENOUGH = 0.95
"""Kinds of errors of which a smaller share is found are listed."""


def main(options: argparse.Namespace) -> None:
    """Measure all and print it; of a folder of catalogues, what is marked there."""
    build, data = cleared(options.build.absolute() / "checks"), options.data.absolute()
    (build / "l10n.toml").touch()  # the nearest settings: none
    if not (data / "professional").is_dir():
        source = ("--from", options.source) if options.source else ()
        _told(sets.catalogues(build, data), build, options, *source)
        return
    for one in sets.professional(build, data):
        _told(one, build, options)
    _machine_translation(build, data)
    _misses()
    show("The slowest check of odd texts of 20,000 characters", "text|check|seconds", odd())
    pofilter = partial(_pofilter_command, options.pofilter.absolute()) if options.pofilter else None
    columns = "entries|run|seconds|entries a second|peak memory of a process, MB"
    show("Speed and memory", columns, speed(build, data, pofilter))


def _told(one: TextSet, build: Path, options: argparse.Namespace, *more: str) -> None:
    """Figures for people; findings to read, but of texts that nobody is to look at."""
    result = checked(build, one.folder, *more)
    tell(one, result)
    if options.pofilter:
        _compared(one, result, build, options.pofilter.absolute())
    if options.sample and one.use != UNTOUCHED:
        reading.write(build / "sample.tsv", one.name, result.findings, options.sample, options.seed)


def _compared(one: TextSet, result: Checked, build: Path, pofilter: Path) -> None:
    """Print what Translate Toolkit's filter marks of the same, at its defaults, from German only."""
    rows = []
    out = build / "pofilter" / one.folder.name
    seconds, _ = measured(_pofilter_command(pofilter, one.folder, out))
    for language in TARGETS:
        path = Path(language) / f"{SOURCE}-{language}.po"
        if (one.folder / path).exists():
            size = len(po.read(one.folder / path).entries)
            own = [each for each in result.findings if each["path"].endswith(path.as_posix())]
            # nothing is written where nothing is marked
            other = len(po.read(out / path).entries) if (out / path).exists() else 0
            rows.append([f"{SOURCE} → {language}", percent(marked(own), size), percent(other, size)])
    rows.append(["all, seconds on one core", f"{result.seconds:.2f}", f"{seconds:.2f}"])
    show(f"{one.name}: beside pofilter, entries that are marked, %", "pair|l10n check|pofilter", rows)


def _machine_translation(build: Path, data: Path) -> None:
    folder = build / "machine"
    for name in (name for name in SYSTEMS if (data / "machine" / f"{name}.tsv.gz").exists()):
        systems = translations.machine(folder, data, name)
        result = checked(build, folder / name)
        rows = []
        for system in systems:
            path = folder / name / f"{system}.po"
            own = [each for each in result.findings if Path(each["path"]).name == path.name]
            share = percent(marked(own), len(po.read(path).entries))
            counts = Counter(each["check"] for each in own if each["severity"] != "info")
            rows.append([system, share, ", ".join(f"{check} {count}" for check, count in counts.most_common(5))])
        show(f"Machine translation, {name}: entries with an error or a warning, %", "system|%|most findings", rows)


def _misses() -> None:
    rows = []
    for source in ("de", "en"):
        recall = apart(measure, source)
        low = {key: counts for key, counts in recall.items() if counts[1] < ENOUGH * counts[0]}
        rows += [[f"{source} → {lang}", kind, *_share(*low[kind, lang])] for kind, lang in sorted(low)]
        seeded, hits = (sum(counts) for counts in zip(*recall.values(), strict=True))
        rows.append([source, f"all {len({kind for kind, _ in recall})} kinds", *_share(seeded, hits)])
    show(f"Misses: kinds of which less than {100 * ENOUGH:.0f} % is found", "pair|kind|seeded|found|%", rows)


def _share(whole: int, part: int) -> list[str]:
    return [f"{whole:,}", f"{part:,}", percent(part, whole)]


def _pofilter_command(pofilter: Path, source: Path, target: Path) -> list[str]:
    """At its defaults; the entries that it marks are in files of the same names below `target`."""
    return [str(pofilter), "--progress=none", f"--input={source}", f"--output={cleared(target)}"]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-checks DATA=FOLDER", description=__doc__)
    parser.add_argument("build", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--source", help="language of the msgids of catalogues that do not tell")
    parser.add_argument("--sample", type=int, default=0, help="findings of each language to write down")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pofilter", type=Path, help="program of Translate Toolkit to compare with")
    return parser.parse_args()


if __name__ == "__main__":
    main(_options())
