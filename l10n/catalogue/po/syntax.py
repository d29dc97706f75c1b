"""What GNU gettext refuses in a PO file that we can read all the same: `repair` mends it, `l10n check` names it.

A line is a string of tokens, a letter each, in capitals where the line is obsolete; a file is entries and comments.
Source: GNU gettext manual, "The Format of PO Files"; what msgfmt 0.21 says of such files.
"""

from __future__ import annotations

import re
from array import array
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from io import FileIO
from pathlib import Path

from l10n.catalogue.po.pieces import pieces
from l10n.catalogue.po.plain import PIECE
from l10n.catalogue.po.repair import BOMS, declared, decoded

_COMMENT = re.compile(r"[ \t\f\v]*#(?![~|])")
_MARK = re.compile(r"[ \t\r\f\v]*(#~\|?|#\||)")
_TOKEN = re.compile(
    r"""
    "((?:[^"\\]++|\\.)*+)"
    |\#.*
    |([A-Za-z_$][\w$]*(?:[ \t]*\[[ \t]*\d+[ \t]*\])?)
    |[ \t\r\f\v]++
    |(".*|[^ \t\r\f\v"\#A-Za-z_$]++|.)
    """,
    re.DOTALL | re.VERBOSE,
)
"""String, comment, keyword, white space, and what is none of these."""
_ESCAPE = re.compile(r'\\(?:[ntbrfva\\"0-7]|x[0-9a-fA-F])|\\(.?)', re.S)
_WORDS = {"msgctxt": "x", "msgid": "i", "msgid_plural": "p", "msgstr": "s", "domain": "d"}
_HEADS = {"": "t", **{f"{word} ": f"{kind}t" for word, kind in _WORDS.items()}}
_PREVIOUS = {"msgctxt": "a", "msgid": "b", "msgid_plural": "e"}
# A letter stands for a token, as `_WORDS`, `_PREVIOUS` and `_token` have them: q and t are strings of `#|` lines and of
# the entry, f is msgstr[n]; capitals stand for `#~` lines.
_ENTRY = "(?:(?:aq+)?bq+(?:eq+)?)?(?:xt+)?it+(?:st+|pt+(?:ft+)+)"
_ITEMS = re.compile(f"(?:[cC]|dt|{_ENTRY}|{_ENTRY.upper()})*+")
_WHOLE = re.compile(_ENTRY)
_REST = re.compile(r"[^sSfF]*(?:[sSfF][^sSfFiIcCxXaAbBdD]*)+|.+", re.S)
"""The rest of what is no entry: up to the end of the next translation."""
_STRING = r'"[^"\\\n]*+(?:\\["\\tnrvbfa0-7][^"\\\n]*+)*+"'


def _clean(old: str, previous: str) -> str:
    """An entry whose lines have these marks, in the order of gettext and a string a line."""
    string, past = (rf" {_STRING}\n(?:{mark}{_STRING}\n)*+" for mark in (old, previous))
    before = rf"(?:{previous}msgctxt{past})?+{previous}msgid{past}(?:{previous}msgid_plural{past})?+"
    plural = rf"{old}msgid_plural{string}(?:{old}msgstr\[\d++\]{string})++"
    return rf"(?:{before})?+(?:{old}msgctxt{string})?+{old}msgid{string}(?:{old}msgstr{string}|{plural})"


_CLEAN = re.compile(rf"(?:\n|{_clean('', '#[|] ')}|#(?![~|])[^\n]*+(?<!\\)\n|{_clean('#~ ', '#~[|] ')})*+")
"""A file in which there is nothing to find: nearly all are."""


Fault = tuple[int, str]
"""A line of the file, from 1, and what is wrong there."""


def faults(data: bytes, name: str) -> tuple[Fault, ...]:
    """What gettext refuses in this file, one fault a line at most; L10nError with `name:line` if it is no text."""
    by_line: dict[int, str] = {}
    if any(data.startswith(mark) for mark, _ in BOMS):
        by_line[1] = "the file begins with a byte order mark"
    charset, text = decoded(data, name)
    for number, message in _false_charset([data], declared(data), charset):
        by_line.setdefault(number, message)
    _look(text.replace("\r\n", "\n").replace("\r", "\n"), 1, by_line)
    return tuple(sorted(by_line.items()))


def stored_faults(path: Path) -> tuple[Fault, ...]:
    """The same of a file that is read in pieces; raises NotPlainError."""
    with FileIO(str(path)) as file:
        named = declared(file.read(PIECE))
        file.seek(0)
        by_line = dict(_false_charset((piece.text.encode() for piece in pieces(file)), named, "utf-8"))
        file.seek(0)
        for piece in pieces(file):
            _look(piece.text, piece.line, by_line)
    return tuple(sorted(by_line.items()))


