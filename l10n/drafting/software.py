"""Drafts for catalogues that are not ours: software strings with plural forms, placeholders, tags and line breaks.

The file is taken as it is: no merging, no new entries, and no byte of it changes but for what is drafted. A text of
people in `#~` comes back instead of a draft, what the memory has comes next. A line is translated whole; if a
placeholder gets lost on the way, the text between the placeholders is translated in pieces. What still is not right
stays untranslated and is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from l10n.catalogue import plural, po
from l10n.catalogue.bookkeeping.marks import drafted
from l10n.catalogue.header import Header, header, now
from l10n.catalogue.merging.returning import brought_back, with_changes
from l10n.catalogue.plural import PluralForms
from l10n.catalogue.po.splice import Changes, splice
from l10n.catalogue.search import home, language_of
from l10n.catalogue.source_texts import SourceTexts, check_languages, source_texts
from l10n.drafting import DEFAULT, Drafted, Options, Progress, Route, Translated, Work, restoring
from l10n.drafting.pieces import Found, fits, lost_pieces, put_together
from l10n.drafting.pivoting import translate
from l10n.drafting.wants import sources_of, wants_draft
from l10n.errors import L10nError, PackageError
from l10n.files import locked, refuse_special, write_bytes
from l10n.languages import LANGUAGES, base
from l10n.model import Catalogue, Draft, Entry
from l10n.text import placeholders

if TYPE_CHECKING:
    from l10n.drafting.recall import Recalled
    from l10n.memory.store import Memory

Known = Mapping[str, "Recalled"]
"""What the memory has, by text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoftwareWork(Work):
    """A catalogue that is not ours; `texts` are the msgids that want a draft."""

    source: str
    wanted: tuple[Entry, ...]
    """The entries that want a draft."""
    forms: PluralForms
    sources: SourceTexts
    unknown: tuple[Entry, ...] = ()
    """Entries without text whose msgid is a key that nothing explains."""


def work(path: Path, default: str, source: str | None = None, redraft: bool = False) -> SoftwareWork:
    """What is to be drafted in this file. Raises L10nError if its languages or plural forms are unknown.

    The source language is `source`, else the header's X-Source-Language, else the one that the msgids are in, else
    `default`.
    """
    refuse_special(path, "name a PO file: drafts are written into it")
    catalogue = po.read(path)
    target = base(language_of(path, catalogue))
    sources = source_texts(path, catalogue, default, given=source)
    check_languages(path, target, sources)
    forms = _plural_forms(path, catalogue, target)
    back = brought_back(catalogue.entries, forms.count)
    now = with_changes(catalogue.entries, back)
    entries = [entry for entry in now if wants_draft(entry, redraft, sources)]
    unknown = (one for one in now if not (one.obsolete or one.translated) and sources.unknown(one))
    texts = dict.fromkeys(entry.msgid for entry in entries)
    return SoftwareWork(
        path,
        target,
        tuple(texts),
        len(entries),
        source=sources.language,
        wanted=tuple(entries),
        forms=forms,
        sources=sources,
        unknown=tuple(unknown),
        returning=sum(entry is not None for entry in back.values()),
    )


def known_texts(works: Iterable[SoftwareWork], options: Options, memory: Memory | None) -> Mapping[Path, Known]:
    """What the memory has for each catalogue, as far as placeholders and white space are those of the msgid."""
    return {one.path: _known(one, options, memory) for one in works}


def left(one: SoftwareWork, known: Mapping[Path, Known]) -> list[Entry]:
    """The entries that the memory has nothing for: only these need packages."""
    return [entry for entry in one.wanted if not _remembered(one.sources.of(entry), known.get(one.path, {}))]


