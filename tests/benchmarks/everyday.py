"""`make bench-everyday TREE=…`: commands of every day, against those of another version of l10n.

    python -m tests.benchmarks.everyday BUILD TREE [NAME...]

TREE is a checkout of the other version (`git worktree add`). Both run with the same Python and packages, in turns. What
is told is the processor's time, user and system, of whole processes; of `save`, that of a decision.
"""

from __future__ import annotations

import random
import shutil
import statistics
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from l10n.catalogue import header, po
from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.review import Action, Reviewer, step
from l10n.model import Catalogue, Draft, Entry
from l10n.model.draft import Leg
from tests.benchmarks import memory
from tests.benchmarks.processes import run
from tests.benchmarks.tables import show

ROUNDS = 5
"""Medians count."""
FILES, ENTRIES = 1_000, 70
MERGED, SERVED, UNITS = 20_000, 10_000, 50_000
DECISIONS = 10
_HERE = Path(__file__).parents[2]
_DECIDING = Path(__file__).with_name("deciding.py")

Run = Callable[[Path, Path], float]
"""A tree and the folder with the data -> seconds of the processor."""


def main(build: Path, tree: Path, names: Sequence[str]) -> None:
    """Print the table."""
    build.mkdir(parents=True, exist_ok=True)
    (build / "l10n.toml").touch()  # the nearest settings: none
    rows = (_row(name, build, tree.resolve()) for name in names or RUNS)
    show("Commands of every day", "command|seconds, there|seconds, here|ratio", rows)


def _row(name: str, build: Path, tree: Path) -> list[str]:
    prepare, measure = RUNS[name]
    folder = build / name
    if not folder.exists():
        folder.mkdir()
        prepare(folder)
    pairs = [(measure(tree, folder), measure(_HERE, folder)) for _ in range(ROUNDS)]
    there, here = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(new / old for old, new in pairs)
    return [name, f"{there:.3f}", f"{here:.3f}", f"{ratio:.2f}"]


def _cpu(tree: Path, *command: str) -> float:
    return run(["env", f"PYTHONPATH={tree}", sys.executable, "-P", *command]).cpu


def _l10n(tree: Path, *command: str | Path) -> float:
    return _cpu(tree, "-m", "l10n", *map(str, command))


def _many(folder: Path) -> None:
    for number in range(FILES):
        _written(folder / f"{number}.po", ENTRIES, number)


def _versions(folder: Path) -> None:
    """A hundredth of the entries is changed on either side, each by another person."""
    base = _catalogue(MERGED, 0)
    for name, first in (("base", 0), ("ours", 1), ("theirs", 51)):
        entries = list(base.entries)
        for index in range(first, MERGED, 100) if first else ():
            entries[index] = replace(entries[index].accepted(), msgstr=f"{entries[index].msgid} {name}")
        po.write(folder / f"{name}.po", replace(base, entries=tuple(entries)))


def _merge(tree: Path, folder: Path) -> float:
    merged = folder / "merged.po"
    shutil.copyfile(folder / "ours.po", merged)
    return _l10n(tree, "git", "merge-driver", folder / "base.po", merged, folder / "theirs.po")


def _save(tree: Path, folder: Path) -> float:
    """What some decisions take more than none."""
    few, many = (_decided(tree, folder, count) for count in (1, 1 + DECISIONS))
    return (many - few) / DECISIONS


def _decided(tree: Path, folder: Path, count: int) -> float:
    path = folder / "decided.po"
    shutil.copyfile(folder / "ru.po", path)
    return _cpu(tree, str(_DECIDING), str(path), str(count))


def _units(folder: Path) -> None:
    memory.prepare(folder / "units.tmx", UNITS)


def _import(tree: Path, folder: Path) -> float:
    for path in folder.glob("units.db*"):
        path.unlink()
    return _l10n(tree, "memory", "import", folder / "units.tmx", "--memory", folder / "units.db")


def _written(path: Path, size: int, seed: int = 0) -> None:
    po.write(path, _catalogue(size, seed))


def _catalogue(size: int, seed: int) -> Catalogue:
    """Half drafts, and something of the other states."""
    choose = random.Random(seed)
    words = ["".join(choose.choices("eeennniisrratdhulcgmobwfkzpvüäö", k=choose.randint(2, 12))) for _ in range(5_000)]
    sentences = (" ".join(choose.choices(words, k=choose.randint(5, 18))).capitalize() for _ in range(size))
    fields = header.header(f"text-{seed}", "ru", "de", header.now())
    return Catalogue(fields, tuple(_entries(sentences, choose)))


def _entries(sentences: Iterator[str], choose: random.Random) -> Iterator[Entry]:
    by = Reviewer("Anna Muster", "2026-01-31")
    for number, sentence in enumerate(dict.fromkeys(sentences), 1):
        source, text = f"{sentence}.", f"{sentence.lower().translate(_CYRILLIC).capitalize()}."
        bare = Entry(source, extracted=(f"paragraph {number // 4 + 1}, sentence {number % 4 + 1}",))
        legs = Leg("de-en-1.0", f"{sentence[::-1]}.", -0.3), Leg("en-ru-1.9", text, -0.4)
        draft = drafted(bare, Draft("argos", legs, choose.random()))
        signed = step(draft, Action.APPROVE, by)
        assert isinstance(signed, Entry)
        others = bare, bare.with_texts((text,)), signed, signed, draft.with_texts((f"А {text}",))
        yield draft if choose.random() < 0.5 else choose.choice(others)


_CYRILLIC = str.maketrans("abcdefghiklmnoprstuvwzäöü", "абцдефгхиклмнопрстуввзяёю")

RUNS: Mapping[str, tuple[Callable[[Path], None], Run]] = {
    "status": (_many, lambda tree, folder: _l10n(tree, "status", folder)),
    "merge": (_versions, _merge),
    "save": (lambda folder: _written(folder / "ru.po", SERVED), _save),
    "import": (_units, _import),
}

if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
