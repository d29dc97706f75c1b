"""Drafts for catalogues that are not ours: software strings with plural forms, placeholders, tags and line breaks.

The file is taken as it is: no merging, no new entries. A line is translated whole; if a placeholder gets lost on the
way, the text between the placeholders is translated in pieces. What still is not right stays untranslated and is named.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from l10n import protect, restoring
from l10n.catalogue import plural, po
from l10n.catalogue.header import Header, dated, header, now
from l10n.catalogue.mark import drafted, is_draft
from l10n.catalogue.plural import PluralForms
from l10n.catalogue.search import home, language_of
from l10n.catalogue.state import state
from l10n.drafting import DEFAULT, Drafted, Options, Progress, Route, Translated, Work
from l10n.drafting.legs import translate
from l10n.drafting.routes import engine_name
from l10n.errors import L10nError, PackageError
from l10n.files import alone
from l10n.languages import LANGUAGES, base
from l10n.model import Catalogue, Draft, Entry, Leg, State

if TYPE_CHECKING:
    from l10n.memory.store import Memory

_Found = Mapping[str, Draft]
"""What the packages made of a text that was given to them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoftwareWork(Work):
    """A catalogue that is not ours; `texts` are the msgids that want a draft."""

    source: str
    lines: tuple[tuple[str, tuple[str, ...]], ...]
    """The lines to translate, each with the format flags of its entry."""


def work(path: Path, default: str, source: str | None = None, redraft: bool = False) -> SoftwareWork:
    """What is to be drafted in this file. Raises L10nError if its languages or plural forms are unknown.

    The source language is `source`, else the header's X-Source-Language, else `default`.
    """
    catalogue = po.read(path)
    target = base(language_of(path, catalogue))
    start = source or base(dict(catalogue.header).get("X-Source-Language", "")) or default
    if not target:
        raise L10nError(f"{path}: no language", "write it into the header, as in: Language: ru")
    if target == start:
        raise L10nError(f"{path}: '{start}' is the source language", "set --from to the language of the msgids")
    entries = [entry for entry in catalogue.entries if _wants_draft(entry, redraft)]
    forms = _plural_forms(path, catalogue, target)
    lines = dict.fromkeys(
        (piece.text, entry.flags)
        for entry in entries
        for text in _sources(entry, forms)
        for piece in protect.lines(text, entry.flags)
        if not piece.fixed
    )
    texts = dict.fromkeys(entry.msgid for entry in entries)
    return SoftwareWork(path, target, tuple(texts), len(entries), source=start, lines=tuple(lines))


def draft(
    works: Sequence[SoftwareWork],
    ways: Mapping[str, Route],
    options: Options = DEFAULT,
    memory: Memory | None = None,
) -> Iterator[Progress | Drafted | L10nError]:
    """Translate all lines, then the pieces of those that lost a placeholder; fill each file when all is known.

    The works are of one source language. What fails yields its error; whatever does not depend on it goes on.
    """
    lines = {lang: {line for one in works if one.language == lang for line in one.lines} for lang in ways}
    flags = {text: flags for some in lines.values() for text, flags in sorted(some) if flags}
    wanted = {lang: [text for text, _ in lines[lang]] for lang in ways}
    found = yield from _translate(wanted, ways, options, memory, flags)
    lost = {lang: list(_lost_pieces(sorted(lines[lang]), found[lang])) for lang in found}
    pieces = yield from _translate(lost, {lang: ways[lang] for lang in found}, options, memory)
    for one in works:
        if one.texts and one.language in pieces:
            drafts = {**pieces[one.language], **found[one.language]}
            try:
                yield _fill(one, drafts, ways[one.language], options, memory)
            except L10nError as error:
                yield error


def _translate(
    texts: Mapping[str, Iterable[str]],
    ways: Mapping[str, Route],
    options: Options,
    memory: Memory | None,
    flags: Mapping[str, tuple[str, ...]] | None = None,
) -> Generator[Progress | PackageError, None, dict[str, _Found]]:
    """Language -> drafts, for each language whose packages work."""
    wanted = {lang: sorted(set(texts[lang])) for lang in ways}
    found: dict[str, _Found] = {lang: {} for lang in ways if not wanted[lang]}
    for event in translate(wanted, ways, options, memory, flags=flags):
        if isinstance(event, Translated):
            found[event.language] = event.drafts
        else:
            yield event
    return found


def _lost_pieces(lines: Iterable[tuple[str, Collection[str]]], found: _Found) -> Iterator[str]:
    """What stands between the placeholders of those lines whose translation does not have them."""
    for text, flags in lines:
        if not _whole(text, flags, found):
            yield from (piece.text for piece in protect.split(text, flags) if not piece.fixed and piece.text != text)


def _whole(text: str, flags: Collection[str], found: _Found) -> Draft | None:
    one = found.get(text)
    return one if one and protect.survive(text, one.text, flags) else None


