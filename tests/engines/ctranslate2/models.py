"""Converted models in each of the forms that there are, small and real, whose translations are known in advance.

The weights are those of the demo: each piece becomes another one in its place. So a token before a text that names the
language to translate into shows in the translation, as a word of that language, if it stands where it has to.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from l10n.engines.argos.demo import tokenizer, transformer
from l10n.engines.argos.demo.replacement import edges, replacements

GLOSS = {"Haus": "dom", "Das": "", "ist": "", "alt": "staryj", "groß": "bolschoj", "Hund": "pjos"}


@dataclass(frozen=True, slots=True)
class Form:
    """How a kind of model is laid out."""

    tokens: Mapping[str, str]
    """Tokens of languages, and the word that each becomes where the model reads it; without one it is copied."""
    files: tuple[str, ...]
    ends_itself: bool = False
    """CTranslate2 adds the end of a text."""


FORMS = {
    "opus": Form({}, ("source.spm", "target.spm"), ends_itself=True),
    "opus-hf": Form({}, ("source.spm", "target.spm")),
    "opus-multi": Form({">>rus<<": "RU", ">>ukr<<": "UK", ">>aze_Latn<<": "AZ"}, ("source.spm", "target.spm")),
    "madlad": Form({"<2ru>": "RU", "<2uk>": "UK", "<2az>": "AZ"}, ("spiece.model",)),
    "m2m": Form({"__de__": "", "__ru__": "", "__uk__": "", "__az__": ""}, ("sentencepiece.bpe.model",)),
    "nllb": Form({"deu_Latn": "", "rus_Cyrl": "", "ukr_Cyrl": "", "azj_Latn": ""}, ("sentencepiece.bpe.model",)),
}


def build(folder: Path, form: Form) -> Path:
    """Write a model of this form into the folder."""
    known = replacements(GLOSS, "de", "ru")
    emitted = [words for replacement in known.values() for words in replacement]
    model = tokenizer.train(known, [*emitted, *form.tokens.values()], "")
    pieces = tokenizer.vocabulary(model)
    vocabulary = [*pieces, *form.tokens]
    id_of = {piece: number for number, piece in enumerate(vocabulary)}
    becomes = np.repeat(np.arange(len(vocabulary))[:, np.newaxis], 4, axis=1)
    for words, replacement in known.items():
        becomes[id_of[tokenizer.piece(words)]] = [id_of[tokenizer.piece(part)] for part in replacement]
    for token, word in form.tokens.items():
        becomes[id_of[token]] = id_of[tokenizer.piece(word)]
    becomes[tokenizer.END] = tokenizer.END
    neighbours = np.zeros((len(vocabulary), 3), np.bool_)
    neighbours[: len(pieces)] = [edges(piece.replace(tokenizer.SPACE, " ")) for piece in pieces]
    spec = transformer.build(vocabulary, becomes, neighbours, 1, 640)
    spec.config.add_source_eos = form.ends_itself
    folder.mkdir(parents=True)
    spec.save(str(folder))
    for name in form.files:
        (folder / name).write_bytes(model)
    return folder


def settings(folder: Path, pairs: tuple[str, ...] = ("de-ru", "de-uk", "de-az"), more: str = "") -> str:
    """A settings file with an engine `other` of this folder."""
    head = '[[engine]]\nname = "other"\nkind = "ctranslate2"\nlicence = "CC-BY-4.0"\n'
    return f"{head}folder = {json.dumps(str(folder))}\npairs = {list(pairs)}\n{more}"