def _false_charset(data: Iterable[bytes], named: str, charset: str) -> Iterator[Fault]:
    """The first line that is in this charset, and not in the one that the header names."""
    decoder, line = getincrementaldecoder(named)(), 1
    try:
        for part in data if charset != named else ():
            decoder.decode(part)
            line += part.count(b"\n")
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        line += error.object.count(b"\n", 0, error.start)
        yield line, f"not {named} text, as the header says, but {charset}"


def _look(text: str, first: int, by_line: dict[int, str]) -> None:
    """Put in what is wrong in this text, which begins with that line and has whole entries."""
    if _CLEAN.fullmatch(text if text.endswith("\n") else f"{text}\n"):
        return
    kinds, lines = [], array("L")
    for number, line in _lines(text, first, by_line):
        if simple := _simple(line):
            kinds.append(simple)
            lines.extend([number] * len(simple))
            continue
        for kind, fault in _tokens(line):
            kinds.append(kind)
            lines.append(number)
            if fault:
                by_line.setdefault(number, fault)
    for index, message in _misplaced("".join(kinds)):
        by_line.setdefault(lines[index], message)


def _lines(text: str, first: int, by_line: dict[int, str]) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, with their numbers; a comment that ends in a backslash takes in the next line."""
    comment = False
    for number, line in enumerate(text.split("\n"), first):
        hidden, comment = comment, line.endswith("\\") and (comment or _COMMENT.match(line) is not None)
        if hidden and line and not _COMMENT.match(line):
            by_line[number] = "a backslash at the end of the comment above makes this line a part of it"
        elif not hidden and line.strip(" \t\f\v"):
            yield number, line


def _simple(line: str) -> str:
    """The letters of what nearly every line is: a comment, a string, or a keyword and a string; empty for others."""
    head, _, rest = line.partition('"')
    if not head.startswith("#"):
        kinds = _HEADS.get(head)
        return kinds if kinds and rest.endswith('"') and rest.count('"') == 1 and "\\" not in rest else ""
    return "" if head.startswith(("#~", "#|")) else "c"


def _tokens(line: str) -> Iterator[tuple[str, str]]:
    """Letter of each token, and what is wrong with it by itself."""
    mark = _MARK.match(line)
    old, previous = mark is not None and mark[1].startswith("#~"), mark is not None and mark[1].endswith("|")
    for token in _TOKEN.finditer(line, mark.end() if mark else 0):
        kind, fault = _token(token, previous)
        if kind:
            yield kind.upper() if old else kind, fault


def _token(token: re.Match[str], previous: bool) -> tuple[str, str]:
    string, word, junk = token.groups()
    if string is not None:
        return "q" if previous else "t", _escapes(string) if "\\" in string else ""
    if word is not None:
        if word.endswith("]") and word.startswith("msgstr") and not previous:
            return "f", ""
        kind = (_PREVIOUS if previous else _WORDS).get(word)
        return kind or "j", "" if kind else f"“{word}” is no keyword here"
    if junk is not None:
        shown = f"“{junk[:20]}”" if junk.isprintable() and not junk.isspace() else f"U+{ord(junk[0]):04X}"
        return "j", f"{shown} stands outside of a string"
    return ("c", "") if token[0].startswith("#") else ("", "")


def _escapes(string: str) -> str:
    bad = next((match for match in _ESCAPE.finditer(string) if match[1] is not None), None)
    return f"“{bad[0]}” is no escape sequence: a backslash by itself is written \\\\" if bad else ""


def _misplaced(kinds: str) -> Iterator[tuple[int, str]]:
    """Index of the token, and the reason, for whatever is neither entry nor comment."""
    start = 0
    while (start := _end(kinds, start)) < len(kinds):
        rest = _REST.match(kinds, start)
        item = rest[0] if rest else kinds[start:]
        if "j" not in item.lower():  # its own fault has been named
            at, reason = _reason(item)
            yield start + at, reason
        start += len(item)


def _end(kinds: str, start: int) -> int:
    match = _ITEMS.match(kinds, start)
    return match.end() if match else start


def _reason(item: str) -> tuple[int, str]:
    if _WHOLE.fullmatch(item.lower()):
        first = item[0].isupper()
        return next(
            at for at, kind in enumerate(item) if kind.isupper() != first
        ), "only a part of the entry is obsolete"
    without = re.sub("[cC]", "", item)
    if len(without) < len(item) and _WHOLE.fullmatch(without.lower()):
        return item.lower().index("c"), "a comment stands inside the entry"
    if item[0].lower() in "abeq":
        return 0, "the “#|” lines are no previous msgid of the entry below: one of each, directly above the entry"
    return 0, "no entry: msgctxt, msgid, msgid_plural and msgstr belong together in this order"
