"""What the comments of an entry say, as values: the nouns of `bookkeeping`, which reads and writes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from l10n.catalogue.bookkeeping.grammar import IGNORE, IGNORE_LINE, REJECTION_LINE, undone
from l10n.text.cosmetics import PUT


@dataclass(frozen=True, slots=True)
class DraftMark:
    """Where a text comes from that no person wrote."""

    kind: Literal["mt", "tm"]
    origin: str
    """`argos de-en-1.0+en-ru-1.9`, `92% reviewed Anna Muster`."""
    risk: float | None = None
    repaired: str = ""
    source: str | None = None
    """Digest of the source that it is a translation of; None if version 0.1.0 wrote it."""
    texts: tuple[str, ...] = ()
    """Digests of the plural forms, or one of the only text; none for a text that people have reviewed elsewhere."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who has reviewed what: `digest` is that of context, source and translation."""

    name: str
    date: str
    digest: str


@dataclass(frozen=True, slots=True)
class Was:
    """What an outdated text was when its source was another."""

    state: Literal["accepted", "edited"]
    """Not fuzzy, or fuzzy and people's."""
    source: str | None
    """Digest of that source; of context and source for a text in doubt. None if version 0.1.0 wrote it: then `text` is
    a digest of both.
    """
    text: str
    """Digest of the text, or of all plural forms."""
    now: str
    """Digest of what has been made of it since by l10n itself."""


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that is in the comments of an entry."""

    people: tuple[str, ...] = ()
    """What people have written, in their order: notes, `l10n-ignore:`, and the rejections as whole lines."""
    pivots: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    diffs: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()
    was: tuple[Was, ...] = ()
    marks: tuple[DraftMark, ...] = ()

    @property
    def rejections(self) -> tuple[str, ...]:
        """`Anna Muster 2026-01-31: "ist" is missing`."""
        return tuple(match["text"] for match in map(REJECTION_LINE.match, self.people) if match)

    @property
    def notes(self) -> tuple[str, ...]:
        """What people have written, without the rejections."""
        return tuple(line for line in self.people if not REJECTION_LINE.match(line))

    @property
    def ignored(self) -> frozenset[str]:
        """The checks that `l10n-ignore: numbers, quotes (why)` silences."""
        matches = (IGNORE_LINE.match(line) for line in self.people if line.startswith(IGNORE))
        return frozenset(name.strip() for match in matches if match for name in match[1].split(","))

    @property
    def broken_ignores(self) -> tuple[str, ...]:
        """Lines that are meant to silence a check and cannot be read."""
        return tuple(line for line in self.people if line.startswith(IGNORE) and not IGNORE_LINE.match(line))

    @property
    def carried(self) -> bool:
        """The text was changed along with the source: it belongs to the msgid, not to `#| msgid`."""
        return any(PUT in line for line in self.changed)

    def before(self) -> Iterator[str]:
        """The sources from which the notes say that the present one was made; white space is not as it was."""
        for diff in self.diffs:
            yield " ".join(undone(diff).split())

    def without_changes(self) -> Record:
        """The record without anything that tells of a change of the source."""
        return replace(self, changed=(), diffs=(), was=())


NOTHING = Record()
