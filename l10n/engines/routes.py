"""Which pairs a text has to go through, over all engines: direct before by way of English, fewest legs first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import pairwise

from l10n.engines import DEFAULT, PSEUDO, LanguagePair, Route, Supply, default, engines
from l10n.errors import PackageError
from l10n.languages import PIVOT


def routes(supply: Supply, source: str, targets: Sequence[str]) -> tuple[dict[str, Route], list[PackageError]]:
    """The pairs to apply for each target, and an error for each target that has none, and why it may have none.

    Raises PackageError if the folder of the packages cannot be read.
    """
    stocks = [each.stock(supply.between(source, targets)) for each in engines()]
    pairs = [pair for stock in stocks for pair in stock.pairs]
    by_target: dict[str, Route] = {}
    errors = []
    for target in targets:
        try:
            usable = _usable(pairs, target, supply.asked(target))
            hint = partial(default().install_hint, folder=supply.folder)
            by_target[target] = route(usable, source, target, hint)
        except PackageError as error:
            errors.append(error)
    if errors:
        errors += [error for stock in stocks for error in stock.broken]
    return by_target, errors


def _usable(pairs: Sequence[LanguagePair], target: str, asked: str) -> list[LanguagePair]:
    """The pairs that may lead to the target: the last leg by the engine that was asked for, the others by any.

    Made-up texts are nobody's way to real ones. PackageError if that engine does not lead there.
    """
    usable = [pair for pair in pairs if asked == PSEUDO or pair.engine != PSEUDO]
    if not asked:
        return usable
    own = [pair for pair in usable if _by(pair, asked)]
    if asked != DEFAULT and target not in {pair.target for pair in own}:
        names = ", ".join(f"{pair.source}-{pair.target}" for pair in own) or "none"
        hint = f"see l10n engines list; add the pair to its settings, or choose another engine for {target}"
        raise PackageError(f"the engine {asked} does not translate into {target} (its pairs: {names})", hint)
    return own + [pair for pair in usable if pair not in own and pair.target != target]


def _by(pair: LanguagePair, asked: str) -> bool:
    return asked in (pair.engine_name, pair.engine)


def nothing_in(supply: Supply) -> PackageError | None:
    """What is wrong with a folder without packages, and what helps; None if some engine has pairs."""
    nothing = default().nothing_in(supply.folder)
    others = (each for each in engines() if each is not default())
    return nothing if nothing and not any(each.stock(supply).pairs for each in others) else None


def pairs_of(supply: Supply) -> list[LanguagePair]:
    """The pairs of all engines. Raises PackageError if the folder of the packages cannot be read."""
    return [pair for each in engines() for pair in each.stock(supply).pairs]


def identities(supply: Supply) -> set[str]:
    """The identities of all pairs. Raises PackageError if the folder of the packages cannot be read."""
    return {pair.identity for pair in pairs_of(supply)}


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
