"""Additions stand between blank lines, in the encoding and with the line ends of the article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from l10n import documents
from l10n.model import Document
from l10n.text.lines import LINE_BREAK

_BLANK_LINE = 2
"""Line breaks."""
_ROOM = 16
"""Bytes in which two line breaks have room, in any encoding."""
_WHITE = b" \t\r\n\0"
_ENDS = ("\r\n", "\n", "\r")


@dataclass(frozen=True, slots=True)
class Insertion:
    """A text that is put into an article."""

    position: int
    """Before this byte of the source's file."""
    text: str


def form_of_additions(document: Document) -> str:
    """The format in which texts that are put into the document are written; empty if there can be none."""
    own = "" if document.archive else document.format
    return str(getattr(documents.named(document.format), "ADDITIONS", own))


def encoder(document: Document) -> Callable[[str], bytes]:
    """Gives the bytes of a text in the encoding of the document."""
    encode = documents.named(document.format).encode
    return lambda text: encode(text, memoryview(document.data), memoryview(b""))


def inserted(parts: Sequence[bytes], mark: bytes, texts: Sequence[str], encode: Callable[[str], bytes]) -> bytes:
    """The parts of an article with a text between each two, and a blank line wherever there is none.

    Line ends become those of the article; nothing else in the texts is changed. `mark` is its byte order mark.
    """
    ends = [encode(end) for end in _ENDS]
    usual = _usual(parts, ends)
    written = [encode(LINE_BREAK.sub(usual, text)) for text in texts]
    chunks = chain.from_iterable(zip_longest(parts, written, fillvalue=b""))
    return mark + b"".join(_with_blank_lines(chunks, mark, ends, encode(usual)))


def unwritable(text: str, encode: Callable[[str], bytes]) -> str:
    """The characters that the encoding of the article lacks."""
    lost = encode("?")
    return "".join(sorted({character for character in set(text) - {"?"} if encode(character) == lost}))


def _usual(parts: Sequence[bytes], ends: Sequence[bytes]) -> str:
    """The line end that the article has most often."""
    both, feed, carriage = (sum(part.count(end) for part in parts) for end in ends)
    counts = dict(zip(_ENDS, (both, feed - both, carriage - both), strict=True))
    return max(("\n", "\r\n", "\r"), key=counts.__getitem__)


def _with_blank_lines(chunks: Iterable[bytes], mark: bytes, ends: Sequence[bytes], line_end: bytes) -> Iterator[bytes]:
    """The chunks without the mark, and what parts them; there is nothing to part before the first words or after the
    last.
    """
    tail, begun = b"", False
    for number, chunk in enumerate(chunks):
        body = chunk if number else chunk.removeprefix(mark)
        words = bool(body.strip(_WHITE))
        if begun and words:
            yield line_end * (_BLANK_LINE - _breaks(tail, ends, bytes.endswith) - _breaks(body, ends, bytes.startswith))
        yield body
        tail = (tail + body[-_ROOM:])[-_ROOM:]
        begun = begun or words


def _breaks(data: bytes, ends: Sequence[bytes], has: Callable[[bytes, bytes], bool]) -> int:
    """Line breaks at an edge of the data; more than a blank line do not matter."""
    forward = has is bytes.startswith
    rest = data[:_ROOM] if forward else data[-_ROOM:]
    for count in range(_BLANK_LINE):
        end = next((end for end in ends if has(rest, end)), None)
        if end is None:
            return count
        rest = rest[len(end) :] if forward else rest[: -len(end)]
    return _BLANK_LINE
