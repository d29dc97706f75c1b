"""`make bench-memory`: a translation memory of a million units: import, look-up, export.

    python -m tests.benchmarks.memory BUILD [UNITS]

Each step is a process of its own, start included. The sentences are made up, but of words as frequent as those of
German (Zipf-Mandelbrot), with commas, full stops and numbers: the common words are what makes an index slow.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from tests.benchmarks.processes import measured

UNITS = 1_000_000
QUERIES = 1_000
_LETTERS = "eeeennniisrratdhulcgmobwfkzpvüäö"
_HEAD = '<tmx version="1.4"><header creationtool="bench" creationtoolversion="1" segtype="sentence" o-tmf="tmx" '
_HEAD += 'adminlang="en" srclang="de" datatype="plaintext"/><body>\n'


def main(build: Path, count: int) -> None:
    """Print seconds and peak memory as a Markdown table."""
    build.mkdir(parents=True, exist_ok=True)
    tmx, memory, out = build / f"memory-{count}.tmx", build / f"memory-{count}.db", build / "export.tmx"
    queries = build / "queries.json"
    this = [sys.executable, "-m", "tests.benchmarks.memory"]
    measured([*this, "prepare", str(tmx), str(queries), str(count)])  # or the others would inherit its memory
    for path in build.glob(f"{memory.name}*"):
        path.unlink()
    command = [sys.executable, "-m", "l10n", "memory"]
    steps = {
        "l10n memory import": [*command, "import", str(tmx), "--memory", str(memory)],
        "l10n memory export": [*command, "export", str(out), "--memory", str(memory)],
        "l10n memory search": [*command, "search", "nicht da", "--memory", str(memory)],
    }
    sys.stdout.write("| units | run | seconds | peak memory, MB |\n|---|---|---|---|\n")
    for name, step in steps.items():
        seconds, megabytes = measured(step)
        sys.stdout.write(f"| {count:,} | {name} | {seconds:.1f} | {megabytes:.0f} |\n")
        sys.stdout.flush()
    for threshold in ("75", "60"):
        step = [*this, "look-up", str(memory), str(queries), threshold]
        _, megabytes = measured(step)
        told = json.loads((build / "look-up.json").read_text())
        sys.stdout.write(f"| {count:,} | opening, with the index | {told['opening']:.1f} | |\n")
        what = f"{QUERIES:,} look-ups at {threshold} %, {told['found']} found"
        sys.stdout.write(f"| {count:,} | {what} | {told['seconds']:.1f} | {megabytes:.0f} |\n")
        sys.stdout.flush()
    sys.stdout.write(
        f"\nThe file has {memory.stat().st_size / 1e6:.0f} MB, the TMX {tmx.stat().st_size / 1e6:.0f} MB.\n"
    )


def look_up(memory: Path, queries: Path, threshold: int) -> None:
    """One step of the benchmark; its figures go into a file beside the queries."""
    from l10n.memory.store import Memory
    from l10n.memory.unit import Query

    wanted = [Query(text) for text in json.loads(queries.read_text())]
    started = time.perf_counter()
    with Memory(memory) as opened:
        opened.matches([], "de", "en")
        opening = time.perf_counter() - started
        started = time.perf_counter()
        found = opened.matches(wanted, "de", "en", threshold)
        seconds = time.perf_counter() - started
    told = {"opening": opening, "seconds": seconds, "found": sum(match is not None for match in found)}
    queries.with_name("look-up.json").write_text(json.dumps(told))


def prepare(path: Path, count: int) -> list[str]:
    choose = random.Random(count)
    words = [
        "".join(choose.choices(_LETTERS, k=2 + min(rank.bit_length(), choose.randint(1, 14))))
        for rank in range(200_000)
    ]
    total, weights = 0.0, []
    for rank in range(len(words)):
        total += 1 / (rank + 2.7) ** 1.05
        weights.append(total)
    sentences = [_sentence(choose, words, weights) for _ in range(count)]
    with path.open("w", encoding="utf-8") as file:
        file.write(_HEAD)
        for sentence in sentences:
            source, target = escape(sentence), escape(sentence[::-1])
            file.write(f'<tu><tuv xml:lang="de"><seg>{source}</seg></tuv>')
            file.write(f'<tuv xml:lang="en"><seg>{target}</seg></tuv></tu>\n')
        file.write("</body></tmx>\n")
    return sentences


def _sentence(choose: random.Random, words: list[str], weights: list[float]) -> str:
    size = max(2, min(60, round(choose.lognormvariate(2.5, 0.55))))
    found = choose.choices(words, cum_weights=weights, k=size)
    if size > 8:
        found[size // 2] += ","
    if choose.random() < 0.2:
        found[choose.randrange(size)] = str(choose.randint(1, 2100))
    return " ".join(found).capitalize() + "."


def _queries(sentences: list[str]) -> Iterator[str]:
    """A quarter each: known, with one word changed, with a quarter of the words changed, put together of two halves."""
    choose = random.Random(1)
    for number in range(QUERIES):
        one, other = (choose.choice(sentences).split() for _ in range(2))
        changes = (0, 1, max(1, len(one) // 4), 0)[number % 4]
        for _ in range(changes):
            one[choose.randrange(len(one))] = choose.choice(other)
        if number % 4 == 3:
            one[len(one) // 2 :] = other[len(other) // 2 :]
        yield " ".join(one)


if __name__ == "__main__":
    if sys.argv[1] == "prepare":
        made = prepare(Path(sys.argv[2]), int(sys.argv[4]))
        Path(sys.argv[3]).write_text(json.dumps(list(_queries(made))))
    elif sys.argv[1] == "look-up":
        look_up(Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
    else:
        main(Path(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else UNITS)
