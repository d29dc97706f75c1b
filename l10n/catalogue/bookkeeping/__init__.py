"""The `# l10n-…` comments of an entry, parsed into a record and written from one: the only place that knows them.

    # l10n-pivot: the English text that the draft was made from ¶
    # l10n-lost: what should have been copied and was not ¶
    # l10n-changed: 38 → 39 (put into the translation) ¶
    # l10n-diff: [-38-] {+39+} Menschen starben. ¶
    # l10n-rejected: Anna Muster 2026-01-31: "ist" is missing ¶
    # l10n-reviewed: Anna Muster 2026-01-31 h=ab12cd34
    # l10n-was: accepted s=1a2b3c4d h=ab12cd34
    # l10n-mt: argos de-en-1.0+en-ru-1.9 risk=0.42 repaired=end-mark s=1a2b3c4d h=ab12cd34
    # l10n-tm: 92% reviewed risk=0.15 s=1a2b3c4d h=ab12cd34

`s` is the digest of a source (msgid, msgid_plural), `h` of a text; a mark has an `h` for each plural form. What ends in
a text has `¶` behind it, so that a line which some program has wrapped is known to go on. Comments without it, and
marks without `s`, are of version 0.1.0: see `renewal`.

They are translator comments because every PO tool keeps those; unknown flags and `#.` lines get lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Literal

from l10n.catalogue.bookkeeping.record import IGNORES, REJECTED, Mark, Record, Signature, Was

PREFIX = "l10n-"
END = " ¶"

_HASH = "[0-9a-f]{8}"
_DATE = r"\d{4}-\d\d-\d\d"
_MARK = re.compile(
    r"l10n-(?P<kind>mt|tm): (?P<origin>[^\s=]+ [^\s=]+|\d+% .+?)(?P<values>(?: (?:score|risk|repaired|s)=\S+)*)"
    rf" h=(?P<texts>{_HASH}(?:,{_HASH})*)(?P<rest> .*)?$"
)
_VALUE = re.compile(r" (\w+)=(\S+)")
_CHECKED = {"risk": re.compile(r"[01]\.\d+"), "s": re.compile(_HASH)}
_TRUSTED = re.compile(r"l10n-tm: (?P<origin>\d+% .+)$")
"""The mark of a text that people have reviewed elsewhere: no machine's, so without a digest."""
_SIGNATURE = re.compile(rf"l10n-reviewed: (?P<name>.+?) (?P<date>{_DATE}) h=(?P<digest>{_HASH})(?P<rest> .*)?$")
_WAS = re.compile(
    rf"l10n-was: (?P<state>accepted|edited)(?: s=(?P<source>{_HASH}))?(?: now=(?P<now>{_HASH}))? h=(?P<text>{_HASH})"
    r"(?P<rest> .*)?$"
)
_NOTE = re.compile(r"l10n-(?P<kind>pivot|lost|changed|diff): (?P<text>.*?)(?: ?¶(?P<rest> .*)?)?$")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")  # line breaks above all: a comment is one line


@lru_cache(4096)
def read(comments: tuple[str, ...]) -> Record:
    """The record in these comments; what a person has typed behind a mark, in the same line, is a line of its own."""
    found: dict[str, list[object]] = {}
    for line in comments:
        kind, value, rest = _read(line) if line.startswith(PREFIX) else ("people", line, None)
        found.setdefault(kind, []).append(value)
        if rest and rest.strip():
            found.setdefault("people", []).append(rest.strip())
    return Record(**{name: tuple(values) for name, values in found.items()})  # type: ignore[arg-type]


def written(record: Record) -> tuple[str, ...]:
    """The comments: what helps a translator first, what only l10n reads last."""
    return (
        *_texts("pivot", record.pivots),
        *record.people,
        *_texts("lost", record.lost),
        *_texts("changed", record.changed),
        *_texts("diff", record.diffs),
        *(f"l10n-reviewed: {one.name} {one.date} h={one.digest}" for one in record.signatures),
        *map(_was, record.was),
        *map(_mark, record.marks),
    )


def rejection(name: str, date: str, note: str) -> str:
    """The line that keeps why somebody has sent an entry back."""
    return f"l10n-rejected: {name} {date}: {one_line(note)}{END}"


def one_line(text: str) -> str:
    """The text as a comment of ours can have it: with no line break, and no `¶` of its own."""
    return " ".join(_CONTROLS.sub(" ", text).split()).replace("¶", "⁋")


