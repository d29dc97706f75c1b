r"""What polib cannot read, written so that it can: a pass over the raw file in memory. Line numbers stay the same.

| repaired | as in |
|---|---|
| byte order marks, charsets, line ends, Ctrl-Z at the end | Windows, old Mac OS, `charset=KOI8-U`, UTF-16 |
| flags after `#=` | gettext 1.0 |
| `#~|`, bare `#~` and `#|` | obsolete entries with a previous msgid |
| empty comments, `#text`, `##`, `#!`, `#==`, `#~~` | hand-written files; polib drops or refuses them |
| spaces at the end of comments, but for ours | comments taken from programs; polib strips them, gettext does not |
| bare `#:` and `#,` | hand-written files; at the end of a file polib drops the entry above them |
| marks without a space: `#,fuzzy`, `#|msgid "a"`, `msgid"a"`; indented lines | hand-written files |
| `msgid` alone, its string on the next line; `"a" "b"` on one | legal, and refused by polib |
| `\a`, octal and hexadecimal escapes; these two are bytes of the file's charset | old gettext, C |
| `msgstr[10]` and above | polib reads one digit |
| comments after the last entry | editors' `# vim:` lines; polib drops them |

A line that already is as polib likes it is matched once and left alone: that makes 100,000 entries a matter of seconds.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, count, islice, permutations, takewhile

from l10n.catalogue.bookkeeping.grammar import PREFIX
from l10n.errors import L10nError

HINT = "mend that line in a text editor and run again; the file was left untouched"
_NONCHARACTERS = tuple(map(chr, range(0xFDD0, 0xFDF0)))
"""For stand-ins: Unicode keeps them for such uses, but a text may have them all the same."""

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# A string that goes on in the next line: the charset may stand across the two.
_WRAPPED = re.compile(rb'"[ \t]*(?:\r\n|\r|\n)[ \t]*"')
_CHARSET = re.compile(rb'(?:"|\\n)Content-Type:[^"\\\n]*?charset=([-\w.:]+)', re.IGNORECASE)
# Possessive: a line matches at once or not at all, whatever is in it.
_STRING = r'"(?:[^"\\\n]++|\\["\\tnrvbf])*+"'
_COMMENT = r"\#\.?\ [ \t]*\S[^\n]*+(?<!\s)|\#[:,]\ [ \t]*\S[^\n]*"
_FINE = rf"(?:\#[~|]\ )?(?:msg[a-z_]+(?:\[\d\])?\ )?{_STRING}|{_COMMENT}"
# A line with its line break before it, so that one pass finds all that are not as polib likes them.
_INDENTED = re.compile(r"\n[ \t]+")
_ODD = re.compile(rf"\n(?!(?:{_FINE})?[ \t]*(?:\n|\Z))([^\n]*)")
_KEYWORD = re.compile(r"\n(#~ )?msg(ctxt|id_plural|id|str\[(?=(\d+))|str)")
_KINDS = {"ctxt": "c", "id": "i", "id_plural": "p", "str": "s", "str[": "f"}
_ENTRIES = re.compile(r"(?:c?i(?:s|pf+)|C?I(?:S|PF+))*")
"""What makes an entry, capitals for obsolete ones."""
_CONFLICT = re.compile(r"(?:<{7,}|={7,}|>{7,}|\|{7,})(?: |$)")
# Marks of comments as hands and old programs write them -> as gettext does: joined, apart, bare, without a space.
_MARKS = (
    (re.compile(r"^#~[ \t]+(?=#)"), ""),
    (re.compile(r"^#~?\|[ \t]*"), "#| "),
    (re.compile(r'^#~[ \t]*(?=msg|")'), "#~ "),
    (re.compile(r"^#~([.:,])[ \t]*"), r"#\1 "),
    (re.compile(r"^#(?:~|\| |[:,])\s*$"), ""),
    (re.compile(r"^#([:,])[ \t]*(?=\S)"), r"#\1 "),
    (re.compile(r"^#(?=[^\s.:,|~]|~(?! ))"), "# "),
    (re.compile(r"^#(\.?)(?=\t|(?<=\.)\S)"), r"#\1 "),
)
_EQUALS = re.compile(r"^(?:#~[ \t]+)?#=[ \t]*([a-z][-a-z\d:.,_+ \t]*|[-\w:.+]+(?:[ \t]*,[ \t]*[-\w:.+]+)*)$")
"""Flags, or by a hand that knew no such line a headline, which has capitals and no commas."""
# Keywords without a space, with one inside the brackets, or without a string.
_KEYWORDS = (
    (re.compile(r'^((?:#[~|] )?msg[a-z_]+)[ \t]*(?="|$)'), r"\1 "),
    (re.compile(r"^((?:#~ )?msgstr)[ \t]*\[[ \t]*0*(\d+)[ \t]*\][ \t]*"), r"\1[\2] "),
    (re.compile(r"^((?:#[~|] )?msg[a-z_]+(?:\[\d+\])?) $"), r'\1 ""'),
)
_UNQUOTED = re.compile(r"(?:#[~|] )?msg[a-z_]++(?:\[\d++\])?+ ?+[^\s\"\[]")
"""polib takes the first and the last character off, whatever they are."""
_OLD = re.compile(r"^#\|")
"""At the end of a file, the previous msgid of nothing: no program reads it but as a comment."""
_BARE = re.compile(r"^#(?:\.\s*)?$")
_SPACED = re.compile(rf"#\.? (?!{PREFIX}).*[^\s\\](\s+)$")
"""Not a backslash before: there the space is gettext's and ours, so that the next line is not joined."""
_MANY = re.compile(r'^(#~ )?msgstr\[\d{2,}\] "')
# Several strings on a line, which polib takes for one with quotation marks inside.
_STRINGS = re.compile(r'^((?:#[~|] )?(?:msg[a-z_]+(?:\[\d\])? )?)((?:"(?:[^"\\]++|\\.)*+"[ \t]*+)++)$')
_CROWDED = re.compile(r'[^"]*+(?:"(?:[^"\\]++|\\.)*+"[ \t]*+)++(?:\#|msg[a-z_]+[ \t]*["\[])')
"""What gettext takes, and no editor writes."""
_JOINT = re.compile(r'"[ \t]*"')
_INSIDE = re.compile(r'"((?:[^"\\]++|\\.)*+)"')
_ESCAPE = re.compile(r"((?:\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}))+)|\\(.)")
_NUMERIC = re.compile(r"\\[0-7x]")
_BYTE = re.compile(r"\\(?:x([0-9a-fA-F]+)|([0-7]+))")
_ESCAPES = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t"}


