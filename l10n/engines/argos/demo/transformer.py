"""A Transformer whose weights are set by hand: it replaces known words, copies everything else, in place.

Each source piece carries four codes, what it becomes alone and when letters stand before, after, or around it. The
encoder's last layer looks at two neighbours on each side and notes whether they continue the word; the decoder's
last layer reads position t at step t and picks the code that applies; the projection turns the code into a piece.
All other layers add next to nothing, and cost what they cost in a trained model.

The vector of a position, 512 wide:

    0…383    the four codes, 96 signs each: the residual stream's first code ends as the one to emit
    384…447  the place: cosines and sines of 32 frequencies, so that a query for t+n is a rotation of the query for t
    448…     single numbers, 0 or 1: see below
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from ctranslate2.specs import TransformerSpec
from numpy.typing import NDArray

POSITIONS = 512
"""The longest source and translation, in pieces and the end mark; CTranslate2 raises RuntimeError beyond."""

_WIDTH, _HEADS = 512, 8
_HEAD = _WIDTH // _HEADS
_CODE = 96
_PLACE = slice(4 * _CODE, 4 * _CODE + _HEAD)
_BEGINS, _ENDS, _APOSTROPHE, _ONE = range(_PLACE.stop, _PLACE.stop + 4)
_NEIGHBOURS = range(_ONE + 1, _ONE + 7)
"""Ends, is apostrophe (the piece before), ends (two before); begins, is apostrophe (the next), begins (the second)."""
_LEFT, _RIGHT = _NEIGHBOURS.stop, _NEIGHBOURS.stop + 1
"""Whether a letter stands directly before or after the piece."""

# Head of the encoder, distance in pieces, which number it reads there, where it writes it.
_LOOKS = (
    (0, -1, _ENDS, _NEIGHBOURS[0]),
    (0, -1, _APOSTROPHE, _NEIGHBOURS[1]),
    (1, -2, _ENDS, _NEIGHBOURS[2]),
    (2, +1, _BEGINS, _NEIGHBOURS[3]),
    (2, +1, _APOSTROPHE, _NEIGHBOURS[4]),
    (3, +2, _BEGINS, _NEIGHBOURS[5]),
)
_SHARPNESS = 2.5
"""Of queries and keys: the wanted place outweighs the next best by more than e to the 20."""
_LOGIT = 40 / _CODE
"""Per sign: the emitted piece scores 40, others (codes agree by chance) rarely above 20."""

Array = NDArray[np.float32]


def build(
    vocabulary: Sequence[str], replacements: NDArray[np.intp], edges: NDArray[np.bool_], layers: int, feed_forward: int
) -> TransformerSpec:
    """The int8 model; `replacements` (pieces, 4) are ids in the order of Replacement, `edges` (pieces, 3) as Edges."""
    rng = np.random.default_rng(0)
    codes = _codes(rng, len(vocabulary))
    spec = TransformerSpec.from_config((layers, layers), _HEADS, pre_norm=True)
    _fill(spec, rng, len(vocabulary), feed_forward)
    spec.encoder.embeddings[0].weight = _embedding(codes, replacements, edges)
    _look_around(spec.encoder.layer[-1])
    _read_place(spec.decoder.layer[-1].attention)
    _pick(spec.decoder.layer[-1].ffn)
    spec.decoder.projection.weight[:, :_CODE] = codes * _LOGIT
    spec.register_source_vocabulary(list(vocabulary))
    spec.register_target_vocabulary(list(vocabulary))
    spec.config.add_source_eos = True
    spec.validate()  # once, and before optimize(): a second call would destroy the shared tensors
    spec.optimize(quantization="int8")
    return spec


def _codes(rng: np.random.Generator, count: int) -> Array:
    """(pieces, 96): random signs, as many of each in a row so that layer normalization has no mean to subtract."""
    signs = np.tile(np.repeat(np.array([1, -1], np.float32), _CODE // 2), (count, 1))
    return rng.permuted(signs, axis=1)


def _places() -> Array:
    """(512 positions, 512): a code for each; two of them agree to less than half by the choice of frequencies."""
    turns = np.outer(np.arange(POSITIONS), _frequencies())
    places = np.zeros((POSITIONS, _WIDTH), np.float32)
    places[:, _PLACE] = np.concatenate([np.cos(turns), np.sin(turns)], axis=1) * 2**0.5
    return places


def _frequencies() -> NDArray[np.float64]:
    chosen = np.random.default_rng(1266).choice(np.arange(1, POSITIONS // 2), _HEAD // 2, replace=False)
    return 2 * np.pi / POSITIONS * chosen


def _shift(distance: int) -> Array:
    """(64, 64): turns the code of position t into that of t + distance."""
    turns = _frequencies() * distance
    cosine, sine = np.diag(np.cos(turns)), np.diag(np.sin(turns))
    return np.block([[cosine, -sine], [sine, cosine]]).astype(np.float32)


def _embedding(codes: Array, replacements: NDArray[np.intp], edges: NDArray[np.bool_]) -> Array:
    """(pieces, 512): every row has nearly the same length, so layer normalization scales all pieces alike."""
    embedding = np.zeros((len(codes), _WIDTH), np.float32)
    embedding[:, : 4 * _CODE] = codes[replacements].reshape(len(codes), -1)
    embedding[:, [_BEGINS, _ENDS, _APOSTROPHE]] = edges
    embedding[:, _ONE] = 1
    return embedding


def _look_around(layer: Any) -> None:
    """Encoder layer: fetch the neighbours' edges, then sum up for each side whether a letter stands there."""
    query, key, value, output = (np.zeros((_WIDTH, _WIDTH), np.float32) for _ in range(4))
    for slot, (head, distance, number, written) in enumerate(_LOOKS):
        rows = slice(head * _HEAD, (head + 1) * _HEAD)
        query[rows, _PLACE] = _shift(distance) * _SHARPNESS
        key[rows, _PLACE] = np.eye(_HEAD) * _SHARPNESS
        value[rows.start + slot, number] = 1
        output[written, rows.start + slot] = 1
    layer.self_attention.linear[0].weight = np.concatenate([query, key, value])
    layer.self_attention.linear[1].weight = output
    inner, outer = np.zeros_like(layer.ffn.linear_0.weight), np.zeros_like(layer.ffn.linear_1.weight)
    for unit, (numbers, written) in enumerate(((_NEIGHBOURS[:3], _LEFT), (_NEIGHBOURS[3:], _RIGHT))):
        # A letter, or an apostrophe and then a letter: 2 or more. Cut to 0…1 by two units, relu(x-1) - relu(x-2).
        for step in (0, 1):
            inner[2 * unit + step, numbers] = 2, 1, 1
            inner[2 * unit + step, _ONE] = -1 - step
            outer[written, 2 * unit + step] = 1 - 2 * step
    layer.ffn.linear_0.weight, layer.ffn.linear_1.weight = inner, outer


