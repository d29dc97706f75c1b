"""Catalogues of software, which are not ours: plural forms, placeholders, tags and line breaks.

The file is taken as it is: no merging, no new entries, and no byte of it changes but for what is drafted. A text of
people in `#~` comes back instead of a draft, what the memory has comes next. A line is translated whole; if a
placeholder gets lost on the way, the text between the placeholders is translated in pieces. What still is not right
stays untranslated and is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

from l10n.catalogue import plural, po
from l10n.catalogue.bookkeeping.marks import drafted, is_draft
from l10n.catalogue.header import Header, header, now
from l10n.catalogue.merging.returning import brought_back, with_changes
from l10n.catalogue.plural import PluralForms
from l10n.catalogue.po.splice import Changes, splice
from l10n.catalogue.search import document_of, language_of
from l10n.catalogue.source_texts import SourceTexts, check_languages, source_texts
from l10n.catalogue.states import state
from l10n.drafting import Drafted, Neighbours, Options, recall, restoring
from l10n.drafting.linking import Tie
from l10n.drafting.pending import Filling, Line, Pending
from l10n.drafting.pieces import fits, lost_pieces, put_together
from l10n.drafting.scoring import Languages
from l10n.drafting.tags import TaggedText
from l10n.drafting.tags import drafts as tag_drafts
from l10n.drafting.tags.around import of_entry
from l10n.drafting.tags.drafts import TaggedDraft
from l10n.drafting.tags.recall import forms, with_words
from l10n.errors import L10nError
from l10n.files import refuse_special, write_bytes
from l10n.languages import record
from l10n.languages.codes import base, requested
from l10n.memory.memories import Memories
from l10n.model import Catalogue, Draft, Entry, State
from l10n.risk.features import Features
from l10n.text import placeholders


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingSoftware(Pending):
    """A catalogue that is not ours."""

    wanted: tuple[Entry, ...]
    """The entries that want a draft."""
    forms: PluralForms
    sources: SourceTexts
    tagged: Mapping[str, TaggedText] = field(default_factory=dict)
    """Texts whose form has tags: they are of documents."""
    unknown: tuple[Entry, ...] = ()
    """Entries without text whose msgid is a key that nothing explains."""

    def recalled(self, options: Options, memories: Memories | None) -> Self:
        """The same with what the memories have, as far as placeholders and white space are those of the msgid.

        It is asked for no plural form: what it has was translated without a number.
        """
        sources = filter(None, map(self.sources.of, self.wanted))
        asked = {entry.msgid: entry for entry in sources if entry.msgid_plural is None}
        texts: dict[str, Neighbours | None] = dict.fromkeys(asked)
        languages = self.source, self.language
        known = recall.recall(texts, languages, options, memories, forms(self.tagged))
        matches = with_words(self.tagged, known, languages, options, memories)
        known = {text: match for text, match in matches.items() if match.bare or fits(asked[text], match.draft)}
        return replace(self, known=known)

    @property
    def incomplete(self) -> bool:
        """There is an entry that the memory has nothing for; all of its text may be placeholders, which need nobody."""
        return not all(map(self._remembered, self.wanted))

    def lines(self) -> Iterator[Line]:
        """The lines of all texts, each with the format flags of its entry; of texts with tags the words."""
        yield from self._untagged()
        for entry, tagged in self._with_tags():
            yield from ((line, entry.flags) for line in tag_drafts.lines(tagged, self.known.get(tagged.text)))

    def pieces(self, filling: Filling) -> Iterator[str | Tie]:
        """What stands between the placeholders of lines that came back without them; what tags need."""
        yield from (piece for piece in lost_pieces(self._untagged(), filling.drafts) if piece not in filling.asked)
        for _, tagged in self._with_tags():
            yield from tag_drafts.pieces(tagged, self.known.get(tagged.text), filling, self._languages(filling))

    def _untagged(self) -> Iterator[Line]:
        for entry in self.wanted:
            skipped = self._tagged(entry) or self._remembered(entry)
            for text in () if skipped else sources_of(entry, self.forms, self.sources):
                lines = placeholders.lines(text, entry.flags)
                yield from ((line.text, entry.flags) for line in lines if not line.fixed)

    def _with_tags(self) -> Iterator[tuple[Entry, TaggedText]]:
        yield from ((entry, tagged) for entry in self.wanted if (tagged := self._tagged(entry)))

    def _tagged(self, entry: Entry) -> TaggedText | None:
        source = self.sources.of(entry)
        return self.tagged.get(source.msgid) if source and source.msgid_plural is None else None

    def _languages(self, filling: Filling) -> Languages:
        return Languages(self.source, self.language, filling.options.glossary)

    def fill(self, filling: Filling) -> Drafted:
        """Read the file again first, and once more at the end: somebody may work on it meanwhile."""
        before = None
        while before != (content := po.read_bytes(self.path)):
            before = content
            data, done, drafts = self._filled(before, filling)
        if data != before:
            write_bytes(self.path, data)
            recall.keep(document_of(self.path), self.language, drafts.plain, filling.memory)
            restoring.keep(filling.memory, self.language, drafts.entries)
        return done

    def _filled(self, before: bytes, filling: Filling) -> tuple[bytes, Drafted, _Drafts]:
        """The new file, what is told of it, and the drafts in it."""
        parsed = po.parse(before, str(self.path))
        as_written = po.in_todays_form(parsed)
        old = restoring.restored(self.path, as_written, filling.memory.path if filling.memory else None)
        marked = {index: entry for index, entry in enumerate(old.entries) if entry != as_written.entries[index]}
        forms = _plural_forms(self.path, old, self.language)
        changes = brought_back(old.entries, forms.count)
        returned = sum(entry is not None for entry in changes.values())
        drafts = self._draft_all(with_places(old, changes), forms, filling)
        changes |= drafts.changes
        told = replace(drafts.told(self), returned=returned)
        if not changes:
            return before, told, drafts
        headers = _headers(self, old, changes)
        spliced = splice(before, str(self.path), parsed, {**marked, **changes}, *headers)
        return spliced.data, replace(told, note=spliced.note), drafts

    def _draft_all(self, entries: Mapping[int, Entry], forms: PluralForms, filling: Filling) -> _Drafts:
        drafts = _Drafts()
        for index, entry in entries.items():
            if not wants_draft(entry, filling.options.redraft, self.sources):
                continue
            tagged = self._tagged(entry)
            texts = (tagged.text,) if tagged else sources_of(entry, forms, self.sources)
            versions = self._tagged_version(entry, tagged, filling) if tagged else self._versions(entry, texts, filling)
            if len(versions) < len(texts):
                drafts.failed.append(entry)
                continue
            drafts.add(index, entry, [self._rated(version, filling) for version in versions])
        return drafts

    def _rated(self, version: TaggedDraft, filling: Filling) -> tuple[Draft, Features]:
        appraised, features = filling.appraisal.rated(version.source, version.words, self.language)
        return version.rated(appraised.risk), features

    def _tagged_version(self, entry: Entry, tagged: TaggedText, filling: Filling) -> list[TaggedDraft]:
        """The draft with its tags; none if there is none that has the placeholders of the words."""
        known = self.known.get(tagged.text)
        version = tag_drafts.tagged_draft(tagged, known, filling, self._languages(filling))
        whole = version and placeholders.survive(tagged.words, version.words.text, entry.flags)
        return [version] if version and whole else []

    def _versions(self, entry: Entry, texts: tuple[str, ...], filling: Filling) -> list[TaggedDraft]:
        """A draft for each text of the entry; fewer if not all of them can be had."""
        if remembered := self._remembered(entry):
            return [TaggedDraft(texts[0], remembered, remembered)]
        made = ((text, put_together(text, entry.flags, filling.drafts, filling.route)) for text in texts)
        return [TaggedDraft(text, draft, draft) for text, draft in made if draft]

    def _remembered(self, entry: Entry) -> Draft | None:
        """The memory's draft for the text that the entry translates."""
        source = self.sources.of(entry)
        match = self.known.get(source.msgid) if source and source.msgid_plural is None else None
        return match.draft if source and match and not match.bare and fits(source, match.draft) else None