_RUN = re.compile(
    r"""\n((?:\#[~|][ ])?")[^\n]*"(?:\n\1[^\n]*"){20}(?:\n\1[^\n]*")*+
    |\n(\#\.?[ ])[^\n]*(?:\n\2[^\n]*){20}(?:\n\2[^\n]*)*+""",
    re.VERBOSE,
)
"""Many strings or comments in a row: polib adds each to what it has, in a time that grows with the square of them."""


@dataclass(frozen=True, slots=True)
class Readable:
    """A PO file as polib can read it."""

    text: str
    trailing: tuple[str, ...]
    """The comment lines after the last entry, which are in `text`, too."""
    empty: str
    """Stands for an empty comment in `text`, after the spaces that a comment ends with, and around the flags of a `#=`
    line."""
    form: str
    """Begins each plural form from the eleventh on, which follow in the string of the tenth."""
    end: str
    """Ends each comment line but the last of a long row of them, which are one line in `text`."""


@dataclass(frozen=True, slots=True)
class _File:
    """What a line has to be mended with."""

    name: str
    charset: str
    empty: str
    form: str
    end: str


def readable(data: bytes, name: str) -> Readable:
    """The repaired file; L10nError with `name:line` where it is no text, has a merge conflict or a broken string."""
    charset, text = decoded(data, name)
    text = "\n" + text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\x1a")
    text = _INDENTED.sub("\n", text)
    file = _File(name, charset, *_stand_ins(text, charset))
    text = _ODD.sub(lambda match: f"\n{_mended(match, file)}", text)
    _check_order(text, name)
    lines = takewhile(lambda line: not line or (line[0] == "#" and line[1:2] != "~"), reversed(text.split("\n")))
    trailing = [_OLD.sub("# |", _without(file.empty, line)) for line in lines if line]
    text = _RUN.sub(lambda match: _in_one_line(match, file), text)
    return Readable(text[1:], tuple(reversed(trailing)), file.empty, file.form, file.end)


def _without(empty: str, comment: str) -> str:
    plain = comment.removesuffix(empty)
    return plain if _SPACED.match(plain) else plain.rstrip()


def decoded(data: bytes, name: str) -> tuple[str, str]:
    """The charset and the text; a byte order mark outweighs the header."""
    mark, charset = next((bom for bom in BOMS if data.startswith(bom[0])), (b"", ""))
    data, charset = data.removeprefix(mark), charset or declared(data)
    if not mark and charset != "utf-8" and not data.isascii() and _is_utf8(data):
        charset = "utf-8"  # the header lies, and by it the text would be garbled
    try:
        return charset, data.decode(charset)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"{name}:{line}: not {charset} text (byte 0x{data[error.start]:02x})"
        raise L10nError(message, "save the file as UTF-8 in your PO editor; it was left untouched") from None


