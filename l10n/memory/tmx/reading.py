"""TMX -> units, in memory that does not grow with the file.

The DOCTYPE may name the DTD, which is not read; a file that declares entities is refused, as no TMX file needs them and
they can be made to fill the memory or to read other files. Inline elements (bpt, ept, ph, it, hi, sub, ut) leave their
text behind and nothing else: codes of the original format stay readable, pairings and types get lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from l10n.errors import L10nError
from l10n.languages import base
from l10n.memory.tmx import CONTROL, NEXT, ORIGIN, PREVIOUS
from l10n.memory.unit import Origin, Unit

_CHUNK = 1 << 16
_HINT = "mend the file, or export it again; what came before this line is in the memory"
_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z")
_NAMES = {"prev": PREVIOUS, "next": NEXT}
"""What OmegaT calls them."""
_HIGHEST = 0x10FFFF


def read(path: Path, source_language: str | None = None) -> Iterator[Unit]:
    """The units, each target language of a `<tu>` one; L10nError with file and line.

    The source is `source_language` if given, else what `<tu>` or the header call so, else the first variant.
    """
    for element in elements(path):
        yield from _units(element, source_language or element.source_language)


@dataclass(slots=True)
class Variant:
    """A `<tuv>`."""

    attributes: Mapping[str, str]
    text: str = ""
    props: dict[str, str] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """Its language as the file has it: `pt-BR`."""
        return self.attributes.get("xml:lang") or self.attributes.get("lang", "")

    @property
    def language(self) -> str:
        """Its base code, as `pt`."""
        return base(self.code)


@dataclass(slots=True)
class Element:
    """A `<tu>` as it stands in the file, whatever its texts; `read` makes units of it."""

    attributes: Mapping[str, str]
    source_language: str
    """What it or the header call so; empty if neither does."""
    props: dict[str, str] = field(default_factory=dict)
    """By type; those that OmegaT calls `prev` and `next` under our names."""
    variants: list[Variant] = field(default_factory=list)
    note: str = ""

    def changed(self, variant: Variant) -> tuple[str, str]:
        """Who changed the variant last, and when (ISO 8601); empty if unknown."""
        about = {**self.attributes, **variant.attributes}
        who = about.get("changeid") or about.get("creationid", "")
        return who, _date(about.get("changedate", "")) or _date(about.get("creationdate", ""))


def elements(path: Path) -> Iterator[Element]:
    """Every `<tu>`, those before an error included; L10nError with file and line."""
    reader = _Reader(path)
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield from reader.feed(chunk)
        yield from reader.feed(b"", last=True)
    except OSError as error:
        raise L10nError(f"{path}: cannot read: {error.strerror}", "check the path and its permissions") from error


class _Reader:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.EntityDeclHandler = self._refuse
        self._parser.SkippedEntityHandler = self._refuse
        self._header = ""
        self._tu: Element | None = None
        self._prop = ""
        self._parts: list[str] | None = None
        self._depth = 0
        self._elements: list[Element] = []

    def feed(self, data: bytes, last: bool = False) -> Iterator[Element]:
        """The elements that are complete with this, also those before an error."""
        failure: L10nError | None = None
        try:
            self._parser.Parse(data, last)
        except L10nError as error:
            failure = error
        except expat.ExpatError as error:
            failure = self._error(f"not well-formed XML: {expat.ErrorString(error.code)}", error.lineno)
        except (ValueError, LookupError) as error:  # an encoding that expat cannot use
            failure = self._error(str(error), self._parser.CurrentLineNumber)
        yield from self._elements
        self._elements = []
        if failure:
            raise failure from None

    def _error(self, what: str, line: int) -> L10nError:
        return L10nError(f"{self._path}:{line}: {what}", _HINT)

    def _refuse(self, name: str, *_: object) -> None:
        raise self._error(f"the entity '{name}' is not one of XML's own", self._parser.CurrentLineNumber)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        match name:
            case _ if self._depth == 1:
                if name != "tmx":
                    raise self._error(f"not a TMX file: it begins with <{name[:40]}>", self._parser.CurrentLineNumber)
            case "header":
                self._header = attributes.get("srclang", "")
            case "tu":
                self._tu = Element(attributes, attributes.get("srclang") or self._header)
            case "tuv" if self._tu:
                self._tu.variants.append(Variant(attributes))
            case "prop" if self._tu:
                self._prop, self._parts = attributes.get("type", ""), []
            case "seg" if self._tu and self._tu.variants:
                self._parts = []
            case "note" if self._tu:
                self._parts = []
            case "ph" if self._parts is not None and attributes.get("type") == CONTROL:
                number = attributes.get("x", "")
                self._parts.append(chr(int(number)) if number.isascii() and _is_character(number) else "")

    def _text(self, text: str) -> None:
        if self._parts is not None:
            self._parts.append(text)

    def _end(self, name: str) -> None:
        self._depth -= 1
        match name:
            case "seg" if self._tu and self._tu.variants and self._parts is not None:
                self._tu.variants[-1].text, self._parts = "".join(self._parts), None
            case "prop" if self._tu and self._parts is not None:
                owner = self._tu.variants[-1] if self._tu.variants else self._tu
                owner.props[_NAMES.get(self._prop, self._prop)], self._parts = "".join(self._parts), None
            case "note" if self._tu and self._parts is not None:
                self._tu.note, self._parts = "".join(self._parts), None
            case "tu" if self._tu:
                self._elements.append(self._tu)
                self._tu = None


def _units(tu: Element, source_language: str) -> Iterator[Unit]:
    wanted = base(source_language)
    sources = [variant for variant in tu.variants if variant.language == wanted] or tu.variants[:1]
    for variant in tu.variants:
        if not sources or not sources[0].text.strip() or not variant.text.strip():
            continue
        if variant.language == sources[0].language:
            continue
        props = tu.props | sources[0].props | variant.props
        who, when = tu.changed(variant)
        about = {**tu.attributes, **variant.attributes}
        yield Unit(
            sources[0].text,
            variant.text,
            sources[0].language,
            variant.language,
            props.get(PREVIOUS),
            props.get(NEXT),
            Origin.REVIEWED if props.get(ORIGIN) == Origin.REVIEWED else Origin.HUMAN,
            who,
            when,
            _date(about.get("creationdate", "")),
        )


def _date(text: str) -> str:
    match = _DATE.fullmatch(text)
    return "{}-{}-{}T{}:{}:{}Z".format(*match.groups()) if match else ""


def _is_character(number: str) -> bool:
    return number.isdecimal() and len(number) <= len(str(_HIGHEST)) and int(number) <= _HIGHEST
