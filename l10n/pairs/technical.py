"""What of technical texts is alike in every language: units after a value, names of files, options and variables."""

from __future__ import annotations

import re
from collections.abc import Iterable

from l10n.model import Span
from l10n.text.visible import FILLER

DIGEST = re.compile(r"[0-9a-f](?<![^\W_].)[0-9a-f]{31,}(?![^\W_])")
"""As md5 has it, of a picture that may be another one in the translation."""
_UNITS = (
    r"px|pt|r?em|[dp]pi|fps|rpm|ppm|[nmcdk]?m|[nmµ]?s|min|h|m?[gl]|kg|dB|m?[AWV]|K"
    r"|[kMGT]i?B|B|[kMGT]?bit|[kMG]?bps|[kMG]?Hz"
)
_ALIKE = re.compile(
    rf"(?<=[\d{FILLER}])[ \u00a0\u202f]?(?:{_UNITS})(?:/(?:s|h|min))?(?!\w)"
    r"|(?<![\w-])--?[A-Za-z][\w-]*"  # --verbose
    r"|[A-Za-z]:\\[^\n\"*?<>|]*"  # C:\Program Files
    r"|(?<![\w/])~?/[\w.-]+(?:/[\w.-]*)*"  # /etc/passwd
    r"|(?<!\w)\w*[a-z0-9]_[a-z0-9]\w*"  # foo_bar
    r"|(?<![\w-])\w[\w-]*(?:\.\w[\w-]*)+"  # README.md
)
_CONTENT = "app cmd code command envar filename function kbd literal option package samp systemitem tt var varname"
"""Elements of HTML, DocBook and Mallard whose content is a name."""
_TAGGED = re.compile(rf"<({'|'.join(_CONTENT.split())})\b[^<>]*>[^<>]*</\1>")
_CODE = re.compile(
    rf"(?<=[:{FILLER}])[a-z][\w-]*:(?=[`{FILLER}])"  # :config:option:`…`
    r"|(?<!\w)``?[^`'\n]{1,60}''?(?!\w)"  # `x'
    r"|(?<![\w*])\*{1,2}[^\W_][^*\s]*(?: [^*\n]{1,40})?\*{1,2}|(?<!\w)_[^\W_][^_\s]*_(?!\w)"  # *mount*(8), _file_
    r"|(?<!\w)[A-Z]<[^<>\n]{1,60}>"  # B<dpkg>
    r"|(?<![^\s/])[^\s/]*/\S*[^\s.,;:!?)\]}»”\"']"  # apt/sources, keep/install
    r"|(?<![\w-])[^\W\d_][\w-]*(?:\(|=|\|\w|,\w|->)\S*"  # write(), name=value, on|off, remount,bind
    r"|(?<=[|=>])\w+|\\[A-Za-z]+|@\w+\{[^{}\n]*\}|[$#]\w[\w.]*"
    r"|[\[<{][\w|.-]+[\]>}](?!\()"  # [optname], <file>
    rf"|(?<![\w-])[a-z][\w-]*+(?= (?:\[[-<\w|. ={FILLER}]*\](?!\()|<|--?\w))"  # shopt [-pq], date -u
    r"|^[ \t]*[a-z][\w-]*(?=:\s| [-–—] )|(?<=[.:;] )[a-z][\w-]*(?= [-–—] )"  # malloc: …, look - …
    r"|(?<!\w)\w*[a-z][A-Z]\w*",
    re.MULTILINE,
)
_NAME = r"[A-Za-z][A-Za-z0-9_.+-]*(?: [A-Za-z0-9_.+-]+){0,2}"
_QUOTED = re.compile(rf"(?<!\w)['‘]{_NAME}['’](?!\w)|[»„“«\"]{_NAME}[”“«»\"]")
_UNIT = re.compile(rf"(?<=[\d{FILLER}])(?:{_UNITS})(?!\w)")


def without_names(plain: str) -> str:
    """The plain text with `FILLER` for each character of what nobody translates."""
    return _ALIKE.sub(_filled, plain)


def spoken(text: str, plain: str) -> str:
    """The plain text with `FILLER` for all that may be a name of something in a program, quoted, marked or called.

    `text` is what it was made of: tags tell what is within them.
    """
    if "</" in text:
        plain = _with_gaps(plain, (match.span() for match in _TAGGED.finditer(text)))
    return _QUOTED.sub(_filled, _CODE.sub(_filled, without_names(plain)))


def _with_gaps(plain: str, spans: Iterable[Span]) -> str:
    parts, here = [], 0
    for start, end in spans:
        parts += [plain[here:start], FILLER * (end - start)]
        here = end
    return "".join((*parts, plain[here:]))


def _filled(match: re.Match[str]) -> str:
    return FILLER * len(match[0])


def is_unit(plain: str, start: int) -> bool:
    """A unit begins here, right after a figure or a placeholder: the px of `%dpx`."""
    return _UNIT.match(plain, start) is not None