def draft(
    works: Sequence[SoftwareWork],
    ways: Mapping[str, Route],
    options: Options = DEFAULT,
    memory: Memory | None = None,
    known: Mapping[Path, Known] | None = None,
) -> Iterator[Progress | Drafted | L10nError]:
    """Translate all lines, then the pieces of those that lost a placeholder; fill each file when all is known.

    The works are of one source language. What fails yields its error; whatever does not depend on it goes on, and what
    comes from `#~` or the memory is filled in whatever happens.
    """
    known = known_texts(works, options, memory) if known is None else known
    found: dict[str, dict[str, Draft]] = {}
    try:
        yield from _translate_all(works, ways, options, memory, known, found)
    finally:
        some = [one for one in works if one.returning or known.get(one.path) or (one.texts and one.language in found)]
        done = list(_fill_all(some, found, ways, options, memory, known))
    yield from done


def _translate_all(
    works: Sequence[SoftwareWork],
    ways: Mapping[str, Route],
    options: Options,
    memory: Memory | None,
    known: Mapping[Path, Known],
    found: dict[str, dict[str, Draft]],
) -> Iterator[Progress | PackageError]:
    """Put into `found`, by language, what the packages make of the lines, and of the pieces of some."""
    lines = {lang: {line for one in works if one.language == lang for line in _lines(one, known)} for lang in ways}
    flags = {text: flags for some in lines.values() for text, flags in sorted(some) if flags}
    wanted = {lang: [text for text, _ in lines[lang]] for lang in ways}
    yield from _translate(wanted, ways, options, memory, found, flags)
    lost = {lang: list(lost_pieces(sorted(lines[lang]), found[lang])) for lang in found}
    yield from _translate(lost, {lang: ways[lang] for lang in found}, options, memory, found)


