"""What of a software string is no language: placeholders, tags, entities, escapes. Found, cut around, compared.

A catalogue's format flags say how strictly: in a `c-format` or `python-format` text every `%` belongs to a directive
(`100 % sicher` has one, `% s`), in a text without a flag only what looks like one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from l10n.model import Span

_MARKUP = (
    r"<!--(?:(?!<!--).)*?-->|</?(?:[A-Za-z]|_:)[^<>]*>|&(?:[A-Za-z][A-Za-z0-9]*|\#\d+|\#[xX][0-9A-Fa-f]+);"
    r"|(?<!\w)&[a-z][\w.-]*;"  # &apt-get; but not Q&A-Runde;
)
_ESCAPES = r"""\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|[abfnrtv0'"\\])|[\x00-\x1f\x7f]"""
_LINE_BREAKS = frozenset({"\n", "\r", r"\n", r"\r"})
"""As they are, and as escapes: a word after `\\n` would be taken for another that begins with n."""

_SIZE = r"(?:hh?|ll?|[qjztL])?"
_PRINTF = (
    r"%(?:\([^()]*\)|<(?!PRI)\w+>|\d+\$)?[-+ #0'I,]*(?:\*(?:\d+\$)?|\d+)?(?:\.(?:\*(?:\d+\$)?|\d*))?"
    rf"{_SIZE}(?:<PRI\w+>|[A-Za-z@%])|%[<>]?"
)
_PERCENT = (
    rf"%%|%(?:\([^()\s]+\)|\d+\$)[-+#0]*\d*(?:\.\d+)?{_SIZE}[A-Za-z]"  # %(name)s %1$s
    r"|%\d+%"  # Boost
    rf"|(?<!\d)%(?:[-+#0]+\d*|(?!1[a-z])\d+)?(?:\.\d+)?{_SIZE}[sd@]"  # %s, but not 100 %sicher; %1s is Qt's
    rf"|(?<!\d)%(?:[-+#0]+\d*|\d+(?=\.))?(?:\.\d+)?{_SIZE}[iouxXeEfgGcrpn](?![^\W\d_])"  # but not 100 %ige, 30%-i
    r"|%L?\d{1,2}(?![\d%$])"  # Qt, as in %1x%2
)
_QT = r"%L?(?:\d{1,2}|n)"

_TILDE = r"~(?:(?:[-+]?\d+|'.|[vV#])?,?)*[:@]*[^\s\d]|~"
"""A directive of Lisp's `format`: ~a ~5d ~:@(."""
_ARGUMENT = r"%(?:\d+%|\|[^|]*\||[sd%]|\d)?"
"""%1 %1% %|1$s| %%"""

_BRACE = r"\{\{|\}\}|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|[{}]"
_CURLY = (
    r"\{%(?:(?!\{%).)*?%\}|\{\{[^{}]*\}\}"  # Django, Jinja, Mustache
    r"|\{\w+,\s*\w+(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"  # ICU: {count, plural, one {…} other {…}}, kept as it is
    r"|[%$]?\{\$?[\w.\[\]-]*(?:![rsa])?(?::[^{}\s]*)?\}"
)

_PRINTF_NAMES = (
    *("c", "objc", "python", "php", "javascript", "perl", "ruby", "go", "lua", "awk", "java-printf", "tcl", "elisp"),
    *("librep", "object-pascal", "gcc-internal", "gfc-internal"),
)
_PRINTF_FLAGS = frozenset(f"{name}-format" for name in _PRINTF_NAMES)
_BRACE_FLAGS = frozenset({"python-brace-format", "csharp-format", "rust-format", "c++-format"})
_QT_FLAGS = frozenset({"qt-format", "qt-plural-format", "kde-format"})
_ARGUMENT_FLAGS = frozenset({"boost-format", "smalltalk-format", "ycp-format"})
_LISP_FLAGS = frozenset({"lisp-format", "scheme-format"})
_BY_FLAGS = ((_PRINTF_FLAGS, _PRINTF), (_ARGUMENT_FLAGS, _ARGUMENT), (_QT_FLAGS, _QT))
_SHELL_FLAGS = frozenset({"sh-format", "sh-printf-format"})

_ORDERED = re.compile(r"<|%(?!\(|\{\w|<(?!PRI)\w|\d+\$|L?\d+%?$|%)|\{[!:}]|\{\{$|\}")
"""Placeholders without name or number, and tags: they mean something else at another's place."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A part of a text; `fixed` if it is to be copied: a placeholder, a line break, white space at an edge."""

    text: str
    fixed: bool


def placeholders(text: str, flags: Collection[str] = ()) -> tuple[str, ...]:
    """All placeholders from left to right; `flags` are the entry's, as `python-format`."""
    return tuple(_pattern(frozenset(flags)).findall(text))


def spans(text: str, flags: Collection[str] = ()) -> Iterator[Span]:
    """Where the placeholders stand."""
    return (match.span() for match in _pattern(frozenset(flags)).finditer(text))


def survive(source: str, translation: str, flags: Collection[str] = ()) -> bool:
    """The translation has the placeholders of the source: all, unchanged, as often, and where it matters in order."""
    old, new = placeholders(source, flags), placeholders(translation, flags)
    return Counter(old) == Counter(new) and same_order(old, new)


def same_order(old: Collection[str], new: Collection[str]) -> bool:
    """Placeholders that have neither name nor number, and tags, are in the same order."""
    return _ordered(old) == _ordered(new)


def blanked(text: str, flags: Collection[str], filler: str) -> str:
    """The text with `filler` for each character of a placeholder; line breaks and other controls stay."""
    pattern = _pattern(frozenset(flags))
    return pattern.sub(lambda match: match[0] if match[0][0] < " " else filler * len(match[0]), text)


def lines(text: str, flags: Collection[str] = ()) -> tuple[Fragment, ...]:
    """The text line by line, to be translated whole; joined, the pieces are the text.

    A line without a letter outside its placeholders is fixed.
    """
    pieces: list[Fragment] = []
    body, words = "", ""
    for index, part in enumerate(_pattern(frozenset(flags)).split(text)):
        if index % 2 and part in _LINE_BREAKS:
            pieces += (*_pieces(body, words), Fragment(part, True))
            body = words = ""
        else:
            body += part
            words += "" if index % 2 else part
    return (*pieces, *_pieces(body, words))


def split(text: str, flags: Collection[str] = ()) -> tuple[Fragment, ...]:
    """The text around its placeholders, these among the fixed pieces; joined, the pieces are the text."""
    pieces: list[Fragment] = []
    for index, part in enumerate(_pattern(frozenset(flags)).split(text)):
        pieces += [Fragment(part, True)] if index % 2 else _pieces(part, part)
    return tuple(pieces)


def _pieces(text: str, words: str) -> Iterator[Fragment]:
    """The text without the white space at its edges, and that; all fixed if its `words` have no letter."""
    core = text.strip() if any(map(str.isalpha, words)) else ""
    head, _, tail = text.partition(core) if core else (text, "", "")
    for part, fixed in ((head, True), (core, False), (tail, True)):
        if part:
            yield Fragment(part, fixed)


def _ordered(marks: Collection[str]) -> list[str]:
    return [mark for mark in marks if _ORDERED.match(mark)]


@cache
def _pattern(flags: frozenset[str]) -> re.Pattern[str]:
    """One group: split() gives text and placeholder in turn."""
    percent = next((pattern for names, pattern in _BY_FLAGS if flags & names), _PERCENT)
    braces = _BRACE if flags & _BRACE_FLAGS else rf"{_CURLY}|[{{}}]" if "java-format" in flags else _CURLY
    shell = (r"\$\w*",) if flags & _SHELL_FLAGS else ()
    lisp = (_TILDE,) if flags & _LISP_FLAGS else ()
    return re.compile(f"({'|'.join((_MARKUP, _ESCAPES, braces, percent, *shell, *lisp))})", re.DOTALL)
