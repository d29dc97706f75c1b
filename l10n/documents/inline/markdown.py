"""Markdown's own marks, on one line: `**gut**`, `[Seite](a.md "Titel")`, `code`; references are written out: `[A][a]`.

A backslash before a sign makes a character of it, and an entity is the character that it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile

from l10n.documents.inline.commonmark.events import raw_events
from l10n.documents.inline.commonmark.inlines import inline_parts
from l10n.model import InlinePart, PieceKind, Span

_MARKS = re.compile(r"[\\`*_\[\]<>~$&{]")
_PREFIX = "# "
"""What stands in a heading is inline, whatever it begins with."""
_REFERENCES = re.compile(r"\\.|\]\[(?P<label>(?:[^\[\]\\]|\\.)+)\]|\[(?P<footnote>\^[^\[\]\s]+)\]")
_PUNCTUATION = r"!-/:-@\[-`{-~"
_ESCAPED = re.compile(
    rf"\\(?=[{_PUNCTUATION}])"  # it would be an escape itself
    r"|[`\[\]]"
    r"|(?<!\s)[*~$]|[*~$](?!\s)"  # between spaces they mean nothing
    r"|(?<![^\W_])_|_(?![^\W_])"  # in a word it means nothing
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=\#?\w+;)"
    r"|(?<=\{)[{%]"
)

_CONTROLS = {ord(sign): f"&#{ord(sign)};" for sign in "\t\n\r"}
"""Only an entity brings one into a text."""


def parse(text: str) -> tuple[InlinePart, ...]:
    """The parts of a text; line breaks in it are spaces. References that it names count as defined."""
    if not text or not _MARKS.search(text):
        return (InlinePart(PieceKind.TEXT, 0, len(text), text),) if text else ()
    line = text.replace("\r", " ").replace("\n", " ").replace("\0", "\ufffd")
    data = f"{_PREFIX}{line}\n\n{_definitions(line)}".encode("utf-8", "replace")
    told = raw_events(data, front_matter=False)
    next(told)
    heading = list(takewhile(lambda event: event[1] != "Heading", told))
    return tuple(_in_characters(inline_parts(heading, data), data, len(line.encode("utf-8", "replace"))))


def escape(words: str, after: str = "") -> str:
    """The text that is these words only, also before what comes after them."""
    escaped = _ESCAPED.sub(r"\\\g<0>", words).translate(_CONTROLS)
    if (words.endswith("!") and after.startswith("[")) or (words.endswith("\\") and _starts_with_sign(after)):
        return f"{escaped[:-1]}\\{escaped[-1]}"
    return escaped


def escape_all(runs: Sequence[str]) -> list[str]:
    """The same for runs of words that stand side by side: a sign and what it needs to mean something may be in two."""
    signs = {sign.start() for sign in _ESCAPED.finditer("".join(runs))}
    if not signs:  # as in most texts
        return [run.translate(_CONTROLS) for run in runs]
    ends = list(accumulate(map(len, runs), initial=0))
    return [
        "".join(f"\\{sign}" if start + index in signs else sign for index, sign in enumerate(run)).translate(_CONTROLS)
        for run, start in zip(runs, ends, strict=False)
    ]


def _starts_with_sign(text: str) -> bool:
    return bool(re.match(rf"[{_PUNCTUATION}]", text))


def _definitions(text: str) -> str:
    """Of all labels that the text may mean."""
    if "[" not in text:
        return ""
    labels = dict.fromkeys(match["label"] or match["footnote"] for match in _REFERENCES.finditer(text))
    return "".join(f"[{label}]: x\n\n" for label in labels if label)


def _in_characters(parts: Sequence[InlinePart], data: bytes, size: int) -> Iterator[InlinePart]:
    """The parts with offsets in characters, without the prefix; what the parser leaves out at the edges is text."""
    position, offset = len(_PREFIX), 0
    moved = int(bool(parts) and parts[0].start > position)
    for part in parts:
        if position < part.start:
            gap = data[position : part.start].decode()
            yield InlinePart(PieceKind.TEXT, offset, offset := offset + len(gap), gap)
        start, offset = offset, offset + len(data[part.start : part.end].decode())
        inner = tuple([_shifted(span, part.start, start, data) for span in part.inner])
        partner = part.partner + moved if part.partner >= 0 else part.partner
        yield InlinePart(part.kind, start, offset, part.words, part.name, partner, inner)
        position = part.end
    if rest := data[position : len(_PREFIX) + size].decode():
        yield InlinePart(PieceKind.TEXT, offset, offset + len(rest), rest)


def _shifted(span: Span, start: int, offset: int, data: bytes) -> Span:
    first = offset + len(data[start : span[0]].decode())
    return first, first + len(data[span[0] : span[1]].decode())
