"""Fields of a PO file's header, changed in its lines: only what has to say something else is written anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from l10n.catalogue.header import Header
from l10n.catalogue.po.lines import EntryLines, LineEdit, Lines, end_of, split
from l10n.catalogue.po.serialization import escape

# Between two strings of one text; a field ends with `\n` in the file, wherever its lines break.
_SEAM = r'"[ \t]*(?:\r\n|\r|\n)[ \t]*"'
_OWN = re.compile(r'(?:\r\n|\r|\n)(?=[ \t]*"X-)')
_VALUE = rf'(?:[^"\\]|\\[^n]|{_SEAM})*'


def with_fields(old: Header, fields: Header) -> Header:
    """The header with these values, in their old places; a new field stands before the X- fields."""
    for name, value in fields:
        if name in dict(old):
            odd = {name: [f"{value}{text[len(text.split(chr(10))[0]) :]}" for other, text in old if other == name]}
            old = tuple((other, odd[name].pop(0) if other == name else text) for other, text in old)
        else:
            before = next((index for index, (other, _) in enumerate(old) if other.startswith("X-")), len(old))
            old = (*old[:before], (name, value), *old[before:])
    return old


def header_edits(block: EntryLines, file: Lines, fields: Header) -> Iterator[LineEdit]:
    """The changes of the header's lines that give it these fields."""
    numbers = block.strings["msgstr"]
    old = file.texts[numbers[0] : numbers[-1] + 1]
    text = "".join(old)
    for name, value in fields:
        text = _with_field(text, name, value, file.end)
    new = split(text)
    for what, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            lines = tuple(line.removesuffix(end_of(line)) for line in new[begin:end])
            yield LineEdit(numbers[0] + first, numbers[0] + last, lines)


def new_header(fields: Header) -> LineEdit:
    """A header before everything else."""
    return LineEdit(0, 0, ('msgid ""', 'msgstr ""', *(f'"{name}: {escape(value)}\\n"' for name, value in fields), ""))


def _with_field(text: str, name: str, value: str, end: str) -> str:
    """The lines of the msgstr with this field: in its place, before the X- fields or at the end."""
    value = escape(value)
    field = re.compile(rf'((?:"|\\n)[ \t]*{re.escape(name)}[ \t]*:)({_VALUE})')
    if field.search(text):
        return field.sub(lambda match: f"{match[1]} {value}", text)
    line = f'"{name}: {value}\\n"{end}'
    if before := _OWN.search(text):
        return text[: before.end()] + line + text[before.end() :]
    text = text.rstrip("\r\n\t ")
    if not text.endswith((r"\n" + '"', '""')):
        text = text[:-1] + r"\n" + '"'
    return text + end + line
