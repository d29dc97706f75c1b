"""What readers see of a text with marks and tags: emphasis, links, code, line breaks – as elements of HTML.

What changes nothing of how it looks is not seen; what is no tag of the source, or stands for what an edition cannot
show, is seen as words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from l10n.documents.html.tokens import HtmlToken, TokenKind, attributes, value
from l10n.documents.inline import InlineForm
from l10n.documents.inline.commonmark.addresses import address, written_out
from l10n.documents.inline.numbering import numbered
from l10n.documents.inline.tags import NAME, base
from l10n.model import Block, InlinePart, PieceKind
from l10n.model.inline import words

LINK, CODE, BREAK, PICTURE = "a", "code", "br", "img"
_MARKS = {"strong": "strong", "emphasis": "em", "strikethrough": "del", "link": LINK}
_SAME = "a b bdi cite code del dfn em i ins kbd q rp rt ruby s samp small strong sub sup u var"
_ELEMENTS = {name: name for name in _SAME.split()} | {"strike": "s", "tt": "code"}
"""What an edition shows of HTML: elements for a run of words that need nothing else."""
_COMMENT = re.compile(r"<!--.*?-->")
UNNAMED_PICTURE = "▣"
"""Where a picture is whose words stand elsewhere."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike, or where an element begins or ends."""

    kind: PieceKind
    """`ALONE` is an element with its words."""
    words: str = ""
    element: str = ""
    """Its name; empty for mere words, and for the borders of what looks like the text around it."""
    address: str = ""
    """Where a link leads, as far as it is known."""
    source: str = ""
    """What stands for it in a file of the document's format."""


@dataclass(frozen=True, slots=True)
class Looks:
    """How the texts of a segment look."""

    form: InlineForm
    has_markup: bool
    """A tag in the text is one, whether the source has it or not."""
    tags: Mapping[str, str] = field(default_factory=dict)
    """What stands in the file for each tag of the segment."""
    definitions: Mapping[str, str] = field(default_factory=dict)
    """Addresses of the references that links name, by label."""

    def runs(self, text: str) -> list[Run]:
        """The text of a rendering, run by run; the pairs among them are nested rightly."""
        parts = self.form.parse(text)
        elements: dict[int, tuple[str, str]] = {}
        links: list[int] = []
        for number, part in enumerate(parts):
            if part.kind is PieceKind.OPEN:
                element, to = self._opened(text, part, parts)
                if element == LINK and links:  # no link is within another
                    element = ""
                elements[number] = elements[part.partner] = element, to
                links += [number] if element == LINK else []
            elif part.kind is PieceKind.CLOSE and links and links[-1] == part.partner:
                links.pop()
        return [self._run(text, part, *elements.get(number, ("", ""))) for number, part in enumerate(parts)]

    def _run(self, text: str, part: InlinePart, element: str, to: str) -> Run:
        raw = text[part.start : part.end]
        if part.is_text:
            return Run(PieceKind.TEXT, part.words, source=self.form.escape(part.words, text[part.end : part.end + 1]))
        if raw.startswith("<") and not self._source(raw):
            return Run(PieceKind.TEXT, raw, source=self.form.escape(raw))
        if part.kind is PieceKind.ALONE:
            return self._alone(text, part)
        return Run(part.kind, "", element, to, self._source(raw) or written_out(raw, self.definitions))

    def _source(self, raw: str) -> str:
        """The tag in the file; empty for what is none."""
        return self.tags.get(raw, raw if self.has_markup else "") if raw.startswith("<") else ""

    def _opened(self, text: str, part: InlinePart, parts: Sequence[InlinePart]) -> tuple[str, str]:
        """Element and address of a pair."""
        raw = text[part.start : part.end]
        if source := self._source(raw):
            return _element(source), _attribute(source, "href")
        if raw.startswith("<"):
            return "", ""
        close = parts[part.partner]
        to = address(text[close.start : close.end], self.definitions) if part.name == "link" else ""
        return _MARKS.get(part.name, ""), to

    def _alone(self, text: str, part: InlinePart) -> Run:
        raw = text[part.start : part.end]
        source = self._source(raw) or written_out(raw, self.definitions)
        kind, _, rest = part.name.partition(" ")
        if kind == "autolink":
            to = f"mailto:{rest}" if "@" in rest and ":" not in rest else rest
            return Run(part.kind, part.words, LINK, to, source)
        if kind == "footnote":
            return Run(part.kind, rest, "sup", "", source)
        if kind == "image":
            return Run(part.kind, self._alternative(text, part) or UNNAMED_PICTURE, PICTURE, "", source)
        if part.words and (raw.startswith("`") or _element(source)):
            return Run(part.kind, part.words, _element(source) or CODE, "", source)
        return Run(part.kind, *_tag(raw), source=source)

    def _alternative(self, text: str, part: InlinePart) -> str:
        first, last = part.inner[0] if part.inner and part.inner[0][0] == part.start + 2 else (0, 0)
        return words(self.form.parse(text[first:last]))


def tags_of(block: Block) -> Iterator[dict[str, str]]:
    """For each segment what stands in the file for its tags, by what translators see of them; or for the whole."""
    offsets = [0, *accumulate(len(piece.text) for piece in block.pieces)]
    spans = [(segment.start, segment.end) for segment in block.segments] or [(0, offsets[-1])]
    for start, end in spans:
        first, last = bisect_left(offsets, start), bisect_left(offsets, end)
        pieces = [piece for piece in block.pieces[first:last] if piece.kind is not PieceKind.TEXT]
        shown = zip(numbered(pieces), pieces, strict=True)
        yield {text: piece.source for text, piece in shown if piece.source.startswith("<")}


def _tag(raw: str) -> tuple[str, str]:
    """Words and element of what stands for itself."""
    tag = NAME.match(raw)
    name = base(tag["name"]) if tag else ""
    if name in {BREAK, "hr"}:
        return "", BREAK
    return (UNNAMED_PICTURE, PICTURE) if name == PICTURE else (_COMMENT.sub("", raw), "")


def _element(tag: str) -> str:
    name = NAME.match(tag)
    return _ELEMENTS.get(name["name"].lower(), "") if name else ""


def _attribute(tag: str, name: str) -> str:
    token = HtmlToken(TokenKind.START, 0, len(tag))
    return next((value(tag, own) for own in attributes(tag, token) if own.name == name), "")