def _lines(one: SoftwareWork, known: Mapping[Path, Known]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lines to translate, each with the format flags of its entry."""
    for entry in left(one, known):
        for text in sources_of(entry, one.forms, one.sources):
            yield from ((piece.text, entry.flags) for piece in placeholders.lines(text, entry.flags) if not piece.fixed)


def _translate(
    texts: Mapping[str, Iterable[str]],
    ways: Mapping[str, Route],
    options: Options,
    memory: Memory | None,
    found: dict[str, dict[str, Draft]],
    flags: Mapping[str, tuple[str, ...]] | None = None,
) -> Iterator[Progress | PackageError]:
    """Add the drafts of each language whose packages work to `found`; a text that was found before keeps its draft."""
    wanted = {lang: sorted(set(texts[lang])) for lang in ways}
    for lang in ways:
        if not wanted[lang]:
            found.setdefault(lang, {})
    for event in translate(wanted, ways, options, memory, flags=flags):
        if isinstance(event, Translated):
            found[event.language] = {**event.drafts, **found.get(event.language, {})}
        else:
            yield event


def _known(one: SoftwareWork, options: Options, memory: Memory | None) -> Known:
    """A plural form is asked for nowhere: what the memory has was translated without a number."""
    from l10n.drafting.recall import recall

    found = filter(None, map(one.sources.of, one.wanted))
    asked = {entry.msgid: entry for entry in found if not entry.plural}
    known = recall(replace(one, texts=tuple(asked)), one.source, options, memory)
    return {text: found for text, found in known.items() if fits(asked[text], found.draft)}


def _remembered(source: Entry | None, known: Known) -> Draft | None:
    """The memory's draft for an entry with the texts that it translates."""
    found = known.get(source.msgid) if source and not source.plural else None
    return found.draft if source and found and fits(source, found.draft) else None


def _fill_all(
    works: Iterable[SoftwareWork],
    found: Mapping[str, Found],
    ways: Mapping[str, Route],
    options: Options,
    memory: Memory | None,
    known: Mapping[Path, Known],
) -> Iterator[Drafted | L10nError]:
    for one in works:
        source = _Source(one, known.get(one.path, {}), found.get(one.language, {}), ways.get(one.language, ()), options)
        try:
            with locked(home(one.path)):
                yield _fill(source, memory)
        except L10nError as error:
            yield error


@dataclass(frozen=True, slots=True)
class _Source:
    """Where the drafts of a file come from."""

    work: SoftwareWork
    known: Known
    found: Found
    way: Route
    options: Options

    def drafts(self, entry: Entry, forms: PluralForms) -> list[Draft]:
        """One for each text of the entry; fewer if not all of them can be had."""
        if remembered := _remembered(self.work.sources.of(entry), self.known):
            return [remembered]
        texts = sources_of(entry, forms, self.work.sources)
        return [new for text in texts if (new := put_together(text, entry.flags, self.found, self.way))]


def _fill(source: _Source, memory: Memory | None) -> Drafted:
    """Read the file again first, and once more at the end: somebody may work on it meanwhile."""
    path = source.work.path
    before = None
    while before != (now := po.read_bytes(path)):
        before = now
        data, done, made = _filled(source, before, memory)
    if data != before:
        write_bytes(path, data)
        restoring.keep(memory, source.work.language, made)
    return done


def _filled(source: _Source, before: bytes, memory: Memory | None) -> tuple[bytes, Drafted, list[Entry]]:
    """The new file, what is told of it, and the entries that were drafted."""
    one = source.work
    there = po.parse(before, str(one.path))
    read = po.in_todays_form(there)
    old = restoring.restored(one.path, read, memory.path if memory else None)
    marked = {place: new for place, new in enumerate(old.entries) if new != read.entries[place]}
    forms = _plural_forms(one.path, old, one.language)
    changes = brought_back(old.entries, forms.count)
    returned = sum(entry is not None for entry in changes.values())
    failed, made, remembered = [], [], 0
    for place, entry in enumerate(old.entries):
        now = changes.get(place, entry)
        if now is None or not wants_draft(now, source.options.redraft, one.sources):
            continue
        drafts = source.drafts(now, forms)
        if len(drafts) < len(sources_of(now, forms, one.sources)):
            failed.append(now)
            continue
        changes[place] = new = _drafted(now, drafts, forms, source)
        made.append(new)
        remembered += bool(drafts[0].match)
    told = Drafted(one.path, one.language, len(made), tuple(failed), remembered, returned=returned)
    if not changes:
        return before, told, made
    spliced = splice(before, str(one.path), there, {**marked, **changes}, *_headers(one, old, changes))
    return spliced.data, replace(told, note=spliced.note), made


def _drafted(entry: Entry, drafts: Sequence[Draft], forms: PluralForms, source: _Source) -> Entry:
    from l10n.drafting.appraisal import Appraisal
    from l10n.risk.formula import risk

    appraisal, lang = Appraisal(source.work.source, source.options, {}), source.work.language
    rated = (
        replace(new, risk=risk(appraisal.features(text, new, lang)))
        for text, new in zip(sources_of(entry, forms, source.work.sources), drafts, strict=True)
    )
    return replace(drafted(entry, *rated), extracted=entry.extracted)


def _plural_forms(path: Path, catalogue: Catalogue, lang: str) -> PluralForms:
    """The header's, else the language's; L10nError if plural entries need them and neither is known."""
    known = LANGUAGES[lang].plural_forms if lang in LANGUAGES else ""
    forms = plural.read(catalogue.field("Plural-Forms")) or plural.read(known)
    if forms is None and any(entry.plural for entry in catalogue.entries):
        hint = f"write the plural forms of '{lang}' into the header"
        raise L10nError(f"{path}: no usable Plural-Forms for the language '{lang}'", hint)
    return forms or PluralForms(1, None, exact=False)


def _headers(one: SoftwareWork, old: Catalogue, changes: Changes) -> tuple[Header, Header]:
    """The fields that the header cannot do without, and a whole header for a file that has none and needs one."""
    if one.language not in LANGUAGES:
        return (), ()
    counted = any(entry and entry.plural for entry in changes.values())
    unusable = plural.read(old.field("Plural-Forms")) is None
    fields = (("Plural-Forms", LANGUAGES[one.language].plural_forms),) if counted and unusable else ()
    return fields, header(one.path.stem, one.language, one.source, now())
