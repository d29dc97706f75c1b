"""Where `l10n glossary learn` has first drafts from: the translation memory, which `l10n draft` fills."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.search import language_of
from l10n.catalogue.state import state
from l10n.glossary.learning import Correction
from l10n.languages import base
from l10n.memory.store import Memory
from l10n.model import READ


def first_drafts(paths: Iterable[Path], memory: Path) -> Iterator[Correction]:
    """The entries of these catalogues that people have read, with their first drafts, changed or not.

    L10nError if there is no memory, or a catalogue cannot be read.
    """
    with Memory(memory, create=False) as store:
        kept = {(one.document, one.language, one.msgctxt, one.msgid): one.text for one in store.first_drafts()}
    for path in paths:
        catalogue = po.read(path)
        lang = base(language_of(path, catalogue))
        for entry in catalogue.entries:
            draft = kept.get((path.stem, lang, *entry.key))
            if draft and not entry.obsolete and state(entry) in READ:
                yield Correction(entry.msgid, draft, entry.msgstr, lang)
