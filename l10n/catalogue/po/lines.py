"""A PO file as its lines, byte for byte, and which of them belong to which entry; edits of them.

What a line is says its repaired form, which has the same number: see `repair`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from l10n.catalogue.po.repair import BOMS, decoded, readable
from l10n.errors import L10nError

_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_TEXT_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_END = re.compile(r"[\r\n]*\Z")
_KEYWORD = re.compile(r"(?:#~ )?(msgctxt|msgid_plural|msgid|msgstr)\b")


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a file."""

    mark: bytes
    """The byte order mark, if there is one."""
    charset: str
    """What the file was read in."""
    data: tuple[bytes, ...]
    """The lines with their ends; joined after the mark, they are the file."""
    texts: tuple[str, ...]
    """The same, decoded."""
    forms: tuple[str, ...]
    """The same in the one form that `repair` gives them, without ends and white space at the edges."""
    empty: str
    """Stands for an empty comment in `forms`."""

    @property
    def end(self) -> str:
        """The line end that most lines have."""
        ends = [end for text in self.texts if (end := end_of(text))]
        return max(("\n", "\r\n", "\r"), key=ends.count)


@dataclass(slots=True)
class EntryLines:
    """The lines of one entry, by their numbers from 0; those of each kind in their order."""

    obsolete: bool = False
    comments: list[int] = field(default_factory=list)
    """Translator comments."""
    flags: list[int] = field(default_factory=list)
    previous: list[int] = field(default_factory=list)
    others: list[int] = field(default_factory=list)
    strings: dict[str, list[int]] = field(default_factory=dict)
    """Keyword -> its lines; `msgstr` has those of all plural forms."""

    @property
    def numbers(self) -> list[int]:
        """The numbers of all lines, in order."""
        strings = (number for lines in self.strings.values() for number in lines)
        return sorted((*self.comments, *self.flags, *self.previous, *self.others, *strings))

    @property
    def keyword(self) -> int:
        """The line of its first keyword."""
        return min(lines[0] for lines in self.strings.values())


@dataclass(frozen=True, slots=True)
class LineEdit:
    """New lines, without ends, in place of those from `start` to before `stop`; between two lines if these are one."""

    start: int
    stop: int
    lines: tuple[str, ...] = ()


def read(data: bytes, name: str) -> Lines:
    """The lines of the file of this name; L10nError if it is no text."""
    mark = next((mark for mark, _ in BOMS if data.startswith(mark)), b"")
    charset, text = decoded(data, name)
    texts = tuple(split(text))
    wide = charset.startswith(("utf-16", "utf-32"))
    lines = [text.encode(charset) for text in texts] if wide else _LINE.findall(data.removeprefix(mark))
    repaired = readable(data, name)
    forms = tuple(form.strip() for form in repaired.text.split("\n"))
    if len(lines) != len(texts) or b"".join(lines) != data.removeprefix(mark):
        hint = "save it as UTF-8 in your PO editor and run again; the file was left untouched"
        raise L10nError(f"{name}: text in {charset} cannot be changed line by line", hint)
    return Lines(mark, charset, tuple(lines), texts, forms[: len(texts)], repaired.empty)


def blocks(lines: Lines) -> list[EntryLines]:
    """The entries of the file in its order, the header among them; what follows the last is in none."""
    return [block for block in _blocks(lines.forms) if block.strings]


def is_header(block: EntryLines, lines: Lines) -> bool:
    """It has an empty msgid and no msgctxt."""
    texts = (_KEYWORD.sub("", lines.forms[number]).strip() for number in block.strings.get("msgid", ()))
    return not block.obsolete and "msgctxt" not in block.strings and all(text == '""' for text in texts)


def split(text: str) -> list[str]:
    """The lines of the text, with their ends."""
    return _TEXT_LINE.findall(text)


def end_of(text: str) -> str:
    """The line end of this line; empty if it has none."""
    match = _END.search(text)
    return match[0] if match else ""


def strings(block: EntryLines, lines: Lines) -> Iterator[Sequence[str]]:
    """The block's strings, each as its lines."""
    string: list[str] = []
    for number in (number for some in block.strings.values() for number in some):
        if _KEYWORD.match(lines.forms[number]) and string:
            yield string
            string = []
        string.append(lines.forms[number])
    yield string


def edited(file: Lines, edits: Iterable[LineEdit], charset: str) -> bytes:
    """The file with the edits, none of which overlap; in another charset, all of it is encoded anew.

    New lines end as those that they replace, or as their neighbours; whether the file ends with a line end is kept.
    """
    result: list[tuple[str, bytes | None]] = []
    position, usual = 0, file.end
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.stop)):
        result += zip(file.texts[position : edit.start], file.data[position : edit.start], strict=True)
        end = next(filter(None, map(end_of, file.texts[max(edit.start - 1, 0) : edit.stop][::-1])), usual)
        result += ((f"{line}{end}", None) for line in edit.lines)
        position = edit.stop
    result += zip(file.texts[position:], file.data[position:], strict=True)
    if file.texts and not end_of(file.texts[-1]):
        result = [*((text, data) if end_of(text) else (text + usual, None) for text, data in result[:-1]), result[-1]]
        if result[-1][1] is None:
            result[-1] = (result[-1][0].removesuffix(end_of(result[-1][0])), None)
    same = charset == file.charset
    return file.mark + b"".join(data if data is not None and same else text.encode(charset) for text, data in result)


def _blocks(forms: Sequence[str]) -> Iterator[EntryLines]:
    block, keyword = EntryLines(), ""
    for number, form in enumerate(forms):
        if not form:
            continue
        match = _KEYWORD.match(form)
        continued = form.startswith(('"', '#~ "'))
        if keyword == "msgstr" and not continued and not (match and match[1] == "msgstr"):
            yield block
            block, keyword = EntryLines(), ""
        if match:
            keyword = match[1]
            block.obsolete = form.startswith("#~")
        if match or continued:
            block.strings.setdefault(keyword, []).append(number)
        else:
            _kind(block, form).append(number)
    yield block


def _kind(block: EntryLines, form: str) -> list[int]:
    kinds = {"#,": block.flags, "#|": block.previous, "#.": block.others, "#:": block.others}
    return kinds.get(form[:2], block.comments)
