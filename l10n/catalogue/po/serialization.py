"""Catalogue -> text, equal to what `msgcat --no-wrap` makes of it: the only form that all PO editors leave alone.

Source: GNU gettext manual, "The Format of PO Files"; gettext-tools/src/write-po.c for order and escapes.
"""

from __future__ import annotations

import re
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
_ESCAPED = re.compile(r'[\\"\a-\r]')
"""Most texts have none of these, which is soon found out."""


def serialize(catalogue: Catalogue) -> str:
    """The whole PO file."""
    entries = sorted(_without_file(catalogue), key=lambda entry: entry.obsolete)
    blocks = [*map(block, (_header(catalogue), *entries))]
    if catalogue.trailing:
        blocks.append("".join(f"{_closed(line)}\n" for line in catalogue.trailing))
    return "\n".join(blocks)


def common_references(header: Header) -> tuple[str, ...]:
    """The references of entries without `#:` lines: the file that the header names; none if it does not."""
    file = dict(header).get(SOURCE_FILE)
    return (isolated(file),) if file else ()


def _without_file(catalogue: Catalogue) -> Iterable[Entry]:
    """The entries without references that say no more than the header."""
    named = common_references(catalogue.header)
    if not named:
        return catalogue.entries
    return (replace(entry, references=()) if entry.references == named else entry for entry in catalogue.entries)


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
    lines = [*commented("#", entry.comments), *commented("#.", entry.extracted), *_references(entry.references)]
    if entry.flags:
        lines += _flags(entry)
    lines += (_string("#~| " if entry.obsolete else "#| ", keyword, text) for keyword, text in entry.previous)
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
    if not references:
        return
    line = "#:"
    for name in " ".join(references).split():
        if line != "#:" and len(line) + 1 + len(name) > _COLUMNS:
            yield line
            line = "#:"
        line += f" {name}"
    if line != "#:":
        yield line


def _strings(mark: str, entry: Entry) -> Iterator[str]:
    if entry.msgctxt is not None:
        yield _string(mark, "msgctxt", entry.msgctxt)
    yield _string(mark, "msgid", entry.msgid)
    if entry.msgid_plural is None:
        yield _string(mark, "msgstr", entry.msgstr)
        return
    yield _string(mark, "msgid_plural", entry.msgid_plural)
    for index, text in enumerate(entry.msgstr_plural):
        yield _string(mark, f"msgstr[{index}]", text)


def commented(mark: str, lines: Iterable[str]) -> list[str]:
    """The comments as lines; `mark` is `#` or `#.`."""
    return [_closed(f"{mark} {line}") if line else mark for line in lines]


def _closed(comment: str) -> str:
    """Not ending with a backslash: gettext joins such a line with the next, even a comment."""
    return f"{comment} " if comment.endswith("\\") else comment


def _string(mark: str, keyword: str, text: str) -> str:
    """A string breaks after each line feed inside it, and nowhere else."""
    if "\n" not in text[:-1]:
        return f'{mark}{keyword} "{escape(text)}"'
    lines = text.split("\n")
    texts = [f"{line}\n" for line in lines[:-1]] + lines[-1:]
    return "\n".join([f'{mark}{keyword} ""', *(f'{mark}"{escape(line)}"' for line in texts if line)])


def escape(text: str) -> str:
    """The text as it stands between the quotes."""
    return text.translate(_ESCAPES) if _ESCAPED.search(text) else text
