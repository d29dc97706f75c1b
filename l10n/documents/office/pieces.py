"""What translators see of a paragraph: pairs around what looks unlike the rest, and around links.

The tag of a pair is that which HTML has for it, or `g`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from html import escape
from itertools import groupby

from l10n.documents.inline import tags
from l10n.documents.office.dialect import Formatting, OfficeDialect
from l10n.documents.office.layers import Layer, LayerRole, Path, common, containers, innermost
from l10n.documents.office.tokens import InlineToken
from l10n.documents.xml import XmlElement
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
    """Before the name of an element, in the file, of the paragraph's namespace; empty where no element may stand."""
    markers: Sequence[XmlElement] = ()
    is_value: bool = False
    """It is the value of an attribute."""

    def base(self, pairs: Sequence[Layer]) -> Formatting:
        """How words look in these pairs, the innermost last, but for what has a tag."""
        usual = self.bases.get(None, next(iter(self.bases.values()), frozenset()))
        return next((self.bases[layer.opening] for layer in reversed(pairs) if layer.opening in self.bases), usual)


class PieceBuilder:
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
        if is_expression(token):
            self._put(Piece(PieceKind.ALONE, token.start, token.end, token.tag), token)
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
            told = self._data[slice(*layer.opening)] + self._look_in().encode()
            source = _source(layer.tag, layer.note, told)
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

    def _look_in(self) -> str:
        """All that words in the innermost pair look like, the rest around them, too: that tells it from others of its
        tag. In a link without words it is what those of a translation would look like.
        """
        return ", ".join(sorted(self._open[-1].formatting or self._made.base(self._open)))

    def _look(self, own: Formatting, base: Formatting) -> Layer:
        """The pair around words that look so."""
        beyond = sorted(own - base)
        links = [name for name in beyond if name.startswith(_LINK)]
        names = {self._dialect.tags.get(name, _GROUP) for name in beyond}
        tag = "a" if links else names.pop() if len(names) == 1 else _GROUP
        note = "".join(links) or (f"formatting: {', '.join(beyond)}" if tag == _GROUP else "")
        return Layer(LayerRole.RUN, own, (0, 0), (0, 0), own, tag, note)


def is_expression(token: InlineToken) -> bool:
    """It is one of a template, which translators see as it is."""
    return token.tag.startswith("{")


def _source(name: str, note: str, markup: bytes) -> str:
    """What tells a tag from others of its name, as an element."""
    address = note.removeprefix(_LINK)
    said = f' href="{escape(address)}"' if address != note else f' class="{escape(note)}"'
    return f'<{name}{said} id="{blake2b(markup, digest_size=8).hexdigest()}">'


def _short(note: str) -> str:
    return note if len(note) <= _LONGEST_NOTE else f"{note[: _LONGEST_NOTE - 1]}…"


def escape_words(made: Paragraph) -> None:
    """What looks like a tag in the words is none."""
    for is_text, group in groupby(enumerate(made.pieces), lambda numbered: numbered[1].kind is PieceKind.TEXT):
        run = list(group)
        for (number, piece), text in zip(run, tags.escape_all([piece.text for _, piece in run]), strict=True):
            if is_text and text != piece.text:
                made.pieces[number] = piece._replace(text=text, source=piece.text)
