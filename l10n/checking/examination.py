"""All checks over one catalogue: raw findings, in the order of the file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from l10n.catalogue import plural
from l10n.checking.continuation import continued
from l10n.checking.conventions import conventions
from l10n.checking.views import CheckTerms, pair_view
from l10n.checks import NOWHERE, CatalogueView, Check, Hit, mended
from l10n.documents import inline
from l10n.glossary import Glossary
from l10n.model import ACCEPTED, Entry, Key, State
from l10n.model.findings import Severity
from l10n.pairs.kept_words import KeptWords
from l10n.pairs.pair import Conventions
from l10n.text.spelling import Knows

_COUNTED = frozenset({"placeholders", "numbers"})
"""Checks that miss the number where it is said in words."""
_ENOUGH = 3
"""Accepted texts from which they, and not the drafts, show the custom."""


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


@dataclass(frozen=True, slots=True)
class Text:
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
    custom: Conventions | None = None,
    keys: Collection[Key] | None = None,
    knows: Knows | None = None,
) -> list[RawFinding]:
    """Run the checks; `custom` is worked out from the catalogue unless given, and `knows` tells words of the language.

    With `keys`, no texts but those of these entries are looked at one by one.
    """
    custom = custom or customs(catalogue)
    order = {id(entry): position for position, entry in enumerate(catalogue.entries)}
    pairwise = [check for check in checks.values() if check.pair]
    across = continued(catalogue.entries) if "quotes" in checks else frozenset[Key]()
    terms = CheckTerms(catalogue.source_language, catalogue.language, custom, glossary, knows, across)
    wanted = (text for text in texts(catalogue) if keys is None or text.entry.key in keys)
    raws = [raw for text in wanted for raw in examine_text(text, pairwise, terms)]
    for name, check in checks.items():
        for entry, hit in check.catalogue(catalogue) if check.catalogue else ():
            source, target = (entry.msgid, entry.msgstr) if entry else ("", "")
            raws.append(RawFinding(name, hit.severity or check.rule.severity, hit, entry, None, source, target))
    raws.sort(key=lambda raw: -1 if raw.entry is None else order[id(raw.entry)])
    return raws


def examine_text(text: Text, checks: Iterable[Check], terms: CheckTerms) -> Iterator[RawFinding]:
    """Run the checks of single texts; a text with two sources has what is wrong as a translation of either."""
    entry = text.entry
    views = [pair_view(source, text.target, entry, terms) for source in text.sources]
    first, others = views[0], views[1:]
    for check in checks:
        if text.often:
            first, others = (views[-1], []) if check.rule.name == "placeholders" else (views[0], views[1:])
        for hit in first.hits(check):
            if text.of_one and check.rule.name in _COUNTED and hit.span == NOWHERE:
                continue
            if not others or any(True for _ in others[0].hits(check)):
                severity = hit.severity or check.rule.severity
                yield RawFinding(check.rule.name, severity, hit, entry, text.form, first.pair.source, first.pair.target)


def texts(catalogue: CatalogueView) -> Iterator[Text]:
    """Yield all texts that are not empty, and are translations of a text that is known."""
    forms = plural.read(dict(catalogue.header).get("Plural-Forms", ""))
    singular = forms.singular if forms else 0
    for entry in catalogue.entries:
        source = catalogue.source_of(entry)
        if source is None:
            continue
        if source.msgid_plural is None:
            if entry.msgstr:
                yield Text(entry, None, (source.msgid,), entry.msgstr)
            continue
        for form, target in enumerate(entry.msgstr_plural):
            if target:
                both = (source.msgid, source.msgid_plural) if form == singular else (source.msgid_plural,)
                exact, often = (forms.exact, forms.often) if forms and form == singular else (False, False)
                yield Text(entry, form, both, target, exact, often)


def customs(catalogue: CatalogueView) -> Conventions:
    """The customs of the accepted texts if there are some, else of all."""
    accepted = list(_of(catalogue, ACCEPTED))
    custom = conventions(accepted if len(accepted) >= _ENOUGH else _of(catalogue, frozenset(State)), catalogue.kind)
    return replace(custom, kept=_kept(catalogue))


def peoples_customs(catalogue: CatalogueView) -> Conventions:
    """The customs of all that people have written, however little it is: drafts have to follow it."""
    custom = conventions(_of(catalogue, frozenset(State) - {State.DRAFT, State.UNREAD}), catalogue.kind, few=0)
    return replace(custom, kept=_kept(catalogue))


def _kept(catalogue: CatalogueView) -> KeptWords:
    """What people keep; an engine leaves a word that it does not know every time."""

    def both() -> Iterator[tuple[str, str]]:
        for entry, state in zip(catalogue.entries, catalogue.states, strict=True):
            if state in ACCEPTED and state is not State.UNREAD and (source := catalogue.source_of(entry)):
                yield " ".join(filter(None, (source.msgid, source.msgid_plural))), " ".join(entry.texts)

    return KeptWords(both)


def _of(catalogue: CatalogueView, wanted: frozenset[State]) -> Iterator[str]:
    """The texts of the entries in these states."""
    for entry, state in zip(catalogue.entries, catalogue.states, strict=True):
        if state in wanted:
            for text in entry.texts:
                yield inline.visible_of(entry, text).text
