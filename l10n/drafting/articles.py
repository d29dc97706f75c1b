"""Catalogues of articles, which are ours: what wants a draft, and where it goes.

Empty entries, drafts to be renewed, and drafts whose English people have changed since.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

from l10n.catalogue import po
from l10n.catalogue.bookkeeping import marks, one_line
from l10n.catalogue.revision import revised
from l10n.catalogue.states import state
from l10n.catalogue.template import neighbours
from l10n.documents import inline
from l10n.drafting import DEFAULT, Drafted, Neighbours, Options, recall, restoring
from l10n.drafting.linking import Tie
from l10n.drafting.pending import Filling, Line, Pending
from l10n.drafting.scoring import Languages
from l10n.drafting.tags import TaggedText, drafts
from l10n.drafting.tags.around import of_entry
from l10n.drafting.tags.counterpart import insides, words_of
from l10n.drafting.tags.drafts import TaggedDraft
from l10n.drafting.tags.recall import forms, with_words
from l10n.memory.memories import Memories
from l10n.model import ACCEPTED, Catalogue, Draft, Entry, State
from l10n.model.inline import words
from l10n.risk.features import Features


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingArticle(Pending):
    """A catalogue that follows an article in one language."""

    document: str
    neighbours: Mapping[str, Neighbours] = field(default_factory=dict)
    """The neighbours of each text, where it stands first."""
    tagged: Mapping[str, TaggedText] = field(default_factory=dict)
    """Those of the texts whose form has tags."""
    differing: int = 0
    """Entries that people work on, made from another English than the accepted."""

    def recalled(self, options: Options, memories: Memories | None) -> Self:
        """The same with what the memories have for its texts between their neighbours."""
        texts = {text: self.neighbours.get(text) for text in self.texts}
        languages = self.source, self.language
        known = recall.recall(texts, languages, options, memories, forms(self.tagged))
        return replace(self, known=with_words(self.tagged, known, languages, options, memories))

    def wanted_pivots(self) -> Iterator[tuple[str, str]]:
        """The lines that start from an accepted English, each with that: of both the words, if they have tags."""
        for text in self.texts:
            if text in self.pivots:
                tagged, pivot = self.tagged.get(text), self.pivots[text]
                yield (tagged.words, words_of(tagged, pivot)) if tagged else (text, pivot)

    def piece_pivots(self) -> Iterator[tuple[str, str]]:
        """What is in the pairs of a text, with what is in those of its accepted English."""
        for text, tagged in self.tagged.items():
            if text in self.pivots:
                yield from insides(tagged, self.pivots[text])

    @property
    def incomplete(self) -> bool:
        """The memory does not have all texts, or it may take packages to put tags into what it has."""
        return any(text not in self.known or self.known[text].bare for text in self.texts)

    def lines(self) -> Iterator[Line]:
        """The texts themselves, or their words: an article's segments are translated whole."""
        for text in self.texts:
            if text in self.tagged:
                yield from ((line, ()) for line in drafts.lines(self.tagged[text], self.known.get(text)))
            elif text not in self.known:
                yield text, ()

    def pieces(self, filling: Filling) -> Iterator[str | Tie]:
        """What is to be translated so that tags can be put where they belong."""
        for text, tagged in self.tagged.items():
            yield from drafts.pieces(tagged, self.known.get(text), filling, self._languages(filling))

    def fill(self, filling: Filling) -> Drafted:
        """Read the file again first: somebody may have worked on it while the packages were translating."""
        old = po.read(self.path)
        entries = list(old.entries)
        made: list[tuple[Entry, Draft, Features]] = []
        failed: list[Entry] = []
        wanting = [i for i, entry in enumerate(entries) if wants_draft(entry, filling.options.redraft, self.pivots)]
        for index in wanting:
            entry = entries[index]
            draft = self._draft(entry, filling)
            if draft is None:
                failed.append(entry)
            elif self._is_trusted(entry):
                entries[index] = marks.trusted(entry, draft.text)
            else:
                appraised, features = filling.appraisal.rated(draft.source, draft.words, self.language)
                terms = filling.appraisal.missing_terms(draft.source, draft.words, self.language)
                rated = draft.rated(appraised.risk)
                entries[index] = marks.drafted(entry, rated, terms=terms)
                made.append((entry, rated, features))
        po.write(self.path, revised(old, tuple(entries), Catalogue(old.header)))
        recall.keep(self.document, self.language, made, filling.memory)
        restoring.keep(filling.memory, self.language, (entries[i] for i in wanting if entries[i].fuzzy))
        remembered = sum(bool(draft.match) for _, draft, _ in made)
        trusted = len(wanting) - len(failed) - len(made)
        return Drafted(self.path, self.language, len(made), tuple(failed), remembered, trusted)

    def _draft(self, entry: Entry, filling: Filling) -> TaggedDraft | None:
        known, tagged = self.known.get(entry.msgid), self.tagged.get(entry.msgid)
        if tagged:
            accepted = self.pivots.get(entry.msgid, "")
            return drafts.tagged_draft(tagged, known, filling, self._languages(filling), accepted)
        draft = known.draft if known else filling.drafts.get(entry.msgid)
        return TaggedDraft(entry.msgid, draft, draft) if draft else None

    def _languages(self, filling: Filling) -> Languages:
        return Languages(self.source, self.language, filling.options.glossary)

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
        tagged=_tagged(entries, set(wanted)),
        neighbours=_neighbours(entries, set(wanted)),
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
    """It was made from an English whose words people have replaced since: the tags of a machine's are not put in."""
    old, new = marks.pivots(entry), accepted_pivots.get(entry.msgid)
    if not old or new is None or one_line(new) in old:
        return False
    form = inline.form_of(entry) or inline.named(inline.PLAIN)
    return one_line(words(form.parse(new))) not in {one_line(words(form.parse(text))) for text in old}


def _tagged(entries: Iterable[Entry], wanted: Collection[str]) -> dict[str, TaggedText]:
    """The wanted texts that may have tags."""
    texts = {entry.msgid: entry for entry in entries if entry.msgid in wanted}
    return {msgid: tagged for msgid, entry in texts.items() if (tagged := of_entry(entry))}


def _neighbours(entries: Iterable[Entry], wanted: Collection[str]) -> dict[str, Neighbours]:
    """The neighbours of each of the wanted texts, where it stands first."""
    by_text: dict[str, Neighbours] = {}
    for entry in entries:
        if entry.msgid in wanted:
            by_text.setdefault(entry.msgid, Neighbours(*neighbours(entry)))
    return by_text
