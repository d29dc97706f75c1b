"""Record -> comments, in the form that `reading` takes for ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from l10n.catalogue.bookkeeping.grammar import END, PREFIX
from l10n.catalogue.bookkeeping.record import DraftMark, Record, Was

_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")  # line breaks above all: a comment is one line


def written(record: Record) -> tuple[str, ...]:
    """The comments: what helps a translator first, what only l10n reads last."""
    return (
        *_texts("pivot", record.pivots),
        *record.people,
        *_texts("lost", record.lost),
        *_texts("changed", record.changed),
        *_texts("diff", record.diffs),
        *(f"l10n-reviewed: {signature.name} {signature.date} h={signature.digest}" for signature in record.signatures),
        *map(_was, record.was),
        *map(_mark, record.marks),
    )


def rejection(name: str, date: str, note: str) -> str:
    """The line that keeps why somebody has sent an entry back."""
    return f"l10n-rejected: {name} {date}: {one_line(note)}{END}"


def remark(name: str, text: str) -> str:
    """A comment of people, with the name of whoever made it; never a line of ours, whatever the name is."""
    line = one_line(f"{name}: {text}")
    return f"– {line}" if line.startswith(PREFIX) else line


def one_line(text: str) -> str:
    """The text as a comment of ours can have it: with no line break, and no `¶` of its own."""
    return " ".join(_CONTROLS.sub(" ", text).split()).replace("¶", "⁋")


def _texts(kind: str, texts: Iterable[str]) -> Iterator[str]:
    """A line each, distinct ones."""
    return (f"l10n-{kind}: {text}{END}" for text in dict.fromkeys(map(one_line, texts)))


def _was(was: Was) -> str:
    source = f"s={was.source} " if was.source else ""
    now = f"now={was.now} " if was.now != was.text else ""
    return f"l10n-was: {was.state} {source}{now}h={was.text}"


def _mark(mark: DraftMark) -> str:
    parts = {
        "risk": "" if mark.risk is None else f"{mark.risk:.2f}",
        "repaired": mark.repaired,
        "s": mark.source,
        "h": ",".join(mark.texts),
    }
    return " ".join(
        [f"l10n-{mark.kind}: {mark.origin}", *(f"{name}={value}" for name, value in parts.items() if value)]
    )
