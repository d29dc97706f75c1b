"""`make bench-many`: ten, a hundred and a thousand articles drafted in one run.

    python -m tests.benchmarks.many BUILD [--to en,ru] [--articles 10]…

Each article has 70 sentences of its own, of the words of the seed article, as frequent as there. The packages are tiny
ones that change letters, so that there is as little decoding as there can be. Each run is a process of its own, with a
memory that is new.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks import packages
from tests.benchmarks.false_alarms import cleared
from tests.benchmarks.processes import in_turns
from tests.benchmarks.tables import show

ARTICLES = (10, 100, 1_000)
SENTENCES = 70
_WORDS = (5, 20)
"""Of a sentence, at least and at most."""


def main(options: argparse.Namespace) -> None:
    """Print time and peak memory as a Markdown table."""
    build = options.build.absolute()
    packages.build(build / "tiny", size="tiny")
    columns = "articles|sentences|seconds|ms an article|of all cores, ms an article|peak memory, MB"
    rows = (_row(build, options.to, count) for count in options.articles or ARTICLES)
    show(f"Articles into {options.to}", columns, rows)


def _row(build: Path, targets: str, count: int) -> list[str]:
    folder = cleared(build / f"many-{count}")
    (folder / "l10n.toml").touch()  # the nearest settings: none
    _write(folder / "texts", count)
    command = [sys.executable, "-m", "l10n", "draft", "texts", "--to", targets, "--memory", "l10n.db", "--quiet"]
    command += ["--packages", str(build / "tiny")]
    (one,) = in_turns({"draft": lambda _: command}, 1, folder)["draft"]
    each = (f"{seconds / count * 1000:.0f}" for seconds in (one.seconds, one.cpu))
    return [f"{count:,}", f"{count * SENTENCES:,}", f"{one.seconds:.1f}", *each, f"{one.megabytes:.0f}"]


def _write(folder: Path, count: int) -> None:
    """So many articles, a sentence a paragraph."""
    folder.mkdir()
    choose = random.Random(1)
    words = [word for word in packages.ARTICLE.read_text("utf-8").split() if word.isalpha()]
    for number in range(count):
        lines = (_sentence(choose, words) for _ in range(SENTENCES))
        (folder / f"{number:05}.txt").write_text("\n\n".join(lines) + "\n", "utf-8")


def _sentence(choose: random.Random, words: Sequence[str]) -> str:
    first, *others = choose.choices(words, k=choose.randint(*_WORDS))
    return " ".join((first.capitalize(), *others)) + "."


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="many")
    parser.add_argument("build", type=Path)
    parser.add_argument("--to", default="en,ru,az,uk")
    parser.add_argument("--articles", type=int, action="append")
    return parser.parse_args()


if __name__ == "__main__":
    main(_options())
