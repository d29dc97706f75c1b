"""Comments of ours that some program has wrapped, joined again; and `#|` lines that Babel has made comments of.

A line of ours says by its grammar or by its `¶` where it ends, so that nothing of a person's is taken for the rest of
it. Lines of version 0.1.0 that end in a text do not say it: they are joined only in a file that has been wrapped for
certain, where the first word of the next line would not have found room, and not after the end of a sentence: better
a rest of ours among people's comments than one of theirs in ours, which go with the next draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from l10n.catalogue.bookkeeping.grammar import PREFIX
from l10n.catalogue.bookkeeping.reading import legacy, ours, sound, whole
from l10n.model import Entry

_ENDED = re.compile(r"[.!?…][\"'»“”)\]]*$")
"""After it, a line of version 0.1.0 has come to its end as far as one can tell: the next one may be somebody's."""
_MOST = 500
"""So many lines may a line have been wrapped into."""
_HYPHEN = re.compile(r"\w-$")
_HANGING = re.compile(r"(?:und|oder|bzw\.|bis|and|or|to|и|или|і|й|та|або|və|ya)\b")
"""Words before which a hyphen stands for a part left out: `Vor- und Nachteile`."""
_CHUNK = re.compile(r"\S*?\w-(?=\w)|\S+")
_PREVIOUS = re.compile(r"\| (msgctxt|msgid_plural|msgid) (?=\")")
_STRINGS = re.compile(r'(?:"(?:[^"\\]|\\.)*"\s*)+$')
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "v": "\v", "f": "\f"}


def joined(entries: Iterable[Entry]) -> list[Entry]:
    """The entries of one file as they were before it was wrapped."""
    wrapped = list(entries)
    if all(unwrapped(entry.comments) for entry in wrapped):
        return wrapped
    result = [_with_previous(_with_whole_lines(entry)) for entry in wrapped]
    if any(len(new.comments) < len(old.comments) for new, old in zip(result, wrapped, strict=True)):
        width = max(len(line) for entry in wrapped for line in entry.comments)
        result = [_with_legacy_lines(entry, width) for entry in result]
    return result


def unwrapped(comments: tuple[str, ...]) -> bool:
    """At a glance, no program has wrapped these lines: they stay as they are if those of all entries of a file do."""
    return all(sound(line) and not line.startswith("| msg") for line in comments) if comments else True


def _with_whole_lines(entry: Entry) -> Entry:
    if all(map(sound, entry.comments)) or not any(ours(line) and not whole(line) for line in entry.comments):
        return entry
    lines: list[str] = []
    index = 0
    while index < len(entry.comments):
        line = entry.comments[index]
        line, used = _longest(entry.comments[index : index + _MOST]) if ours(line) and not whole(line) else (line, 1)
        lines.append(line)
        index += used
    return entry if len(lines) == len(entry.comments) else replace(entry, comments=tuple(lines))


def _longest(lines: Sequence[str]) -> tuple[str, int]:
    """The first line made whole by those after it, and how many lines that took; as it is if they do not."""
    line = lines[0]
    for used, other in enumerate(lines[1:], 2):
        if other.startswith(PREFIX) or not other:
            break
        line = _glued(line, other)
        if whole(line):
            return line, used
    return lines[0], 1


def _glued(line: str, other: str) -> str:
    tight = _HYPHEN.search(line) and other[:1].isalnum() and not _HANGING.match(other)
    return f"{line}{'' if tight else ' '}{other}"


def _with_legacy_lines(entry: Entry, width: int) -> Entry:
    lines: list[str] = []
    before = ""
    for line in entry.comments:
        chunk = _CHUNK.match(line)
        full = chunk is not None and len(_glued(before, chunk[0])) > width
        goes_on = lines and legacy(lines[-1]) and not _ENDED.search(lines[-1])
        if full and goes_on and not line.startswith(PREFIX):
            lines[-1] = _glued(lines[-1], line)
        else:
            lines.append(line)
        before = line
    return entry if len(lines) == len(entry.comments) else replace(entry, comments=tuple(lines))


def _with_previous(entry: Entry) -> Entry:
    """The entry with Babel's `# | msgid "…"` as the `#| msgid "…"` that it was; a true `#|` outweighs them."""
    if not any(line.startswith("| msg") for line in entry.comments):
        return entry
    lines: list[str] = []
    previous: list[tuple[str, str]] = []
    index = 0
    while index < len(entry.comments):
        field, used = _previous(entry.comments[index : index + _MOST])
        if field:
            previous.append(field)
        else:
            lines.append(entry.comments[index])
        index += used
    return replace(entry, comments=tuple(lines), previous=entry.previous or tuple(previous))


def _previous(lines: Sequence[str]) -> tuple[tuple[str, str] | None, int]:
    """Keyword and text that begin in the first line, and how many lines they take."""
    match = _PREVIOUS.match(lines[0])
    text = lines[0][match.end() :] if match else ""
    for used, other in enumerate((*lines[1:], ""), 1):
        if match is None or (used > 1 and lines[used - 1].startswith("| msg")):
            break
        if _STRINGS.match(text):
            return (match[1], "".join(map(_unescaped, _STRING.findall(text)))), used
        text = f"{text} {other.removeprefix('| ')}"
    return None, 1


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: _ESCAPES.get(match[1], match[1]), text)
