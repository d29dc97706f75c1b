"""What a model reads for a text and writes for a translation: pieces, and tokens for languages and ends around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from l10n.engines.decoding.tokenization import SentencePiece, Spans, Tokenizer, piece_spans


@dataclass(frozen=True, slots=True)
class Frame:
    """Tokens that stand for no words."""

    before: tuple[str, ...] = ()
    """Before each text: its language, or the one to translate into."""
    after: tuple[str, ...] = ()
    """After it, unless CTranslate2 puts it there."""
    start: tuple[str, ...] = ()
    """Each translation begins with them."""
    as_words: bool = False
    """What a translation begins with is taken off its words, where these show it, and not its pieces: as Argos does."""


class Coder:
    """The tokenizers of a model, for its texts and its translations, and what stands around these."""

    def __init__(self, source: Tokenizer, target: Tokenizer, frame: Frame) -> None:
        self._source, self._target, self._frame = source, target, frame

    @property
    def has_spans(self) -> bool:
        """Whether it knows where in a text a piece stands."""
        return isinstance(self._source, SentencePiece)

    def encode(self, text: str) -> list[str]:
        """What the model reads."""
        return [*self._frame.before, *self._source.encode(text), *self._frame.after]

    def start(self, prefix: str) -> list[str]:
        """What a translation begins with that has to begin so."""
        return [*self._frame.start, *(self._target.encode(prefix) if prefix else ())]

    def decode(self, pieces: Sequence[str]) -> str:
        """The words of a translation."""
        text = self._target.decode(pieces[self._started(pieces) :])
        return text.removeprefix("".join(self._frame.start)) if self._frame.as_words else text

    def spans(self, text: str) -> Spans:
        """Where in the text each token that the model reads is from; only if `has_spans`."""
        if not isinstance(self._source, SentencePiece):
            return ()
        own = self._source.spans(text, self._source.encode(text))
        return [*[None] * len(self._frame.before), *own, *[None] * len(self._frame.after)]

    def spans_of_output(self, text: str, pieces: Sequence[str]) -> Spans:
        """Where in a translation each token that the model wrote stands."""
        start = self._started(pieces)
        return [*[None] * start, *piece_spans(text, pieces[start:])]

    def _started(self, pieces: Sequence[str]) -> int:
        """How many pieces of a translation are none of its words."""
        start = self._frame.start
        return len(start) if not self._frame.as_words and tuple(pieces[: len(start)]) == start else 0
