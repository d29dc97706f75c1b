"""PO text as gettext, Poedit and l10n write it -> entries, one match each. What is written in any other way is polib's.

The order of the lines is that of gettext, a blank line stands between obsolete entries, and nothing is there that
`repair` would change: so both readers make the same of a file, or this one makes nothing of it.
Source: GNU gettext manual, "The Format of PO Files".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from l10n.catalogue.po.repair import BOMS, declared
from l10n.catalogue.references import separated
from l10n.model import Entry

PIECE = 1 << 20
"""Bytes that are decoded at a time, and as many more as it takes to the end of an entry."""
# Possessive: a line matches at once or not at all, whatever is in it.
_LINE = r'"[^"\\\n]*+(?:\\["\\tnrvbf][^"\\\n]*+)*+"'
_STRING = rf"{_LINE}(?:\n{_LINE})*+"
_COMMENT = r"(?:\ [ \t]*+\S[^\n]*+(?<!\s))?\n"
_ENTRY = re.compile(
    rf"""\n*+
    ((?:\#{_COMMENT})*+)
    ((?:\#\.{_COMMENT})*+)
    ((?:\#:\ [^\n]*+(?<!\s)\n)*+)
    (?:\#,\ ([^\n]*+)(?<!\s)\n)?
    ((?:\#\|\ [^\n]*+\n)*+)
    (?:msgctxt\ ({_STRING})\n)?
    msgid\ ({_STRING})\n
    (?:msgstr\ ({_STRING})|msgid_plural\ ({_STRING})((?:\nmsgstr\[[0-9]\]\ {_STRING})++))
    (?:\n|\Z)
    """,
    re.VERBOSE,
)
_PREVIOUS = re.compile(rf"(?:msgctxt ({_STRING})\n)?msgid ({_STRING})\n(?:msgid_plural ({_STRING})\n)?")
_KEYWORDS = ("msgctxt", "msgid", "msgid_plural")
_FORM = re.compile(rf"\nmsgstr\[([0-9])\] ({_STRING})")
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "v": "\v", "b": "\b", "f": "\f"}


class NotPlainError(Exception):
    """The text is for polib, or nobody can read it."""


def entries(data: bytes) -> Iterator[Entry]:
    """The entries of a file, the header among them; raises NotPlainError at the first that is written otherwise.

    Each comes when the next has been read: what follows an entry may be an odd way to go on with it.
    """
    line, before = 1, None
    for text in _pieces(data):
        position, last = 0, len(text.rstrip("\n"))
        while position < last:
            entry, end = entry_at(text, position, line)
            if before:
                yield before
            before = entry
            line += text.count("\n", position, end)
            position = end
        line += text.count("\n", position)
    if before:
        yield before


def _pieces(data: bytes) -> Iterator[str]:
    """The file in parts that begin and end with whole entries."""
    mark = any(data.startswith(mark) for mark, _ in BOMS)
    if mark or b"\r" in data or data.endswith(b"\x1a") or (data.isascii() and declared(data) not in {"utf-8", "ascii"}):
        raise NotPlainError
    start = 0
    while start < len(data):
        end = data.find(b"\n\n", start + PIECE) + 1 or len(data)
        try:
            yield data[start:end].decode("utf-8")
        except UnicodeDecodeError:
            raise NotPlainError from None
        start = end


def entry_at(text: str, start: int, line: int) -> tuple[Entry, int]:
    """The entry that begins here, after blank lines, and where it ends; `line` is that of the start.

    Raises NotPlainError.
    """
    match = _ENTRY.match(text, start)
    obsolete = match is None
    end = match.end() if match else -1
    if match is None:
        block, end = _block(text, start)
        match = _ENTRY.fullmatch(block)
        if match is None:
            raise NotPlainError
    comments, extracted, references, flags, previous, msgctxt, msgid, msgstr, plural, forms = match.groups()
    return (
        Entry(
            _plain(msgid),
            "" if msgstr is None else _plain(msgstr),
            None if msgctxt is None else _plain(msgctxt),
            _flags(flags) if flags else (),
            _lines(comments, 2) if comments else (),
            _lines(extracted, 3) if extracted else (),
            _references(references) if references else (),
            _previous(previous) if previous else (),
            obsolete,
            None if plural is None else _plain(plural),
            _forms(forms) if forms else (),
            (),
            1 if line == 1 else line + _blank(text, start),  # of the first, polib counts no blank lines
        ),
        end,
    )


def _blank(text: str, start: int) -> int:
    """How many blank lines there are; nearly always one or none."""
    count = 0
    while text[start + count] == "\n":
        count += 1
    return count


def _block(text: str, start: int) -> tuple[str, int]:
    """The obsolete entry that begins here without its marks, and where it ends."""
    start += _blank(text, start)
    end = text.find("\n\n", start) + 1 or len(text)
    return "\n".join(map(_unmarked, text[start:end].removesuffix("\n").split("\n"))), end


def _unmarked(line: str) -> str:
    if line.startswith(("#~ msg", '#~ "')):
        return line[3:]
    if line.startswith("#~| "):
        return f"#{line[2:]}"
    if line.startswith("#") and not line.startswith("#~"):
        return line
    raise NotPlainError


def _plain(string: str) -> str:
    """What a string says, which may go over several lines."""
    text = string[1:-1]
    if "\n" in text:
        text = text.replace('"\n"', "")
    return _ESCAPE.sub(lambda escape: _ESCAPED.get(escape[1], escape[1]), text) if "\\" in text else text


def _lines(comments: str, mark: int) -> tuple[str, ...]:
    return tuple([line[mark:] for line in comments[:-1].split("\n")])


def _references(lines: str) -> tuple[str, ...]:
    return separated(lines[3:].replace("\n#: ", " ").split())


@lru_cache(1_000)
def _flags(line: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(separated_flags(map(str.strip, line.split(",")))))


def separated_flags(flags: Iterable[str]) -> Iterator[str]:
    """As gettext: white space separates flags, too, but for `range: 0..9`."""
    for flag in flags:
        yield from [flag] if flag.startswith("range:") else flag.split()


def _previous(lines: str) -> tuple[tuple[str, str], ...]:
    match = _PREVIOUS.fullmatch(lines[3:].replace("\n#| ", "\n"))
    if match is None:
        raise NotPlainError
    return tuple((keyword, _plain(text)) for keyword, text in zip(_KEYWORDS, match.groups(), strict=True) if text)


def _forms(lines: str) -> tuple[str, ...]:
    forms = _FORM.findall(lines)
    if [int(number) for number, _ in forms] != list(range(len(forms))):
        raise NotPlainError
    return tuple(_plain(text) for _, text in forms)
