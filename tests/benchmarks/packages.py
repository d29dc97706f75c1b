"""Packages to measure with: of the official ones' size, with as many tokens a word, and next to nothing to repair.

Every letter becomes another one of the target's script; figures and marks stay, and the commonest small words become
small words of the target. A package that copies its words, or has a piece for each, hides what decoding costs, and
copies, like texts without a word of the language, are findings that l10n would try to repair.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from l10n.engines.argos.demo.builder import build_package

ARTICLE = Path(__file__).parents[2] / "seeds" / "000_17d84892c08cd0d1.txt"
PAIRS = (("de", "en"), ("en", "ru"), ("en", "az"), ("en", "uk"))
VERSION = "3.0"
_LATIN = "aeiouybcdfghjklmnpqrstvwxz"
_LETTERS = {
    "en": "eiouyapktvbwgcrdsjxnlhfmzq",
    "ru": "аеиоуыбвгджзклмнпрстфхцчшщ",
    "uk": "аеиоуібвгджзклмнпрстфхцчшщ",
    "az": "əaıeüizvtşsrpnmlkjhğgfdçcb",
}
_SMALL = {  # each what the words of the other languages in its column become; none negates or counts
    "de": "die der und in mit das als an ist hat dem von für zu aber den auf im auch es war des dass wird",
    "en": "the of and in with that as at is has this from for too but those on by also it was its because will",
    "ru": "это же и в с то как на есть имеет этому от для тоже но те по во также оно был его потому будет",
    "az": "bu o və isə ilə həm kimi da olan var buna görə üçün daha amma onlar sonra hər belə idi olub onun çünki olar",
    "uk": "ця та і в з то як на є має цьому від для теж але ті по у також воно був його бо буде",
}
_WORD = re.compile(r"\w+")
_OTHERS = {  # quotation marks and letters of the source that are not a to z
    "en": str.maketrans("„“äöüß", "“”aous"),
    "ru": str.maketrans("“”’", "«»’"),
    "uk": str.maketrans("“”’", "«»’"),
    "az": str.maketrans("", ""),
}


def build(folder: Path, size: str = "base") -> None:
    """Write the packages of all PAIRS that are not there."""
    lines = ARTICLE.read_text("utf-8").splitlines()
    texts = {"de": "\n".join(lines[::2])}  # words of the other lines take several pieces: 1.7 tokens a word in all
    texts["en"] = ciphered(texts["de"], "de", "en")
    for source, target in PAIRS:
        if not folder_of(folder, source, target).exists():
            package = build_package(folder, source, target, {}, text=texts[source], version=VERSION, size=size)
            _cipher(package / "model", source, target)


def folder_of(folder: Path, source: str, target: str) -> Path:
    """The folder of a package."""
    return folder / f"translate-{source}_{target}-{VERSION.replace('.', '_')}"


def ciphered(text: str, source: str, target: str) -> str:
    """The text with other letters; the pieces that stand for bytes, unknown words and the end stay."""
    if text.startswith("<"):
        return text
    small = _small(source, target)
    return _WORD.sub(
        lambda word: small.get(word[0]) or _in_other_letters(word[0], target), text.translate(_OTHERS[target])
    )


@cache
def _small(source: str, target: str) -> Mapping[str, str]:
    """Small words by those of the source, with a capital, too."""
    words = dict(zip(_SMALL[source].split(), _SMALL[target].split(), strict=True))
    return words | {word.capitalize(): other.capitalize() for word, other in words.items()}


def _in_other_letters(word: str, target: str) -> str:
    return word.translate(str.maketrans(_LATIN + _LATIN.upper(), _LETTERS[target] + _LETTERS[target].upper()))


def _cipher(model: Path, source: str, target: str) -> None:
    """The target's vocabulary is that of the source in other letters; no piece is there twice."""
    shared = model / "shared_vocabulary.json"
    pieces = json.loads(shared.read_text("utf-8"))
    known: dict[str, None] = {}
    for piece in pieces:
        other = ciphered(piece, source, target)
        while other in known:
            other += other[-1]
        known[other] = None
    shared.rename(model / "source_vocabulary.json")
    (model / "target_vocabulary.json").write_text(json.dumps(list(known), ensure_ascii=False), "utf-8")