@dataclass(slots=True)
class _Drafts:
    """The drafts of a file, as they are put in."""

    changes: dict[int, Entry] = field(default_factory=dict)
    """The entries with their drafts, by their index in the file."""
    failed: list[Entry] = field(default_factory=list)
    plain: list[tuple[Entry, Draft, Features]] = field(default_factory=list)
    """Those of entries without plural."""
    remembered: int = 0

    @property
    def entries(self) -> list[Entry]:
        """The entries that were drafted."""
        return list(self.changes.values())

    def add(self, index: int, entry: Entry, rated: list[tuple[Draft, Features]]) -> None:
        """The entry with its drafts, one a plural form; its `#.` lines are the program's."""
        drafts = [draft for draft, _ in rated]
        self.changes[index] = replace(drafted(entry, *drafts), extracted=entry.extracted)
        self.remembered += bool(drafts[0].match)
        if entry.msgid_plural is None:
            self.plain.append((entry, *rated[0]))

    def told(self, catalogue: PendingSoftware) -> Drafted:
        """What is told of the file."""
        return Drafted(catalogue.path, catalogue.language, len(self.changes), tuple(self.failed), self.remembered)


def with_places(catalogue: Catalogue, changes: Changes) -> dict[int, Entry]:
    """The entries by their index in the file, after these changes; without what these remove."""
    changed = ((index, changes.get(index, entry)) for index, entry in enumerate(catalogue.entries))
    return {index: entry for index, entry in changed if entry is not None}


