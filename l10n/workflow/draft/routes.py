"""The routes of a run: pairs that are missing are installed if somebody agrees."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence

from l10n.engines import Route
from l10n.engines import routes as engine_routes
from l10n.engines.supply import supply
from l10n.languages import PIVOT
from l10n.model.events import Event, Failed, Notice
from l10n.workflow.draft.request import DraftRequest


def routes(request: DraftRequest, source: str, targets: Sequence[str]) -> Generator[Event, None, Mapping[str, Route]]:
    """A route for each target that has one; an error for each of the others."""
    own = supply(request.settings, request.packages, request.engine)
    if not request.install and (nothing := engine_routes.nothing_in(own.between(source, targets))):
        yield Failed(nothing)
        return {}
    by_target, errors = engine_routes.routes(own, source, targets)
    if errors and (request.install or request.agree(errors)):
        from l10n.workflow.packages import install_missing

        yield from install_missing(own, source, targets)
        by_target, errors = engine_routes.routes(own, source, targets)
    yield from map(Failed, errors)
    return by_target


def back(request: DraftRequest, source: str) -> Generator[Event, None, Route | None]:
    """The route from English to the source language, for the round trip; without one, that is said and done without."""
    if source == PIVOT:
        return None
    by_target, _ = engine_routes.routes(supply(request.settings, request.packages), PIVOT, [source])
    if source not in by_target:
        yield Notice(f"no round trip: the package {PIVOT}-{source} is missing")
    return by_target.get(source)
