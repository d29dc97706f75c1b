"""Catalogues of articles, which are ours: what wants a draft, and where it goes.

Empty entries, drafts to be renewed, and drafts whose English people have changed since.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

from l10n.catalogue import po
from l10n.catalogue.bookkeeping import marks, one_line
from l10n.catalogue.revision import revised
from l10n.catalogue.states import state
from l10n.catalogue.template import neighbours
from l10n.drafting import DEFAULT, Drafted, Neighbours, Options, recall, restoring
from l10n.drafting.pending import Filling, Line, Pending
from l10n.memory.store import Memory
from l10n.model import ACCEPTED, Catalogue, Draft, Entry, State
from l10n.risk.features import Features


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingArticle(Pending):
    """A catalogue that follows an article in one language."""

    document: str
    neighbours: Mapping[str, Neighbours] = field(default_factory=dict)
    """The neighbours of each text, where it stands first."""
    differing: int = 0
    """Entries that people work on, made from another English than the accepted."""

    def recalled(self, options: Options, memory: Memory | None) -> Self:
        """The same with what the memory has for its texts between their neighbours."""
        texts = {text: self.neighbours.get(text) for text in self.texts}
        return replace(self, known=recall.recall(texts, (self.source, self.language), options, memory))

    @property
    def incomplete(self) -> bool:
        """The memory does not have all texts."""
        return any(text not in self.known for text in self.texts)

    def lines(self) -> Iterator[Line]:
        """The texts themselves: an article's segments are translated whole."""
        yield from ((text, ()) for text in self.texts if text not in self.known)

    def fill(self, filling: Filling) -> Drafted:
        """Read the file again first: somebody may have worked on it while the packages were translating."""
        old = po.read(self.path)
        entries = list(old.entries)
        drafts: list[tuple[Entry, Draft, Features]] = []
        failed: list[Entry] = []
        wanting = [i for i, entry in enumerate(entries) if wants_draft(entry, filling.options.redraft, self.pivots)]
        for index in wanting:
            entry = entries[index]
            draft = self._draft(entry, filling)
            if draft is None:
                failed.append(entry)
            elif self._is_trusted(entry):
                entries[index] = marks.trusted(entry, draft)
            else:
                rated, features = filling.appraisal.rated(entry.msgid, draft, self.language)
                terms = filling.appraisal.missing_terms(entry.msgid, draft, self.language)
                entries[index] = marks.drafted(entry, rated, terms=terms)
                drafts.append((entry, rated, features))
        po.write(self.path, revised(old, tuple(entries), Catalogue(old.header)))
        recall.keep(self.document, self.language, drafts, filling.memory)
        restoring.keep(filling.memory, self.language, (entries[i] for i in wanting if entries[i].fuzzy))
        remembered = sum(bool(draft.match) for _, draft, _ in drafts)
        trusted = len(wanting) - len(failed) - len(drafts)
        return Drafted(self.path, self.language, len(drafts), tuple(failed), remembered, trusted)

    def _draft(self, entry: Entry, filling: Filling) -> Draft | None:
        known = self.known.get(entry.msgid)
        return known.draft if known else filling.drafts.get(entry.msgid)

    def _is_trusted(self, entry: Entry) -> bool:
        """The memory's text may stand, and the entry is where it was asked for."""
        known = self.known.get(entry.msgid)
        return bool(known and known.trusted) and self.neighbours[entry.msgid] == Neighbours(*neighbours(entry))


def pending(
    path: Path,
    document: str,
    source: str,
    language: str,
    options: Options = DEFAULT,
    pivots: Mapping[str, str] | None = None,
) -> PendingArticle:
    """What wants a draft in this catalogue. Raises L10nError.

    `pivots` are the texts of its document with what people have accepted for them in the pivot language.
    """
    pivots = pivots or {}
    entries = [entry for entry in po.read(path).entries if not entry.obsolete]
    wanted = [entry.msgid for entry in entries if wants_draft(entry, options.redraft, pivots)]
    return PendingArticle(
        path=path,
        document=document,
        language=language,
        source=source,
        texts=tuple(dict.fromkeys(wanted)),
        entries=len(wanted),
        pivots=pivots,
        neighbours=_neighbours(entries),
        differing=sum(1 for entry in entries if _rests_on_another(entry, pivots) and not marks.is_draft(entry)),
    )


def accepted(path: Path) -> dict[str, str]:
    """The accepted translations by msgid; not those that differ between contexts. Raises L10nError."""
    texts: dict[str, set[str]] = {}
    for entry in po.read(path).entries:
        if not entry.obsolete and entry.msgid_plural is None and state(entry) in ACCEPTED:
            texts.setdefault(entry.msgid, set()).add(entry.msgstr)
    return {msgid: next(iter(versions)) for msgid, versions in texts.items() if len(versions) == 1}


def wants_draft(entry: Entry, redraft: bool, pivots: Mapping[str, str]) -> bool:
    """Nobody's work is lost by a draft here, and there is a reason for it."""
    if entry.obsolete or entry.msgid_plural is not None:
        return False
    again = redraft or state(entry) is State.OUTDATED or _rests_on_another(entry, pivots)
    return not entry.translated or (again and marks.is_draft(entry))


def _rests_on_another(entry: Entry, accepted_pivots: Mapping[str, str]) -> bool:
    """It was made from an English that people have replaced since."""
    old, new = marks.pivots(entry), accepted_pivots.get(entry.msgid)
    return bool(old) and new is not None and one_line(new) not in old


def _neighbours(entries: Iterable[Entry]) -> dict[str, Neighbours]:
    """The neighbours of each text, where it stands first."""
    by_text: dict[str, Neighbours] = {}
    for entry in entries:
        by_text.setdefault(entry.msgid, Neighbours(*neighbours(entry)))
    return by_text
