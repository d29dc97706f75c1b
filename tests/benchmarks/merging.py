"""`make bench-merge`: update of large catalogues with 1 % of the sentences changed, against gettext's msgmerge.

python -m tests.benchmarks.merging BUILD
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.index import CatalogueIndex
from l10n.catalogue.layout import Layout
from l10n.model import Catalogue
from l10n.segmentation.document import extract
from l10n.updating import Article
from l10n.updating.run import update
from tests.benchmarks.processes import measured

SIZES = (10_000, 100_000)


def main(build: Path) -> None:
    """Print seconds and peak memory as a Markdown table."""
    build.mkdir(parents=True, exist_ok=True)
    sys.stdout.write("| entries | run | seconds | peak memory, MB |\n|---|---|---|---|\n")
    for size in SIZES:
        folder = build / f"merge-{size}"
        _prepare(folder, size)
        pot, old = folder / "new" / "text.pot", folder / "old.po"
        catalogue = folder / "locales" / "ru" / "LC_MESSAGES" / "text.po"
        ours = [sys.executable, "-m", "l10n", "update", str(folder / "text.txt"), "--to", "ru"]
        runs = {
            "l10n update": [*ours, "--locales", str(folder / "locales"), "--quiet"],
            "msgmerge -N": ["msgmerge", "-q", "-N", "--no-wrap", "-o", str(folder / "out.po"), str(old), str(pot)],
            "msgmerge": ["msgmerge", "-q", "--no-wrap", "-o", str(folder / "out.po"), str(old), str(pot)],
        }
        for name, command in runs.items():
            if name == "l10n update":
                catalogue.write_bytes(old.read_bytes())
            seconds, megabytes = measured(command)
            sys.stdout.write(f"| {size:,} | {name} | {seconds:.2f} | {megabytes:.0f} |\n")
            sys.stdout.flush()


def _prepare(folder: Path, size: int) -> None:
    """A text, its translated catalogue, and the text again with every hundredth sentence changed, and its template."""
    folder.mkdir(exist_ok=True)
    choose = random.Random(size)
    letters = "abcdefghijklmnopqrstuvwxyzäöü"
    words = ["".join(choose.choices(letters, k=choose.randint(3, 11))) for _ in range(20_000)]
    sentences = [choose.choices(words, k=choose.randint(5, 18)) for _ in range(size)]
    _update(folder, sentences, folder / "locales")
    path = Layout(folder / "locales").catalogue("ru", "text")
    old = po.read(path)
    translated = (type(entry)(entry.msgid, f"Я {entry.msgid}", entry.msgctxt) for entry in old.entries)
    po.write(folder / "old.po", Catalogue(old.header, tuple(translated)))
    for index in choose.sample(range(size), size // 100):
        sentences[index][2] = choose.choice(words)
    _update(folder, sentences, folder / "new")


def _update(folder: Path, sentences: list[list[str]], locales: Path) -> None:
    text = "\n".join(" ".join(sentence).capitalize() + "." for sentence in sentences)
    (folder / "text.txt").write_text(text + "\n", "utf-8")
    document = extract(folder / "text.txt", "de", folder)
    list(update([Article(folder / "text.txt", document)], "de", ["ru"], CatalogueIndex(Layout(locales)), folder))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