def _draft(text: str, flags: Collection[str], found: _Found, way: Route) -> Draft | None:
    """The text put together again; None if a part has no translation or the placeholders are not the same."""
    parts: list[Draft | str] = []
    for line in protect.lines(text, flags):
        whole = None if line.fixed else _whole(line.text, flags, found)
        for piece in (line,) if line.fixed or whole else protect.split(line.text, flags):
            part = piece.text if piece.fixed else whole or found.get(piece.text)
            if part is None:
                return None
            parts.append(part)
    joined = Draft(engine_name(way), tuple(_leg(parts, index, package.name) for index, package in enumerate(way)))
    return joined if protect.survive(text, joined.text, flags) else None


def _leg(parts: Sequence[Draft | str], index: int, package: str) -> Leg:
    """One package's share of a text in parts; its score is the mean of theirs."""
    texts = (part if isinstance(part, str) else part.legs[index].text for part in parts)
    scores = [part.legs[index].score for part in parts if isinstance(part, Draft)]
    legs = [part.legs[index] for part in parts if isinstance(part, Draft)]
    repairs, lost = (
        tuple(dict.fromkeys(name for some in all_ for name in some))
        for all_ in ([leg.repairs for leg in legs], [leg.lost for leg in legs])
    )
    return Leg(package, "".join(texts), sum(scores) / max(len(scores), 1), repairs=repairs, lost=lost)


def _fill(one: SoftwareWork, found: _Found, way: Route, options: Options, memory: Memory | None) -> Drafted:
    """Read the file again first: somebody may have worked on it while the packages were translating."""
    with alone(home(one.path)):
        return _fill_alone(one, found, way, options, memory)


def _fill_alone(one: SoftwareWork, found: _Found, way: Route, options: Options, memory: Memory | None) -> Drafted:
    old = po.read(one.path)
    forms = _plural_forms(one.path, old, one.language)
    from l10n.drafting.appraisal import Appraisal
    from l10n.risk.formula import risk

    entries, failed, made = list(old.entries), [], []
    appraisal = Appraisal(one.source, options, {})
    for index, entry in enumerate(entries):
        if not _wants_draft(entry, options.redraft):
            continue
        sources = _sources(entry, forms)
        drafts = [_draft(text, entry.flags, found, way) for text in sources]
        whole = [
            replace(new, risk=risk(appraisal.features(text, new, one.language)))
            for text, new in zip(sources, drafts, strict=True)
            if new
        ]
        if len(whole) < len(drafts):
            failed.append(entry)
            continue
        entries[index] = drafted(entry, *whole)
        made.append(entries[index])
    if made:
        new = replace(old, header=_header(one, old), entries=tuple(entries))
        po.write(one.path, restoring.restored(one.path, new, memory.path if memory else None))
        restoring.keep(memory, one.language, made)
    return Drafted(one.path, one.language, len(made), tuple(failed))


def _wants_draft(entry: Entry, redraft: bool) -> bool:
    """A plural entry with some of its forms filled is somebody's work, and left alone."""
    if entry.obsolete or not entry.msgid:
        return False
    return not entry.translated or (is_draft(entry) and (redraft or state(entry) is State.OUTDATED))


def _sources(entry: Entry, forms: PluralForms) -> tuple[str, ...]:
    """What each msgstr is a translation of.

    A singular without the number ("One file") serves only a form that no other number takes: a Russian 21 is not one.
    """
    if entry.msgid_plural is None:
        return (entry.msgid,)
    counts = forms.exact or protect.survive(entry.msgid_plural, entry.msgid, entry.flags)
    singular = forms.singular if counts else None
    return tuple(entry.msgid if form == singular else entry.msgid_plural for form in range(forms.count))


def _plural_forms(path: Path, catalogue: Catalogue, lang: str) -> PluralForms:
    """The header's, else the language's; L10nError if plural entries need them and neither is known."""
    known = LANGUAGES[lang].plural_forms if lang in LANGUAGES else ""
    forms = plural.read(dict(catalogue.header).get("Plural-Forms", "")) or plural.read(known)
    if forms is None and any(entry.msgid_plural is not None for entry in catalogue.entries):
        hint = f"write the plural forms of '{lang}' into the header"
        raise L10nError(f"{path}: no usable Plural-Forms for the language '{lang}'", hint)
    return forms or PluralForms(1, None, exact=False)


def _header(one: SoftwareWork, old: Catalogue) -> Header:
    """The old header with a new date; added is only what the file cannot do without."""
    if not old.header and one.language in LANGUAGES:
        return header(one.path.stem, one.language, one.source, now())
    fields = dict(old.header)
    new = dated(old.header, revised=now())
    if "charset=utf-8" not in fields.get("Content-Type", "").lower():
        new = _with(new, "Content-Type", "text/plain; charset=UTF-8")
    counted = any(entry.msgid_plural is not None for entry in old.entries)
    if counted and one.language in LANGUAGES and plural.read(fields.get("Plural-Forms", "")) is None:
        new = _with(new, "Plural-Forms", LANGUAGES[one.language].plural_forms)
    return new


def _with(fields: Header, name: str, value: str) -> Header:
    """The field with a new value in its old place; a new field stands before the X- fields."""
    if name in dict(fields):
        return tuple((other, value if other == name else text) for other, text in fields)
    place = next((index for index, (other, _) in enumerate(fields) if other.startswith("X-")), len(fields))
    return (*fields[:place], (name, value), *fields[place:])
