"""The routes of a run: pairs that are missing are installed if somebody agrees."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from pathlib import Path

from l10n.engines import Route
from l10n.engines import routes as engine_routes
from l10n.languages import PIVOT
from l10n.model.events import Event, Failed, Notice
from l10n.workflow import inputs
from l10n.workflow.draft.request import DraftRequest


class Ways:
    """The routes of a run; each is looked for when it is first wanted."""

    def __init__(self, request: DraftRequest) -> None:
        self._request = request
        self._routes: dict[str, dict[str, Route | None]] = {}
        """By source language and target; None where there is none."""
        self._back: dict[str, Route | None] = {}

    @property
    def _folder(self) -> Path:
        return inputs.packages_folder(self._request.packages, self._request.settings)

    @property
    def used(self) -> tuple[Route, ...]:
        """All that were wanted and are there."""
        return tuple(route for routes in self._routes.values() for route in routes.values() if route)

    def routes(self, source: str, targets: Sequence[str]) -> Generator[Event, None, Mapping[str, Route]]:
        """A route for each target that has one; an error, once, for each of the others."""
        known = self._routes.setdefault(source, {})
        if new := [target for target in targets if target not in known]:
            by_target = yield from self._found(source, new)
            known |= {target: by_target.get(target) for target in new}
        return {target: route for target in targets if (route := known[target])}

    def back(self, source: str) -> Generator[Event, None, Route | None]:
        """The route from English to the source language, for the round trip; without one, that is said once."""
        if source == PIVOT:
            return None
        if source not in self._back:
            by_target, _ = engine_routes.routes(self._folder, PIVOT, [source])
            self._back[source] = by_target.get(source)
            if source not in by_target:
                yield Notice(f"no round trip: the package {PIVOT}-{source} is missing")
        return self._back[source]

    def _found(self, source: str, targets: Sequence[str]) -> Generator[Event, None, Mapping[str, Route]]:
        if not self._request.install and (nothing := engine_routes.nothing_in(self._folder)):
            yield Failed(nothing)
            return {}
        by_target, errors = engine_routes.routes(self._folder, source, targets)
        if errors and (self._request.install or self._request.agree(errors)):
            from l10n.workflow.packages import install_missing

            yield from install_missing(self._folder, source, targets)
            by_target, errors = engine_routes.routes(self._folder, source, targets)
        yield from map(Failed, errors)
        return by_target
