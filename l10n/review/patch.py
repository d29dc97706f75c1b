"""What a reviewer sends back: decisions about entries, as a small JSON file.

    {"format": "l10n-review-patch", "version": 1, "page": "511f3739", "reviewer": "Anna Muster",
     "made": "2026-01-31T12:00:00Z", "entries": [
       {"catalogue": "locales/ru/LC_MESSAGES/a.po", "document": "a", "language": "ru", "key": "fcb5bdf9",
        "old": "2d9014a6", "verdict": "approve", "texts": ["…"], "note": "", "source": "Für Menschen"}]}

`key` names the segment, `old` what the page showed of it, `texts` is null if the translation is as it was shown. An
approval may say in `despite` what it was confirmed against: `["outdated", "numbers"]`. Each may have a `comment`, which
is written whatever the verdict is; the verdict `comment` does nothing else. In a leftover file an entry says in
`reason` why it was refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from l10n.errors import L10nError
from l10n.files import sizes
from l10n.review import ReviewVerdict

FORMAT = "l10n-review-patch"
VERSION = 1
_OPTIONAL = frozenset({"reason", "despite", "comment"})
"""Left out where they are empty."""
_MAY_LACK = ("note", "source", "reason", "comment")
_AGAIN = "export the patch from the review page again"
_HASH = re.compile(r"[0-9a-f]{8}")
_TIME = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T[0-9:.]+(?:Z|\+00:00)?)?")


@dataclass(frozen=True, slots=True)
class ReviewDecision:
    """About one entry."""

    catalogue: str
    """As `PageCatalogue.path`."""
    document: str
    language: str
    key: str
    old: str
    """As `PageRow.old`."""
    verdict: ReviewVerdict
    texts: tuple[str, ...] | None = None
    """The new translation, or all plural forms; None if it stays."""
    note: str = ""
    source: str = ""
    """How the source text begins, for people."""
    reason: str = ""
    """Why it was refused; only in leftovers."""
    despite: tuple[str, ...] = ()
    """Names of the doubts that were shown to the reviewer, who signs all the same."""
    comment: str = ""
    """For whoever works on the entry next; it changes nothing else."""


@dataclass(frozen=True, slots=True)
class Patch:
    """The decisions of one reviewer."""

    reviewer: str
    made: str
    """ISO 8601, UTC."""
    decisions: tuple[ReviewDecision, ...]
    page: str = ""


def read(path: Path) -> Patch:
    """The patch in this file; L10nError with the path, and with the place in it, for what is none."""
    try:
        data = sizes.content(path, "name a patch that a review page has exported")
    except OSError as error:
        raise L10nError(
            f"{path}: cannot read: {error.strerror}", "name a patch that a review page has exported"
        ) from None
    return loads(data, str(path))


def loads(data: bytes, where: str) -> Patch:
    """The patch in these bytes; L10nError begins with `where`."""
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise _no_json(where, f"line {error.lineno}: {error.msg}") from None
    except UnicodeDecodeError:
        raise _no_json(where, "not UTF-8 text") from None
    except (ValueError, RecursionError):
        raise _no_json(where, "too many digits or brackets") from None
    return _PatchReader(where).patch(value)


def dumps(patch: Patch) -> bytes:
    """The file."""
    entries = [
        {name: value for name, value in asdict(decision).items() if name not in _OPTIONAL or value}
        for decision in patch.decisions
    ]
    head = {"format": FORMAT, "version": VERSION, "page": patch.page, "reviewer": patch.reviewer, "made": patch.made}
    text = json.dumps({**head, "entries": entries}, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "surrogatepass") + b"\n"


class _PatchReader:
    """Takes a patch out of JSON, and knows what to call its parts."""

    def __init__(self, where: str) -> None:
        self._where = where

    def patch(self, value: Any) -> Patch:
        table = self._table(value, "")
        if table.get("format") != FORMAT:
            raise self._error("is no review patch", "name a file that a review page has exported")
        if table.get("version") != VERSION:
            raise self._error(f"has version {table.get('version')!r}, this l10n reads {VERSION}", "update l10n")
        entries = table.get("entries")
        if not isinstance(entries, list):
            raise self._error("'entries' must be a list")
        made = self._text(table, "made", "")
        if not _TIME.fullmatch(made):
            raise self._error(f"'made' is no time: {made!r}", "write it as 2026-01-31T12:00:00Z")
        decisions = tuple(self._decision(entry, f"entries[{number}]") for number, entry in enumerate(entries))
        return Patch(self._text(table, "reviewer", ""), made, decisions, self._text(table, "page", "", required=False))

    def _decision(self, value: Any, position: str) -> ReviewDecision:
        table = self._table(value, position)
        verdict = self._text(table, "verdict", position)
        if verdict not in list(ReviewVerdict):
            raise self._error(f"{position}.verdict is {verdict!r}", f"one of: {', '.join(ReviewVerdict)}")
        return ReviewDecision(
            **{name: self._text(table, name, position) for name in ("catalogue", "document", "language")},
            **{name: self._hash(table, name, position) for name in ("key", "old")},
            verdict=ReviewVerdict(verdict),
            texts=self._texts(table, "texts", position) or None,
            despite=self._texts(table, "despite", position, empty=True),
            **{name: self._text(table, name, position, required=False) for name in _MAY_LACK},
        )

    def _table(self, value: Any, position: str) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise self._error(f"{position or 'the whole'} must be an object")
        return value

    def _text(self, table: Mapping[str, Any], name: str, position: str, required: bool = True) -> str:
        value = table.get(name, None if required else "")
        if not isinstance(value, str):
            raise self._error(f"{position}.{name} must be text".lstrip("."))
        if name != "source" and not _encodes(value):
            raise self._error(f"{position}.{name} has half of a surrogate pair".lstrip("."))
        return value

    def _hash(self, table: Mapping[str, Any], name: str, position: str) -> str:
        value = self._text(table, name, position)
        if not _HASH.fullmatch(value):
            raise self._error(f"{position}.{name} must be eight hexadecimal digits, not {value!r}")
        return value

    def _texts(self, table: Mapping[str, Any], name: str, position: str, empty: bool = False) -> tuple[str, ...]:
        """The texts of a list; none for null."""
        value = table.get(name)
        if value is None:
            return ()
        if (
            not isinstance(value, list)
            or not (value or empty)
            or not all(isinstance(text, str) and _encodes(text) for text in value)
        ):
            raise self._error(f"{position}.{name} must be a list of texts, or null")
        return tuple(value)

    def _error(self, what: str, hint: str = _AGAIN) -> L10nError:
        return L10nError(f"{self._where}: {what}", hint)


def _no_json(where: str, reason: str) -> L10nError:
    return L10nError(f"{where}: not JSON: {reason}", _AGAIN)


def _encodes(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)
