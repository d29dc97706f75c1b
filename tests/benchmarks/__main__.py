"""`make bench`: l10n against argostranslate and bare CTranslate2 on the seed article, into four languages.

    python -m tests.benchmarks BUILD [TABLE...]

Builds four packages of the official ones' size (92 MB), runs each contender in a process of its own, in turns, and
prints Markdown tables: `draft`, `start`, `beam`, `argostranslate`; all by default. The last takes some twenty minutes.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from tests.benchmarks.packages import ARTICLE
from tests.benchmarks.processes import Command, in_turns, rows, run
from tests.benchmarks.tables import show

ROUNDS = 5
"""Medians count."""
_COLUMNS = "run|seconds|of all cores|peak memory, MB"
Commands = Mapping[str, Callable[[int], Command]]


def main(build: Path, names: Sequence[str]) -> None:
    """Print the tables that are asked for, all by default."""
    build.mkdir(parents=True, exist_ok=True)
    subprocess.run([*_contender(build), "build"], check=True)  # not here: commands would inherit the memory
    _settings(build)
    for name in names or TABLES:
        TABLES[name](build)


def _draft(build: Path) -> None:
    drafting = _drafting(build)
    commands: Commands = {
        "bare CTranslate2, same batches": lambda _: [*_contender(build), "bare"],
        "drafting alone": lambda _: [*_contender(build), "alone"],
        "l10n draft": lambda number: [*drafting, "--redraft", "--memory", f"{drafting[-1]}-{number}.db"],
    }
    _compare("An article into four languages", build, commands, "bare CTranslate2, same batches")


def _beam(build: Path) -> None:
    drafting = [*_drafting(build), "--redraft", "--no-memory"]
    commands = {f"l10n draft --beam {beam}": partial(_with, [*drafting, "--beam", beam]) for beam in ("4", "auto", "1")}
    _compare("The beam", build, commands, "l10n draft --beam 4")


def _start(build: Path) -> None:
    drafting = _drafting(build)
    run([*drafting, "--memory", f"{drafting[-1]}.db"])
    status = [sys.executable, "-m", "l10n", "status", "--locales", drafting[-1]]
    commands: Commands = {
        "l10n --help": lambda _: [sys.executable, "-m", "l10n", "--help"],
        "l10n status": lambda _: status,
        "l10n draft, nothing to do": lambda _: drafting,
        "l10n draft, from its memory": lambda _: [*drafting, "--redraft", "--memory", f"{drafting[-1]}.db"],
    }
    show("Without packages", _COLUMNS, rows(in_turns(commands, ROUNDS, build)))


def _argostranslate(build: Path) -> None:
    drafting = [*_drafting(build), "--redraft", "--no-memory"]
    commands: Commands = {
        "l10n draft": lambda _: drafting,
        "argostranslate per document": lambda _: [*_contender(build), "document"],
        "argostranslate per segment": lambda _: [*_contender(build), "segment"],
    }
    _compare("argostranslate, at the same beam", build, commands, "l10n draft", 1)


def _compare(title: str, build: Path, commands: Commands, base: str, rounds: int = ROUNDS) -> None:
    columns = f"{_COLUMNS}|times the seconds of {base}|of all cores"
    show(title, columns, rows(in_turns(commands, rounds, build), base))


def _with(command: Command, _number: int) -> Command:
    return command


def _contender(build: Path) -> list[str]:
    return [sys.executable, "-m", "tests.benchmarks.contenders", str(build / "packages")]


def _drafting(build: Path) -> list[str]:
    """`l10n draft` into a new folder, whose path comes last."""
    locales = build / f"locales-{time.time_ns()}"
    packages = ["--packages", str(build / "packages")]
    return [sys.executable, "-m", "l10n", "draft", str(ARTICLE), *packages, "--locales", str(locales)]


def _settings(build: Path) -> None:
    """A glossary as long as the article's, but of other words: the packages would keep to no term."""
    terms = [row.split(",")[0] for row in (ARTICLE.parent / "glossary.csv").read_text("utf-8").splitlines()[1:]]
    lines = ("de,en\n", *(f"{term[::-1]},{term[::-1]}\n" for term in terms))
    (build / "glossary.csv").write_text("".join(lines), "utf-8")
    (build / "l10n.toml").write_text('glossary = "glossary.csv"\n', "utf-8")


TABLES: Mapping[str, Callable[[Path], None]] = {
    "draft": _draft,
    "start": _start,
    "beam": _beam,
    "argostranslate": _argostranslate,
}

if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute(), sys.argv[2:])
