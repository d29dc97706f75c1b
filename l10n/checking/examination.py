"""All checks over one catalogue: raw findings, in the order of the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from l10n.catalogue import plural
from l10n.catalogue.plural import PluralForms
from l10n.checking.customs import surveyed
from l10n.checking.views import CheckTerms, PairLook, looks, pair_view
from l10n.checks import NOWHERE, CatalogueView, Check, Hit, mended
from l10n.glossary import Glossary
from l10n.model import Entry, Key
from l10n.model.findings import Severity
from l10n.text.spelling import Knows

_COUNTED = frozenset({"placeholders", "numbers"})
"""Checks that miss the number where it is said in words."""


@dataclass(frozen=True, slots=True)
class RawFinding:
    """What a check has to say of a text, not yet as a place in the file."""

    check: str
    severity: Severity
    hit: Hit
    entry: Entry | None
    """None for the header."""
    form: int | None = None
    """The plural form, if the entry has several."""
    source: str = ""
    target: str = ""

    @property
    def key(self) -> Key:
        """The key of the entry; that of the header is empty."""
        return (None, "") if self.entry is None else self.entry.key

    @property
    def fix(self) -> str | None:
        """The text with the hit mended."""
        return mended(self.target, self.hit.edits) if self.hit.edits else None


class Text(NamedTuple):
    """One text of a catalogue: an entry's, or one of its plural forms."""

    entry: Entry
    form: int | None
    sources: tuple[str, ...]
    """What it may be a translation of: for the form of 1, both msgid and msgid_plural."""
    target: str
    of_one: bool = False
    """The plural form of 1 and of no other number: it may say “one file” for “%d file”."""
    often: bool = False
    """The plural form of 1 and of many other numbers, as 21 and 31: it has to have what msgid_plural has."""


def examine(
    catalogue: CatalogueView,
    checks: Mapping[str, Check],
    glossary: Glossary | None,
    keys: Collection[Key] | None = None,
    knows: Knows | None = None,
) -> list[RawFinding]:
    """Run the checks; `knows` tells words of the language.

    With `keys`, no entries but these are looked at one by one.
    """
    custom, across = surveyed(catalogue)
    terms = CheckTerms(catalogue.source_language, catalogue.language, custom, glossary, knows, across)
    whole = _of_whole(catalogue, checks)
    raws = [_raw(name, checks, hit) for name, hit in whole[None]]
    pairwise = looks(checks.values(), catalogue.language)
    single = {name: check.entry for name, check in checks.items() if check.entry}
    forms = plural.read(dict(catalogue.header).get("Plural-Forms", ""))
    for index, (entry, state) in enumerate(zip(catalogue.entries, catalogue.states, strict=True)):
        hits = whole.get(index, ())
        if keys is None or entry.key in keys:
            for text in _texts(entry, catalogue.source_of(entry), forms):
                raws += examine_text(text, pairwise, terms)
            own = [(name, hit) for name, look in single.items() for hit in look(entry, state, catalogue)]
            hits = sorted((*own, *hits), key=lambda hit: hit[0]) if own else hits
        raws += [_raw(name, checks, hit, entry) for name, hit in hits]
    return raws


_Named = tuple[str, Hit]
"""A hit and the name of its check."""


def _of_whole(catalogue: CatalogueView, checks: Mapping[str, Check]) -> Mapping[int | None, list[_Named]]:
    """What is found by looking at all entries together, by index: None is the header."""
    hits: defaultdict[int | None, list[_Named]] = defaultdict(list)
    for name, check in checks.items():
        for index, hit in check.catalogue(catalogue) if check.catalogue else ():
            hits[index].append((name, hit))
    return hits


def _raw(name: str, checks: Mapping[str, Check], hit: Hit, entry: Entry | None = None) -> RawFinding:
    source, target = (entry.msgid, entry.msgstr) if entry else ("", "")
    return RawFinding(name, hit.severity or checks[name].rule.severity, hit, entry, None, source, target)


def examine_text(text: Text, checks: Iterable[PairLook], terms: CheckTerms) -> Iterator[RawFinding]:
    """Run the checks of single texts; a text with two sources has what is wrong as a translation of either."""
    if len(text.sources) > 1:
        yield from _with_two_sources(text, checks, terms)
        return
    entry, form, (source,), target, *_ = text
    view = pair_view(source, target, entry, terms)
    pair, marked = view.pair, bool(view.read)
    for name, severity, raw, check in checks:  # dozens for each text: without `hits`, which takes as long as many
        for hit in view.told(check) if marked and not raw else check(pair):
            yield RawFinding(name, hit.severity or severity, hit, entry, form, source, target)


def _with_two_sources(text: Text, checks: Iterable[PairLook], terms: CheckTerms) -> Iterator[RawFinding]:
    views = [pair_view(source, text.target, text.entry, terms) for source in text.sources]
    first, others = views[0], views[1:]
    for look in checks:
        if text.often:
            first, others = (views[-1], []) if look.name == "placeholders" else (views[0], views[1:])
        for hit in first.hits(look):
            if text.of_one and look.name in _COUNTED and hit.span == NOWHERE:
                continue
            if not others or any(True for _ in others[0].hits(look)):
                severity = hit.severity or look.severity
                yield RawFinding(look.name, severity, hit, text.entry, text.form, first.pair.source, first.pair.target)


def texts(catalogue: CatalogueView) -> Iterator[Text]:
    """Yield all texts that are not empty, and are translations of a text that is known."""
    forms = plural.read(dict(catalogue.header).get("Plural-Forms", ""))
    for entry in catalogue.entries:
        yield from _texts(entry, catalogue.source_of(entry), forms)


def _texts(entry: Entry, source: Entry | None, forms: PluralForms | None) -> Iterator[Text]:
    if source is None:
        return
    if source.msgid_plural is None:
        if entry.msgstr:
            yield Text(entry, None, (source.msgid,), entry.msgstr)
        return
    singular = forms.singular if forms else 0
    for form, target in enumerate(entry.msgstr_plural):
        if target:
            both = (source.msgid, source.msgid_plural) if form == singular else (source.msgid_plural,)
            exact, often = (forms.exact, forms.often) if forms and form == singular else (False, False)
            yield Text(entry, form, both, target, exact, often)
