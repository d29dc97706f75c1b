"""Tokens -> the pieces of a block: pairs around what looks unlike the rest, and around links.

Runs that look alike are one, whatever else their programs have written down of them. The tag of a pair is that which
HTML has for it, or `g`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from html import escape
from itertools import groupby, takewhile

from l10n.documents.inline import tags
from l10n.documents.office.dialect import Formatting, OfficeDialect
from l10n.documents.office.tokens import InlineToken, Layer, LayerRole, Path, containers, runs
from l10n.documents.xml import XmlElement, offsets
from l10n.model import Piece, PieceKind, Span

_GROUP = "g"
_LINK = "link to "
_LONGEST_NOTE = 80


@dataclass(slots=True)
class Paragraph:
    """A block as it stands in the file, and as translators see it."""

    pieces: list[Piece] = field(default_factory=list)
    origins: list[InlineToken | Layer] = field(default_factory=list)
    """What each piece stands for."""
    around: Path = ()
    """What is around all of it, and nobody sees."""
    bases: dict[Span | None, Formatting] = field(default_factory=dict)
    """How the words in a pair look, but for what has a tag, by where that is opened; those in no pair by None."""
    runs: dict[Formatting, Path] = field(default_factory=dict)
    """The elements that make words look so."""
    words: Path = ()
    """The element in which words stand; none if that is the run."""
    prefix: str = ""
    """Before the name of an element, in the file, of the paragraph's namespace."""
    markers: Sequence[XmlElement] = ()
    is_value: bool = False
    """It is the value of an attribute."""


def paragraph(data: bytes, tokens: Sequence[InlineToken], dialect: OfficeDialect) -> Paragraph:
    """The pieces of these tokens, which have words; what is before and after the words stays outside."""
    own = _trimmed(data, tokens)
    words = [token for token in own if token.words]
    paths = [containers(token.before) for token in words]
    shared = takewhile(lambda layers: len({layer.key for layer in layers}) == 1, zip(*paths, strict=False))
    made = Paragraph(around=tuple(layers[0] for layers in shared))
    made.bases = _bases(words, len(made.around))
    made.words = next(((layer,) for token in words for layer in token.before if layer.role is LayerRole.WORDS), ())
    for token in words:
        known = made.runs.setdefault(token.formatting, own_runs := runs(token.before))
        made.runs[token.formatting] = min(known, own_runs, key=len)
    builder = _PieceBuilder(data, dialect, made)
    for token in own:
        builder.add(token)
    builder.show(())
    _escape(made)
    return made


def value(start: int, end: int, words: str) -> Paragraph:
    """The one piece of an attribute."""
    token = InlineToken(start, end, words, (), ())
    made = Paragraph([Piece(PieceKind.TEXT, start, end, words)], [token], is_value=True)
    _escape(made)
    return made


def _trimmed(data: bytes, tokens: Sequence[InlineToken]) -> list[InlineToken]:
    """From the first words to the last, without the white space around."""
    read = [number for number, token in enumerate(tokens) if token.words.strip()]
    own = list(tokens[read[0] : read[-1] + 1])
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


def _bases(words: Sequence[InlineToken], depth: int) -> dict[Span | None, Formatting]:
    """What has the fewest properties in each pair, or of several what most words have."""
    weights: dict[Span | None, Counter[Formatting]] = {}
    for token in words:
        if token.words.strip():
            weights.setdefault(innermost(token.before, depth), Counter())[token.formatting] += len(token.words)
    return {key: min(counts, key=partial(_rank, counts)) for key, counts in weights.items()}


def _rank(counts: Counter[Formatting], formatting: Formatting) -> tuple[int, int]:
    return len(formatting), -counts[formatting]


def innermost(path: Path, depth: int) -> Span | None:
    """Where the innermost pair of a path is opened, beyond so many layers; None if it is in none."""
    return next((layer.opening for layer in reversed(containers(path)[depth:]) if layer.role is LayerRole.PAIR), None)


