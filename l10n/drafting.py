"""Drafts for what has none: each distinct text once per leg, one model in memory at a time, nobody's work touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.mark import drafted, is_draft
from l10n.catalogue.revision import revised
from l10n.errors import L10nError, PackageError
from l10n.model import Catalogue, Draft, Entry, Leg
from l10n.packages.store import Package, route, scan

Route = tuple[Package, ...]
_Legs = dict[str, Leg | None]


@dataclass(frozen=True, slots=True)
class Work:
    """A catalogue and the texts in it that want a draft."""

    path: Path
    language: str
    texts: tuple[str, ...]
    """Distinct ones."""
    entries: int
    """Entries that want these texts."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a package is with its texts."""

    package: Package
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Translated:
    """A language whose route is done: a draft for each text that has one."""

    language: str
    drafts: Mapping[str, Draft]


@dataclass(frozen=True, slots=True)
class Drafted:
    """A catalogue after drafting."""

    path: Path
    language: str
    drafts: int
    """Entries that got a draft."""
    failed: tuple[Entry, ...]
    """Entries that no package could translate whole."""


def work(path: Path, lang: str, redraft: bool = False) -> Work:
    """What is to be drafted in this catalogue: the empty entries; with `redraft` also drafts that nobody edited."""
    texts = [entry.msgid for entry in po.read(path).entries if _wants_draft(entry, redraft)]
    return Work(path, lang, tuple(dict.fromkeys(texts)), len(texts))


def routes(folder: Path, source: str, targets: Sequence[str]) -> tuple[dict[str, Route], list[PackageError]]:
    """The packages to apply for each target, and an error for each target that has none, and why it may have none."""
    packages, broken = scan(folder)
    found: dict[str, Route] = {}
    errors = []
    for target in targets:
        try:
            found[target] = route(packages, source, target)
        except PackageError as error:
            errors.append(error)
    if errors:
        hint = "remove it with l10n packages remove and install it again"
        errors += [PackageError(f"{one.path}: broken package: {one.reason}", hint) for one in broken]
    return found, errors


def draft(
    works: Sequence[Work], ways: Mapping[str, Route], beam: int, redraft: bool = False
) -> Iterator[Progress | Drafted | L10nError]:
    """Translate leg by leg and fill each language's catalogues as soon as its last leg is done.

    A package or catalogue that fails yields its error; whatever does not depend on it goes on.
    """
    texts = {lang: [text for one in works if one.language == lang for text in one.texts] for lang in ways}
    for event in translate(texts, ways, beam):
        if isinstance(event, Translated):
            done = [one for one in works if one.language == event.language and one.texts]
            yield from _fill(done, event.drafts, redraft)
        else:
            yield event


def translate(
    wanted_texts: Mapping[str, Iterable[str]], ways: Mapping[str, Route], beam: int
) -> Iterator[Progress | Translated | PackageError]:
    """Each language's texts along its route; what legs have in common is done once.

    A language without texts, or with a broken package, has no result; one text that fails is missing from its drafts.
    """
    legs: dict[Route, _Legs] = {}
    texts = {lang: dict.fromkeys(wanted_texts[lang]) for lang in ways}
    for stem in _stems([ways[lang] for lang in ways if texts[lang]]):
        if stem[:-1] and stem[:-1] not in legs:
            continue  # an earlier leg's package is broken
        wanted = dict.fromkeys(text for lang in ways if ways[lang][: len(stem)] == stem for text in texts[lang])
        inputs = {text: _text(legs, stem[:-1], text) for text in wanted}
        found: _Legs = {}
        interrupted = False
        try:
            yield from _run(stem[-1], inputs, beam, found)
        except PackageError as error:
            yield error
            continue
        except KeyboardInterrupt:  # what is done is worth keeping
            interrupted = True
        legs[stem] = {text: found.get(given) if given else None for text, given in inputs.items()}
        for lang in (lang for lang in ways if ways[lang] == stem):
            yield Translated(lang, {text: one for text in texts[lang] if (one := _draft(legs, stem, text))})
        if interrupted:
            raise KeyboardInterrupt


def _stems(ways: Sequence[Route]) -> list[Route]:
    """Every beginning of every route, once, shorter ones first: de-en before de-en + en-ru."""
    stems = dict.fromkeys(way[:length] for way in ways for length in range(1, len(way) + 1))
    return sorted(stems, key=len)


def _run(package: Package, inputs: Mapping[str, str | None], beam: int, found: _Legs) -> Iterator[Progress]:
    """Translate the distinct inputs into `found`, which has them as far as it comes. Raises PackageError."""
    from l10n.engines.argos import Argos

    distinct = list(dict.fromkeys(text for text in inputs.values() if text))
    yield Progress(package, 0, len(distinct))
    with Argos(package, beam) as engine:
        for index, leg in engine.translate(distinct):
            found[distinct[index]] = leg
            yield Progress(package, len(found), len(distinct))


def _text(legs: Mapping[Route, _Legs], stem: Route, text: str) -> str | None:
    """What the next leg starts from: the text itself, or the last leg's translation of it."""
    if not stem:
        return text
    leg = legs[stem].get(text)
    return leg.text if leg else None


def _draft(legs: Mapping[Route, _Legs], way: Route, text: str) -> Draft | None:
    chain = [legs[way[:length]].get(text) for length in range(1, len(way) + 1)]
    whole = tuple(leg for leg in chain if leg)
    if len(whole) < len(way):
        return None
    return Draft(engine_name(way), whole)


def engine_name(way: Route) -> str:
    """What a catalogue calls the origin of drafts made along this route: one demo package makes them a demo's."""
    return "argos-demo" if any(package.demo for package in way) else "argos"


def _fill(works: Sequence[Work], drafts: Mapping[str, Draft], redraft: bool) -> Iterator[Drafted | L10nError]:
    for one in works:
        try:
            yield _fill_catalogue(one, drafts, redraft)
        except L10nError as error:
            yield error


def _fill_catalogue(one: Work, drafts: Mapping[str, Draft], redraft: bool) -> Drafted:
    """Read the file again first: somebody may have worked on it while the packages were translating."""
    old = po.read(one.path)
    entries = list(old.entries)
    failed = []
    count = 0
    for index, entry in enumerate(entries):
        if not _wants_draft(entry, redraft):
            continue
        if entry.msgid not in drafts:
            failed.append(entry)
            continue
        entries[index] = drafted(entry, drafts[entry.msgid])
        count += 1
    po.write(one.path, revised(old, tuple(entries), Catalogue(old.header)))
    return Drafted(one.path, one.language, count, tuple(failed))


def _wants_draft(entry: Entry, redraft: bool) -> bool:
    if entry.obsolete or entry.msgid_plural is not None:
        return False
    return not entry.translated or (redraft and is_draft(entry))
