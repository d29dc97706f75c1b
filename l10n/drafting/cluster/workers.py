"""What the workers of a cluster have: the same l10n, and the packages of a run, or they are named."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from l10n import __version__
from l10n.drafting.cluster import work
from l10n.engines import LanguagePair
from l10n.errors import ClusterError, PackageError

_NAMED = 3
"""Workers that an error names; of more, the number."""


class Workers:
    """Asks each worker once; whoever comes during a run, before the next leg."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._stocks: dict[str, set[str]] = {}
        """Identities of pairs, by the address of the worker."""

    def addresses(self) -> list[str]:
        """Those that are there now."""
        return list(self._client.nthreads())

    def greet(self) -> None:
        """Ask those that are new. Raises ClusterError for one without this version of l10n, or in trouble."""
        new = [address for address in self.addresses() if address not in self._stocks]
        versions = self._answers(
            new, pkgutil.resolve_name, "l10n:__version__"
        )  # of no module that may be missing there
        for address, version in versions.items():
            if version != __version__:
                has = f"has l10n {version}" if isinstance(version, str) else f"no l10n: {work.in_words(version)}"
                raise ClusterError(f"worker {address}: {has}; here is l10n {__version__}", work.VERSION_HINT)
        for address, stock in self._answers(list(versions), work.stock).items():
            if isinstance(stock, Exception):
                raise ClusterError(f"worker {address}: {work.in_words(stock)}", work.FOLDER_HINT)
            self._stocks[address] = stock

    def check(self, pair: LanguagePair) -> None:
        """Raises PackageError that names the workers without this pair, and ClusterError like `greet`."""
        self.greet()
        if lacking := [each for each in self.addresses() if pair.identity not in self._stocks.get(each, ())]:
            message = f"{_listed(lacking)}: lacks the package {pair.name}, or has another of that name"
            raise PackageError(message, work.FOLDER_HINT)

    def _answers(self, addresses: Sequence[str], ask: Callable[..., object], *args: str) -> Mapping[str, Any]:
        """What each of them says, or the exception that it raised; nothing of those that have gone meanwhile."""
        if not addresses:
            return {}
        answers = self._client.run(ask, *args, workers=list(addresses), on_error="return")
        return {address: answer for address, answer in answers.items() if not isinstance(answer, OSError)}


def _listed(addresses: Sequence[str]) -> str:
    named = ", ".join(addresses[:_NAMED])
    more = len(addresses) - _NAMED
    return f"worker {named}" + (f" and {more} more" if more > 0 else "")
