"""Can a model work? CTranslate2 does not ask itself whether it can run a model, and ends the process if sizes differ.

Only what is there is compared: a variable that is missing CTranslate2 names itself, and one that is unknown here may be
right. The names are those of CTranslate2's Transformer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from l10n.engines.decoding import vocabulary
from l10n.engines.decoding.weights import CONFIGURED, Variable, read

MODEL = "model.bin"
_SIDE = r"(?P<side>encoder|decoder)"
_SELF = rf"(?P<block>{_SIDE}/layer_\d+/self_attention)"
_CROSS = r"(?P<block>decoder/layer_\d+/attention)"
_FORWARD = rf"(?P<block>{_SIDE}/layer_\d+/ffn)"
_SHAPES = tuple(
    (re.compile(pattern), dimensions)
    for pattern, dimensions in (
        (r"encoder/embeddings(_0)?/weight", ("source vocabulary", "encoder")),
        (r"decoder/(embeddings|projection)/weight", ("target vocabulary", "decoder")),
        (rf"{_SIDE}/(.+/)?layer_norm/(gamma|beta)", ("{side}",)),
        (rf"{_SELF}/linear_0/weight", ("three {block}", "{side}")),
        (rf"{_SELF}/linear_1/weight", ("{side}", "{block}")),
        (rf"{_CROSS}/linear_0/weight", ("{block}", "decoder")),
        (rf"{_CROSS}/linear_1/weight", ("two {block}", "encoder")),
        (rf"{_CROSS}/linear_2/weight", ("decoder", "{block}")),
        (rf"{_FORWARD}/linear_0(_noact)?/weight", ("{block}", "{side}")),
        (rf"{_FORWARD}/linear_1/weight", ("{side}", "{block}")),
        (r"(?P<block>.+)/bias", ("rows {block}",)),
        (r"(?P<block>.+)/(?P<scaled>weight_scale)", ("rows {block}",)),
    )
)
"""What the dimensions of a variable are: equal names are equal sizes."""
_TIMES = {"three": 3, "two": 2}
_GROUPED = ("/multi_query", "/multi_query_attention", "/num_heads_kv")
"""Variables of a model whose heads share keys and values: it has fewer of them."""
_PADDING = 64
"""So many rows a model may have beyond its vocabulary, less one: some are made a multiple of it."""


FAILURES = (OSError, RuntimeError, ValueError, LookupError, TypeError, MemoryError)
"""Whatever CTranslate2 and a tokenizer raise where a model is not whole."""


def reason(error: Exception) -> str:
    """What one of the FAILURES says, on one line."""
    if isinstance(error, OSError) and error.strerror:
        return f"{Path(str(error.filename)).name}: {error.strerror}" if error.filename else error.strerror
    return (str(error) or type(error).__name__).splitlines()[0]


def check(folder: Path, *, prefixed: bool = False) -> frozenset[str]:
    """Look into the folder of a model, `prefixed` or not, and return the pieces it knows, if it says so.

    ValueError says why it cannot be run, OSError why it cannot be read.
    """
    for path in sorted(folder.iterdir()):
        if path.is_fifo():  # CTranslate2 would wait for it
            raise ValueError(f"{path.name} is a pipe")
    contents = read(folder / MODEL)
    sizes = _sizes(contents.variables)
    _check_heads(contents.variables, sizes)
    shared = vocabulary.pieces(folder, "shared")
    source, target = (vocabulary.pieces(folder, side) if shared is None else shared for side in ("source", "target"))
    for side, pieces in (("source", source), ("target", target)):
        rows = sizes.get(f"{side} vocabulary")
        if pieces is None and rows is not None:
            raise ValueError(f"no {side} vocabulary")
        if pieces is not None and rows is not None and not 0 <= rows - len(pieces) < _PADDING:
            raise ValueError(f"its {side} vocabulary has {len(pieces)} pieces, its model {rows}")
    if target is not None and contents.version >= CONFIGURED:
        vocabulary.check_config(folder, frozenset(target), prefixed=prefixed)
    return frozenset((*(source or ()), *(target or ())))


def _sizes(variables: Mapping[str, Variable]) -> dict[str, int]:
    """All sizes by name; ValueError if a variable has another size than its neighbours."""
    sizes: dict[str, int] = {}
    grouped = any(name.endswith(_GROUPED) and variable.value for name, variable in variables.items())
    for name, variable in variables.items():
        for dimension, size in _dimensions(name, variables, grouped):
            if size == 0 or sizes.setdefault(dimension, size) != size:
                raise ValueError(f"{name} in {MODEL} is of the shape {variable.shape}, which does not fit the rest")
    return sizes


def _dimensions(name: str, variables: Mapping[str, Variable], grouped: bool) -> Iterator[tuple[str, int]]:
    """What each dimension is called, and its size; 0 for one that cannot be."""
    shape = variables[name].shape
    if name.endswith("/weight") and shape:
        yield f"rows {name.removesuffix('/weight')}", shape[0]
    for pattern, dimensions in _SHAPES:
        match = pattern.fullmatch(name)
        if not match or (match.groupdict().get("scaled") and not _in_bytes(variables, match["block"])):
            continue
        yield from (("", 0),) * (len(shape) != len(dimensions))
        for dimension, size in zip(dimensions, shape, strict=False):
            word, _, rest = dimension.format(**match.groupdict()).partition(" ")
            times = _TIMES.get(word, 1)
            if times == 1:
                yield f"{word} {rest}".strip(), size
            elif not grouped:
                yield rest, size // times if size % times == 0 else 0


def _in_bytes(variables: Mapping[str, Variable], block: str) -> bool:
    """Its weights are of one byte each: then each row has a scale of its own."""
    weight = variables.get(f"{block}/weight")
    return weight is not None and weight.item_size == 1


def _check_heads(variables: Mapping[str, Variable], sizes: Mapping[str, int]) -> None:
    """ValueError if CTranslate2 would divide by no heads, or look for the attention of a layer that is not there."""
    for side in ("encoder", "decoder"):
        heads = _number(variables, f"{side}/num_heads", "num_heads")
        blocks = [size for name, size in sizes.items() if re.fullmatch(rf"{side}/layer_\d+/self_attention", name)]
        if heads is not None and (heads < 1 or any(size % heads for size in blocks)):
            raise ValueError(f"{side}/num_heads in {MODEL} is {heads}, which does not fit the rest")
    layers = len({match[0] for name in variables if (match := re.match(r"decoder/layer_\d+/", name))})
    layer = _number(variables, "decoder/alignment_layer", "alignment_layer")
    if layer is not None and layers and not -layers <= layer < layers:
        raise ValueError(f"decoder/alignment_layer in {MODEL} is {layer}, and there are {layers}")
    aligned = _number(variables, "decoder/alignment_heads", "alignment_heads")
    if aligned is not None and heads is not None and not 0 <= aligned <= heads:
        raise ValueError(f"decoder/alignment_heads in {MODEL} is {aligned}, and there are {heads}")


def _number(variables: Mapping[str, Variable], *names: str) -> int | None:
    return next((variables[name].value for name in names if name in variables), None)
