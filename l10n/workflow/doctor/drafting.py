"""What translates: packages and engines, for each language of the settings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from l10n.config import Config
from l10n.engines import Route, Supply, default, engines
from l10n.engines.routes import missing_pairs, pairs_of, routes
from l10n.engines.supply import supply
from l10n.errors import L10nError
from l10n.workflow.doctor.diagnosis import Diagnosis, Health, of_error

_TOPIC = "packages"


def examined(settings: Config, packages: Path | None) -> Iterator[Diagnosis]:
    """The way into each language; what lacks, with one command for all; what is there and broken."""
    source = settings.source_language
    targets = [target for target in settings.targets if target != source]
    try:
        own = supply(settings, packages)
        pairs = pairs_of(own.between(source, targets))
        without = {target: missing_pairs(pairs, source, [target]) for target in targets}
        yield from (_way(own, source, target) for target, lacking in without.items() if not lacking)
        if lacking := list(dict.fromkeys(pair for pairs in without.values() for pair in pairs)):
            command = default().install_hint(lacking, own.folder).removeprefix("install with: ")
            yield Diagnosis(_TOPIC, Health.WRONG, f"not installed: {', '.join(lacking)}", command)
        yield from (of_error(_TOPIC, error) for each in engines() for error in each.stock(own).broken)
    except L10nError as error:
        yield of_error(_TOPIC, error)


def _way(own: Supply, source: str, target: str) -> Diagnosis:
    by_target, errors = routes(own, source, [target])
    if route := by_target.get(target):
        return _known(route, source, target)
    return of_error(_TOPIC, errors[0])


def _known(route: Route, source: str, target: str) -> Diagnosis:
    text = f"{source} → {target}: {' + '.join(f'{pair.name} ({pair.engine_name})' for pair in route)}"
    if any(pair.demo for pair in route):
        pairs = " ".join(f"{pair.source}-{pair.target}" for pair in route)
        return Diagnosis(_TOPIC, Health.HINT, f"{text}: a word-for-word demo", f"l10n packages install {pairs}")
    return Diagnosis(_TOPIC, Health.FINE, text)
