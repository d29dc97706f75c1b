"""Drafts for what has none: each distinct text once per leg, one model in memory at a time, nobody's work touched."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from l10n.catalogue import po
from l10n.catalogue.mark import drafted, is_draft
from l10n.catalogue.revision import revised
from l10n.errors import L10nError, PackageError
from l10n.model import Catalogue, Draft, Entry, Leg
from l10n.packages.store import Package, installed, route

Route = tuple[Package, ...]
_Legs = dict[str, Leg | None]


@dataclass(frozen=True, slots=True)
class Work:
    """A catalogue and the texts in it that want a draft."""

    path: Path
    language: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a package is with its texts."""

    package: Package
    done: int
    total: int


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
    entries = po.read(path).entries
    return Work(path, lang, tuple(dict.fromkeys(entry.msgid for entry in entries if _wants_draft(entry, redraft))))


def routes(folder: Path, source: str, targets: Sequence[str]) -> tuple[dict[str, Route], list[PackageError]]:
    """The packages to apply for each target, and an error for each target that has none."""
    packages = installed(folder)
    found: dict[str, Route] = {}
    errors = []
    for target in targets:
        try:
            found[target] = route(packages, source, target)
        except PackageError as error:
            errors.append(error)
    return found, errors


def draft(
    works: Sequence[Work], ways: Mapping[str, Route], beam: int, redraft: bool = False
) -> Iterator[Progress | Drafted | L10nError]:
    """Translate leg by leg and fill each language's catalogues as soon as its last leg is done.

    A package or catalogue that fails yields its error; whatever does not depend on it goes on.
    """
    legs: dict[Route, _Legs] = {}
    texts = {lang: dict.fromkeys(text for one in works if one.language == lang for text in one.texts) for lang in ways}
    for stem in _stems([ways[lang] for lang in ways if texts[lang]]):
        if stem[:-1] and stem[:-1] not in legs:
            continue  # an earlier leg's package is broken
        wanted = dict.fromkeys(text for lang in ways if ways[lang][: len(stem)] == stem for text in texts[lang])
        try:
            legs[stem] = yield from _run(stem[-1], {text: _text(legs, stem[:-1], text) for text in wanted}, beam)
        except PackageError as error:
            yield error
            continue
        for lang in (lang for lang in ways if ways[lang] == stem):
            drafts = {text: one for text in texts[lang] if (one := _draft(legs, stem, text))}
            yield from _fill([one for one in works if one.language == lang and one.texts], drafts, redraft)


def _stems(ways: Sequence[Route]) -> list[Route]:
    """Every beginning of every route, once, shorter ones first: de-en before de-en + en-ru."""
    stems = dict.fromkeys(way[:length] for way in ways for length in range(1, len(way) + 1))
    return sorted(stems, key=len)


def _run(package: Package, inputs: Mapping[str, str | None], beam: int) -> Generator[Progress, None, _Legs]:
    """Translate the distinct inputs; returns segment -> leg. Raises PackageError."""
    from l10n.engines.argos import Argos

    distinct = list(dict.fromkeys(text for text in inputs.values() if text))
    found: dict[str, Leg | None] = {}
    yield Progress(package, 0, len(distinct))
    with Argos(package, beam) as engine:
        for index, leg in engine.translate(distinct):
            found[distinct[index]] = leg
            yield Progress(package, len(found), len(distinct))
    return {text: found.get(given) if given else None for text, given in inputs.items()}


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
    return Draft("argos-demo" if any(package.demo for package in way) else "argos", whole)


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
