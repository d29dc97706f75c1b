"""What an engine says when somebody asks: other translations of one text, and a text translated back."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import Self

from l10n.drafting.open_pairs import OpenPairs
from l10n.engines import PSEUDO, Decoding, LanguagePair, Route, Supply
from l10n.engines.routes import engine_name, pairs_of, routes
from l10n.errors import L10nError, PackageError
from l10n.model.device import Device

MOST = 6
"""Translations of one text."""


@dataclass(frozen=True, slots=True)
class Proposals:
    """Translations of one text."""

    engine: str
    """As `argos de-en-1.0+en-ru-1.9`."""
    texts: tuple[str, ...]
    """The likeliest first, each once."""


class Proposer:
    """Asks the pairs of a supply, which stay open as far as there is memory; a context manager that closes them.

    Several threads may ask: one is answered after the other.
    """

    def __init__(self, supply: Supply, device: Device = Device.CPU) -> None:
        self._supply = supply
        self._pairs = OpenPairs(device)
        self._lock = Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pairs.__exit__()

    @property
    def has_pairs(self) -> bool:
        """There is an engine to ask, at all."""
        try:
            return any(pair.engine != PSEUDO for pair in pairs_of(self._supply))
        except PackageError:  # a folder that cannot be read: drafting says so
            return False

    def proposals(self, text: str, source: str, target: str, pivot: str = "") -> Proposals:
        """What the last pair of the route proposes; `pivot` is the text before it, if somebody has one.

        Raises PackageError if no route leads there or a pair is broken, L10nError if none of them has an answer.
        """
        with self._lock:
            route = self._route(source, target)
            before = pivot if pivot and len(route) > 1 else self._through(route[:-1], text)
            texts = self._asked(route[-1], before, MOST)
        return Proposals(f"{engine_name(route)} {'+'.join(pair.name for pair in route)}", texts)

    def translated(self, text: str, source: str, target: str) -> str:
        """The likeliest translation. Raises as `proposals`."""
        with self._lock:
            return self._through(self._route(source, target), text)

    def _route(self, source: str, target: str) -> Route:
        by_target, errors = routes(self._supply, source, [target])
        if target not in by_target:
            raise errors[0]
        return by_target[target]

    def _through(self, route: Route, text: str) -> str:
        for pair in route:
            (text, *_) = self._asked(pair, text, 1)
        return text

    def _asked(self, pair: LanguagePair, text: str, count: int) -> tuple[str, ...]:
        answered = self._pairs.decoder(pair, MOST).translate([text], Decoding(hypotheses=count))
        answers = next((hypotheses for _, hypotheses in answered), ())
        texts = tuple(dict.fromkeys(answer.text for answer in answers if answer.text.strip()))
        if not texts:
            raise L10nError(f"{pair.name} has no translation of this text", "write one, or draft it: l10n draft")
        return texts[:count]
