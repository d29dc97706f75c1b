"""Where `l10n glossary learn` has first drafts from: the translation memory, which `l10n draft` fills."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from l10n.catalogue.layout import Layout
from l10n.catalogue.search import document_of
from l10n.catalogue.states import state
from l10n.documents import inline
from l10n.glossary.learning import Correction
from l10n.glossary_audit.catalogues import ReadCatalogue
from l10n.memory.store import Memory
from l10n.model import READ


def first_drafts(catalogues: Iterable[ReadCatalogue], memory: Path, layout: Layout) -> Iterator[Correction]:
    """The entries of these catalogues that people have read, with their first drafts, changed or not.

    L10nError if there is no memory.
    """
    with Memory(memory, create=False) as store:
        kept = {
            (draft.document, draft.language, draft.msgctxt, draft.msgid): draft.text for draft in store.first_drafts()
        }
    for read in catalogues:
        for entry in read.catalogue.entries:
            draft, text = kept.get((document_of(read.path, layout), read.language, *entry.key)), read.sources.of(entry)
            if draft and text and not entry.obsolete and state(entry) in READ:
                source, before, after = (inline.words_of(entry, part) for part in (text.msgid, draft, entry.msgstr))
                yield Correction(source, before, after, read.language)
