"""Reviews: catalogues as a page on which people read, decide and edit, and their decisions back again.

    catalogues --rows--> Page --page--> review.html --(a person)--> patch --merging--> catalogues

`l10n review page` makes one file that needs no network, `l10n review serve` the same page saving into the catalogues.
The dataclasses are the contract with the page's script: it gets them as JSON, field by field. All spans are UTF-16 code
units, as JavaScript counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from l10n.model import SIGNED, STALE

Utf16Span = tuple[int, int]
"""A span as browsers count it, in UTF-16 code units; (0, 0) for no part of the text."""


class ReviewVerdict(StrEnum):
    """What a reviewer decides about an entry; what becomes of it stands in docs/states.md."""

    APPROVE = "approve"
    """Sign it, with the new text if there is one."""
    EDIT = "edit"
    """Take the new text and sign nothing: what was fuzzy stays fuzzy."""
    REJECT = "reject"
    """Send it back, with the new text if there is one, and a note that says why."""
    COMMENT = "comment"
    """Say something to whoever works on it next, and leave text and state as they are."""


@dataclass(frozen=True, slots=True)
class PageFinding:
    """A finding of `l10n check`."""

    check: str
    severity: str
    message: str
    form: int = 0
    """Index of the text with the fault in `PageRow.texts`."""
    span: Utf16Span = (0, 0)
    """In that text."""
    source_span: Utf16Span = (0, 0)
    """In the source."""
    fix: str | None = None
    """The whole text, mended."""


@dataclass(frozen=True, slots=True)
class MemoryHint:
    """What the translation memory has."""

    score: int
    """Percent; 101 is the same text in the same place."""
    source: str
    text: str
    origin: str
    """`reviewed Anna Muster`, and which shared memory has it: `human from press.db`."""


@dataclass(frozen=True, slots=True)
class TermHint:
    """A term of the glossary in the source."""

    term: str
    span: Utf16Span
    """In the source."""
    words: tuple[str, ...]
    """How the language says it; empty if it only has forbidden words."""
    forbidden: tuple[str, ...] = ()
    note: str = ""
    found: bool = True
    """The translation has one of the words."""


@dataclass(frozen=True, slots=True)
class PageMark:
    """A mark or tag of the source, of a pair both."""

    text: str
    """As it stands there, and has to stand in the translation: `<a1>`."""
    span: Utf16Span
    """In the source."""
    close: str = ""
    """What ends the pair: `</a1>`; empty if it stands alone."""
    end_span: Utf16Span = (0, 0)
    note: str = ""
    """What it is: `link to https://…`."""


@dataclass(frozen=True, slots=True)
class PivotText:
    """The English between source and translation."""

    text: str
    state: str
    """`machine`, or the state of the English entry: accepted unread, translated, reviewed, second."""
    old: bool = False
    """It is the English of the sentence before its source changed."""


@dataclass(frozen=True, slots=True)
class PageRow:
    """An entry as the page shows it."""

    sheet: int
    """Index in `Page.sheets`."""
    number: int
    """As `l10n review list` counts."""
    key: str
    """Names the entry within its catalogue."""
    old: str
    """Hash of what the page shows; a decision about something else is refused."""
    source: str
    texts: tuple[str, ...]
    """The translation, or all plural forms."""
    state: str
    place: str = ""
    """`paragraph 3, sentence 2`."""
    context: str = ""
    """The msgctxt, if people wrote it, and the msgid if it is a key: then `source` is the text that it stands for."""
    plural: str | None = None
    """The msgid_plural, or the text that it stands for."""
    forms: tuple[str, ...] = ()
    """For which numbers each plural form is: `1, 21, 31`; empty without plural."""
    pivot: PivotText | None = None
    origin: str = ""
    """Where a draft comes from: `argos de-en-1.0+en-ru-1.9`, `memory 92% reviewed`; empty if people wrote it."""
    risk: float | None = None
    """Between 0 and 1, of a text that nobody has read yet; None of others, and of outdated ones."""
    problems: tuple[PageFinding, ...] = ()
    memory: tuple[MemoryHint, ...] = ()
    terms: tuple[TermHint, ...] = ()
    marks: tuple[PageMark, ...] = ()
    """Of the source, in its order; none where nobody knows what is one."""
    comments: tuple[str, ...] = ()
    """What people and developers say."""
    rejections: tuple[str, ...] = ()
    """`Anna Muster 2026-01-31: "ist" is missing`."""
    previous: str = ""
    """What the text of an outdated entry is a translation of."""
    signed: tuple[str, ...] = ()
    """Who has signed the text as it is, and when: `Anna Muster 2026-01-31`."""


@dataclass(frozen=True, slots=True)
class PageCatalogue:
    """A catalogue of the page."""

    path: str
    """As the patch names it: below the project's folder if it lies there, with `/`."""
    document: str
    language: str
    """As in `lang=`: `pt-BR`."""
    name: str
    """`Russian`."""
    direction: str = "ltr"
    """Or `rtl`."""
    calibrated: bool = True
    """Risk was measured between its languages."""
    second: bool = False
    """The project wants two signatures: an entry that another person has signed waits for the reader of the page."""


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that a review page shows."""

    id: str
    """The same for all pages of a project: what the browser keeps is found by it."""
    title: str
    made: str
    """ISO 8601, UTC."""
    tool: str
    """`l10n 0.1.0`."""
    source_language: str
    sheets: tuple[PageCatalogue, ...]
    rows: tuple[PageRow, ...]
    """By catalogue, in the order of the file."""
    reviewer: str = ""
    """Who is likely to review; the page asks."""
    served: bool = False
    """By `l10n review serve`: decisions are saved at once."""
    asks_engine: bool = False
    """There is an engine behind the page, for other proposals and for translating back."""
    problems: tuple[str, ...] = ()
    """Catalogues that could not be read, and why."""
    signed: tuple[str, ...] = tuple(sorted(SIGNED))
    """States of entries that somebody has signed."""
    stale: tuple[str, ...] = tuple(sorted(STALE))
    """States in which an approval has to be confirmed, as the source has changed since."""
