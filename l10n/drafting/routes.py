"""Which packages a text has to go through, and what their drafts are called."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from l10n.drafting import Route
from l10n.engines.argos.packages.store import option, route, scan
from l10n.errors import PackageError


def routes(folder: Path, source: str, targets: Sequence[str]) -> tuple[dict[str, Route], list[PackageError]]:
    """The packages to apply for each target, and an error for each target that has none, and why it may have none."""
    packages, broken = scan(folder)
    found: dict[str, Route] = {}
    errors = []
    for target in targets:
        try:
            found[target] = route(packages, source, target, option(folder))
        except PackageError as error:
            errors.append(error)
    if errors:
        errors += [one.error() for one in broken]
    return found, errors


def engine_name(way: Route) -> str:
    """What a catalogue calls the origin of drafts made along this route: one demo package makes them a demo's."""
    return "argos-demo" if any(package.demo for package in way) else "argos"
