"""Catalogue -> text, equal to what `msgcat --no-wrap` makes of it: the only form that all PO editors leave alone.

Source: GNU gettext manual, "The Format of PO Files"; gettext-tools/src/write-po.c for order and escapes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from l10n.catalogue.header import SOURCE_FILE, Header
from l10n.catalogue.references import isolated
from l10n.model import FUZZY, Catalogue, Entry

_COLUMNS = 79
_ESCAPES = str.maketrans(
    {
        "\\": r"\\",
        '"': r"\"",
        "\a": r"\a",
        "\b": r"\b",
        "\t": r"\t",
        "\n": r"\n",
        "\v": r"\v",
        "\f": r"\f",
        "\r": r"\r",
    }
)
_ESCAPED = tuple(map(chr, _ESCAPES))
_BACKSLASH, _SPACE = "\\", " "
_AT_A_TIME = 1_000
"""Entries that are text at the same time: of a large catalogue that takes as much memory as its entries."""


def serialize(catalogue: Catalogue) -> str:
    """The whole PO file."""
    return "".join(parts(catalogue))


def parts(catalogue: Catalogue) -> Iterator[str]:
    """The same in parts."""
    yield block(_header(catalogue))
    named = common_references(catalogue.header)
    for entries in (catalogue.active, catalogue.obsolete):
        for start in range(0, len(entries), _AT_A_TIME):
            own = entries[start : start + _AT_A_TIME]
            yield "".join([f"\n{block(without_file(entry, named))}" for entry in own])
    if catalogue.trailing:
        yield "\n" + "".join(f"{_closed(line)}\n" for line in catalogue.trailing)


def common_references(header: Header) -> tuple[str, ...]:
    """The references of entries without `#:` lines: the file that the header names; none if it does not."""
    file = dict(header).get(SOURCE_FILE)
    return (isolated(file),) if file else ()


def without_file(entry: Entry, named: tuple[str, ...]) -> Entry:
    """The entry without references that say no more than these, which the header has."""
    return replace(entry, references=()) if named and entry.references == named else entry


def _header(catalogue: Catalogue) -> Entry:
    fields = "".join(f"{name}: {value}\n" if name else f"{value}\n" for name, value in catalogue.header)
    return Entry(
        "",
        fields,
        flags=catalogue.flags,
        equals=catalogue.equals,
        comments=catalogue.comments,
        extracted=catalogue.extracted,
        references=catalogue.references,
        previous=catalogue.previous,
    )


def block(entry: Entry) -> str:
    """The lines of one entry, each with its end."""
    lines = commented("#", entry.comments) if entry.comments else []
    if entry.extracted:
        lines += commented("#.", entry.extracted)
    if entry.references:
        lines += _references(entry.references)
    if entry.flags:
        lines += _flags(entry)
    if entry.previous:
        lines += [_string("#~| " if entry.obsolete else "#| ", keyword, text) for keyword, text in entry.previous]
    lines += _strings("#~ " if entry.obsolete else "", entry)
    lines.append("")
    return "\n".join(lines)


def _flags(entry: Entry) -> Iterator[str]:
    """Each after the sign where it stood; source: GNU gettext manual, "Evolution of the PO File Format"."""
    flags = entry.flags if entry.translated else entry.other_flags  # as gettext: no text, no doubt
    for sign, equals in (("#,", False), ("#=", True)):
        if stated := [flag for flag in flags if (flag in entry.equals and flag != FUZZY) is equals]:
            yield f"{sign} {', '.join(stated)}"


def _references(references: Iterable[str]) -> Iterator[str]:
    """Several references share a line up to 79 columns, even where nothing else is wrapped."""
    line = "#:"
    for name in " ".join(references).split():
        if line != "#:" and len(line) + 1 + len(name) > _COLUMNS:
            yield line
            line = "#:"
        line += f" {name}"
    if line != "#:":
        yield line


def _strings(mark: str, entry: Entry) -> list[str]:
    strings = [] if entry.msgctxt is None else [_string(mark, "msgctxt", entry.msgctxt)]
    if entry.msgid_plural is None and not _is_escaped(entry.msgid + entry.msgstr):
        return [*strings, f'{mark}msgid "{entry.msgid}"', f'{mark}msgstr "{entry.msgstr}"']
    strings.append(_string(mark, "msgid", entry.msgid))
    if entry.msgid_plural is None:
        return [*strings, _string(mark, "msgstr", entry.msgstr)]
    strings.append(_string(mark, "msgid_plural", entry.msgid_plural))
    return strings + [_string(mark, f"msgstr[{index}]", text) for index, text in enumerate(entry.msgstr_plural)]


def commented(mark: str, lines: Iterable[str]) -> list[str]:
    """The comments as lines; `mark` is `#` or `#.`."""
    return [f"{mark} {line}{_SPACE if line[-1] == _BACKSLASH else ''}" if line else mark for line in lines]


def _closed(comment: str) -> str:
    """Not ending with a backslash: gettext joins such a line with the next, even a comment."""
    return f"{comment}{_SPACE}" if comment.endswith(_BACKSLASH) else comment


def _string(mark: str, keyword: str, text: str) -> str:
    """A string breaks after each line feed inside it, and nowhere else."""
    if "\n" not in text or "\n" not in text[:-1]:
        return f'{mark}{keyword} "{escape(text)}"'
    lines = text.split("\n")
    texts = [f"{line}\n" for line in lines[:-1]] + lines[-1:]
    return "\n".join([f'{mark}{keyword} ""', *(f'{mark}"{escape(line)}"' for line in texts if line)])


def escape(text: str) -> str:
    """The text as it stands between the quotes."""
    return text.translate(_ESCAPES) if _is_escaped(text) else text


def _is_escaped(text: str) -> bool:
    """Most texts are not, which this finds out sooner than a pattern or `any` would."""
    for sign in _ESCAPED:  # noqa: SIM110
        if sign in text:
            return True
    return False
