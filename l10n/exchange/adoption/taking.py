"""Their messages, one after the other -> what our entries are to say, and what is left for the memory.

| their translation | what becomes of it |
|---|---|
| of a paragraph that is one sentence | taken as it is |
| of several sentences, with as many that fit one another | taken sentence by sentence |
| of sentences that people have translated in our catalogue | theirs stay; only drafts give way |
| of a paragraph that we do not have | to the memory, by sentences if these fit, else whole |
| of one that we have, but its sentences do not fit | to the memory, whole |
| unfinished, and in none of our entries | left out: the memory has only what people have accepted |
| of what is no text for us: code, addresses of links | left out |
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from l10n.catalogue.bookkeeping import Record, record, written
from l10n.catalogue.bookkeeping.marks import is_draft
from l10n.exchange.adoption import AdoptedText, Fate, TextPair, Treatment
from l10n.exchange.adoption.division import divided, undivided
from l10n.exchange.adoption.formats import inline_form
from l10n.exchange.adoption.likeness import in_our_marks
from l10n.exchange.adoption.paragraphs import OwnParagraph, OwnParagraphs
from l10n.exchange.adoption.readings import Reading, ReadParagraph, readings
from l10n.model import Entry, Key
from l10n.text.lines import one_line

_UNKNOWN = "in none of the sources"
_UNFIT = "its sentences are not those of the source"


def is_free(entry: Entry) -> bool:
    """Nobody has translated it: there is no text, or a draft that nobody has touched."""
    return not entry.translated or is_draft(entry)


def adopted(entry: Entry, new: AdoptedText) -> Entry:
    """Our entry with a text of theirs, in the state that it had: a person's, accepted or not."""
    theirs = new.message
    comments = (*record(entry).people, *(record(theirs).people if new.first else ()))
    previous = theirs.previous_msgid if theirs.fuzzy and new.whole else None
    accepted = replace(
        entry.accepted(),
        msgstr=new.text,
        comments=written(Record(people=tuple(dict.fromkeys(comments)))),
        previous=() if previous is None else (("msgid", one_line(previous)),),
    )
    return accepted.as_fuzzy() if theirs.fuzzy else accepted


class Adoption:
    """What is to be taken over into the catalogues of one language."""

    def __init__(
        self, paragraphs: OwnParagraphs, entries: Mapping[str, Mapping[Key, Entry]], languages: tuple[str, str]
    ) -> None:
        """`entries` are those that there are, by document; a document without any takes nothing."""
        self._paragraphs = paragraphs
        self._entries = entries
        self._languages = languages
        self.texts: defaultdict[str, dict[Key, AdoptedText]] = defaultdict(dict)
        """What entries are to say, by document."""

    def take(self, messages: Sequence[Entry]) -> list[Treatment]:
        """Take a catalogue of theirs, what is obsolete last; what entries are to say already, they go on saying."""
        wanted = (message for message in messages if message.complete and message.msgid.strip())
        return [self._take(message) for message in sorted(wanted, key=lambda message: message.obsolete)]

    def _take(self, message: Entry) -> Treatment:
        if message.plural:
            return Treatment(message, Fate.LEFT_OUT)
        first: Reading | None = None
        for reading in readings(message, self._paragraphs.forms, self._paragraphs.labels, self._languages):
            ours = [self._ours(paragraph) for paragraph in reading]
            if any(ours):
                return self._put(message, reading, ours)
            first = reading if first is None else first
        if not first:
            return Treatment(message, Fate.LEFT_OUT)
        units = [unit for paragraph in first for unit in self._units(paragraph)]
        return _remembered(message, units, _UNKNOWN)

    def _ours(self, paragraph: ReadParagraph) -> list[OwnParagraph]:
        same = self._paragraphs.saying(paragraph.form, [segment.text for segment in paragraph.sources])
        return [ours for ours in same if ours.document in self._entries]

    def _put(self, message: Entry, reading: Reading, ours: Sequence[Sequence[OwnParagraph]]) -> Treatment:
        """Give each paragraph of ours its part of the message."""
        whole = len(reading) == 1 == len(reading[0].sources)
        filled, units = False, list[TextPair]()
        left = False
        for number, (paragraph, same) in enumerate(zip(reading, ours, strict=True)):
            free = [own for own in same if self._free(own)]
            texts = divided(paragraph, self._languages[1]) if free else None
            if texts is None and (free or not same):
                left = True
                units += self._units(paragraph)
            for own in free if texts else ():
                filled = True
                self._fill(own, paragraph, texts or (), AdoptedText("", message, whole, number == 0))
        if filled:
            return Treatment(message, Fate.WHOLE if whole else Fate.DIVIDED, () if message.fuzzy else _changed(units))
        return _remembered(message, units, _UNFIT) if left else Treatment(message, Fate.KNOWN)

    def _free(self, own: OwnParagraph) -> list[int]:
        """Which sentences of the paragraph may take a text, and have none of these catalogues yet."""
        entries, texts = self._entries[own.document], self.texts[own.document]
        return [
            number
            for number, key in enumerate(own.keys)
            if key not in texts and (entry := entries.get(key)) and is_free(entry)
        ]

    def _fill(self, own: OwnParagraph, paragraph: ReadParagraph, texts: Sequence[str], new: AdoptedText) -> None:
        form = inline_form(paragraph.form)
        for number in self._free(own):
            key = own.keys[number]
            text = in_our_marks(texts[number], paragraph.sources[number].text, key[1], form)
            self.texts[own.document][key] = replace(new, text=text)
            new = replace(new, first=False)

    def _units(self, paragraph: ReadParagraph) -> list[TextPair]:
        """The block for the memory: its sentences if they fit, else as it is."""
        if texts := divided(paragraph, self._languages[1]):
            return [(segment.text, text) for segment, text in zip(paragraph.sources, texts, strict=True)]
        return [unit] if (unit := undivided(paragraph)) else []


def _remembered(message: Entry, units: Sequence[TextPair], reason: str) -> Treatment:
    pairs = _changed(units or [(one_line(message.msgid.strip()), one_line(message.msgstr.strip()))])
    if message.fuzzy or not pairs:
        return Treatment(message, Fate.LEFT_OUT)
    return Treatment(message, Fate.REMEMBERED, pairs, reason)


def _changed(units: Sequence[TextPair]) -> tuple[TextPair, ...]:
    """Those that say something else than their source: code that was copied is no translation."""
    return tuple((source, target) for source, target in units if source != target)
