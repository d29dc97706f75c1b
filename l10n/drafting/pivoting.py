"""Texts along their routes, leg by leg: each distinct text once a leg."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from l10n import __version__
from l10n.drafting import DEFAULT, REVIEWED, Options, Translated
from l10n.drafting.legs import Scheduler
from l10n.drafting.local import Local
from l10n.drafting.open_pairs import OpenPairs
from l10n.engines import LanguagePair, Route
from l10n.engines.routes import engine_name
from l10n.errors import PackageError
from l10n.glossary import Glossary
from l10n.identity import digest
from l10n.languages import PIVOT
from l10n.model import Draft, Leg
from l10n.model.events import Progress

if TYPE_CHECKING:
    from l10n.memory.store import Memory
    from l10n.memory.translations import Key

_Legs = dict[str, Leg | None]
_Pivots = Mapping[str, Mapping[str, str]]
"""Language -> text -> its accepted English."""


@dataclass(frozen=True, slots=True)
class _Job:
    """What all legs have in common."""

    routes: Mapping[str, Route]
    texts: Mapping[str, Collection[str]]
    pivots: _Pivots
    options: Options
    memory: Memory | None
    flags: Mapping[str, tuple[str, ...]]
    """Format flags of texts that have some."""
    scheduler: Scheduler


def translate(
    wanted_texts: Mapping[str, Iterable[str]],
    routes: Mapping[str, Route],
    options: Options = DEFAULT,
    memory: Memory | None = None,
    pivots: _Pivots | None = None,
    flags: Mapping[str, tuple[str, ...]] | None = None,
    scheduler: Scheduler | None = None,
) -> Iterator[Progress | Translated | PackageError]:
    """Each language's texts along its route; common legs are done once, and not what the memory has.

    A language without texts, or with a broken package, has no result; one text that fails is missing from its drafts.
    Without a scheduler, one package after the other is opened here.
    """
    texts = {lang: dict.fromkeys(wanted_texts[lang]) for lang in routes}
    with ExitStack() as stack:
        here = scheduler or Local(stack.enter_context(OpenPairs()))
        yield from _translated(_Job(routes, texts, pivots or {}, options, memory, flags or {}, here))


def _translated(job: _Job) -> Iterator[Progress | Translated | PackageError]:
    routes, texts = job.routes, job.texts
    legs: dict[Route, _Legs] = {}
    for stem in _stems([routes[lang] for lang in routes if texts[lang]]):
        inputs = {text: given for text in _wanted(job, stem) if (given := _text(job, legs, stem, text))}
        if stem[:-1] and stem[:-1] not in legs and not inputs:
            continue  # an earlier leg's package is broken
        done: _Legs = {}
        interrupted = False
        try:
            yield from _run(stem[-1], inputs, job, done)
        except PackageError as error:
            yield error
            continue
        except KeyboardInterrupt:  # what is done is worth keeping
            interrupted = True
        legs[stem] = {text: done.get(given) for text, given in inputs.items()}
        for lang in (lang for lang in routes if routes[lang] == stem and texts[lang]):
            drafts = {text: draft for text in texts[lang] if (draft := _draft(job, legs, lang, text))}
            yield Translated(lang, drafts, drafts if interrupted else texts[lang])
        if interrupted:
            raise KeyboardInterrupt


def _stems(routes: Sequence[Route]) -> list[Route]:
    """Every beginning of every route, once, shorter ones first: de-en before de-en + en-ru."""
    stems = dict.fromkeys(route[:length] for route in routes for length in range(1, len(route) + 1))
    return sorted(stems, key=len)


def _wanted(job: _Job, stem: Route) -> list[str]:
    """The texts that some language needs this leg for; not for one that starts from an accepted English after it."""
    wanted: dict[str, None] = {}
    for lang, route in job.routes.items():
        if route[: len(stem)] == stem:
            wanted |= dict.fromkeys(text for text in job.texts[lang] if len(stem) > _skipped(job, lang, text))
    return list(wanted)


def _skipped(job: _Job, lang: str, text: str) -> int:
    """Legs that an accepted English makes unnecessary: up to the one that leads to English."""
    if text not in job.pivots.get(lang, {}):
        return 0
    return next((length for length, pair in enumerate(job.routes[lang][:-1], 1) if pair.target == PIVOT), 0)


def _text(job: _Job, legs: Mapping[Route, _Legs], stem: Route, text: str) -> str | None:
    """What the leg starts from: the text itself, or the last leg's translation of it."""
    for lang, route in job.routes.items():
        if route[: len(stem)] == stem and len(stem) - 1 == _skipped(job, lang, text):
            return job.pivots[lang][text] if len(stem) > 1 else text
    leg = legs.get(stem[:-1], {}).get(text)
    return leg.text if leg else None


