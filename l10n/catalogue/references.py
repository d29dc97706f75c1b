"""How catalogues name the file that their texts come from: in `#:` lines, and in the comment above the header."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from l10n.languages import language

# A file name with spaces stands between U+2068 and U+2069, see `template`; the line number is no part of it.
_REFERENCE = re.compile(r"(?:\u2068([^\u2069]*)\u2069|(\S+?))(?::\d+)?(?=\s|$)")
_WHOLE = re.compile("\u2068[^\u2069]*\u2069\\S*|\\S+")
_SENTENCE = re.compile(r"(?:Template for translations|.+ translation) of (.+)\.$")


def sentence(lang: str, reference: str) -> str:
    """The first line of a catalogue, or of a template."""
    return (
        f"{language(lang).name} translation of {reference}." if lang else f"Template for translations of {reference}."
    )


def as_reference(name: str) -> str:
    """The name of a file as it can be read back from `#:` lines, which know single spaces only."""
    return " ".join(name.split())


def isolated(name: str) -> str:
    """The name as a `#:` line has it: one with spaces between U+2068 and U+2069, as in GNU gettext."""
    short = as_reference(name)
    return f"\u2068{short}\u2069" if short != name or " " in short else short


def separated(names: Iterable[str]) -> tuple[str, ...]:
    """The references of which these are the words: a name with spaces is one."""
    words = tuple(names)
    return tuple(_WHOLE.findall(" ".join(words))) if any("\u2068" in word for word in words) else words


def named(line: str) -> str:
    """The first file of a `#:` line; empty if there is none."""
    match = _REFERENCE.match(line)
    return (match[1] or match[2] or "") if match else ""


def said(comments: Iterable[str]) -> Iterator[str]:
    """The files that sentences above the header name."""
    yield from (as_reference(match[1]) for match in map(_SENTENCE.match, comments) if match)
