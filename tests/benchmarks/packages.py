"""Packages to measure with: of the official ones' size, with as many tokens a word, and next to nothing to repair.

Every letter becomes another one of the target's script; figures and marks stay. A package that copies its words, or has
a piece for each, hides what decoding costs, and copies are findings that l10n would try to repair.
"""

from __future__ import annotations

import json
from pathlib import Path

from l10n.engines.argos.demo.builder import build_package

ARTICLE = Path(__file__).parents[2] / "seeds" / "000_17d84892c08cd0d1.txt"
PAIRS = (("de", "en"), ("en", "ru"), ("en", "az"), ("en", "uk"))
VERSION = "3.0"
_LATIN = "aeiouybcdfghjklmnpqrstvwxz"
_LETTERS = {
    "en": "eiouyacdfghjklmnpqrstvwxzb",
    "ru": "аеиоуыбвгджзклмнпрстфхцчшщ",
    "uk": "аеиоуібвгджзклмнпрстфхцчшщ",
    "az": "eəouaizvtşsrpnmlkjhğgfdçcb",
}
_OTHERS = {  # quotation marks and letters of the source that are not a to z
    "en": str.maketrans("„“äöüß", "“”aous"),
    "ru": str.maketrans("“”’", "«»’"),
    "uk": str.maketrans("“”’", "«»’"),
    "az": str.maketrans("", ""),
}


def build(folder: Path) -> None:
    """Write the packages of all PAIRS that are not there."""
    lines = ARTICLE.read_text("utf-8").splitlines()
    texts = {"de": "\n".join(lines[::2])}  # words of the other lines take several pieces: 1.7 tokens a word in all
    texts["en"] = ciphered(texts["de"], "en")
    for source, target in PAIRS:
        if not folder_of(folder, source, target).exists():
            package = build_package(folder, source, target, {}, text=texts[source], version=VERSION, size="base")
            _cipher(package / "model", target)


def folder_of(folder: Path, source: str, target: str) -> Path:
    """The folder of a package."""
    return folder / f"translate-{source}_{target}-{VERSION.replace('.', '_')}"


def ciphered(text: str, target: str) -> str:
    """The text with other letters; the pieces that stand for bytes, unknown words and the end stay."""
    if text.startswith("<"):
        return text
    letters = str.maketrans(_LATIN + _LATIN.upper(), _LETTERS[target] + _LETTERS[target].upper())
    return text.translate(_OTHERS[target]).translate(letters)


def _cipher(model: Path, target: str) -> None:
    """The target's vocabulary is that of the source in other letters; no piece is there twice."""
    shared = model / "shared_vocabulary.json"
    pieces = json.loads(shared.read_text("utf-8"))
    known: dict[str, None] = {}
    for piece in pieces:
        other = ciphered(piece, target)
        while other in known:
            other += other[-1]
        known[other] = None
    shared.rename(model / "source_vocabulary.json")
    (model / "target_vocabulary.json").write_text(json.dumps(list(known), ensure_ascii=False), "utf-8")
