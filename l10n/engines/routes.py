"""Which pairs a text has to go through, over all engines: direct before by way of English, fewest legs first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path

from l10n.engines import DEFAULT, LanguagePair, Route, engine, engines
from l10n.errors import PackageError
from l10n.languages import PIVOT


def routes(folder: Path, source: str, targets: Sequence[str]) -> tuple[dict[str, Route], list[PackageError]]:
    """The pairs to apply for each target, and an error for each target that has none, and why it may have none.

    Raises PackageError if the folder cannot be read.
    """
    stocks = [each.stock(folder) for each in engines()]
    pairs = [pair for stock in stocks for pair in stock.pairs]
    by_target: dict[str, Route] = {}
    errors = []
    for target in targets:
        try:
            by_target[target] = route(pairs, source, target, partial(engine(DEFAULT).install_hint, folder=folder))
        except PackageError as error:
            errors.append(error)
    if errors:
        errors += [error for stock in stocks for error in stock.broken]
    return by_target, errors


def nothing_in(folder: Path) -> PackageError | None:
    """What is wrong with a folder in which no engine has pairs, and what helps; None if one has some."""
    answers = [each.nothing_in(folder) for each in engines()]
    return answers[0] if all(answers) else None


def pairs_in(folder: Path) -> list[LanguagePair]:
    """The pairs of all engines in the folder. Raises PackageError if it cannot be read."""
    return [pair for each in engines() for pair in each.stock(folder).pairs]


def identities(folder: Path) -> set[str]:
    """The identities of all pairs in the folder. Raises PackageError if it cannot be read."""
    return {pair.identity for pair in pairs_in(folder)}


def engine_name(pairs: Route) -> str:
    """What a catalogue calls the origin of drafts made along this route: one demo package makes them a demo's."""
    demos = [pair for pair in pairs if pair.demo]
    return "+".join(dict.fromkeys(pair.engine_name for pair in demos or pairs))


def route(
    pairs: Iterable[LanguagePair], source: str, target: str, install_hint: Callable[[Sequence[str]], str]
) -> Route:
    """The pairs to apply in turn: fewest legs, then through English, then by alphabet.

    PackageError says which pairs to install, in the words of `install_hint`.
    """
    legs = preferred(pairs)
    codes = _fewest_legs(legs, source, target)
    if codes:
        return tuple(legs[leg] for leg in pairwise(codes))
    names = ", ".join(sorted(f"{start}-{end}" for start, end in legs)) or "none"
    hint = install_hint(_lacking(legs, source, target)) if source != target else "choose another target language"
    raise PackageError(f"no package translates {source} → {target} (installed: {names})", hint)


def missing_pairs(pairs: Iterable[LanguagePair], source: str, targets: Iterable[str]) -> list[str]:
    """The pairs, as `de-en`, that would give each target without a route one."""
    legs = preferred(pairs)
    without = [target for target in targets if not _fewest_legs(legs, source, target)]
    return list(dict.fromkeys(leg for target in without for leg in _lacking(legs, source, target)))


def preferred(pairs: Iterable[LanguagePair]) -> dict[tuple[str, str], LanguagePair]:
    """The pair to use for each two languages: a real one before a demo, then the first one."""
    chosen: dict[tuple[str, str], LanguagePair] = {}
    for pair in pairs:
        first = chosen.setdefault((pair.source, pair.target), pair)
        if first.demo and not pair.demo:
            chosen[pair.source, pair.target] = pair
    return chosen


def _fewest_legs(legs: Iterable[tuple[str, str]], source: str, target: str) -> Sequence[str]:
    """The languages from source to target, both included, or nothing. Breadth first, a whole distance at a time."""
    nearest: dict[str, tuple[bool, tuple[str, ...]]] = {source: (True, (source,))}
    reached = dict(nearest)
    while reached and target not in nearest:
        further: dict[str, tuple[bool, tuple[str, ...]]] = {}
        for start, end in legs:
            if start in reached and end not in nearest:
                avoids_pivot, codes = reached[start]
                path = (avoids_pivot and start != PIVOT, (*codes, end))
                further[end] = min(further.get(end, path), path)
        nearest |= further
        reached = further
    return nearest[target][1] if target in nearest and source != target else ()


def _lacking(legs: Iterable[tuple[str, str]], source: str, target: str) -> list[str]:
    """The pairs of the usual route, by way of English, that are not there."""
    usual = [(source, target)] if PIVOT in (source, target) else [(source, PIVOT), (PIVOT, target)]
    present = set(legs)
    return [f"{start}-{end}" for start, end in usual if (start, end) not in present]
