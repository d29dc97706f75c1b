"""Changes some entries of a PO file and leaves every other byte as it is: for catalogues that others have formed.

An entry keeps its lines but for those that have to say something else: msgstr, our comments, `fuzzy`, `#|`. What comes
out is read again, and must be exactly what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import takewhile

from l10n.catalogue import po
from l10n.catalogue.bookkeeping import record
from l10n.catalogue.bookkeeping.grammar import PIVOT
from l10n.catalogue.header import CONTENT_TYPE, Header, charset_of, utf8_field
from l10n.catalogue.po import layout, lines
from l10n.catalogue.po.header_lines import header_edits, new_header, with_fields
from l10n.catalogue.po.lines import EntryLines, LineEdit, Lines
from l10n.catalogue.po.serialization import commented
from l10n.errors import L10nError
from l10n.model import FUZZY, Catalogue, Entry

_FLAG = re.compile(r"(?P<mark>.*?#[,=])(?P<space>[ \t]*)(?P<flags>.*)")
_FUZZY = re.compile(rf"(?<![-\w]){FUZZY}(?![-\w])[ \t]*,?[ \t]*")

Changes = Mapping[int, Entry | None]
"""Place of an entry in its catalogue -> what is to stand there; None if it is to go."""


@dataclass(frozen=True, slots=True)
class Spliced:
    """The new file."""

    data: bytes
    note: str = ""
    """What had to be done to its charset; empty if nothing."""


def splice(
    data: bytes, name: str, old: Catalogue, changes: Changes, fields: Header = (), header: Header = ()
) -> Spliced:
    """The file of this name, of which `po.parse` has made `old`, with the changes, and these fields in its header.

    Where its charset lacks a letter, all of it becomes UTF-8. `header` is that of a file which has none, if it needs
    one. Raises L10nError if the file cannot be changed so that nothing else is.
    """
    file = lines.read(data, name)
    blocks = lines.blocks(file)
    head = next((block for block in blocks if lines.is_header(block, file)), None)
    bodies = [block for block in blocks if block is not head]
    if len(bodies) != len(old.entries):
        raise _refusal(name)
    limit = layout.columns(string for block in blocks for string in lines.strings(block, file))
    edits = [
        edit
        for index, new in sorted(changes.items())
        for edit in _edits(bodies[index], file, old.entries[index], new, limit)
    ]
    fields, charset = _with_charset(file, edits, old.header, fields)
    if head is not None:
        edits += header_edits(head, file, fields)
    elif fields:
        edits.insert(0, new_header(header or fields))
    after = lines.edited(file, edits, charset)
    expected = _expected(old, changes, with_fields(old.header, fields) if head or not fields else header or fields)
    if after != data and _comparable(_parsed(after, name)) != _comparable(expected):
        raise _refusal(name)
    return Spliced(after, _note(name, old.header, fields, file, charset))


def _edits(block: EntryLines, file: Lines, old: Entry, new: Entry | None, limit: int | None) -> Iterator[LineEdit]:
    if new is None:
        yield _removal(block, file)
        return
    yield from _comment_edits(block, file, new)
    yield from _flag_edits(block, file, old, new)
    if new.previous != old.previous:
        yield from (LineEdit(number, number + 1) for number in block.previous)
        previous = (layout.broken(keyword, text, limit and limit - 3) for keyword, text in new.previous)
        before = block.previous[0] if block.previous else block.keyword
        yield LineEdit(before, before, tuple(f"#| {line}" for some in previous for line in some))
    if new.texts != old.texts:
        numbers = block.strings["msgstr"]
        keywords = [f"msgstr[{form}]" for form in range(len(new.texts))] if new.plural else ["msgstr"]
        strings = (layout.broken(keyword, text, limit) for keyword, text in zip(keywords, new.texts, strict=True))
        yield LineEdit(numbers[0], numbers[-1] + 1, tuple(line for some in strings for line in some))


def _removal(block: EntryLines, file: Lines) -> LineEdit:
    """The entry, and the blank lines after it; those before it if it is the last."""
    start, stop = block.numbers[0], block.numbers[-1] + 1
    while stop < len(file.forms) and not file.forms[stop]:
        stop += 1
    while stop == len(file.forms) and start and not file.forms[start - 1]:
        start -= 1
    return LineEdit(start, stop)


def _comment_edits(block: EntryLines, file: Lines, new: Entry) -> Iterator[LineEdit]:
    """People's lines stay where they are; ours go, and come anew above and below them."""
    old = [file.forms[number].lstrip("#").removeprefix(" ").replace(file.empty, "") for number in block.comments]
    if tuple(old) == new.comments:
        return
    people = record(new).people
    above = tuple(takewhile(lambda line: line.startswith(PIVOT), new.comments))
    below = new.comments[len(above) + len(people) :]
    start = block.comments[0] if block.comments else block.numbers[0]
    numbers = [*block.comments, block.comments[-1] + 1 if block.comments else start]
    yield LineEdit(start, start, tuple(commented("#", above)))
    for what, first, last, begin, end in SequenceMatcher(None, old, people, autojunk=False).get_opcodes():
        if what != "equal":
            yield from (LineEdit(number, number + 1) for number in numbers[first:last])
            yield LineEdit(numbers[last], numbers[last], tuple(commented("#", people[begin:end])))
    yield LineEdit(numbers[-1], numbers[-1], tuple(commented("#", below)))


