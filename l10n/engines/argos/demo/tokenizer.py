"""The demo package's SentencePiece model: known words are one piece each, all other text is spelled out exactly."""

from __future__ import annotations

import io
import struct
from collections.abc import Collection, Iterable

import sentencepiece

SPACE = "\u2581"
"""What SentencePiece writes for a space."""
DROP = "<drop>"
"""A control piece, decodes to nothing: what a dropped word becomes."""
UNKNOWN, START, END = 0, 1, 2
"""The ids of the pieces every model has."""

# Alphabets and punctuation: ASCII to IPA (has ə), marks, Greek, Cyrillic; quotes and dashes; currencies; arrows.
# All other characters are spelled out in bytes, which count as no letters.
_RANGES = ((0x21, 0x2B0), (0x300, 0x370), (0x370, 0x530), (0x2000, 0x2070), (0x20A0, 0x20C1), (0x2190, 0x2194))
_ALPHABET = "".join(chr(code) for start, end in _RANGES for code in range(start, end) if chr(code).isprintable())
_INVISIBLE = "\u00a0\u00ad\u2009\u200c\u200d\u202f"
_MERGES = 8000
"""How many pieces may be learned from training text; without text there is nothing to learn."""
_UNUSED = 5


def piece(text: str) -> str:
    """The piece that stands for this text, spaces plain."""
    return text.replace(" ", SPACE) or DROP


def train(known: Collection[str], emitted: Iterable[str], text: str) -> bytes:
    """A BPE model with a piece for each text `known` in sources and each `emitted` in translations."""
    buffer = io.BytesIO()
    characters = set(_ALPHABET + _INVISIBLE).difference(known)  # a word of one letter is defined already
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([line for line in text.splitlines() if line.strip()] or ["-"]),
        model_writer=buffer,
        model_type="bpe",
        vocab_size=300 + len(known) + len(characters | set(text)) + _MERGES,
        hard_vocab_limit=False,
        character_coverage=1.0,
        required_chars="".join(sorted(characters)),
        byte_fallback=True,
        normalization_rule_name="identity",
        remove_extra_whitespaces=False,
        user_defined_symbols=[piece(words) for words in known],
        control_symbols=[DROP],
        unk_id=UNKNOWN,
        bos_id=START,
        eos_id=END,
        pad_id=-1,
        max_sentence_length=1 << 20,
        num_threads=1,  # the order of the pieces must not depend on the machine
        minloglevel=2,
    )
    return _with_pieces(buffer.getvalue(), [piece(words) for words in emitted])


def vocabulary(model: bytes) -> list[str]:
    """The pieces in the order of their ids."""
    processor = sentencepiece.SentencePieceProcessor(model_proto=model)
    return [processor.id_to_piece(number) for number in range(processor.get_piece_size())]


def _with_pieces(model: bytes, pieces: Iterable[str]) -> bytes:
    """The model with pieces that are decoded like any other but never found in a source text.

    A user-defined symbol would be found there and could cover a known phrase. In a protobuf message the entries of
    a repeated field (here `ModelProto.pieces` = 1 of sentencepiece_model.proto) may simply be appended.
    """
    existing = set(vocabulary(model))
    new = (name.encode() for name in dict.fromkeys(pieces) if name not in existing)
    return model + b"".join(_field(1, _field(1, name) + struct.pack("<Bf2B", 0x15, 0, 0x18, _UNUSED)) for name in new)


def _field(number: int, data: bytes) -> bytes:
    """A protobuf field of wire type 2: tag, length as a varint, bytes."""
    length, rest = b"", len(data)
    while rest > 0x7F:
        length += bytes([rest & 0x7F | 0x80])
        rest >>= 7
    return bytes([number << 3 | 2]) + length + bytes([rest]) + data
