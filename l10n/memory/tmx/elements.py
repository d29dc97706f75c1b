"""TMX -> its `<tu>` elements one by one, in memory that does not grow with the file.

The DOCTYPE may name the DTD, which is not read; a file that declares entities is refused, as no TMX file needs them and
they can be made to fill the memory or to read other files. Where the XML is broken, the unit there is lost and reading
goes on with the next `<tu>`; the error is raised when all the others are out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.parsers import expat

from l10n.errors import L10nError
from l10n.memory.tmx import NEXT, PREVIOUS
from l10n.memory.tmx.element import Element, Variant
from l10n.memory.tmx.segment import SegmentContent
from l10n.memory.tmx.stream import BAD, pieces

_HINT = "mend the file, or export it again; the units that can be read are in the memory"
_NAMES = {"prev": PREVIOUS, "next": NEXT}
"""What OmegaT calls them."""
_LONGEST = 1_000_000
"""Characters of a unit with all its languages and notes; more is no segment."""
_NEXT = re.compile(rb"<(?:[\w.-]{1,20}:)?tu(?=[\s>])")
"""The tag that begins a unit, with or without a prefix; `tuv` begins none."""
_CUT = re.compile(rb"<(?:[\w.-]{0,20}|[\w.-]{1,20}:t?|(?:[\w.-]{1,20}:)?tu)\Z")
"""The beginning of its tag, at the end of a piece."""
_MOST = 10_000
"""Errors of a file, after which nobody expects more of it."""
_TAG = 30
"""Bytes of a tag `<prefix:tu`, at most."""
_AGAIN = b"<tmx><body>"


def elements(path: Path) -> Iterator[Element]:
    """Every `<tu>` that can be read; then L10nError with file and line if there was something else."""
    reader = _TmxParser(path)
    for piece in pieces(path):
        yield from reader.feed(piece)
    yield from reader.feed(b"", last=True)
    reader.finish()


class _TmxParser:
    """Feeds a parser, and another one after each error."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._build = _ElementBuilder(path, self._line)
        self._lines = self._given = self._before = 0
        """Lines and bytes before those of this parser; lines before this piece."""
        self._left: bytes | None = None
        """While the next unit is searched: what may be the beginning of its tag."""
        self._errors: list[tuple[int, str]] = []
        """What the parsers have complained of, with the lines."""
        self._parser = self._fresh()

    def feed(self, piece: bytes, last: bool = False) -> Iterator[Element]:
        """The elements that are complete with this, also those before an error."""
        start = 0
        while (rest := self._next(piece, start)) is not None:
            data, given = rest, self._given
            self._given += len(data)
            try:
                self._parser.Parse(data, last)
            except expat.ExpatError as error:
                yield from self._build.done()
                self._fail(expat.ErrorString(error.code), error.lineno)
                self._left = b""
                start = max(0, len(piece) - len(data) + max(0, self._parser.ErrorByteIndex - given) + 1)
            except L10nError:
                yield from self._build.done()
                raise
            yield from self._build.done()
            if self._left is None:
                break
        self._before += piece.count(b"\n")

    def _fail(self, what: str, line: int) -> None:
        self._errors.append((self._lines + line, what))
        if not self._build.began or len(self._errors) > _MOST:  # nothing of TMX so far, or nothing but errors
            self.finish()

    def finish(self) -> None:
        """Raise L10nError if there were errors."""
        if not self._errors:
            return
        (line, what), *more = self._errors
        others = f" ({len(more):,} more, the last in line {more[-1][0]})" if more else ""
        hint = _HINT if self._build.began else "name a TMX file, or export it again"
        raise L10nError(f"{self._path}:{line}: not well-formed XML: {what}{others}", hint)

    def _next(self, piece: bytes, start: int) -> bytes | None:
        """What the parser has to get of the piece: all, or what there is from the next unit on; None if nothing."""
        if self._left is None:
            return piece
        rest = self._left + piece[start:]
        match = _NEXT.search(rest)
        if not match:
            cut = _CUT.search(rest, max(0, len(rest) - _TAG))
            self._left = cut[0] if cut else b""
            return None
        self._lines = self._before + piece[:start].count(b"\n") + rest[: match.start()].count(b"\n")
        self._left, self._given = None, len(_AGAIN)
        self._build.forget()
        self._parser = self._fresh()
        self._parser.Parse(_AGAIN, False)
        return rest[match.start() :]

    def _fresh(self) -> expat.XMLParserType:
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.StartElementHandler = self._build.start
        parser.EndElementHandler = self._build.end
        parser.CharacterDataHandler = self._build.text
        parser.EntityDeclHandler = lambda name, *_: self._build.refuse(name, self._line())
        parser.SkippedEntityHandler = lambda name, _: self._build.skip(name, self._line())
        return parser

    def _line(self) -> int:
        return self._lines + self._parser.CurrentLineNumber