def _run(package: LanguagePair, inputs: Mapping[str, str], job: _Job, done: _Legs) -> Iterator[Progress]:
    """Translate the distinct inputs into `done`, which has them as far as it comes. Raises PackageError."""
    texts = list(dict.fromkeys(inputs.values()))
    flags = {given: job.flags[text] for text, given in inputs.items() if text in job.flags}
    yield Progress(package.name, 0, len(texts), "segments")
    keys = dict(zip(texts, _keys(package, texts, job.options, flags), strict=True))
    done |= _cached(job.memory, keys)
    missing = [text for text in texts if text not in done]
    if len(missing) < len(texts):
        yield Progress(package.name, len(done), len(texts), "segments")
    if not missing:
        return
    made = job.scheduler.legs(package, missing, job.options, flags)
    with closing(_Keeper(job.memory, keys)) as keeper, closing(made):
        for text, leg in made:
            done[text] = leg
            keeper.keep(text, leg)
            yield Progress(package.name, len(done), len(texts), "segments")


def _draft(job: _Job, legs: Mapping[Route, _Legs], lang: str, text: str) -> Draft | None:
    route = job.routes[lang]
    skipped = _skipped(job, lang, text)
    chain = [legs.get(route[:length], {}).get(text) for length in range(skipped + 1, len(route) + 1)]
    whole = tuple(leg for leg in chain if leg)
    if len(whole) < len(chain):
        return None
    accepted = (Leg(REVIEWED, job.pivots[lang][text], 0.0),) if skipped else ()
    return Draft(engine_name(route), (*accepted, *whole))


class _Keeper:
    """Puts legs into the memory, many at a time, and the rest when it is closed."""

    _MANY = 200

    def __init__(self, memory: Memory | None, keys: Mapping[str, Key]) -> None:
        self._memory, self._keys = memory, keys
        self._legs: dict[Key, str] = {}

    def keep(self, text: str, leg: Leg | None) -> None:
        """Remember this leg; a text that failed is tried again next time."""
        if leg and self._memory:
            self._legs[self._keys[text]] = json.dumps(asdict(leg), ensure_ascii=False)
            if len(self._legs) >= self._MANY:
                self.close()

    def close(self) -> None:
        """Write what is left."""
        if self._memory and self._legs:
            self._memory.remember(self._legs)
            self._legs = {}


def _keys(
    package: LanguagePair, texts: Iterable[str], options: Options, flags: Mapping[str, tuple[str, ...]]
) -> Iterator[Key]:
    """What a result depends on: the text, the package, the settings, and how l10n goes about it."""
    from l10n.memory.translations import Key

    own = f"l10n={__version__} beam={options.beam}"
    if terms := _terms(options.glossary, package.source, package.target):
        own += f" terms={terms}"
    for text in texts:
        formats = ",".join(sorted(flag for flag in flags.get(text, ()) if flag.endswith("-format")))
        yield Key(text, (package.identity,), f"{own} {formats}".rstrip())


def _terms(glossary: Glossary | None, source: str, target: str) -> str:
    """A digest of the terms of these languages; empty without any."""
    terms = [term for term in glossary.terms if term.words.get(source)] if glossary else []
    rows = [
        (term.words[source], term.words.get(target), term.forbidden.get(target), term.case, term.do_not_translate)
        for term in terms
    ]
    return digest(json.dumps(rows)) if rows else ""


def _cached(memory: Memory | None, keys: Mapping[str, Key]) -> _Legs:
    """The legs that were made before, by text."""
    if memory is None:
        return {}
    values = memory.cached(keys.values())
    return {text: _leg(values[key]) for text, key in keys.items() if key in values}


def _leg(value: str) -> Leg:
    fields = json.loads(value)
    return Leg(**{**fields, "repairs": tuple(fields["repairs"]), "lost": tuple(fields["lost"])})
