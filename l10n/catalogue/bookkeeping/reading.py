"""Comments -> record, and what a line of ours says of itself: whether it is whole, and which version wrote it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Literal

from l10n.catalogue.bookkeeping.grammar import (
    END,
    IGNORE,
    MARK_LINE,
    MARK_VALUE,
    PREFIX,
    REJECTION_LINE,
    RISK,
    SIGNATURE_LINE,
    SOURCE,
    TEXT_LINE,
    TRUSTED_LINE,
    WAS_LINE,
)
from l10n.catalogue.bookkeeping.record import DraftMark, Record, Signature, Was

_Reading = tuple[str, object, str | None]
"""Field of the record, value, and what a person has typed after it."""


@lru_cache(4096)
def read(comments: tuple[str, ...]) -> Record:
    """The record in these comments; what a person has typed after a mark, in the same line, is a line of its own."""
    fields: dict[str, list[object]] = {}
    for line in comments:
        field, value, rest = _read(line) if line.startswith(PREFIX) else ("people", line, None)
        fields.setdefault(field, []).append(value)
        if rest and rest.strip():
            fields.setdefault("people", []).append(rest.strip())
    return Record(**{name: tuple(values) for name, values in fields.items()})  # type: ignore[arg-type]


def sound(line: str) -> bool:
    """The line is, at a glance, one of people's, or of ours in today's form: most are, and need no closer look."""
    if not line.startswith(PREFIX):
        return True
    return line.endswith(END) or (line[-11:-8] == " h=" and (" s=" in line or line.startswith("l10n-reviewed: ")))


def whole(line: str) -> bool:
    """A line of ours that no other line belongs to: its grammar, or its `¶`, ends it."""
    if match := TEXT_LINE.match(line) or REJECTION_LINE.match(line):
        return line.rstrip().endswith(END.strip()) or bool(match["rest"])
    field, value, _ = _read(line)
    return field != "people" and not (isinstance(value, DraftMark) and not value.texts)


def legacy(line: str) -> bool:
    """The line is as version 0.1.0 wrote it."""
    if TEXT_LINE.match(line) or REJECTION_LINE.match(line):
        return not whole(line)
    _, value, _ = _read(line)
    return isinstance(value, DraftMark | Was) and value.source is None and not TRUSTED_LINE.match(line)


def ours(line: str) -> bool:
    """The line begins as one that l10n writes; people's `l10n-ignore:` is none."""
    return line.startswith(PREFIX) and not line.startswith(IGNORE)


def _read(line: str) -> _Reading:
    kind = line[len(PREFIX) : line.find(":")]
    if field := _FIELDS.get(kind):
        begin = len(PREFIX) + len(kind) + 2
        if line.endswith(END) and line.find("¶") == len(line) - 1:  # most are so, and need no pattern
            return field, line[begin : -len(END)], None
        if match := TEXT_LINE.match(line):
            return field, match["text"], match["rest"]
    reader = _READERS.get(kind)
    return (reader and reader(line)) or ("people", line, None)


def _read_mark(line: str) -> _Reading | None:
    if match := MARK_LINE.match(line):
        return "marks", _mark_of(match), match["rest"]
    match = TRUSTED_LINE.match(line)
    return ("marks", DraftMark("tm", match["origin"]), None) if match else None


def _read_rejection(line: str) -> _Reading | None:
    match = REJECTION_LINE.match(line)
    return ("people", f"l10n-rejected: {match['text']}{END}", match["rest"]) if match else None


def _read_signature(line: str) -> _Reading | None:
    match = SIGNATURE_LINE.match(line)
    return ("signatures", Signature(match["name"], match["date"], match["digest"]), match["rest"]) if match else None


def _read_was(line: str) -> _Reading | None:
    match = WAS_LINE.match(line)
    if match is None:
        return None
    state: Literal["accepted", "edited"] = "accepted" if match["state"] == "accepted" else "edited"
    return "was", Was(state, match["source"], match["text"], match["now"] or match["text"]), match["rest"]


def _mark_of(match: re.Match[str]) -> DraftMark:
    kind: Literal["mt", "tm"] = "mt" if match["kind"] == "mt" else "tm"
    values = dict(MARK_VALUE.findall(match["values"]))
    risk, source = RISK.fullmatch(values.get("risk", "")), SOURCE.fullmatch(values.get("s", ""))
    return DraftMark(
        kind,
        match["origin"],
        float(risk[0]) if risk else None,
        values.get("repaired", ""),
        source[0] if source else None,
        tuple(match["texts"].split(",")),
    )


_FIELDS = {"pivot": "pivots", "lost": "lost", "changed": "changed", "diff": "diffs"}
_READERS: Mapping[str, Callable[[str], _Reading | None]] = {
    "mt": _read_mark,
    "tm": _read_mark,
    "rejected": _read_rejection,
    "reviewed": _read_signature,
    "was": _read_was,
}