def _local(name: str) -> str:
    """Without the prefix of a namespace: TMX has no other elements of these names."""
    return name.rpartition(":")[2]


class _ElementBuilder:
    """What the parser tells, as elements."""

    def __init__(self, path: Path, line: Callable[[], int]) -> None:
        """`line` tells the parser's line."""
        self._path = path
        self._line = line
        self.began = False
        self._header = ""
        self._elements: list[Element] = []
        self._preserve = self._always = False
        """xml:space says so, here or of all the file."""
        self.forget()

    def forget(self) -> None:
        """What is open will not be closed."""
        self._tu: Element | None = None
        self._prop = ""
        self._size = 0
        self._parts: list[str] | None = None
        self._seg: SegmentContent | None = None

    def done(self) -> Iterator[Element]:
        """What is complete."""
        yield from self._elements
        self._elements = []

    def refuse(self, name: str, line: int) -> None:
        raise L10nError(f"{self._path}:{line}: the entity '{name}' is not one of XML's own", _HINT)

    def skip(self, name: str, line: int) -> None:
        if self._tu is None:
            self.refuse(name, line)
        else:
            self._tu.fault = f"the entity '{name}', which is not one of XML's own"

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if ":" in name:
            name = _local(name)
        if not self.began:
            self._begin(name)
        if self._seg:
            self._seg.start(name, attributes)
            return
        if attributes:
            attributes = self._checked(name, attributes)
        match name:
            case "header":
                self._header = attributes.get("srclang", "")
            case "tu":
                self._tu = self._element(attributes, self._line())
            case "tuv" if self._tu:
                self._tu.variants.append(Variant(attributes))
                self._grow(sum(map(len, attributes.values())) + 1)
            case "seg" if self._tu and self._tu.variants:
                self._seg = SegmentContent(self._preserve)
            case "prop" if self._tu:
                self._prop, self._parts = attributes.get("type", ""), []
            case "note" if self._tu:
                self._parts = []

    def _begin(self, name: str) -> None:
        if name != "tmx":
            hint = "name a TMX file, as other programs export their translation memory"
            raise L10nError(f"{self._path}:{self._line()}: not a TMX file: it begins with <{name[:40]}>", hint)
        self.began = True

    def _checked(self, name: str, attributes: dict[str, str]) -> dict[str, str]:
        """The attributes with nothing that XML cannot hold; what they say of white space is kept."""
        if attributes.get("xml:space") == "preserve":
            self._preserve, self._always = True, self._always or (self._tu is None and name != "tu")
        if any(BAD in value for value in attributes.values()):
            return {key: value.replace(BAD, "\ufffd") for key, value in attributes.items()}
        return attributes

    def text(self, text: str) -> None:
        self._size += len(text)
        if self._size > _LONGEST:
            self._grow(0)
            return
        if self._seg:
            self._seg.text(text)
        elif self._parts is not None:
            self._parts.append(text)

    def end(self, name: str) -> None:
        if ":" in name:
            name = _local(name)
        tu = self._tu
        if tu is None:
            return
        if self._seg and name != "seg":
            self._seg.end(name)
            return
        match name:
            case "seg" if self._seg:
                self._fill(tu, self._seg)
                self._seg = None
            case "prop" if self._parts is not None:
                owner = tu.variants[-1] if tu.variants else tu
                owner.props[_NAMES.get(self._prop, self._prop)] = self._joined()
            case "note" if self._parts is not None:
                tu.note = self._joined()
            case "tu":
                self._elements.append(tu)
                self._tu, self._preserve = None, self._always
            case _:
                pass

    def _element(self, attributes: dict[str, str], line: int) -> Element:
        if self._tu:
            self._tu.fault = "not closed"
            self._elements.append(self._tu)
        self._size = 0
        self._parts = None
        said = attributes.get("srclang") or self._header
        return Element(attributes, "" if said.strip().lower() == "*all*" else said, line)

    def _grow(self, size: int) -> None:
        self._size += size
        if self._size > _LONGEST and self._tu:
            self._tu.fault = f"longer than {_LONGEST:,} characters"

    def _joined(self) -> str:
        parts, self._parts = self._parts or [], None
        return "".join(parts).replace(BAD, "\ufffd")

    def _fill(self, tu: Element, segment: SegmentContent) -> None:
        """Give the last variant its texts; the last `<seg>` counts."""
        variant = tu.variants[-1]
        variant.text, variant.plain, variant.codes = segment.whole(), segment.plain(), segment.codes()
        if segment.is_bad():
            tu.fault = tu.fault or "a character that XML cannot hold"
