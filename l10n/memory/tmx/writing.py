"""Units -> TMX. A segment keeps every character, also white space that readers take for layout.

Control characters of a neighbour's text or of a name become U+FFFD.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from l10n import __version__
from l10n.documents import inline
from l10n.files import writing
from l10n.memory.tmx import CONTROL, MARKUP, NEXT, ORIGIN, PREVIOUS
from l10n.memory.unit import Unit
from l10n.model import InlinePart, PieceKind

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""XML 1.0, production 2."""
_LAYOUT = re.compile(r"[ \t\r\n]+\Z|\A[ \t\r\n]+|[ \t]*\n[ \t]+|\r")
"""White space that readers trim, join, or take for a line feed."""
_RETURN = {"\r": "&#13;"}  # or a reader makes a line feed of it
_WHITE = {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}


def write(path: Path, units: Iterable[Unit], source_language: str | None = None) -> int:
    """Write the file in one step; how many units it has. Raises WriteError."""
    count = 0
    with writing(path) as file:
        file.write(_head(source_language or "*all*").encode())
        for unit in units:
            file.write(_unit(unit).encode())
            count += 1
        file.write(b"</body>\n</tmx>\n")
    return count


def _head(language: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
        f'<header creationtool="l10n" creationtoolversion={_attribute(__version__)} segtype="sentence" o-tmf="l10n"'
        f' adminlang="en" srclang={_attribute(language)} datatype="plaintext"/>\n<body>\n'
    )


def _unit(unit: Unit) -> str:
    props = ((PREVIOUS, unit.previous), (NEXT, unit.next), (ORIGIN, unit.origin.value), (MARKUP, unit.markup or None))
    lines = (f'<prop type="{kind}">{_plain(text)}</prop>' for kind, text in props if text is not None)
    dates = {"creationdate": date(unit.created), "changedate": date(unit.when)}
    known = {name: value for name, value in (dates | {"creationid": unit.who, "changeid": unit.who}).items() if value}
    attributes = "".join(f" {name}={_attribute(value)}" for name, value in known.items())
    codes: dict[str, int] = {}
    return (
        f"<tu srclang={_attribute(unit.source_language)}>{''.join(lines)}"
        f"<tuv xml:lang={_attribute(unit.source_language)}><seg>{_seg(unit.source, unit.markup, codes)}</seg></tuv>"
        f"<tuv xml:lang={_attribute(unit.language)}{attributes}>"
        f"<seg>{_seg(unit.target, unit.markup, codes)}</seg></tuv></tu>\n"
    )


def _seg(text: str, markup: str, codes: dict[str, int]) -> str:
    """The text with its marks as codes, which other programs show as tags; as it is if XML cannot hold one of them.

    `codes` are the numbers of the marks in both languages, by which those programs know them again.
    """
    parts = inline.named(markup).parse(text) if inline.is_form(markup) else ()
    if not parts or any(_FORBIDDEN.search(text, part.start, part.end) for part in parts if not part.is_text):
        return _segment(text)
    return "".join(_part(text, part, number, codes) for number, part in enumerate(parts, 1))


def _part(text: str, part: InlinePart, number: int, codes: dict[str, int]) -> str:
    """The words, or a code; the end of a pair has the number of the part that opens it."""
    content = escape(text[part.start : part.end], _RETURN)
    if part.is_text:
        return _FORBIDDEN.sub(lambda match: _control(match[0]), content)
    if part.kind is PieceKind.CLOSE:
        return f'<ept i="{part.partner + 1}">{content}</ept>'
    code = codes.setdefault(content, len(codes) + 1)
    return f'<bpt i="{number}" x="{code}">{content}</bpt>' if part.partner >= 0 else f'<ph x="{code}">{content}</ph>'


def _segment(text: str) -> str:
    kept = _LAYOUT.sub(lambda match: "".join(map(_control, match[0])), escape(text))
    return _FORBIDDEN.sub(lambda match: _control(match[0]), kept)


def _control(character: str) -> str:
    return f'<ph x="{ord(character)}" type="{CONTROL}"/>'


def _plain(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", text), _RETURN)


def _attribute(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\ufffd", text), _WHITE)


def date(iso: str) -> str:
    """`20260131T120000Z`, midnight where the time is unknown."""
    digits = re.sub(r"\D", "", iso)
    return f"{digits[:8]}T{digits[8:14]:0<6}Z" if digits else ""