def _read_place(attention: Any) -> None:
    """Cross-attention: every head of step t reads its part of source position t."""
    position, everything = (np.zeros((_WIDTH, _WIDTH), np.float32) for _ in range(2))
    for head in range(_HEADS):
        position[head * _HEAD : (head + 1) * _HEAD, _PLACE] = np.eye(_HEAD) * _SHARPNESS
    read = [*range(4 * _CODE), _ONE, _LEFT, _RIGHT]
    everything[read, read] = 1
    attention.linear[0].weight = position
    attention.linear[1].weight = np.concatenate([position, everything])
    attention.linear[2].weight = everything.copy()


def _pick(feed_forward: Any) -> None:
    """Decoder's feed-forward: add to the first code what turns it into the code that applies.

    With a gate g above |d|, relu(g+d) - relu(g-d) is 2d; with g below -|d| it is 0. So left and right letters add
    after - alone and before - alone, both together also between - after - before + alone.
    """
    gates = (  # what is added, as factors of the four codes; then the gate's weights of left, right and one
        ((-1, 1, 0, 0), (8, 0, -4)),
        ((-1, 0, 1, 0), (0, 8, -4)),
        ((1, -1, -1, 1), (16, 16, -24)),
    )
    inner, outer = np.zeros_like(feed_forward.linear_0.weight), np.zeros_like(feed_forward.linear_1.weight)
    dimensions = np.arange(_CODE)
    for number, (factors, gate) in enumerate(gates):
        for sign in (1, -1):
            units = dimensions + _CODE * (2 * number + (sign < 0))
            for code, factor in enumerate(factors):
                inner[units, dimensions + code * _CODE] = factor * sign
            inner[units[:, np.newaxis], [_LEFT, _RIGHT, _ONE]] = gate
            outer[dimensions, units] = sign / 2
    feed_forward.linear_0.weight, feed_forward.linear_1.weight = inner, outer


def _fill(spec: TransformerSpec, rng: np.random.Generator, pieces: int, feed_forward: int) -> None:
    """Give every weight its shape: unit norms, the places, and noise too small to matter in all layers."""

    def noise(*shape: int) -> Array:  # not zero: equal tensors would be stored once, and timings would flatter
        return rng.standard_normal(shape, np.float32) * np.float32(1e-4)

    def attention(part: Any, shapes: Sequence[int]) -> None:
        _norm(part.layer_norm)
        for linear, rows in zip(part.linear, shapes, strict=True):
            _linear(linear, noise(rows * _WIDTH, _WIDTH))

    for part in (spec.encoder, spec.decoder):
        part.scale_embeddings = False
        part.position_encodings.encodings = _places()
        _norm(part.layer_norm)
        for layer in part.layer:
            attention(layer.self_attention, (3, 1))
            _norm(layer.ffn.layer_norm)
            _linear(layer.ffn.linear_0, noise(feed_forward, _WIDTH))
            _linear(layer.ffn.linear_1, noise(_WIDTH, feed_forward))
    for layer in spec.decoder.layer:
        attention(layer.attention, (1, 2, 1))
    spec.decoder.embeddings.weight = noise(pieces, _WIDTH)
    _linear(spec.decoder.projection, np.zeros((pieces, _WIDTH), np.float32))


def _norm(norm: Any) -> None:
    norm.gamma, norm.beta = np.ones(_WIDTH, np.float32), np.zeros(_WIDTH, np.float32)


def _linear(linear: Any, weight: Array) -> None:
    linear.weight, linear.bias = weight, np.zeros(len(weight), np.float32)
