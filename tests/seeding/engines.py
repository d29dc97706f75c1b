"""What engines leave behind, and what they leave out: pieces of their tokenizers, a word three times; emoji."""

from __future__ import annotations

import re
from random import Random

from tests.seeding.material import Material, kind
from tests.seeding.texts import lost, one_of, put, words

_EMOJI = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?")


def _piece(material: Material, rng: Random) -> str | None:
    """An unknown piece in place of a word, the mark of a beginning, a token of the decoder, a word in two pieces."""
    options = [
        text
        for match in words(material.target)
        if len(match[0]) > 3
        for text in (
            put(match, "⁇"),
            put(match, f"▁{match[0]}"),
            put(match, f"{match[0][:2]}@@ {match[0][2:]}"),
            put(match, f"{match[0][:2]} ##{match[0][2:]}"),
            put(match, rng.choice(("<unk>", "[UNK]"))),
        )
    ]
    return one_of(rng, [*options, f"{material.target}</s>"] if options else [])


def _tripled(material: Material, rng: Random) -> str | None:
    """A word in small letters."""
    return _thrice([word for word in words(material.target) if word[0].islower()], rng)


def _tripled_name(material: Material, rng: Random) -> str | None:
    """A word with a capital that does not begin the text."""
    return _thrice([word for word in words(material.target) if word[0].istitle() and word.start() > 1], rng)


def _thrice(matches: list[re.Match[str]], rng: Random) -> str | None:
    options = [match for match in matches if len(match[0]) > 2 and "-" not in match[0]]
    return one_of(rng, [put(match, " ".join([match[0]] * 3)) for match in options])


def _emoji_lost(material: Material, rng: Random) -> str | None:
    return one_of(rng, [lost(match) for match in _EMOJI.finditer(material.target) if match[0] in material.source])


KINDS = (
    kind("tokenizer-piece", "tokens", _piece),
    kind("word-tripled", "repetition", _tripled),
    kind("name-tripled", "repetition", _tripled_name),
    kind("emoji-lost", "emoji", _emoji_lost),
)