class _PieceBuilder:
    """Makes pieces of tokens."""

    def __init__(self, data: bytes, dialect: OfficeDialect, made: Paragraph) -> None:
        self._data, self._dialect, self._made = data, dialect, made
        self._open: list[Layer] = []
        self._last: tuple[Span | None, Formatting] | None = None
        """How the words before look, and in which pair."""
        self._position = 0

    def add(self, token: InlineToken) -> None:
        """Put a token behind those that are there."""
        self.show(self._visible(token), token.start)
        self._position = token.end
        if token.words:
            self._put(Piece(PieceKind.TEXT, token.start, token.end, token.words), token)
            return
        source = _source(token.tag.strip("</>"), "", self._data[token.start : token.end])
        self._put(Piece(PieceKind.ALONE, token.start, token.end, token.tag, source, _short(token.note)), token)

    def show(self, layers: Sequence[Layer], start: int = 0) -> None:
        """Close and open pairs until just these are open."""
        same = len(common(self._open, layers))
        while len(self._open) > same:
            layer = self._open.pop()
            self._put(
                Piece(PieceKind.CLOSE, self._position, self._position, f"</{layer.tag}>", f"</{layer.tag}>"), layer
            )
        for layer in layers[same:]:
            self._open.append(layer)
            first, last = layer.opening
            source = _source(layer.tag, layer.note, self._data[first:last])
            self._put(Piece(PieceKind.OPEN, start, start, f"<{layer.tag}>", source, _short(layer.note)), layer)

    def _put(self, piece: Piece, origin: InlineToken | Layer) -> None:
        self._made.pieces.append(piece)
        self._made.origins.append(origin)

    def _visible(self, token: InlineToken) -> list[Layer]:
        """The pairs that translators see around a token."""
        depth = len(self._made.around)
        pairs = [layer for layer in containers(token.before)[depth:] if layer.role is LayerRole.PAIR]
        key = innermost(token.before, depth)
        base = self._made.bases.get(key)
        own = token.formatting
        if token.words.strip():
            self._last = key, own
        elif token.words and self._last and self._last[0] == key:
            own = self._last[1]  # a space looks like the words before it
        elif self._last != (key, own):
            return pairs
        return pairs if base is None or own == base else [*pairs, self._look(own, base)]

    def _look(self, own: Formatting, base: Formatting) -> Layer:
        """The pair around words that look so."""
        beyond = sorted(own - base)
        names = {self._dialect.tags.get(name, _GROUP) for name in beyond}
        tag = names.pop() if len(names) == 1 else _GROUP
        note = "" if tag != _GROUP else f"formatting: {', '.join(beyond)}" if beyond else "other formatting"
        return Layer(LayerRole.RUN, own, (0, 0), (0, 0), own, tag, note)


def _source(name: str, note: str, markup: bytes) -> str:
    """What tells a tag from others of its name, as an element."""
    address = note.removeprefix(_LINK)
    said = f' href="{escape(address)}"' if address != note else f' class="{escape(note)}"'
    return f'<{name}{said} id="{blake2b(markup, digest_size=8).hexdigest()}">'


def _short(note: str) -> str:
    return note if len(note) <= _LONGEST_NOTE else f"{note[: _LONGEST_NOTE - 1]}…"


def common(first: Sequence[Layer], second: Sequence[Layer]) -> Path:
    """The layers that both begin with."""
    return tuple(
        layer for layer, _ in takewhile(lambda pair: pair[0].key == pair[1].key, zip(first, second, strict=False))
    )


def _escape(made: Paragraph) -> None:
    """What looks like a tag in the words is none."""
    for is_text, group in groupby(enumerate(made.pieces), lambda numbered: numbered[1].kind is PieceKind.TEXT):
        run = list(group)
        for (number, piece), text in zip(run, tags.escape_all([piece.text for _, piece in run]), strict=True):
            if is_text and text != piece.text:
                made.pieces[number] = piece._replace(text=text, source=piece.text)