def sound(line: str) -> bool:
    """At a glance a line of people's, or one of ours in today's form: most are, and need no closer look."""
    if not line.startswith(PREFIX):
        return True
    return line.endswith(END) or (line[-11:-8] == " h=" and (" s=" in line or line.startswith("l10n-reviewed: ")))


def whole(line: str) -> bool:
    """A line of ours that no other line belongs to: its grammar, or its `¶`, ends it."""
    if match := _NOTE.match(line) or REJECTED.match(line):
        return line.rstrip().endswith(END.strip()) or bool(match["rest"])
    kind, value, _ = _read(line)
    return kind != "people" and not (isinstance(value, Mark) and not value.texts)


def legacy(line: str) -> bool:
    """The line is as version 0.1.0 wrote it."""
    if _NOTE.match(line) or REJECTED.match(line):
        return not whole(line)
    _, value, _ = _read(line)
    return isinstance(value, Mark | Was) and value.source is None and not _TRUSTED.match(line)


def ours(line: str) -> bool:
    """The line begins as one that l10n writes; people's `l10n-ignore:` is none."""
    return line.startswith(PREFIX) and not line.startswith(IGNORES)


def _read(line: str) -> tuple[str, object, str | None]:
    """Field of the record, value, and what a person has typed behind it."""
    kind = line[len(PREFIX) : line.find(":")]
    if field := _FIELDS.get(kind):
        begin = len(PREFIX) + len(kind) + 2
        if line.endswith(END) and line.find("¶") == len(line) - 1:  # most are so, and need no pattern
            return field, line[begin : -len(END)], None
        if match := _NOTE.match(line):
            return field, match["text"], match["rest"]
    reader = _READERS.get(kind)
    return (reader and reader(line)) or ("people", line, None)


_Found = tuple[str, object, str | None] | None


def _read_mark(line: str) -> _Found:
    if match := _MARK.match(line):
        return "marks", _mark_of(match), match["rest"]
    match = _TRUSTED.match(line)
    return ("marks", Mark("tm", match["origin"]), None) if match else None


def _read_rejection(line: str) -> _Found:
    match = REJECTED.match(line)
    return ("people", f"l10n-rejected: {match['text']}{END}", match["rest"]) if match else None


def _read_signature(line: str) -> _Found:
    match = _SIGNATURE.match(line)
    return ("signatures", Signature(match["name"], match["date"], match["digest"]), match["rest"]) if match else None


def _read_was(line: str) -> _Found:
    match = _WAS.match(line)
    if match is None:
        return None
    state: Literal["accepted", "edited"] = "accepted" if match["state"] == "accepted" else "edited"
    return "was", Was(state, match["source"], match["text"], match["now"] or match["text"]), match["rest"]


_FIELDS = {"pivot": "pivots", "lost": "lost", "changed": "changed", "diff": "diffs"}
_READERS: Mapping[str, Callable[[str], _Found]] = {
    "mt": _read_mark,
    "tm": _read_mark,
    "rejected": _read_rejection,
    "reviewed": _read_signature,
    "was": _read_was,
}


def _mark_of(match: re.Match[str]) -> Mark:
    kind: Literal["mt", "tm"] = "mt" if match["kind"] == "mt" else "tm"
    values = dict(_VALUE.findall(match["values"]))
    risk, source = (pattern.fullmatch(values.get(name, "")) for name, pattern in _CHECKED.items())
    return Mark(
        kind,
        match["origin"],
        float(risk[0]) if risk else None,
        values.get("repaired", ""),
        source[0] if source else None,
        tuple(match["texts"].split(",")),
    )


def _texts(kind: str, texts: Iterable[str]) -> Iterator[str]:
    """A line each, distinct ones."""
    return (f"l10n-{kind}: {text}{END}" for text in dict.fromkeys(map(one_line, texts)))


def _was(one: Was) -> str:
    source = f"s={one.source} " if one.source else ""
    now = f"now={one.now} " if one.now != one.text else ""
    return f"l10n-was: {one.state} {source}{now}h={one.text}"


def _mark(mark: Mark) -> str:
    parts = {
        "risk": "" if mark.risk is None else f"{mark.risk:.2f}",
        "repaired": mark.repaired,
        "s": mark.source,
        "h": ",".join(mark.texts),
    }
    return " ".join(
        [f"l10n-{mark.kind}: {mark.origin}", *(f"{name}={value}" for name, value in parts.items() if value)]
    )
