"""`make bench-documents`: a megabyte of Markdown read, cut and built, beside a parser; and a thousand files in one run.

    python -m tests.benchmarks.documents BUILD [FOLDER]

The parser is markdown-it-py, which makes tokens of the file and nothing else. The text is made up, of the blocks and
marks that documentation has; with `make bench-documents DATA=FOLDER` it is the Markdown files of that folder, put
together to a megabyte, and there is no run of a thousand.
"""

from __future__ import annotations

import gc
import random
import re
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from statistics import median

from markdown_it import MarkdownIt

from l10n.building import StructureError
from l10n.building.article import article
from l10n.catalogue.template import template
from l10n.cli.garbage import uncollected
from l10n.documents.inline.markdown import parse
from l10n.documents.markdown import edges
from l10n.model import Document
from l10n.model.rendering import Rendering, RenderingOrigin
from l10n.segmentation.document import extract
from tests.benchmarks.processes import measured
from tests.benchmarks.tables import show

SIZE = 1_000_000
FILES = 1_000
_RUNS = 5
_TEXT = (
    "Haus Garten Sprache Datei Befehl Wert Funktion Zeile Beispiel Seite klein groß neu schnell einfach und oder mit "
    "ohne auf für von der die das ein eine wird kann muss steht zeigt braucht beginnt endet nicht auch hier dort immer"
)
_WORDS = _TEXT.split()
_LETTER = re.compile(r"(?<=[^\W\d_])[eе](?=[^\W\d_])")
_MARKS = ("**{}**", "*{}*", "`{}`", "[{}](seite.md)", '[{}](seite.md "Titel")', "[{}][Lua]", "<b>{}</b>")


def main(build: Path, folder: Path | None = None) -> None:
    """Print seconds as Markdown tables."""
    build.mkdir(parents=True, exist_ok=True)
    path = build / "documents.md"
    text = real_markdown(folder, SIZE) if folder else markdown(SIZE)
    path.write_text(text, "utf-8")
    title = f"{len(text):,} characters of {folder}" if folder else "A megabyte of Markdown"
    show(title, "step|seconds|of the parser's time", _steps(path))
    if not folder:
        show(f"{FILES:,} files in one run", "run|seconds|peak memory, MB", _run(build / "documents"))


def real_markdown(folder: Path, size: int) -> str:
    """The texts of Markdown files in UTF-8, without front matter, up to about so many characters."""
    parts: list[str] = []
    for path in sorted(folder.rglob("*.md")):
        data = path.read_bytes()
        with suppress(UnicodeDecodeError):
            parts.append(data[slice(*edges(data))].decode().replace("\r\n", "\n"))
        if sum(map(len, parts)) > size:
            break
    return "\n\n".join(parts)


def markdown(size: int, seed: int = 1) -> str:
    """A text of about so many characters."""
    choose = random.Random(seed)
    parts: list[str] = []
    count = 0
    while count < size:
        parts.append(_block(choose))
        count += len(parts[-1]) + 2
    return "\n\n".join((*parts, "[Lua]: https://lua.example 'Titel'\n"))


def _block(choose: random.Random) -> str:
    match choose.randrange(12):
        case 0:
            return f"{'#' * choose.randint(1, 4)} {_sentence(choose, 4).rstrip('.')}"
        case 1 | 2:
            return "\n".join(f"- {_sentence(choose, 8)}" for _ in range(choose.randint(2, 6)))
        case 3:
            return "> " + "\n> ".join(_sentence(choose, 12) for _ in range(2))
        case 4:
            return "```python\n" + "\n".join(f"wert = {number}" for number in range(choose.randint(2, 9))) + "\n```"
        case 5:
            rows = (f"| {_sentence(choose, 2)} | {_sentence(choose, 3)} |" for _ in range(4))
            return "\n".join(("| Wert | Seite |", "|---|---|", *rows))
        case _:
            return "\n".join(_sentence(choose, 14) for _ in range(choose.randint(2, 6)))


def _sentence(choose: random.Random, length: int) -> str:
    words = choose.choices(_WORDS, k=choose.randint(max(2, length // 2), length))
    for number, word in enumerate(words):
        if choose.random() < 0.06:
            words[number] = choose.choice(_MARKS).format(word)
    return " ".join((words[0].capitalize(), *words[1:])) + "."


def _steps(path: Path) -> list[tuple[str, str, str]]:
    """What `update` and `build` do with a file, each part once, and the parser, all without a search for garbage."""
    text = path.read_text("utf-8")
    document = extract(path, "de", path.parent)
    small = _small(path.with_name("small.md"))
    others = _others(document)
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    steps: dict[str, Callable[[], object]] = {
        "parser": lambda: parser.parse(text),
        "read and cut": lambda: extract(path, "de", path.parent),
        "template": lambda: template(document),
        "build, all other texts": lambda: article(document, others),
        "build, in one more language": lambda: article(document, others),
    }
    seconds: dict[str, list[float]] = {name: [] for name in steps}
    for _ in range(_RUNS):  # in turns, as other work on the machine would be counted to the step that it is beside
        small()
        for name, step in steps.items():
            seconds[name].append(_seconds(step))
    medians = {name: median(values) for name, values in seconds.items()}
    medians["read, cut and built"] = sum(
        medians[name] for name in ("read and cut", "template", "build, all other texts")
    )
    return [(name, f"{value:.2f}", f"{value / medians['parser']:.2f}") for name, value in medians.items()]


def _small(path: Path) -> Callable[[], bytes]:
    """Builds another article, so that nothing is remembered of the one before."""
    path.write_text("Eine Seite.\n", "utf-8")
    document = extract(path, "de", path.parent)
    return lambda: article(document, _others(document))


def _others(document: Document) -> list[Rendering]:
    """Another text for each segment; its own where the article would not have the same structure."""
    others = [Rendering(segment, _other(segment.text), RenderingOrigin.TRANSLATION) for segment in document.segments]
    while True:
        try:
            article(document, others)
        except StructureError as error:
            number = next(index for index, other in enumerate(others) if other is error.rendering)
            others[number] = others[number]._replace(text=others[number].segment.text)
        else:
            return others


def _other(text: str) -> str:
    """With another letter within words; marks, code and addresses stay."""
    return "".join(
        _LETTER.sub("ё", text[part.start : part.end]) if part.is_text else text[part.start : part.end]
        for part in parse(text)
    )


def _seconds(step: Callable[[], object]) -> float:
    gc.collect()
    with uncollected():
        started = time.process_time()
        step()
        return time.process_time() - started


def _run(folder: Path) -> list[tuple[str, str, str]]:
    folder.mkdir(exist_ok=True)
    paths = [folder / f"text-{number}.md" for number in range(FILES)]
    for number, path in enumerate(paths):
        path.write_text(markdown(4_000, number), "utf-8")
    command = [sys.executable, "-m", "l10n"]
    options = ["--to", "ru", "--locales", str(folder / "locales"), "--quiet"]
    rows = []
    for name, last in (("update", ()), ("build", ("--fallback", "source", "--output", str(folder / "out")))):
        seconds, megabytes = measured([*command, name, *map(str, paths), *options, *last])
        rows.append((f"l10n {name}", f"{seconds:.1f}", f"{megabytes:.0f}"))
    return rows


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