def _is_utf8(data: bytes) -> bool:
    """Text in any other charset is so by accident only, and a very short one."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def declared(data: bytes) -> str:
    """What the header says, if Python knows it as a charset that has ASCII in it, as the header has just been read."""
    if match := _CHARSET.search(_WRAPPED.sub(b"", data[:65536])):
        try:
            charset = codecs.lookup(match[1].decode("ascii", "replace")).name
            if b"msgid".decode(charset) == "msgid":
                return charset
        except (LookupError, ValueError):
            pass
    return "utf-8"


def _stand_ins(text: str, charset: str) -> Iterator[str]:
    """Three strings that the text has nowhere, not even in escapes; none can overlap: their characters are distinct."""
    if _NUMERIC.search(text):
        text += _plain(_JOINT.sub("", text), charset)
    strings = map("".join, chain.from_iterable(permutations(_NONCHARACTERS, size) for size in count(1)))
    return islice((string for string in strings if string not in text), 3)


def _mended(match: re.Match[str], file: _File) -> str:
    line = match[1].strip(" \t\f\v")
    if line == "#":
        return f"# {file.empty}"
    if _CONFLICT.match(line):
        hint = "keep one side of each <<<<<<< … >>>>>>>, or set up l10n's merge driver, and run again"
        raise L10nError(f"{file.name}:{_line(match)}: unresolved merge conflict", hint)
    line = _EQUALS.sub(lambda flags: f"#, {file.empty}, {flags[1]}, {file.empty}", line)
    for pattern, replacement in _MARKS if line.startswith("#") else ():
        line = pattern.sub(replacement, line)
    for pattern, replacement in _KEYWORDS if "msg" in line else ():
        line = pattern.sub(replacement, line)
    if _BARE.match(line):
        return f"{line.rstrip()} {file.empty}"
    if spaced := _SPACED.match(line.rstrip() + match[1][len(match[1].rstrip()) :]):
        return f"{spaced[0]}{file.empty}"
    line = _MANY.sub(lambda many: f'{many[1] or ""}"{file.form}', line)
    if _UNQUOTED.match(line):
        raise L10nError(f"{file.name}:{_line(match)}: not a PO file: the string has no double quotes", HINT)
    if line.startswith(("# ", "#.", "#:", "#,")) or '"' not in line:
        return line
    strings = _STRINGS.match(line)
    if strings is None:
        if _CROWDED.match(line):
            hint = "put each keyword with its text, and each comment, on a line of its own; the file was left untouched"
            raise L10nError(f"{file.name}:{_line(match)}: more than a keyword and its text in one line", hint)
        message = "not a PO file: the string has no closing quote, or one too many"
        raise L10nError(f"{file.name}:{_line(match)}: {message}", HINT)
    return strings[1] + '"' + _plain("".join(_INSIDE.findall(strings[2])), file.charset) + '"'


def _in_one_line(match: re.Match[str], file: _File) -> str:
    """The lines as one, and as many blank ones as it takes for the rest to stay where it is."""
    lines = match[0][1:].split("\n")
    mark = match[1] or match[2]
    parts = [line.removeprefix(mark) for line in lines]
    line = "".join(part.rstrip(" \t")[:-1] for part in parts) + '"' if match[1] else file.end.join(parts)
    return f"\n{mark}{line}" + "\n" * (len(lines) - 1)


def _plain(text: str, charset: str) -> str:
    """The inside of a string without the escapes that polib leaves as they are."""

    def replaced(match: re.Match[str]) -> str:
        if match[1] is None:
            return "\a" if match[2] == "a" else match[0]
        data = bytes(int(hexa, 16) if hexa else int(octal, 8) & 0xFF for hexa, octal in _BYTE.findall(match[1]))
        try:
            return "".join(_ESCAPES.get(character, character) for character in data.decode(charset))
        except UnicodeDecodeError:
            return match[0]

    return _ESCAPE.sub(replaced, text)


def _check_order(text: str, name: str) -> None:
    """Whole entries only: polib would make one of two, or drop what does not belong together."""
    keywords = list(_KEYWORD.finditer(text))
    kinds = "".join(_KINDS[match[2]].upper() if match[1] else _KINDS[match[2]] for match in keywords)
    _check_forms(keywords, name)
    entries = _ENTRIES.match(kinds)
    if entries and entries.end() < len(kinds):
        position = f"{name}:{_line(keywords[entries.end()])}"
        reason = "msgid, msgid_plural and msgstr do not belong together, or not all of them are obsolete (#~)"
        raise L10nError(f"{position}: not a PO file: {reason}", HINT)


def _check_forms(keywords: Iterable[re.Match[str]], name: str) -> None:
    """Plural forms 0, 1, 2, …: polib would keep the last of two equal ones, and close up gaps."""
    expected = 0
    for match in keywords:
        if match[3] is not None and int(match[3]) != expected:
            reason = f"plural form {match[3]} where {expected} is due"
            raise L10nError(f"{name}:{_line(match)}: not a PO file: {reason}", HINT)
        expected = 0 if match[3] is None else expected + 1


def _line(match: re.Match[str]) -> int:
    """The line that the match begins with the line feed of, which stands before the first line, too."""
    return match.string.count("\n", 0, match.start()) + 1
