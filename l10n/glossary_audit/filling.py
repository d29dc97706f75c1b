"""Translations of candidates that accepted catalogues show: a name that they spell as the source does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from l10n.catalogue.states import state
from l10n.documents import inline
from l10n.glossary import Term
from l10n.glossary_audit.candidates import Kind, TermCandidate
from l10n.glossary_audit.catalogues import ReadCatalogue
from l10n.languages import ordered
from l10n.model import ACCEPTED

Texts = Mapping[str, list[tuple[str, str]]]
"""By language: sources and their accepted translations."""


def accepted(catalogues: Iterable[ReadCatalogue], source: str) -> Texts:
    """What people have accepted in those of these catalogues that are from this source language."""
    by_language: dict[str, list[tuple[str, str]]] = {}
    for catalogue in catalogues:
        texts = by_language.setdefault(catalogue.language, [])
        texts += [
            (inline.words_of(entry, text.msgid), inline.words_of(entry, entry.msgstr))
            for entry in catalogue.catalogue.entries
            if catalogue.sources.language == source and not (entry.obsolete or entry.plural)
            if state(entry) in ACCEPTED and (text := catalogue.sources.of(entry))
        ]
    return by_language


def filled(candidate: TermCandidate, lang: str, texts: Texts) -> Term:
    """A term for the glossary, with the languages in which every accepted translation has the name as it is."""
    words = {lang: (candidate.text,)}
    if candidate.kind is Kind.NAME:
        name = re.compile(rf"(?<!\w){re.escape(candidate.text)}(?!\w)")
        for other in ordered(texts):
            translations = [target for source, target in texts.get(other, ()) if name.search(source)]
            if other != lang and translations and all(name.search(target) for target in translations):
                words[other] = (candidate.text,)
    times = "once" if candidate.count == 1 else f"{candidate.count} times"
    return Term(words, note=f"{candidate.kind}, {times}", case=candidate.kind is Kind.NAME)
