"""`make bench-documents`: a megabyte of Markdown read, cut and built, beside a parser; and a thousand files in one run.

    python -m tests.benchmarks.documents BUILD [FOLDER]

The parser is markdown-it-py, which makes tokens of the file and nothing else. The text is made up, of the blocks and
marks that documentation has; with `make bench-documents DATA=FOLDER` it is a megabyte of the Markdown files of that
folder, each for itself, and there is no run of a thousand.
"""

from __future__ import annotations

import gc
import random
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from statistics import median

from markdown_it import MarkdownIt

from l10n.building import StructureError
from l10n.building.article import article
from l10n.catalogue.template import template
from l10n.cli.garbage import uncollected
from l10n.documents.inline.markdown import parse
from l10n.errors import L10nError
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
    if folder:
        documents = real_documents(folder, SIZE)
        size = sum(len(document.text) for _, document in documents)
        title = f"{len(documents)} files of {folder}, {size:,} characters"
        show(title, "step|seconds|of the parser's time", _steps(documents, build))
        return
    path = build / "documents.md"
    path.write_text(markdown(SIZE), "utf-8")
    documents = [(path, extract(path, "de", path.parent))]
    show("A megabyte of Markdown", "step|seconds|of the parser's time", _steps(documents, build))
    show(f"{FILES:,} files in one run", "run|seconds|peak memory, MB", _run(build / "documents"))


def real_documents(folder: Path, size: int) -> list[tuple[Path, Document]]:
    """The Markdown files of a folder that can be read; of many, evenly chosen ones with about so many bytes."""
    paths = sorted(folder.rglob("*.md"))
    share = min(1.0, size / max(1, sum(path.stat().st_size for path in paths)))
    documents = []
    for number, path in enumerate(paths):
        if int(number * share) < int((number + 1) * share):
            with suppress(L10nError):
                documents.append((path, extract(path, "de", path.parent)))
    return documents


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


def _steps(documents: Sequence[tuple[Path, Document]], build: Path) -> list[tuple[str, str, str]]:
    """What `update` and `build` do with files, each part once, and the parser, all without a search for garbage."""
    forget = _forget(build / "small.md")
    files = [_steps_of(path, document) for path, document in documents]
    runs: list[dict[str, float]] = []
    for _ in range(_RUNS):  # in turns, as other work on the machine would be counted to the step that it is beside
        runs.append(defaultdict(float))
        gc.collect()
        with uncollected():
            for steps in files:
                forget()
                for name, step in steps.items():
                    runs[-1][name] += _seconds(step)
    medians = {name: median(run[name] for run in runs) for name in files[0]}
    medians["read, cut and built"] = sum(
        medians[name] for name in ("read and cut", "template", "build, all other texts")
    )
    return [(name, f"{value:.2f}", f"{value / medians['parser']:.2f}") for name, value in medians.items()]


def _steps_of(path: Path, document: Document) -> dict[str, Callable[[], object]]:
    others = _others(document)
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return {
        "parser": lambda: parser.parse(document.text),
        "read and cut": lambda: extract(path, "de", path.parent),
        "template": lambda: template(document),
        "build, all other texts": lambda: article(document, others),
        "build, in one more language": lambda: article(document, others),
    }


def _forget(path: Path) -> Callable[[], object]:
    """Builds two other articles, so that nothing is remembered of the one before: the last two sources are."""
    small = []
    for text in ("Eine Seite.\n", "Eine Zeile.\n"):
        path.write_text(text, "utf-8")
        document = extract(path, "de", path.parent)
        small.append((document, _others(document)))
    return lambda: [article(document, others) for document, others in small]


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
