"""What a served page can ask for, over all windows: decisions saved and undone, things looked up.

One request at a time changes catalogues. Names in a request lead to the catalogues of the page alone. Answers are
values for JSON.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import Any

from l10n.catalogue.header import now
from l10n.catalogue.keeping import CatalogueKeeper
from l10n.catalogue.review import Reviewer
from l10n.catalogue.targets import CatalogueTargets, catalogue_name
from l10n.checking.approval import Examiner
from l10n.drafting.proposals import Proposer
from l10n.errors import L10nError
from l10n.languages.codes import base
from l10n.review import Page, PageRow, inquiry
from l10n.review import patch as patches
from l10n.review.applying import PATIENCE, UNKNOWN, patiently, save
from l10n.review.journal import Journal
from l10n.review.merging import Outcome, reviewer
from l10n.review.page import PageSources, opened_memories, page, single_row
from l10n.review.patch import ReviewDecision

Answer = dict[str, Any]
_LONGEST = 5000
"""Characters of a text that an engine is asked for."""
_NOT_UNDONE = "somebody has changed it since, or it was not changed since the desk was started"


class MalformedError(L10nError):
    """A request that no page of ours would send."""


class ReviewDesk:
    """Catalogues under review, by as many people as have the page open."""

    def __init__(
        self, paths: Sequence[Path], sources: PageSources, reviewer: str = "", proposer: Proposer | None = None
    ) -> None:
        self._paths = list(paths)
        self._sources = sources
        self._reviewer = reviewer
        self._proposer = proposer
        self._shown: list[str] = []
        """The sheets of the page in their order."""
        self._catalogues = CatalogueTargets(paths, sources.root, sources.settings.layout)
        self._lock = threading.Lock()
        self._keeper = CatalogueKeeper()
        self._journal = Journal(self._keeper)

    def page(self) -> Page:
        """The page, made anew; L10nError if there is nothing to show."""
        with self._lock:
            shown, errors = page(self._paths, self._sources, self._reviewer, served=True)
            self._shown = [sheet.path for sheet in shown.sheets]
        problems = tuple(f"{error.message}: not shown" for error in errors)
        return replace(shown, problems=problems, asks_engine=self._proposer is not None and self._proposer.has_pairs)

    def save(self, body: bytes) -> list[Answer]:
        """Take the decisions of a patch, one by one. Raises MalformedError."""
        try:
            patch = patches.loads(body, "the request")
            by = reviewer(replace(patch, made=now()), now())
        except L10nError as error:
            raise MalformedError(error.message) from None
        examiner = Examiner(self._sources.settings, state_of=self._keeper.state_of)
        with self._lock:
            return [self._saved(decision, by, examiner) for decision in patch.decisions]

    def _saved(self, decision: ReviewDecision, by: Reviewer, examiner: Examiner) -> Answer:
        path = self._catalogues.find(decision.catalogue, decision.document, decision.language)
        if path is None:
            return _answer(decision.catalogue, decision.key, Outcome.REFUSED, UNKNOWN)
        try:
            (result,) = patiently(partial(save, path, [decision], by, examiner, self._keeper))
        except L10nError as error:  # the others may be saved all the same
            return _answer(decision.catalogue, decision.key, Outcome.REFUSED, error.message)
        self._journal.note(path, result, by.name, now())
        doubts = [doubt.name for doubt in result.doubts]
        return {**self._told(path, decision.key, result.outcome, result.reason), "doubts": doubts}

    def undo(self, body: bytes) -> list[Answer]:
        """Take the last change of an entry back. Raises MalformedError."""
        value = _table(body)
        name, wanted, old = (_text(value, part) for part in ("catalogue", "key", "old"))
        by = _text(value, "reviewer", "")
        path = self._catalogues.named(name)
        if path is None:
            return [_answer(name, wanted, Outcome.REFUSED, UNKNOWN)]
        with self._lock:
            if (other := self._journal.last(path, wanted)) and by and other not in ("", by):
                return [self._told(path, wanted, Outcome.REFUSED, f"{other} has decided it since")]
            try:
                outcome = patiently(partial(self._journal.undo, path, wanted, old))
            except L10nError as error:
                return [_answer(name, wanted, Outcome.REFUSED, error.message)]
            return [self._told(path, wanted, outcome, _NOT_UNDONE if outcome is Outcome.REFUSED else "")]

    def look_up(self, body: bytes) -> Answer:
        """What memory and glossary have of a text. Raises MalformedError, and L10nError if one of them is no good."""
        text, languages, _ = _text_asked(body)
        with opened_memories(self._sources) as memories:
            units = inquiry.units(memories, text, *languages)
        terms = inquiry.terms(self._sources.terms(), text, *languages)
        return {"units": [asdict(unit) for unit in units], "terms": [asdict(term) for term in terms]}

    def propose(self, body: bytes) -> Answer:
        """What the engine proposes for a source. Raises MalformedError, and L10nError if no engine has an answer."""
        text, languages, pivot = _text_asked(body)
        return asdict(self._engine().proposals(text, *languages, pivot=pivot))

    def back(self, body: bytes) -> Answer:
        """A translation translated back. Raises MalformedError, and L10nError if no engine has an answer."""
        text, (source, language), _ = _text_asked(body)
        return {"text": self._engine().translated(text, language, source)}

    def history(self, body: bytes) -> Answer:
        """What has become of an entry, the newest first: at this desk, then in git. Raises MalformedError."""
        value = _table(body)
        path, wanted = self._catalogues.named(_text(value, "catalogue")), _text(value, "key")
        if path is None:
            return {"events": []}
        events = [*self._journal.events(path, wanted), *inquiry.history(path, wanted)]
        return {"events": [asdict(event) for event in events]}

    def settle(self) -> None:
        """Wait until nothing is being saved."""
        self._lock.acquire(timeout=2 * PATIENCE)

    def _engine(self) -> Proposer:
        if self._proposer is None:
            raise L10nError("there is no engine to ask", "open the page with l10n review serve")
        return self._proposer

    def _told(self, path: Path, wanted: str, outcome: Outcome, reason: str) -> Answer:
        """The answer, with the row as it is now."""
        name = catalogue_name(path, self._sources.root)
        sheet = self._shown.index(name) if name in self._shown else 0
        return _answer(name, wanted, outcome, reason, single_row(path, wanted, sheet, self._sources, self._keeper))


def _text_asked(body: bytes) -> tuple[str, tuple[str, str], str]:
    """A text, the languages of source and translation, and the text between them if there is one."""
    value = _table(body)
    languages = base(_text(value, "source")), base(_text(value, "language"))
    text = _text(value, "text")
    if len(text) > _LONGEST:
        raise MalformedError(f"a text has at most {_LONGEST} characters")
    return text, languages, _text(value, "pivot", "")[:_LONGEST]


def _table(body: bytes) -> Mapping[str, Any]:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise MalformedError("send a JSON object")
    return value


def _text(value: Mapping[str, Any], name: str, default: str | None = None) -> str:
    text = value.get(name, default)
    if not isinstance(text, str):
        raise MalformedError(f"say {name}")
    return text


def _answer(name: str, wanted: str, outcome: Outcome, reason: str, row: PageRow | None = None) -> Answer:
    return {
        "catalogue": name,
        "key": wanted,
        "outcome": outcome.value,
        "reason": reason,
        "row": asdict(row) if row else None,
    }
