"""Builds a small but real Argos package that translates word for word, with a vocabulary known in advance.

It runs through the same tokenizer, CTranslate2 kernels, beam search and int8 path as a trained package. Known words
and phrases are replaced, the longest first and only whole words; all else is copied, to the character.

Limits: 511 pieces a sentence, and a word that is not known takes a piece a letter; matches are found from left to
right, so a phrase hides one that begins inside it; of several dropped words after an opening quote only the first
takes its space along; U+2581, SentencePiece's own sign, comes out as a space.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from l10n import files
from l10n.engines.argos.demo import tokenizer, transformer
from l10n.engines.argos.demo.replacement import Replacement, edges, replacements
from l10n.engines.argos.packages import workplace
from l10n.errors import L10nError
from l10n.languages import language


@dataclass(frozen=True, slots=True)
class _Size:
    layers: int
    feed_forward: int
    pieces: int
    """The vocabulary is padded to this many."""


_SIZES = {
    "tiny": _Size(1, 640, 0),
    "base": _Size(6, 2048, 32_000),  # Transformer-base, what the Argos index ships: 92 MB
}


def build_package(
    folder: Path,
    source: str,
    target: str,
    gloss: Mapping[str, str],
    *,
    text: str = "",
    version: str = "1.0",
    size: str = "tiny",
    demo: bool = False,
) -> Path:
    """Write `folder/translate-de_en-1_0`, an installed package, and return it; the same input gives the same files.

    `text` trains the tokenizer on words the gloss lacks: fewer pieces, same translation. WriteError, L10nError.
    """
    if any(tokenizer.SPACE in words or not words.strip() for words in gloss):
        raise L10nError("a gloss needs words", f"no key may be empty or contain {tokenizer.SPACE}")
    metadata = _metadata(source, target, version) | ({"l10n_demo": True} if demo else {})
    package = folder / f"translate-{source}_{target}-{version.replace('.', '_')}"
    with workplace.opened(folder) as workroom, workplace.unpacking(workroom) as room:
        with workplace.reporting(package):
            _write(room / package.name, metadata, replacements(gloss, source, target), text, _SIZES[size])
        workplace.exchange(room / package.name, package, room)
    return package


def pack(package_folder: Path) -> Path:
    """Write the `.argosmodel` archive of a package beside it, the form in which packages are downloaded."""
    archive = package_folder.with_name(f"{package_folder.name}.argosmodel")
    with files.writing(archive) as file, zipfile.ZipFile(file, "w") as zipped:
        for path in sorted(package_folder.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(path.relative_to(package_folder.parent).as_posix())  # dated 1980
                zipped.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED, compresslevel=1)
    return archive


def _metadata(source: str, target: str, version: str) -> dict[str, object]:
    return {
        "package_version": version,
        "argos_version": "1.9",
        "from_code": source,
        "from_name": language(source).name,
        "to_code": target,
        "to_name": language(target).name,
    }


def _write(
    package: Path, metadata: Mapping[str, object], known: Mapping[str, Replacement], text: str, size: _Size
) -> None:
    emitted = (words for replacement in known.values() for words in replacement)
    model = tokenizer.train(known, emitted, text)
    vocabulary = tokenizer.vocabulary(model)
    becomes = _ids(vocabulary, known, max(size.pieces, len(vocabulary)))
    neighbours = np.zeros((len(becomes), 3), np.bool_)
    neighbours[: len(vocabulary)] = [edges(piece.replace(tokenizer.SPACE, " ")) for piece in vocabulary]
    vocabulary += [f"<unused{number}>" for number in range(len(becomes) - len(vocabulary))]
    spec = transformer.build(vocabulary, becomes, neighbours, size.layers, size.feed_forward)
    (package / "model").mkdir(parents=True)
    spec.save(str(package / "model"))
    (package / "sentencepiece.model").write_bytes(model)
    (package / "metadata.json").write_text(json.dumps(metadata, indent=2) + "\n", encoding="utf-8")


def _ids(vocabulary: list[str], known: Mapping[str, Replacement], count: int) -> NDArray[np.intp]:
    """(count, 4): what each piece becomes; a piece that is not known stays itself."""
    id_of = {piece: number for number, piece in enumerate(vocabulary)}
    becomes = np.repeat(np.arange(count)[:, np.newaxis], 4, axis=1)
    for words, replacement in known.items():
        becomes[id_of[tokenizer.piece(words)]] = [id_of[tokenizer.piece(words)] for words in replacement]
    return becomes
