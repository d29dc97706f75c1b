"""What `make bench-merge` updates: large catalogues of a text of which every hundredth sentence then changes.

python -m tests.benchmarks.large_catalogues FOLDER SIZE
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


def prepare(folder: Path, size: int) -> None:
    """A text, its translated catalogue, its template, and both again with every hundredth sentence changed."""
    folder.mkdir(exist_ok=True)
    choose = random.Random(size)
    letters = "abcdefghijklmnopqrstuvwxyzäöü"
    words = ["".join(choose.choices(letters, k=choose.randint(3, 11))) for _ in range(20_000)]
    sentences = [choose.choices(words, k=choose.randint(5, 18)) for _ in range(size)]
    _update(folder, sentences, folder / "locales")
    layout = Layout(folder / "locales")
    old = po.read(layout.catalogue("ru", "text"))
    translated = (type(entry)(entry.msgid, f"Я {entry.msgid}", entry.msgctxt) for entry in old.entries)
    po.write(folder / "old.po", Catalogue(old.header, tuple(translated)))
    (folder / "old.pot").write_bytes(layout.template("text").read_bytes())
    for index in choose.sample(range(size), size // 100):
        sentences[index][2] = choose.choice(words)
    _update(folder, sentences, folder / "new")


def _update(folder: Path, sentences: list[list[str]], locales: Path) -> None:
    text = "\n".join(" ".join(sentence).capitalize() + "." for sentence in sentences)
    (folder / "text.txt").write_text(text + "\n", "utf-8")
    document = extract(folder / "text.txt", "de", folder)
    list(update([Article(folder / "text.txt", document)], "de", ["ru"], CatalogueIndex(Layout(locales)), folder))


if __name__ == "__main__":
    prepare(Path(sys.argv[1]), int(sys.argv[2]))
