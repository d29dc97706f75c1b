"""Tokens -> a paragraph: what is around all of it, how its words look, and the pieces of its block.

Runs that look alike are one, whatever else their programs have written down of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from itertools import takewhile

from l10n.documents.office.dialect import Formatting, OfficeDialect
from l10n.documents.office.layers import LayerRole, Path, containers, innermost, runs
from l10n.documents.office.pieces import Paragraph, PieceBuilder, escape_words, is_expression
from l10n.documents.office.tokens import InlineToken
from l10n.documents.xml import offsets
from l10n.model import Piece, PieceKind, Span


def paragraph(data: bytes, tokens: Sequence[InlineToken], dialect: OfficeDialect) -> Paragraph:
    """The pieces of these tokens, which have words; what is before and after the words stays outside."""
    own = _trimmed(data, tokens)
    words = [token for token in own if token.words]
    paths = [containers(token.before) for token in own if token.words or is_expression(token)]
    shared = takewhile(lambda layers: len({layer.key for layer in layers}) == 1, zip(*paths, strict=False))
    made = Paragraph(around=tuple(layers[0] for layers in shared))
    made.bases = _bases(words, len(made.around))
    made.words = next(((layer,) for token in words for layer in token.before if layer.role is LayerRole.WORDS), ())
    for token in words:
        known = made.runs.setdefault(token.formatting, own_runs := runs(token.before))
        made.runs[token.formatting] = min(known, own_runs, key=len)
    builder = PieceBuilder(data, dialect, made)
    for token in own:
        builder.add(token)
    builder.show(())
    escape_words(made)
    return made


def value(start: int, end: int, words: str) -> Paragraph:
    """The one piece of an attribute."""
    token = InlineToken(start, end, words, (), ())
    made = Paragraph([Piece(PieceKind.TEXT, start, end, words)], [token], is_value=True)
    escape_words(made)
    return made


def _trimmed(data: bytes, tokens: Sequence[InlineToken]) -> list[InlineToken]:
    """From the first words to the last, without the white space around, and with what else is in pairs at the ends."""
    read = [number for number, token in enumerate(tokens) if token.words.strip() or is_expression(token)]
    first, last = _with_rest_of_pairs(tokens, read)
    own = list(tokens[first : last + 1])
    for number, strip in ((0, str.lstrip), (-1, str.rstrip)):
        token = own[number]
        words = strip(token.words)
        cut = len(token.words) - len(words)
        if cut:
            source = data[token.start : token.end].decode()
            (size,) = offsets(source, [len(words) if number else cut])
            start, end = (token.start, token.start + size) if number else (token.start + size, token.end)
            own[number] = token._replace(start=start, end=end, words=words)
    return own


def _with_rest_of_pairs(tokens: Sequence[InlineToken], read: Sequence[int]) -> tuple[int, int]:
    """The numbers of the first and the last token that has words, or stands for itself in a pair with such words."""
    paths = [containers(tokens[number].before) for number in read]
    depth = sum(1 for layers in zip(*paths, strict=False) if len({layer.key for layer in layers}) == 1)
    first, last = read[0], read[-1]
    for number in range(last + 1, len(tokens)):
        if not _is_in_pair_of(tokens[number], paths[-1], depth):
            break
        last = last if tokens[number].words else number
    for number in range(first - 1, -1, -1):
        if not _is_in_pair_of(tokens[number], paths[0], depth):
            break
        first = first if tokens[number].words else number
    return first, last


def _is_in_pair_of(token: InlineToken, path: Path, depth: int) -> bool:
    """It is in the outermost pair of a path, beyond so many layers."""
    pair = next((layer.key for layer in path[depth:] if layer.role is LayerRole.PAIR), None)
    return pair is not None and any(layer.key == pair for layer in containers(token.before)[depth:])


def _bases(words: Sequence[InlineToken], depth: int) -> dict[Span | None, Formatting]:
    """What has the fewest properties in each pair, or of several what most words have."""
    weights: dict[Span | None, Counter[Formatting]] = {}
    for token in words:
        if token.words.strip():
            weights.setdefault(innermost(token.before, depth), Counter())[token.formatting] += len(token.words)
    return {key: min(counts, key=partial(_rank, counts)) for key, counts in weights.items()}


def _rank(counts: Counter[Formatting], formatting: Formatting) -> tuple[int, int]:
    return len(formatting), -counts[formatting]
