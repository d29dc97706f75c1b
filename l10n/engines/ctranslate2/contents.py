"""What is in a folder with a converted model: is it all there, and is it the same as before?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

MODEL = "model.bin"
TOKENIZERS = (
    ("source.spm", "target.spm"),
    ("sentencepiece.bpe.model",),
    ("spiece.model",),
    ("sentencepiece.model",),
    ("tokenizer.json",),
)
"""Files of a tokenizer, for texts and for translations; of several the first that are there are used."""
_SAMPLES, _SAMPLE = 64, 4096
"""So many parts of a model, of so many bytes, stand for it: all of it would take seconds a run."""
_WHOLE = 8 * 1024**2
"""Bytes of a file that is read as a whole."""


def missing(folder: Path) -> str:
    """What a model needs and the folder has not; empty if all is there."""
    if not folder.is_dir():
        return "no such folder"
    if not (folder / MODEL).is_file():
        return f"no {MODEL}"
    if not tokenizer(folder):
        return f"no tokenizer: {', '.join(' and '.join(names) for names in TOKENIZERS)}"
    return ""


def tokenizer(folder: Path) -> tuple[str, ...]:
    """The names of its tokenizer's files; none if it has none."""
    return next((names for names in TOKENIZERS if all((folder / name).is_file() for name in names)), ())


def fingerprint(folder: Path) -> str:
    """A digest of what decides on translations: the same for the same files, wherever they are."""
    names = {MODEL, "config.json", *tokenizer(folder), *(path.name for path in folder.glob("*vocabulary.*"))}
    paths = [folder / name for name in sorted(names) if (folder / name).is_file()]
    known = hashlib.sha256()
    for path in paths:
        about = path.stat()
        known.update(f"{path.name} {_digest(path, about.st_size, about.st_mtime_ns)}\n".encode())
    return known.hexdigest()[:16]


def size(folder: Path) -> int:
    """Bytes of its files."""
    return sum(path.stat().st_size for path in folder.iterdir() if path.is_file())


@lru_cache(maxsize=256)
def _digest(path: Path, size: int, _changed: int) -> str:
    known = hashlib.sha256(str(size).encode())
    for part in _parts(path, size):
        known.update(part)
    return known.hexdigest()


def _parts(path: Path, size: int) -> Iterator[bytes]:
    with path.open("rb") as file:
        if size <= _WHOLE:
            yield file.read()
            return
        for number in range(_SAMPLES):
            file.seek(number * (size - _SAMPLE) // (_SAMPLES - 1))
            yield file.read(_SAMPLE)