def _flag_edits(block: EntryLines, file: Lines, old: Entry, new: Entry) -> Iterator[LineEdit]:
    if new.fuzzy and not old.fuzzy:
        number = next((number for number in block.flags if file.texts[number].lstrip().startswith("#,")), None)
        if number is None:
            before = min((*block.flags, *block.previous, block.keyword))
            yield LineEdit(before, before, (f"#, {FUZZY}",))
        else:
            mark, space, flags = _parts(file, number)
            yield LineEdit(number, number + 1, (f"{mark}{space or ' '}{FUZZY}, {flags}",))
    for number in block.flags if old.fuzzy and not new.fuzzy else ():
        mark, space, flags = _parts(file, number)
        if _FUZZY.search(flags):
            left = _FUZZY.sub("", flags).rstrip(", \t")
            yield LineEdit(number, number + 1, (f"{mark}{space}{left}",) if left else ())


def _parts(file: Lines, number: int) -> tuple[str, str, str]:
    """The mark of a line of flags, what white space follows, and the flags."""
    text = file.texts[number]
    match = _FLAG.match(text.removesuffix(lines.end_of(text)))
    return (match["mark"], match["space"], match["flags"]) if match else (text, "", "")


def _with_charset(file: Lines, edits: Sequence[LineEdit], old: Header, fields: Header) -> tuple[Header, str]:
    """The fields, with a charset if one is missing or another is needed, and what to write the file in."""
    new = "".join(line for edit in edits for line in edit.lines)
    charset = file.charset
    try:
        new.encode(charset)
    except UnicodeEncodeError:
        charset = "utf-8"
    named = charset_of(old)
    nameless = charset == "utf-8" and not file.mark and named != "utf-8"
    if not new.isascii() and (charset != file.charset or nameless):
        fields = (*fields, utf8_field(old))
    return fields, charset


def _note(name: str, old: Header, fields: Header, file: Lines, charset: str) -> str:
    """A line for whoever keeps the file."""
    if not any(field.lower() == "content-type" for field, _ in fields):
        return ""
    before = dict(old).get(CONTENT_TYPE, "").rpartition("charset=")[2] or "no charset"
    if charset != file.charset:
        return f"{name}: written in UTF-8, as {before} lacks letters of the new texts"
    return f"{name}: its header names UTF-8 now, as the new texts need it"


def _parsed(data: bytes, name: str) -> Catalogue | None:
    try:
        return po.parse(data, name)
    except L10nError:
        return None


def _expected(old: Catalogue, changes: Changes, header: Header) -> Catalogue:
    entries = (changes.get(index, entry) for index, entry in enumerate(old.entries))
    return replace(old, header=header, entries=tuple(entry for entry in entries if entry))


def _comparable(catalogue: Catalogue | None) -> Catalogue | None:
    """The order of flags says nothing, nor does that of the header's fields."""
    if catalogue is None:
        return None
    entries = (replace(entry, flags=tuple(sorted(set(entry.flags)))) for entry in catalogue.entries)
    return replace(catalogue, header=tuple(sorted(catalogue.header)), entries=tuple(entries))


def _refusal(name: str) -> L10nError:
    hint = "write it anew with another program, as in: msgcat FILE -o FILE, and run again; the file was left untouched"
    return L10nError(f"{name}: its form is too odd to change only some entries", hint)