def pending(
    path: Path, default: str, source: str | None = None, redraft: bool = False, memory: Path | None = None
) -> PendingSoftware:
    """What wants a draft in this file. Raises L10nError if its languages or plural forms are unknown.

    The source language is `source`, else the header's X-Source-Language, else the one that the msgids are in, else
    `default`. The memory knows the drafts whose marks were typed over.
    """
    refuse_special(path, "name a PO file: drafts are written into it")
    catalogue = restoring.restored(path, po.read(path), memory)
    target = base(language_of(path, catalogue))
    sources = source_texts(path, catalogue, default, given=source)
    check_languages(path, target, sources)
    forms = _plural_forms(path, catalogue, target)
    back = brought_back(catalogue.entries, forms.count)
    entries = with_changes(catalogue.entries, back)
    wanted = tuple(entry for entry in entries if wants_draft(entry, redraft, sources))
    translated = (text for entry in wanted if (text := sources.of(entry)))
    unknown = (entry for entry in entries if not (entry.obsolete or entry.translated) and sources.unknown(entry))
    return PendingSoftware(
        path=path,
        language=target,
        source=sources.language,
        texts=tuple(dict.fromkeys(entry.msgid for entry in wanted)),
        entries=len(wanted),
        returning=sum(entry is not None for entry in back.values()),
        wanted=wanted,
        forms=forms,
        sources=sources,
        tagged={text.msgid: tagged for text in translated if (tagged := of_entry(text))},
        unknown=tuple(unknown),
    )


def wants_draft(entry: Entry, redraft: bool, sources: SourceTexts) -> bool:
    """It has no text, or a draft that is to be renewed; a plural entry with some forms filled is somebody's work."""
    if entry.obsolete or not entry.msgid or sources.of(entry) is None:
        return False
    return not entry.translated or (is_draft(entry) and (redraft or state(entry) is State.OUTDATED))


def sources_of(wanted: Entry, forms: PluralForms, sources: SourceTexts) -> tuple[str, ...]:
    """What each msgstr is a translation of.

    A singular without the number ("One file") serves only a form that no other number takes: a Russian 21 is not one.
    """
    entry = sources.of(wanted) or wanted
    if entry.msgid_plural is None:
        return (entry.msgid,)
    counts = forms.exact or placeholders.survive(entry.msgid_plural, entry.msgid, entry.flags)
    singular = forms.singular if counts else None
    return tuple(entry.msgid if form == singular else entry.msgid_plural for form in range(forms.count))


def _plural_forms(path: Path, catalogue: Catalogue, lang: str) -> PluralForms:
    """The header's, else the language's; L10nError if plural entries need them and neither is known."""
    forms = plural.read(catalogue.field("Plural-Forms")) or plural.read(record(lang).plural_forms)
    if forms is None and any(entry.plural for entry in catalogue.entries):
        hint = f"write the plural forms of '{lang}' into the header"
        raise L10nError(f"{path}: no usable Plural-Forms for the language '{lang}'", hint)
    return forms or PluralForms(1, None, exact=False)


def _headers(catalogue: PendingSoftware, old: Catalogue, changes: Changes) -> tuple[Header, Header]:
    """The fields that the header cannot do without, and a whole header for a file that has none and needs one."""
    if not requested(catalogue.language):
        return (), ()
    counted = any(entry and entry.msgid_plural is not None for entry in changes.values())
    unusable = plural.read(dict(old.header).get("Plural-Forms", "")) is None
    fields = (("Plural-Forms", record(catalogue.language).plural_forms),) if counted and unusable else ()
    return fields, header(catalogue.path.stem, catalogue.language, catalogue.source, now())
