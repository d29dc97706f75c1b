"""`make bench-check-size`: what `l10n check` takes for catalogues of up to a million entries.

    python -m tests.benchmarks.check_size BUILD [--most 1000000] [--before FOLDER]

The texts are sentences of the example with made-up words and numbers, so that hardly two are the same; some have a
fault. With --before, the l10n in that folder is measured, too, in turns, and has to report the same. Prints a Markdown
table; a million entries take some 270 MB in the file, and minutes.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from random import Random

from l10n.catalogue import po
from l10n.catalogue.header import header
from l10n.catalogue.po.serialization import serialize
from l10n.model import Catalogue, Entry
from tests.benchmarks.processes import run
from tests.benchmarks.tables import show

SIZES = (10_000, 100_000, 300_000, 1_000_000)
ROOT = Path(__file__).parents[2]
_SYLLABLES = [consonant + vowel for consonant in "bdklmnrs" for vowel in "aeiou"]
_FAULTY = 25
"""One text in so many has a fault."""


def main(options: argparse.Namespace) -> None:
    """Measure each size with each version."""
    build = options.build.absolute() / "check-size"
    build.mkdir(parents=True, exist_ok=True)
    (build / "l10n.toml").touch()  # the nearest settings: none
    versions = {"now": ROOT} | ({"before": options.before.absolute()} if options.before else {})
    rows = []
    for size in (size for size in SIZES if size <= options.most):
        path = build / str(size) / "ru.po"
        write(path, size)
        rows += [[f"{size:,}", name, *_measured(path, folder)] for name, folder in versions.items()]
        if len({(path.parent / f"{folder.name}.json").read_bytes() for folder in versions.values()}) > 1:
            sys.exit(f"{path}: the reports are not the same")
    show("Catalogues of any size", "entries|version|seconds of the processor|entries a second|peak memory, MB", rows)


def _measured(path: Path, folder: Path) -> list[str]:
    report = path.parent / f"{folder.name}.json"
    own = ["l10n", "check", "--jobs", "1", "--fail-on", "never", "--quiet", "--format", "json", "--output", str(report)]
    environment = ["env", f"PYTHONPATH={folder}", sys.executable, "-m"]
    os.chdir(path.parent)
    measured = run([*environment, *own, str(path)])
    size = int(path.parent.name)
    return [f"{measured.cpu:.1f}", f"{size / measured.cpu:,.0f}", f"{measured.megabytes:,.0f}"]


def write(path: Path, size: int) -> None:
    """The same catalogue each time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    entries = _entries(size, Random(size))
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(serialize(Catalogue(header("size", "ru", "de", "2026-01-31 12:00+0000"))))
        for entry in entries:
            file.write("\n" + serialize(Catalogue(entries=(entry,))).partition("\n\n")[2])  # without its header


def _entries(size: int, random: Random) -> Iterator[Entry]:
    files = sorted((ROOT / "locales" / "ru").rglob("*.po"))
    pairs = [(each.msgid, each.msgstr) for path in files for each in po.read(path).active if each.msgstr]
    for number in range(size):
        source, target = random.choice(pairs)
        name = "".join(random.choices(_SYLLABLES, k=3)).capitalize()
        some = f"{name} {number}"
        if number % _FAULTY == 0:
            target = random.choice(
                (f"{target} ", f"«{target}", target.replace(" ", "  ", 1), target.rstrip(".!?") + "1")
            )
        reference = f"texts/{sha256(name.encode()).hexdigest()[:4]}.txt:{number % 997 + 1}"
        yield Entry(f"{some}: {source}", f"{some}: {target}", references=(reference,))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench-check-size", description=__doc__)
    parser.add_argument("build", type=Path)
    parser.add_argument("--most", type=int, default=SIZES[-1], help="entries of the largest catalogue")
    parser.add_argument("--before", type=Path, help="folder of another version of l10n to compare with")
    return parser.parse_args()


if __name__ == "__main__":
    main(_options())
